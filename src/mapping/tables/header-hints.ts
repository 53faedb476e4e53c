import { fold } from '../../plan';
import { bareLabel, bandLabel } from '../words/labels';
import type { Meaning } from '../words/meaning';
import { samples } from './column';
import type { FoundTable } from './find-tables';
import type { HeaderColumn } from './header-block';
import { isDay } from '../words/field';
import { spanHeaders } from './span-headers';

/**
 * What the columns of a table say of each other's headers: `Obiettivo` over `Obiettivo n. 1`, `Obiettivo n. 2` holds
 * numbers and leaves the name to another column; a bare `%` beside phases is their weight.
 */
export function withHints(table: FoundTable): FoundTable {
  return { ...table, columns: withTerms(table, withSpans(withPercents(withRepeats(withNumbers(table))))) };
}

/** `In quale unità?` and, further right, `In quale unità?2`: the same asked of a second one, as forms on the web number it. */
function withRepeats(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const first = new Map<string, HeaderColumn>();
  return columns.map((column) => {
    const text = fold(column.text);
    const [, stem = '', number = ''] = /^(.*[^\d\s])\s?([2-9])$/.exec(text) ?? [];
    const other = stem === '' ? undefined : first.get(stem);
    first.set(text, first.get(text) ?? column);
    if (!other || column.months !== null) return column;
    return { ...column, meaning: { ...other.meaning, group: Number(number) } };
  });
}

/** `Ob. 3`, `Obiettivo n. 12`: a word that names the thing, and its number. */
const NUMBERED = /^\p{L}[\p{L}.\s]*?(?:n[.°ro]*|nr\.?|num\.?)?\s*\d{1,3}$/iu;

function withNumbers(table: FoundTable): readonly HeaderColumn[] {
  const { columns } = table;
  const numbers = columns.find(
    (column) => namesObjectives(column.meaning) && isNumbered(table, column.column),
  );
  if (!numbers) return columns;
  const others = columns.filter((column) => column !== numbers);
  const named = others.some(({ meaning }) => namesObjectives(meaning));
  const title = named ? null : others.find(({ meaning }) => isLooseTitle(meaning));
  if (!named && !title) return columns;
  return columns.map((column) => {
    if (column === numbers)
      return { ...column, meaning: { ...column.meaning, attribute: 'code', coded: true } };
    return column === title
      ? { ...column, meaning: { ...column.meaning, subject: numbers.meaning.subject } }
      : column;
  });
}

function namesObjectives({ subject, attribute }: Meaning): boolean {
  return (
    (subject === 'objective' || subject === 'pegObjective') && (attribute === null || attribute === 'title')
  );
}

function isLooseTitle({ subject, attribute }: Meaning): boolean {
  return subject === null && attribute === 'title';
}

function isNumbered(table: FoundTable, column: number): boolean {
  const texts = samples(table, column);
  const numbered = texts.filter(
    (text) =>
      NUMBERED.test(text) &&
      (bandLabel(text, table.sheet.words) ?? bareLabel(text.replace(/\s*\d+$/, ''), table.sheet.words)) !==
        null,
  );
  return texts.length > 0 && numbered.length >= texts.length * MOST;
}

/** Repeated headers and remarks stand among the numbers. */
const MOST = 0.6;

function withPercents(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const of = (test: (meaning: Meaning) => boolean) => columns.some(({ meaning }) => test(meaning));
  const phases = of(({ subject, attribute }) => subject === 'phase' && attribute === null);
  if (!phases || of(({ attribute }) => attribute === 'weight')) return columns;
  return columns.map((column) =>
    column.text.trim() === '%'
      ? { ...column, meaning: { ...column.meaning, attribute: 'weight', confidence: SURE } }
      : column,
  );
}

function withSpans(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const spans = spanHeaders(columns.map(({ texts }) => texts.at(-1) ?? ''));
  return columns.map((column, at) => {
    const span = spans.get(at);
    return span
      ? { ...column, meaning: { ...column.meaning, ...span, subject: column.meaning.subject } }
      : column;
  });
}

/** Only weights of phases are told by a bare percent sign. */
const SURE = 0.8;

/** `Entro il 30/04/2025 | Entro il 30/09/2025` over words: what is to be done by each day, a phase in each column. */
function withTerms(table: FoundTable, columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const terms = columns.filter(
    ({ meaning, column }) =>
      meaning.subject === null &&
      meaning.attribute === 'end' &&
      isDay(meaning.period) &&
      samples(table, column).some((text) => /\p{L}{3}.*\s.*\p{L}{3}/u.test(text)),
  );
  if (terms.length < 2 || columns.some(({ meaning }) => meaning.subject === 'phase')) return columns;
  return columns.map((column) => {
    const at = terms.indexOf(column);
    if (at < 0) return column;
    return { ...column, meaning: { ...column.meaning, subject: 'phase', attribute: null, group: at + 1 } };
  });
}
