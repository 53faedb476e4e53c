import { normalise, similarity } from '../plan';
import type { OutlineItem, PlacedItem } from './outline';

/** Two titles this alike may be the same objective renamed, when everything else fits. */
const RENAMED = 0.6;
/** Comparing every title with every other is only done for this many pairs; larger crowds share a parent or a code. */
const MOST_PAIRS = 40_000;

/** Items of one kind, before and after. */
export interface Pairs {
  readonly both: readonly (readonly [OutlineItem, PlacedItem])[];
  readonly added: readonly PlacedItem[];
  readonly removed: readonly OutlineItem[];
}

/** What an item is recognised by; null = it cannot be recognised by this. */
type Key = (item: OutlineItem, parents: string) => string | null;

/** From the strongest likeness to the weakest. Numbers are not stable across years, titles are edited. */
const SAME: Key = (item, parents) => JSON.stringify([item.code, item.title, parents, item.fields]);
const SAME_CODE_TITLE_PARENT: Key = (item, parents) =>
  `${item.code ?? ''}#${normalise(item.title)}#${parents}`;
const SAME_CODE_TITLE: Key = (item) => (item.code === null ? null : `${item.code}#${normalise(item.title)}`);
const SAME_TITLE_PARENT: Key = (item, parents) => `${normalise(item.title)}#${parents}`;
const SAME_CODE: Key = (item) => item.code;
const SAME_TITLE: Key = (item) => normalise(item.title);
const SAME_PARENT: Key = (_item, parents) => parents;

/**
 * Pairs off the items of one kind by ever weaker likeness; what is left is new or gone.
 * @param renames how parents that were renamed or recoded are called now
 */
export function pairItems(
  before: readonly OutlineItem[],
  after: readonly PlacedItem[],
  renames: ReadonlyMap<string, string>,
): Pairs {
  const olds = new Set(before);
  const news = new Set(after);
  const both: (readonly [OutlineItem, PlacedItem])[] = [];
  const parents = new Map<OutlineItem, string>();
  for (const item of before)
    parents.set(item, [...item.parents.map((one) => renames.get(one) ?? one)].sort().join('|'));
  for (const item of after) parents.set(item, [...item.parents].sort().join('|'));

  const take = (old: OutlineItem, now: PlacedItem): void => {
    both.push([old, now]);
    olds.delete(old);
    news.delete(now);
  };
  const grouped = <T extends OutlineItem>(items: Iterable<T>, key: Key): Map<string, T[]> => {
    const groups = new Map<string, T[]>();
    for (const item of items) {
      const own = key(item, parents.get(item) ?? '');
      if (own !== null) groups.set(own, [...(groups.get(own) ?? []), item]);
    }
    return groups;
  };
  const pairEqual = (key: Key): void => {
    const candidates = grouped(news, key);
    for (const [own, group] of grouped(olds, key)) {
      const others = candidates.get(own) ?? [];
      group.slice(0, others.length).forEach((old, index) => {
        const now = others[index];
        if (now) take(old, now);
      });
    }
  };
  /** Renamed items: the most alike first, each only once, among those that share the key. */
  const pairAlike = (key: Key): void => {
    const candidates = grouped(news, key);
    for (const [own, group] of grouped(olds, key)) {
      const others = candidates.get(own) ?? [];
      if (group.length * others.length > MOST_PAIRS) continue;
      const likely = group
        .flatMap((old) => others.map((now) => ({ old, now, score: similarity(old.title, now.title) })))
        .filter((one) => one.score >= RENAMED)
        .sort((a, b) => b.score - a.score);
      for (const { old, now } of likely) if (olds.has(old) && news.has(now)) take(old, now);
    }
  };

  pairEqual(SAME);
  pairEqual(SAME_CODE_TITLE_PARENT);
  pairEqual(SAME_CODE_TITLE);
  pairEqual(SAME_TITLE_PARENT);
  pairAlike(SAME_CODE);
  pairEqual(SAME_CODE);
  pairEqual(SAME_TITLE);
  pairAlike(SAME_PARENT);
  return { both, added: [...news], removed: [...olds] };
}
