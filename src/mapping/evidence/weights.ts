import type { Evidence } from './terms';
import data from './weights.json';

/**
 * How far each piece of evidence is believed, fitted to workbooks whose truth is known (`npm run reading:weights`). What it
 * says in log-odds is worked out where it stands, and counts so many times. Pieces that say the same of different subjects
 * may have a weight for each. What no measurement moved counts once.
 */
const TERMS = data.terms as Readonly<Record<string, number>>;
const NAMES = data.names as Readonly<Record<string, number>>;

/** @param of  the subject or attribute it is said of */
export function weightOf(evidence: Evidence, of: string): number {
  return TERMS[`${evidence}:${of}`] ?? TERMS[evidence] ?? 1;
}

/**
 * How often columns of names and codes are what they look like at first, in log-odds.
 * @param role  `pegObjective.title`
 * @param known  whether its header says anything
 */
export function habitOf(role: string, known: boolean): number {
  return NAMES[known ? role : `${role}?`] ?? 0;
}
