import { bandLabel, bareLabel, inlineLabel } from '../words/labels';
import type { SheetView } from './sheet-view';

/** The column where a label's value stands: right of it in its row; null when nothing but labels or nothing is there. */
export function valueRight(sheet: SheetView, row: number, column: number): number | null {
  const after = sheet.merge(row, column)?.right ?? column;
  const next = sheet.filled(row).find((other) => other > after);
  return next !== undefined && bareLabel(sheet.text(row, next)) === null ? next : null;
}

/** Whether a row reads as labels with their values, as cards do, rather than as data of a table. */
export function isLabelRow(sheet: SheetView, row: number): boolean {
  const columns = sheet.filled(row);
  const first = columns[0];
  if (first === undefined || columns.length > 6) return false;
  const text = sheet.text(row, first);
  if (columns.length === 1) return bandLabel(text) !== null || bareLabel(text) !== null;
  if (inlineLabel(text)) return true;
  return bareLabel(text) !== null && (text.endsWith(':') || valueRight(sheet, row, first) !== null);
}
