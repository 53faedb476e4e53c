import type { RelationColumn } from '../relation/relation';
import type { Tell } from './terms';
import { weightOf } from './weights';

/** A table that is no part of the plan: what its headers say of the plan speaks against it. */
export function outsideEvidence(columns: readonly RelationColumn[], tell?: Tell): number {
  let sum = 0;
  const add: Tell = (evidence, said, about) => {
    const value = said * weightOf(evidence, '');
    sum += value;
    tell?.(evidence, value, about);
  };
  add('outside-the-plan', -1.5);
  for (const column of columns) add('outside-header', headerEvidence(column), [column.at]);
  return sum;
}

function headerEvidence({ header: { meaning } }: RelationColumn): number {
  const { subject, attribute, ignored, confidence } = meaning;
  if (ignored !== null) return 1.5 * confidence;
  if (subject !== null && subject !== 'quantity') return -5 * confidence;
  return attribute === null ? -0.3 : -1.4 * confidence;
}
