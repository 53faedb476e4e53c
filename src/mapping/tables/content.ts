import { looksLikeCode, readDate } from '../../plan';
import { field, isLevel, type Field, type PlanSubject } from '../words/field';
import { levelLabels } from '../words/level-labels';
import { samples, type Column } from './column';
import type { FoundTable } from './find-tables';

/** Units of measure as indicators write them. */
export const UNITS =
  /^(?:n|n°|nr|num|numero|%|‰|€|euro|eur|km|kmq|mq|m2|m²|mc|m3|gg|giorni|giorno|ore|h|min|minuti|mesi|anni|kg|t|ton|tonnellate|gb|mb|kwh|mwh|si\/no|sì\/no|data|ha|€\/ab|abitanti|rapporto|indice|percentuale)\.?$/i;

/** A guess from what stands in a column, and how sure it is. */
interface Guess {
  readonly field: Field;
  readonly confidence: number;
}

/** Columns without a telling header, read by what stands in them: codes, units, dates, names, citations. */
export function fieldsFromContent(
  columns: readonly Column[],
  table: FoundTable,
  main: PlanSubject,
): Column[] {
  const result = [...columns];
  for (const [at, column] of result.entries()) {
    if (column.field || column.ignored) continue;
    const texts = samples(table, column.column);
    const guess = texts.length === 0 ? null : (share(column, main) ?? guessed(result, at, texts, main));
    if (guess) result[at] = { ...column, ...guess, origin: 'content' };
  }
  return result;
}

/** A bare `%` heads the weights of phases. */
function share({ text }: Column, main: PlanSubject): Guess | null {
  return text === '%' && main === 'phase' ? { field: field('phase', 'weight'), confidence: 0.8 } : null;
}

function guessed(
  columns: readonly Column[],
  at: number,
  texts: readonly string[],
  main: PlanSubject,
): Guess | null {
  const has = (subject: PlanSubject, attribute: Field['attribute']) =>
    columns.some((column) => column.field?.subject === subject && column.field.attribute === attribute);
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
  const named = [columns[at + 1], columns[at - 1]].find((other) => other?.field?.attribute === 'title');
  const subject = named?.field?.subject ?? main;
  if (share((text) => levelLabels(text).length > 0) >= 0.6 && !has('operatingObjective', 'title'))
    return { field: field('operatingObjective', 'title'), confidence: 0.8 };
  const coded = share(looksLikeCode) >= 0.6 && share((text) => /^\d+(?:[.,]\d+)?$/.test(text)) < 0.6;
  if (coded && !has(subject, 'code') && subject !== 'indicator' && subject !== 'quantity')
    return { field: field(subject, 'code'), confidence: 0.8 };
  if (main === 'indicator' && share((text) => UNITS.test(text)) >= 0.6 && !has('indicator', 'unit'))
    return { field: field('indicator', 'unit'), confidence: 0.85 };
  if (main === 'indicator' && isCitation(columns, at, texts))
    return { field: field('indicator', 'citation'), confidence: 0.75 };
  if (share((text) => /\p{L}{3}/u.test(text)) >= 0.8 && !has(main, 'title'))
    return { field: field(main, 'title'), confidence: 0.7 };
  if (main === 'phase' && share((text) => readDate(text, 2000) !== null) >= 0.6 && !has('phase', 'end'))
    return { field: field('phase', 'end'), confidence: 0.7 };
  return null;
}

/** In a table of indicators, words left of the indicator's name say what it measures. */
function isCitation(columns: readonly Column[], at: number, texts: readonly string[]): boolean {
  const title = columns.findIndex(
    ({ field: own }) => own?.subject === 'indicator' && own.attribute === 'title',
  );
  const cites = columns.some(
    ({ field: own }) =>
      own && (isLevel(own.subject) ? own.subject !== 'strategicArea' : own.subject === 'pegObjective'),
  );
  return at < title && !cites && texts.every((text) => /\p{L}{2}/u.test(text));
}
