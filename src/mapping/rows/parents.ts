import { isLevel, isName } from '../words/field';
import { levelLabels } from '../words/level-labels';
import type { Fact } from './statements';

/**
 * The parents that one cell names: several levels in its lines, or another level than its label or column says. Else
 * the fact alone.
 *
 * @param text  the cell as displayed, with its line breaks
 */
export function parents(fact: Fact, text: string): readonly Fact[] {
  const { field: own } = fact;
  if (!isLevel(own.subject) || !(isName(own) || own.attribute === 'citation')) return [fact];
  const named = levelLabels(text);
  const same = named.length === 1 && named[0]?.field.subject === own.subject;
  if (named.length === 0 || same) return [fact];
  return named.map(({ field, value }) => ({ ...fact, field, text: value }));
}
