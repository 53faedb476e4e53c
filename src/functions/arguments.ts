import type { ObjectiveKind } from '../application';
import { parsePeriod } from '../indicators';
import type { FunctionTexts } from '../messages';
import { readDate } from '../plan';
import { isoDateOf } from '../workbook';
import { invalidValue } from './errors';

/** Reading what a user gives a function: left out arguments arrive as null, an empty cell as '' or 0, a date as its number. */

/** Text of an argument, '' when it was left out or its cell is empty. */
export const textOf = (argument: unknown): string =>
  argument === null || argument === undefined ? '' : String(argument).trim();

/** A date that Excel hands over as its serial number (1950–2100), as ISO; null for any other text. */
function serialDate(text: string, date1904: boolean): string | null {
  const number = /^\d{5}(?:\.\d+)?$/.test(text) ? Number(text) : null;
  if (number === null || number < 16_000 || number > 73_500) return null;
  return isoDateOf({ value: number, text, format: 'yyyy-mm-dd' }, date1904);
}

/** A period, null when left out. */
export function periodOf(
  argument: unknown,
  date1904: boolean,
  texts: FunctionTexts,
): string | null | CustomFunctions.Error {
  const text = textOf(argument);
  if (text === '' || text === '0') return null;
  return serialDate(text, date1904) ?? parsePeriod(text) ?? invalidValue(texts.badPeriod(text));
}

/** An ISO day, null when left out. */
export function dateOf(
  argument: unknown,
  date1904: boolean,
  texts: FunctionTexts,
): string | null | CustomFunctions.Error {
  const text = textOf(argument);
  if (text === '' || text === '0') return null;
  return serialDate(text, date1904) ?? readDate(text) ?? invalidValue(texts.badDate(text));
}

const LEVELS: readonly (readonly [RegExp, ObjectiveKind])[] = [
  [/^(?:(?:obiettivo\s+)?operativo|operating)/i, 'operatingObjective'],
  [/^(?:obiettivo\s+)?strategic/i, 'strategicObjective'],
  [/^(?:ambito|area)/i, 'strategicArea'],
];

/** How far up: a level by name, or a number of steps; one step when left out. */
export function levelOf(
  argument: unknown,
  texts: FunctionTexts,
): ObjectiveKind | number | CustomFunctions.Error {
  const text = textOf(argument);
  if (text === '' || text === '0') return 1;
  if (/^[1-3]$/.test(text)) return Number(text);
  const area = /\barea\b/i.test(text) ? 'strategicArea' : null;
  return area ?? LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? invalidValue(texts.badLevel(text));
}

const SEVERITIES = [
  [/^(?:bloccant|error)/i, 'error'],
  [/^(?:blocking|errore)/i, 'error'],
  [/^(?:avvis|warning)/i, 'warning'],
  [/^info/i, 'info'],
] as const;

/** A severity by its Italian or English name, null when left out. */
export function severityOf(
  argument: unknown,
  texts: FunctionTexts,
): 'error' | 'warning' | 'info' | null | CustomFunctions.Error {
  const text = textOf(argument);
  if (text === '' || text === '0') return null;
  return SEVERITIES.find(([pattern]) => pattern.test(text))?.[1] ?? invalidValue(texts.badSeverity(text));
}
