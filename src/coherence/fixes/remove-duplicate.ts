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
  return repeated.flatMap((row) =>
    ownCells(row)
      .filter((cell) => !needed.has(key(cell)))
      .map((cell) => edit(cell, null, context)),
  );
};
