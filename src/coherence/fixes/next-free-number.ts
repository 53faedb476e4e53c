import type { Fixer } from './fixer';
import { cellOnLine, edit, rowsOf } from './cells';

/** Writes the first free number of the series beside an objective without a code. */
export const nextFreeNumber: Fixer = (finding, context) => {
  const { nextFree } = finding.values;
  const [row] = rowsOf(finding.involved, context);
  if (typeof nextFree !== 'string' || !row) return null;
  const cell = cellOnLine(context.tables.get(row.tableId), 'pegObjective.code', row.title.cells[0]);
  return cell ? [edit(cell, nextFree, context)] : null;
};
