import { bandLabel, bareLabel, inlineLabel, isUnreadLabel, labelAmong } from '../words/labels';
import { rowsBetween, type SheetView, type Span } from './sheet-view';

/** The column where a label's value stands: right of it in its row; null when nothing but labels or nothing is there. */
export function valueRight(sheet: SheetView, row: number, column: number): number | null {
  const after = sheet.merge(row, column)?.right ?? column;
  const next = sheet.filled(row).find((other) => other > after);
  if (next === undefined || sheet.line(row, next) === sheet.line(row, column)) return null;
  const filled = sheet.filled(row);
  // Labels and values by turns: what stands beside a label is its value, whatever words it has.
  if (filled.length % 2 === 0 && filled.indexOf(column) % 2 === 0 && isLabelledAbove(sheet, row, column))
    return next;
  const text = sheet.text(row, next);
  const colon = sheet.text(row, column).endsWith(':') && !text.endsWith(':');
  return colon || bareLabel(text, sheet.words) === null ? next : null;
}

/** The row above or below has a label in the same column with a value beside it: labels stand one below the other. */
function isLabelledAbove(sheet: SheetView, row: number, column: number): boolean {
  return [row - 1, row + 1].some((other) => {
    const [first, second] = sheet.filled(other).filter((one) => one >= column);
    return (
      first === column &&
      second !== undefined &&
      bareLabel(sheet.text(other, first), sheet.words) !== null &&
      bareLabel(sheet.text(other, second), sheet.words) === null
    );
  });
}

/** Whether a row reads as labels with their values, as cards do, rather than as data of a table. */
export function isLabelRow(sheet: SheetView, row: number): boolean {
  const columns = sheet.filled(row);
  const first = columns[0];
  if (first === undefined || columns.length > 6) return false;
  const text = sheet.text(row, first);
  if (columns.length === 1)
    return bandLabel(text, sheet.words) !== null || bareLabel(text, sheet.words) !== null;
  if (inlineLabel(text, sheet.words)) return true;
  return (
    bareLabel(text, sheet.words) !== null && (text.endsWith(':') || valueRight(sheet, row, first) !== null)
  );
}

/**
 * The row of values right below a row of nothing but labels, each under its label; null when the row is no such row.
 *
 * @param span  columns to look at
 */
export function valuesBelow(sheet: SheetView, row: number, span?: Span): number | null {
  const columns = sheet.filled(row, span);
  if (columns.length < 2 || !areLabels(sheet, row, columns)) return null;
  const bottom = Math.max(...columns.map((column) => sheet.merge(row, column)?.bottom ?? row));
  const below = rowsBetween(bottom + 1, bottom + 2).find((next) => sheet.filled(next, span).length > 0);
  if (below === undefined) return null;
  const values = sheet.filled(below, span);
  const fits = values.every(
    (column) => columns.includes(column) && bareLabel(sheet.text(below, column), sheet.words) === null,
  );
  return fits && values.length * 2 >= columns.length ? below : null;
}

/**
 * Half of them labels for sure, the others as far as their words go: or by their looks, all in capitals or the same
 * again in another row.
 */
function areLabels(sheet: SheetView, row: number, columns: readonly number[]): boolean {
  const texts = columns.map((column) => sheet.text(row, column));
  const sure = texts.filter((text) => bareLabel(text, sheet.words) !== null);
  if (sure.length * 2 < texts.length) return false;
  if (texts.every((text) => labelAmong(text, sheet.words) !== null || isUnreadLabel(text, sheet.words)))
    return true;
  if (!texts.every((text) => /^[^\d]{3,60}$/.test(text))) return false;
  const below = columns.map((column) => sheet.text(row + 1, column)).filter((text) => /\p{L}/u.test(text));
  return (texts.every(isCapital) && !below.every(isCapital)) || comesAgain(sheet, row, columns);
}

function isCapital(text: string): boolean {
  return text === text.toUpperCase();
}

/** The same texts in the same columns, in another row. */
function comesAgain(sheet: SheetView, row: number, columns: readonly number[]): boolean {
  return sheet
    .rows()
    .some(
      (other) =>
        other !== row &&
        sheet.filled(other).length === columns.length &&
        columns.every((column) => sheet.text(other, column) === sheet.text(row, column)),
    );
}
