import { mergeAt, plainSpaces, textAt, type Grid } from '../workbook';

/** A place in a sheet, zero-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Text at a place, seeing through merged cells (every cell of a merge shows its top left text). */
export function shownAt(grid: Grid, row: number, column: number): string {
  const area = mergeAt(grid, row, column);
  return area ? textAt(grid, area.top, area.left) : textAt(grid, row, column);
}

/** Columns with something in a row; a merged cell counts once, at its left. */
export function filledColumns(grid: Grid, row: number): number[] {
  const cells = grid.cells[row - grid.origin.row] ?? [];
  return cells.flatMap((cell, c) => (cell && plainSpaces(cell.text) !== '' ? [c + grid.origin.column] : []));
}
