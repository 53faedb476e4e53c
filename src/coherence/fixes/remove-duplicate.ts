import type { CellRef } from '../../workbook';
import { uniqueCells, type FactContext } from '../facts/context';
import { lineOf } from '../facts/row-groups';
import type { Fixer } from './fixer';
import { edit, key, ownCells, rowsOf } from './cells';

/** Empties the repeated rows, the first stays. Labels that rows below inherit stay too. */
export const removeDuplicate: Fixer = (finding, context) => {
  const [first, ...repeated] = rowsOf(finding.involved, context);
  if (!first || repeated.length === 0) return null;
  const gone = new Set(repeated.map((row) => row.id));
  const needed = new Set(
    context.plan.pegRows
      .filter((row) => !gone.has(row.id))
      .flatMap((row) => [row.operating, row.strategic].flatMap((label) => label?.cells.map(key) ?? [])),
  );
  const besides = cellsByLine(context);
  return repeated.flatMap((row) =>
    uniqueCells([...ownCells(row), ...(besides.get(lineOf(row.title.cells[0]) ?? '') ?? [])])
      .filter((cell) => !needed.has(key(cell)))
      .map((cell) => edit(cell, null, context)),
  );
};

/** The cells of phases and indicators on each line: they go with the row they repeat. */
function cellsByLine({ plan }: FactContext): ReadonlyMap<string, CellRef[]> {
  const byLine = new Map<string, CellRef[]>();
  for (const entity of [...plan.phases, ...plan.indicators]) {
    const line = lineOf(entity.title.cells[0]);
    if (line === null) continue;
    const cells = Object.values(entity)
      .flatMap(cellsIn)
      .filter((cell) => lineOf(cell) === line);
    byLine.set(line, [...(byLine.get(line) ?? []), ...cells]);
  }
  return byLine;
}

/** The cells of a fact, or of a list of facts. */
function cellsIn(value: unknown): readonly CellRef[] {
  if (Array.isArray(value)) return value.flatMap(cellsIn);
  if (typeof value !== 'object' || value === null || !('cells' in value)) return [];
  return Array.isArray(value.cells) ? (value.cells as CellRef[]) : [];
}
