import { normaliseCode } from '../../plan';
import { columnTexts, type ReadSheet, type ReadTable } from '../sheet';
import type { Column } from '../tables/column';
import { field } from '../words/field';

/** This share of a column's values must be ids of a table for it to refer to its rows. */
const REFERRING = 0.8;
const LEAST = 2;
const SURE = 0.9;

/**
 * Ids that only join tables stand for the codes of the rows they belong to: a column of another table that holds them
 * refers to those rows.
 */
export function joinIds(sheets: readonly ReadSheet[]): ReadSheet[] {
  const codes = new Map(
    sheets.flatMap(({ tables }) => tables.flatMap(({ outline }) => [...(outline?.codes ?? [])])),
  );
  if (codes.size === 0) return [...sheets];
  return sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => joined(table, codes)) }));
}

function joined(table: ReadTable, codes: ReadonlyMap<string, string>): ReadTable {
  if (table.outline) return table;
  const referring = table.columns.find((column) => refers(table, column, codes));
  if (!referring) return table;
  const columns = table.columns.map((column): Column => {
    const own = column.field;
    if (column === referring)
      return {
        ...column,
        field: field('pegObjective', 'code'),
        ignored: null,
        confidence: SURE,
        origin: 'content',
        codes,
      };
    const other = own?.subject === 'pegObjective' && own.attribute === 'code';
    return other ? { ...column, field: null } : column;
  });
  return { ...table, columns };
}

function refers(table: ReadTable, column: Column, codes: ReadonlyMap<string, string>): boolean {
  if (column.origin === 'profile') return false;
  const texts = columnTexts(table, column);
  const hits = texts.filter((text) => codes.has(normaliseCode(text)));
  const counting = texts.every((text, i) => Number(text) === i + 1);
  return texts.length >= LEAST && !counting && hits.length >= texts.length * REFERRING;
}
