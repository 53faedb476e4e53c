import { sameValue } from './same';

/** Named section of the private store. */
export type Section = 'profile' | 'waivers' | 'rules' | 'attestations';

/**
 * A section that two people changed since one of them read it. Lists (waivers, attestations) are joined: what I added
 * and what they added stay, what I took away goes; two waivers of one finding are mine. Anything else is as I want it.
 * @param known as I had read it
 * @param theirs as it stands now
 * @param mine as I want it
 */
export function mergeSection(known: unknown, theirs: unknown, mine: unknown): unknown {
  if (!Array.isArray(mine) || !Array.isArray(theirs) || sameValue(known, theirs)) return mine;
  const before = listOf(known);
  const removed = before.filter((one) => !has(mine, one));
  const added = mine.filter((one) => !has(before, one));
  const covered = new Set(added.flatMap((one) => subjectOf(one) ?? []));
  const kept = theirs.filter((one: unknown) => {
    const subject = subjectOf(one);
    return !has(removed, one) && !has(added, one) && (subject === null || !covered.has(subject));
  });
  return [...kept, ...added];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const has = (list: readonly unknown[], wanted: unknown): boolean =>
  list.some((one) => sameValue(one, wanted));

/** What a waiver is about: of one finding there is one waiver. */
function subjectOf(one: unknown): string | null {
  if (typeof one !== 'object' || one === null || !('finding' in one)) return null;
  return typeof one.finding === 'string' ? one.finding : null;
}
