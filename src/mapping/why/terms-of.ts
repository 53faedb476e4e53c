import { columnEvidence } from '../evidence/columns';
import { outsideEvidence } from '../evidence/outside';
import { Pairs } from '../evidence/pairs';
import type { Evidence, Tell } from '../evidence/terms';
import { WholeEvidence } from '../evidence/whole';
import type { Asked } from '../questions/doubts';
import type { RelationReading } from '../search/search';

/** One piece of evidence on a reading. */
export interface Term {
  readonly evidence: Evidence;
  /** Log-odds: above 0 for the reading, below 0 against it. */
  readonly value: number;
  /** The columns it is about, by their place; empty where it is about all of them together. */
  readonly columns: readonly number[];
}

/** All evidence on a reading; the values sum to its score. */
export function termsOf(
  { relation, context }: Pick<Asked, 'relation' | 'context'>,
  { roles, outside }: RelationReading,
): Term[] {
  const terms: Term[] = [];
  const tell: Tell = (evidence, value, columns = []) => terms.push({ evidence, value, columns });
  if (outside) outsideEvidence(relation.columns, tell);
  else {
    for (const column of relation.columns) columnEvidence(column, roles[column.at] ?? 'other', context, tell);
    new WholeEvidence(relation, new Pairs(relation), context).score(roles, tell);
  }
  return terms;
}
