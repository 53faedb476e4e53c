import {
  cellAt,
  mergeAt,
  plainSpaces,
  refAt,
  usedArea,
  type Area,
  type Cell,
  type CellRef,
  type Grid,
} from '../../workbook';

/** A sheet read row by row, or column by column when the data run across. Places are zero-based in the view. */
export interface View {
  readonly grid: Grid;
  readonly transposed: boolean;
  readonly rows: { readonly first: number; readonly last: number };
  readonly columns: { readonly first: number; readonly last: number };
  cell(row: number, column: number): Cell | null;
  /** The cell, or the top left one of a merged area it lies in. */
  filled(row: number, column: number): Cell | null;
  text(row: number, column: number): string;
  filledText(row: number, column: number): string;
  ref(row: number, column: number): CellRef;
  /** Whether the place is merged with cells to its right. */
  spansColumns(row: number, column: number): boolean;
}

/** Columns of a view, both included. */
export interface Band {
  readonly first: number;
  readonly last: number;
}

/** A view of the sheet, or of a band of its columns; null when it is empty. */
export function viewOf(grid: Grid, transposed: boolean, band: Band | null = null): View | null {
  const used = usedArea(grid);
  if (!used) return null;
  const swap = (row: number, column: number): [number, number] =>
    transposed ? [column, row] : [row, column];
  const merged = (row: number, column: number): Area | null =>
    grid.merges.length > 0 ? mergeAt(grid, ...swap(row, column)) : null;
  const cell = (row: number, column: number): Cell | null => cellAt(grid, ...swap(row, column));
  const filled = (row: number, column: number): Cell | null => {
    const own = cell(row, column);
    const area = own ? null : merged(row, column);
    return area ? cellAt(grid, area.top, area.left) : own;
  };
  const textOf = (one: Cell | null): string => plainSpaces(one?.text ?? '').replace(/\n/g, ' ');
  const [rows, columns] = [
    { first: used.top, last: used.bottom },
    { first: used.left, last: used.right },
  ];
  return {
    grid,
    transposed,
    rows: transposed ? columns : rows,
    columns: band ?? (transposed ? rows : columns),
    cell,
    filled,
    text: (row, column) => textOf(cell(row, column)),
    filledText: (row, column) => textOf(filled(row, column)),
    ref: (row, column) => refAt(grid, ...swap(row, column)),
    spansColumns: (row, column) => {
      const area = merged(row, column);
      return area !== null && (transposed ? area.bottom > area.top : area.right > area.left);
    },
  };
}

/** A rectangle of the view as a rectangle of the sheet. */
export function areaOf(view: View, top: number, left: number, bottom: number, right: number): Area {
  return view.transposed
    ? { top: left, left: top, bottom: right, right: bottom }
    : { top, left, bottom, right };
}
