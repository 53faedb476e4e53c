import type { ObjectiveKind } from '../application';
import { readDate } from '../plan';
import { invalidValue } from './errors';
import { serialDate, textOf } from './period';
import { texts } from './texts';

/** Reading what a user gives a function, besides periods. */

/** An ISO day, null when left out. */
export function dateOf(argument: unknown, date1904: boolean): string | null | CustomFunctions.Error {
  const text = textOf(argument);
  if (text === '' || text === '0') return null;
  return serialDate(text, date1904) ?? readDate(text) ?? invalidValue(texts().badDate(text));
}

const LEVELS: readonly (readonly [RegExp, ObjectiveKind])[] = [
  [/^(?:(?:obiettivo\s+)?operativo|operating)/i, 'operatingObjective'],
  [/^(?:obiettivo\s+)?strategic/i, 'strategicObjective'],
  [/^(?:ambito|area)/i, 'strategicArea'],
];

/** How far up: a level by name, or a number of steps; one step when left out. */
export function levelOf(argument: unknown): ObjectiveKind | number | CustomFunctions.Error {
  const text = textOf(argument);
  if (text === '' || text === '0') return 1;
  if (/^[1-3]$/.test(text)) return Number(text);
  const area = /\barea\b/i.test(text) ? 'strategicArea' : null;
  return area ?? LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? invalidValue(texts().badLevel(text));
}

const SEVERITIES = [
  [/^(?:bloccant|error)/i, 'error'],
  [/^(?:blocking|errore)/i, 'error'],
  [/^(?:avvis|warning)/i, 'warning'],
  [/^info/i, 'info'],
] as const;

/** A severity by its Italian or English name, null when left out. */
export function severityOf(argument: unknown): 'error' | 'warning' | 'info' | null | CustomFunctions.Error {
  const text = textOf(argument);
  if (text === '' || text === '0') return null;
  return SEVERITIES.find(([pattern]) => pattern.test(text))?.[1] ?? invalidValue(texts().badSeverity(text));
}
