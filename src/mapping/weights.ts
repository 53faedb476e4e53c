import { readNumber, type WeightScale } from '../plan';
import type { Fact } from './rows/statements';

/**
 * What a column of weights counts in, told from the weights themselves: `30 %` or numbers up to 100 are
 * percentages, numbers up to 1 are fractions, numbers around 1 are multipliers (1,0–1,4), anything else is relative.
 * Null without a readable weight.
 */
export function weightScale(facts: readonly Fact[]): WeightScale | null {
  const numbers = facts.flatMap((fact) => fact.number ?? readNumber(fact.text) ?? []);
  if (numbers.length === 0) return null;
  if (facts.some((fact) => fact.text.includes('%'))) return 'percent';
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
  if (max <= 1 && numbers.some((one) => one < 1)) return 'fraction';
  if (min >= 0.5 && max <= 2) return numbers.every((one) => one === 1) ? 'relative' : 'multiplier';
  return max > 5 && max <= 100 ? 'percent' : 'relative';
}
