import { looksLikeCode, normaliseCode } from '../../plan';
import { columnsFor, columnTexts, columnTextsOf, type ReadSheet, type ReadTable } from '../sheet';
import { field, type PlanSubject } from '../words/field';
import type { Column } from './column';

/** This share of a column's values must be codes of another table for it to refer to that table. */
const REFERRING = 0.8;

/** Codes of what the workbook's tables and cards state, by subject. */
type KnownCodes = ReadonlyMap<PlanSubject, ReadonlySet<string>>;

/**
 * What a column of codes means is told by its values: a bare `Codice` in a list of phases or indicators that holds
 * the objectives' codes refers to them, and so does a column with an unknown header.
 */
export function settleReferences(sheets: readonly ReadSheet[]): ReadSheet[] {
  const known: KnownCodes = new Map(
    (['pegObjective', 'operatingObjective'] as const).map((subject) => [subject, codesOf(sheets, subject)]),
  );
  return sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => settled(table, known)) }));
}

function codesOf(sheets: readonly ReadSheet[], subject: PlanSubject): Set<string> {
  const tables = sheets
    .flatMap((sheet) => sheet.tables)
    .filter((table) => columnsFor(table, subject, 'title').length > 0);
  const cards = sheets.flatMap((sheet) => sheet.cards.flatMap((card) => card.facts));
  return new Set(
    [
      ...tables.flatMap((table) =>
        columnsFor(table, subject, 'code').flatMap((column) => columnTextsOf(table, column, subject)),
      ),
      ...cards
        .filter((fact) => fact.field.subject === subject && fact.field.attribute === 'code')
        .map((fact) => fact.text),
    ].map(normaliseCode),
  );
}

function settled(table: ReadTable, known: KnownCodes): ReadTable {
  const finer = table.main === 'phase' || table.main === 'indicator';
  const subject: PlanSubject = finer ? 'pegObjective' : 'operatingObjective';
  if (table.card !== null || (!finer && table.main !== 'pegObjective') || names(table, subject)) return table;
  const codes = known.get(subject);
  const referring = table.columns.find(
    (column) => mayRefer(column, table, finer) && refers(table, column, codes),
  );
  if (!referring) return table;
  const columns = table.columns.map((column): Column =>
    column === referring
      ? { ...column, field: field(subject, 'code'), ignored: null, confidence: 0.9, origin: 'content' }
      : column,
  );
  return { ...table, columns };
}

function names(table: ReadTable, subject: PlanSubject): boolean {
  return columnsFor(table, subject, 'title').length + columnsFor(table, subject, 'code').length > 0;
}

/** A column nobody named, or the rows' own codes where the rows are phases or indicators. */
function mayRefer({ field: own, ignored, origin }: Column, { main }: ReadTable, finer: boolean): boolean {
  if (origin === 'profile') return false;
  if (own === null) return ignored === null;
  return finer && own.subject === main && own.attribute === 'code';
}

function refers(table: ReadTable, column: Column, codes: ReadonlySet<string> = new Set()): boolean {
  const texts = columnTexts(table, column);
  const hits = texts.filter((text) => codes.has(normaliseCode(text)));
  return texts.some(looksLikeCode) && hits.length >= texts.length * REFERRING;
}
