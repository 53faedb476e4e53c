import { readDate, splitCode } from '../plan';
import { cellAt, isoDateOf, textAt, type Grid } from '../workbook';

/** Whether most names of a column start with a code: `2017-GS05 Aumento entrate`. */
export function fusedShare(grid: Grid, rows: readonly number[], column: number, mask: string | null): number {
  const texts = rows.map((row) => textAt(grid, row, column)).filter((text) => text !== '');
  return texts.length === 0
    ? 0
    : texts.filter((text) => splitCode(text, mask) !== null).length / texts.length;
}

/** A date in a cell as ISO: Excel's own date, else an Italian date text. */
export function dateIn(
  grid: Grid,
  row: number,
  column: number,
  date1904: boolean,
  year: number | null,
): string | null {
  return isoDateOf(cellAt(grid, row, column), date1904) ?? readDate(textAt(grid, row, column), year);
}
