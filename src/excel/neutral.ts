import type { CellValue } from '../workbook';

/** Text that Excel would read as a formula, a number, a date or a truth value. */
const READ_AGAIN = /^[\s]*[-+=@('.,\d€$£%#]|^[\t\r\n]|^\s*(true|false|vero|falso)\s*$/i;
/** Months and other words that begin a date ("gen 2017", "12 marzo" starts with a digit anyway). */
const MONTH =
  /^\s*(gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|jan|may|jun|jul|aug|sep|oct|dec)[a-z]*[\s./-]*\d/i;

/**
 * A value as it must be handed to Excel so that text stays exactly this text: an apostrophe in front, which Excel
 * takes as "what follows is text". In a cell formatted as text (`@`) Excel reads nothing anyway, and would keep the
 * apostrophe.
 */
export function asWritten(value: CellValue, format = 'General'): string | number | boolean {
  if (value === null) return '';
  if (typeof value !== 'string' || format === '@') return value;
  return READ_AGAIN.test(value) || MONTH.test(value) ? `'${value}` : value;
}

/** A formula as Excel gives it; a text that only looks like one is its own value. */
export const isFormula = (formula: unknown, value: unknown): formula is string =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value;

/** Contents of a range in a form that can be written back later and gives the same cells again. */
export type Contents = (string | number | boolean)[][];

/** The contents of a loaded range (`values`, `formulas`, `numberFormat`). */
export function contentsOf(range: Excel.Range): Contents {
  return range.values.map((line, row) =>
    line.map((value, column) => {
      const formula: unknown = range.formulas[row]?.[column];
      if (isFormula(formula, value)) return formula;
      return asWritten(value as CellValue, String(range.numberFormat[row]?.[column] ?? ''));
    }),
  );
}
