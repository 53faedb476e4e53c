import { normaliseCode } from '../../plan';
import type { Fixer } from './fixer';
import { edit, key, rowsOf, textAt } from './cells';

/** Writes the probable code instead of the malformed one, in its row and wherever it is cited. */
export const restoreCode: Fixer = (finding, context) => {
  const { code, proposal } = finding.values;
  if (typeof code !== 'string' || typeof proposal !== 'string') return null;
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
  const own = rowsOf(finding.involved, context).flatMap((row) => row.code?.cells.slice(0, 1) ?? []);
  const cells = [...new Map([...own, ...cited].map((cell) => [key(cell), cell])).values()];
  const edits = cells.flatMap((cell) => {
    const written = textAt(cell, context) ?? code;
    return written.includes(code) ? edit(cell, written.replace(code, proposal), context) : [];
  });
  return edits.length > 0 ? edits : null;
};
