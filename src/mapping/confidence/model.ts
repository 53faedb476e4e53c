import data from './model.json';
import { SIGNS, type Signs } from './signs';

/** The numbers of the confidence: log-odds that a reading is right where nothing speaks against it, and what each sign takes. */
export interface Model {
  readonly base: number;
  /** By name of the sign; none is above 0, so that nothing that speaks against a reading makes it surer. */
  readonly weights: Readonly<Partial<Record<string, number>>>;
  /** From this probability on a reading is relied on. */
  readonly sure: number;
}

/** Fitted to readings whose truth is known (`npm run reading:confidence`). */
const FITTED: Model = data;

/** From this probability on a reading is relied on. */
export const SURE = FITTED.sure;

/** Probability that all entities and links of a reading are right, 0–1. */
export function probabilityOf(signs: Signs, { base, weights }: Model = FITTED): number {
  const odds = SIGNS.reduce((sum, name) => sum + (weights[name] ?? 0) * signs[name], base);
  return Math.max(LEAST, 1 / (1 + Math.exp(-odds)));
}

/** However much speaks against them, some readings are right: signs that come together are not independent. */
const LEAST = 0.1;
