import type { SheetMapping } from '../../mapping';
import {
  columnName,
  parseArea,
  textAt,
  type Area,
  type CellRef,
  type WorkbookSnapshot,
} from '../../workbook';

/** A column that the user points at, as the mapping names it. */
export interface PickedColumn {
  readonly column: string;
  /** Words of its header; '' when there are none. */
  readonly header: string;
  /** What it was taken for so far. */
  readonly field: string | null;
  readonly confidence: number;
}

export interface Picked {
  readonly sheet: string;
  readonly columns: readonly PickedColumn[];
  /** The selection has more columns than are offered at once. */
  readonly more: boolean;
}

/** Columns offered at once. */
const MOST = 8;

/**
 * The columns under a selection: as the mapping knows them where it found a table, else with the first words in the
 * selected cells as their header. Null when nothing is selected.
 */
export function pickedColumns(
  selection: readonly CellRef[],
  book: WorkbookSnapshot,
  sheets: readonly SheetMapping[],
): Picked | null {
  const [first] = selection;
  if (!first) return null;
  const { sheet } = first;
  const areas = selection.flatMap(({ address }) => parseArea(address) ?? []);
  const mapped = sheets.find((one) => one.sheet === sheet);
  const numbers = [
    ...new Set(
      areas.flatMap(({ left, right }) =>
        Array.from({ length: Math.min(right - left, MOST) + 1 }, (_column, step) => left + step),
      ),
    ),
  ].sort((a, b) => a - b);
  const columns = numbers.slice(0, MOST).map((number): PickedColumn => {
    const column = columnName(number);
    const own = areas.filter(({ left, right }) => left <= number && number <= right);
    const top = Math.min(...own.map((area) => area.top));
    const known = tableAt(mapped, column, own.at(-1)?.bottom ?? top);
    return known ?? { column, header: firstWords(book, sheet, own, number), field: null, confidence: 0 };
  });
  return { sheet, columns, more: numbers.length > MOST };
}

/** The column of the lowest table whose header stands at or above a row. */
function tableAt(sheet: SheetMapping | undefined, column: string, row: number): PickedColumn | null {
  const above = (sheet?.tables ?? [])
    .map((table) => ({ table, at: parseArea(table.header) }))
    .filter(({ at }) => at !== null && at.top <= row)
    .sort((a, b) => (b.at?.top ?? 0) - (a.at?.top ?? 0));
  for (const { table } of above) {
    const found = table.columns.find((one) => one.column === column);
    if (found) return found;
  }
  return null;
}

function firstWords(book: WorkbookSnapshot, sheet: string, areas: readonly Area[], column: number): string {
  const grid = book.sheets.find(({ name }) => name === sheet);
  if (!grid) return '';
  const last = grid.rows.at(-1)?.row ?? -1;
  for (const { top, bottom } of areas)
    for (let row = top; row <= Math.min(bottom, last); row++) {
      const text = textAt(grid, row, column).trim();
      if (text !== '') return text;
    }
  return '';
}
