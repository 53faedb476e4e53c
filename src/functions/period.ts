import { userLanguage } from '../excel';
import { parsePeriod } from '../indicators';
import { valueTexts } from '../messages';
import { isoDateOf } from '../workbook';
import { invalidValue } from './errors';

/** Left out arguments arrive as null, an empty cell as '' or 0, a date as its number. */

/** Text of an argument, '' when it was left out or its cell is empty. */
export const textOf = (argument: unknown): string =>
  argument === null || argument === undefined ? '' : String(argument).trim();

/** A date that Excel hands over as its serial number (1950–2100), as ISO; null for any other text. */
export function serialDate(text: string, date1904: boolean): string | null {
  const number = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : null;
  if (number === null || number < 16_000 || number > 73_500) return null;
  return isoDateOf({ value: number, text, format: 'yyyy-mm-dd' }, date1904);
}

/** A period, null when left out. */
export function periodOf(argument: unknown, date1904: boolean): string | null | CustomFunctions.Error {
  const text = textOf(argument);
  if (text === '' || text === '0') return null;
  const read = serialDate(text, date1904) ?? parsePeriod(text);
  return read ?? invalidValue(valueTexts(userLanguage()).badPeriod(text));
}
