import { similarity, wordOverlap } from '../../plan';

/** Below this two names are not near. */
export const NEAR_NAME = 0.6;

/** How near two names are: letters and shared meaningful words, the better of the two. */
export function nearness(a: string, b: string): number {
  const overlap = wordOverlap(a, b);
  return Math.max(similarity(a, b), overlap >= 0.75 ? overlap * 0.9 : 0);
}

/** The entry with the most similar title, when one is near enough. */
export function nearest<T extends { readonly title: { readonly value: string } }>(
  title: string,
  entries: readonly T[],
): T | null {
  let best: T | null = null;
  let score = NEAR_NAME;
  for (const entry of entries) {
    const here = nearness(title, entry.title.value);
    if (here > score) [best, score] = [entry, here];
  }
  return best;
}
