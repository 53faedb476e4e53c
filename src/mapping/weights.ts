import { readNumber, type WeightScale } from '../plan';
import type { Fact } from './rows/statements';

/** This share of the weights tells the scale: one typed wrongly does not hide it. */
const MOST = 0.75;

const PERCENT = /%|\/\s*100$|\bsu 100$/;

/** A weight's number as offices write it: `30`, `30 %`, `30/100`, `30 su 100`, `30 punti`; null for anything else. */
export function readWeight(text: string): number | null {
  return readNumber(text.replace(/\s*(?:\/|su)\s*100\s*$|\s*(?:punti|pt\.?|p\.)\s*$/i, ''));
}

/**
 * What a column of weights counts in, told from the weights themselves: `30 %` or numbers up to 100 are
 * percentages, numbers up to 1 are fractions, numbers around 1 are multipliers (1,0–1,4), anything else is relative.
 * Null without a readable weight.
 */
export function weightScale(facts: readonly Fact[]): WeightScale | null {
  const numbers = facts.flatMap((fact) => fact.number ?? readWeight(fact.text) ?? []);
  if (numbers.length === 0) return null;
  const share = (test: (one: number) => boolean) => numbers.filter(test).length / numbers.length;
  if (facts.filter((fact) => PERCENT.test(fact.text)).length * 2 >= facts.length) return 'percent';
  if (share((one) => one === 1) === 1) return 'relative';
  if (share((one) => one > 0 && one <= 1) >= MOST && share((one) => one < 1) > 0) return 'fraction';
  if (share((one) => one >= 0.5 && one <= 2) >= MOST) return 'multiplier';
  return share((one) => one > 5 && one <= 100) >= MOST ? 'percent' : 'relative';
}
