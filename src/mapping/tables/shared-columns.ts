import { rowsBetween } from '../grid/sheet-view';
import { isTotalRow } from '../words/texts';
import type { Column } from './column';
import type { FoundTable } from './find-tables';

/**
 * A bare `Peso` or `Responsabile` beside phases or indicators may be theirs or their objective's. What stands in the
 * column tells: values only where an objective begins, or the same in all its rows, are the objective's.
 */
export function settleShared(columns: readonly Column[], table: FoundTable): Column[] {
  const name =
    columns.find(({ field }) => field?.subject === 'pegObjective' && field.attribute === 'title') ??
    columns.find(({ field }) => field?.subject === 'pegObjective' && field.attribute === 'code');
  if (!name) return [...columns];
  const objectives = rowsOfObjectives(table, name.column);
  return columns.map((column) => {
    const { field } = column;
    if (!field || field.group > 0 || column.origin !== 'context') return column;
    if (field.subject !== 'phase' && field.subject !== 'indicator') return column;
    const taken = columns.some(
      (other) => other.field?.subject === 'pegObjective' && other.field.attribute === field.attribute,
    );
    const texts = objectives.map((rows) => rows.map((row) => table.sheet.text(row, column.column)));
    const shared =
      field.attribute === 'weight'
        ? isWeightOfObjective(texts, field.subject)
        : field.attribute === 'owner' && isSameThroughout(texts);
    return shared && !taken ? { ...column, field: { ...field, subject: 'pegObjective' } } : column;
  });
}

/** The rows of each objective: it goes on while its name is blank or written again. */
function rowsOfObjectives({ sheet, headerBottom, lastRow }: FoundTable, column: number): number[][] {
  const objectives: number[][] = [];
  let before: string | null = null;
  for (const row of rowsBetween(headerBottom + 1, lastRow)) {
    const texts = sheet.filled(row).map((one) => sheet.text(row, one));
    if (texts.length < 2 || isTotalRow(texts)) continue;
    const name = sheet.line(row, column);
    if (before === null || (name !== '' && name !== before)) objectives.push([]);
    if (name !== '' || before === null) before = name;
    objectives.at(-1)?.push(row);
  }
  return objectives;
}

/** Weights only in the first rows of objectives; with one row each, an indicator's own weight would say nothing. */
function isWeightOfObjective(texts: readonly (readonly string[])[], subject: string): boolean {
  if (texts.some(([, ...rest]) => rest.some((text) => text !== ''))) return false;
  return subject === 'indicator' || texts.some((own) => own.length > 1);
}

function isSameThroughout(texts: readonly (readonly string[])[]): boolean {
  return texts.every((own) => new Set(own.filter((text) => text !== '')).size <= 1);
}
