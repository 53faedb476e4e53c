import type { PegObjective, Phase } from '../../plan';
import type { CellRef } from '../../workbook';
import type { FactContext } from '../facts';
import { objectiveGroups, phaseGroups } from '../facts/weight-groups';
import type { Fixer } from './fixer';
import { cellOnLine, edit } from './cells';

/** Writes the only weight missing in a group, when the others leave something to reach the total. */
export const completeWeights: Fixer = (finding, context) => {
  const { level, sum, expected, missing, outOfRange } = finding.values;
  const lone = Array.isArray(missing) && missing.length === 1;
  const off = Array.isArray(outOfRange) && outOfRange.length > 0;
  if (typeof sum !== 'number' || typeof expected !== 'number' || !lone || off) return null;
  const rest = Math.round((expected - sum) * 10_000) / 10_000;
  if (rest <= 0) return null;
  const groups = level === 'phase' ? phaseGroups(context) : objectiveGroups(context);
  const group = groups.find((one) => one.subject.id === finding.subject.id);
  const member = group?.members.find((one) => one.weight === null || one.weight.number === null);
  const model = group?.members.find((one) => one.weight?.number != null);
  const cell =
    member && weightCell(member, level === 'phase' ? 'phase.weight' : 'pegObjective.weight', context);
  if (!cell) return null;
  const inPercent = model?.weight?.value.includes('%') ?? false;
  return [edit(cell, inPercent ? `${String(rest).replace('.', ',')}%` : rest, context)];
};

function weightCell(member: Phase | PegObjective, field: string, context: FactContext): CellRef | null {
  if (member.weight) return member.weight.cells[0] ?? null;
  const line = member.title.cells[0];
  const tables = context.plan.tables.filter(
    (table) => table.sheet === line?.sheet && table.columns.some((column) => column.field === field),
  );
  return tables.length === 1 ? cellOnLine(tables[0], field, line) : null;
}
