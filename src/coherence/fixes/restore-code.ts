import { normaliseCode } from '../../plan';
import type { FactContext } from '../facts';
import type { FixEdit } from '../finding';
import type { Fixer } from './fixer';
import { edit, key, rowsOf, textAt } from './cells';

/** Writes the probable code instead of each malformed one, in its row and wherever it is cited; all or none. */
export const restoreCode: Fixer = (finding, context) => {
  const wrong = new Map(
    rowsOf(finding.involved, context).flatMap(({ code, codeProblem }) =>
      code && codeProblem ? [[code.value, codeProblem.proposal] as const] : [],
    ),
  );
  const proposals = [...wrong.values()].flatMap((proposal) =>
    proposal === null ? [] : normaliseCode(proposal),
  );
  if (wrong.size === 0 || new Set(proposals).size < wrong.size) return null;
  const all = [...wrong].map(([code, proposal]) =>
    restored(code, proposal ?? code, finding.involved, context),
  );
  return all.some((edits) => edits === null) ? null : all.flatMap((edits) => edits ?? []);
};

function restored(
  code: string,
  proposal: string,
  involved: readonly string[],
  context: FactContext,
): FixEdit[] | null {
  const taken = context.plan.pegRows.some(
    (row) => row.code !== null && normaliseCode(row.code.value) === normaliseCode(proposal),
  );
  if (taken) return null;
  const cited = context.plan.mentions.flatMap((mention) =>
    mention.kind === 'pegObjective' &&
    mention.code &&
    normaliseCode(mention.code.value) === normaliseCode(code)
      ? mention.code.cells.slice(0, 1)
      : [],
  );
  const own = rowsOf(involved, context).flatMap((row) =>
    row.code?.value === code ? row.code.cells.slice(0, 1) : [],
  );
  const cells = [...new Map([...own, ...cited].map((cell) => [key(cell), cell])).values()];
  const edits = cells.flatMap((cell) => {
    const written = textAt(cell, context) ?? code;
    return written.includes(code) ? edit(cell, written.replace(code, proposal), context) : [];
  });
  return edits.length > 0 ? edits : null;
}
