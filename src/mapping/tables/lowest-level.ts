import { columnsFor, textStatesPeg, type ReadSheet, type ReadTable } from '../sheet';
import { isName, LEVELS, type Field, type Level } from '../words/field';
import type { Column } from './column';

/** Confidence of a level taken for the objectives of PEG: it is to be confirmed. */
const GUESSED = 0.65;

/** What is assigned, measured or timed is an objective of PEG, whatever its header calls it. */
const ASSIGNED: readonly Field['attribute'][] = ['owner', 'weight', 'start', 'end', 'target'];

/**
 * Small plans have no level of their own below the DUP: an `Obiettivo operativo` or `strategico` with an owner, a
 * weight, a target or a date in its row is what the PEG assigns. Only where nothing else is an objective of PEG.
 */
export function settleLowestLevel(sheets: readonly ReadSheet[]): ReadSheet[] {
  const stated = sheets.some(
    (sheet) =>
      sheet.cards.length > 0 ||
      textStatesPeg(sheet) ||
      sheet.tables.some((table) => columnsFor(table, 'pegObjective', 'title').length > 0),
  );
  if (stated) return [...sheets];
  return sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map(settled) }));
}

function settled(table: ReadTable): ReadTable {
  const assigned = table.columns.some(({ field }) => field && ASSIGNED.includes(field.attribute));
  const level = [...LEVELS].reverse().find((one) => columnsFor(table, one, 'title').length > 0);
  if (!assigned || level === undefined || table.namesDup || table.outline) return table;
  const coded = columnsFor(table, level, 'code').length > 0;
  const columns = table.columns.map((column) => lowered(column, level, coded));
  return { ...table, columns, main: table.main === level ? 'pegObjective' : table.main };
}

function lowered(column: Column, level: Level, coded: boolean): Column {
  const { field } = column;
  // The level's own code tells more than the number of the row.
  if (coded && field?.subject === 'pegObjective' && field.attribute === 'code')
    return { ...column, field: { ...field, attribute: 'ordinal' } };
  if (field?.subject !== level) return column;
  const confidence = isName(field) ? Math.min(column.confidence, GUESSED) : column.confidence;
  return { ...column, field: { ...field, subject: 'pegObjective' }, confidence, origin: 'context' };
}
