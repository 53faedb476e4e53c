import { normalise, normaliseCode, similarity, wordOverlap, type MatchKind } from '../plan';

/** Something a label may mean. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly code: string | null;
}

export interface Match {
  readonly id: string;
  readonly match: MatchKind;
  /** 0–1 */
  readonly similarity: number;
}

/** Names at least this alike are the same name with a slip (edit distance over length). */
export const NEAR = 0.8;
/** A loose label must share at least this part of its words with what it means. */
const LOOSE = 0.5;
/** The runner-up must be this much less alike. */
const MARGIN = 0.08;

/** By code first, then by name: equal, equal after normalising, near. Null when nothing or more than one thing fits. */
export function findEntity(
  label: string,
  code: string | null,
  candidates: readonly Candidate[],
): Match | null {
  if (code !== null) {
    const same = candidates.filter(
      (one) => one.code !== null && normaliseCode(one.code) === normaliseCode(code),
    );
    const [only] = same;
    if (only && same.length === 1)
      return { id: only.id, match: 'code', similarity: similarity(label, only.title) };
  }
  return findByName(label, candidates);
}

/** By name: equal, equal after normalising, near. */
export function findByName(label: string, candidates: readonly Candidate[]): Match | null {
  const exact = candidates.find((one) => one.title === label);
  if (exact) return { id: exact.id, match: 'exact', similarity: 1 };
  const own = normalise(label);
  if (own === '') return null;
  const equal = candidates.find((one) => normalise(one.title) === own);
  if (equal) return { id: equal.id, match: 'normalised', similarity: 1 };
  const ranked = rank(candidates, (one) => similarity(label, one.title));
  const [best, second] = ranked;
  if (!best || best.score < NEAR || best.score - (second?.score ?? 0) < MARGIN / 2) return null;
  return { id: best.one.id, match: 'near', similarity: best.score };
}

/**
 * A short or loose label among few candidates: `sicurezza e legalità` for `Sicurezza, legalità e equità`. Only a
 * single candidate that clearly shares more words than the others is taken.
 */
export function findLoosely(label: string, candidates: readonly Candidate[]): Match | null {
  const near = findByName(label, candidates);
  if (near) return near;
  const ranked = rank(candidates, (one) => wordOverlap(label, one.title));
  const [best, second] = ranked;
  if (!best || best.score < LOOSE || best.score - (second?.score ?? 0) < MARGIN) return null;
  return { id: best.one.id, match: 'only-candidate', similarity: similarity(label, best.one.title) };
}

function rank(
  candidates: readonly Candidate[],
  score: (one: Candidate) => number,
): { one: Candidate; score: number }[] {
  return candidates.map((one) => ({ one, score: score(one) })).sort((a, b) => b.score - a.score);
}
