import { normalise, similarity, type EntityKind } from '../plan';
import type { CellRef } from '../workbook';
import type { OutlineField, OutlineItem, PlacedItem } from './outline';

/** One difference between two plans, in the words of the plan. */
export interface PlanChange {
  readonly change: 'added' | 'removed' | 'renamed' | 'recoded' | 'moved' | 'changed';
  readonly kind: EntityKind;
  readonly code: string | null;
  readonly title: string;
  /** The field that changed, for `changed`. */
  readonly field: OutlineField | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Cells of the new plan; empty for what is gone. */
  readonly cells: readonly CellRef[];
}

/** Two titles this alike may be the same objective renamed, when everything else fits. */
const RENAMED = 0.6;
const KINDS: readonly EntityKind[] = [
  'strategicArea',
  'strategicObjective',
  'operatingObjective',
  'pegObjective',
  'phase',
  'indicator',
];

/**
 * What became different from one plan to another: added, removed, renamed, re-coded, moved, changed. Objectives are
 * matched by code, then by title and parent, then by title: numbers are not stable across years.
 */
export function comparePlans(before: readonly OutlineItem[], after: readonly PlacedItem[]): PlanChange[] {
  const renames = new Map<string, string>();
  return KINDS.flatMap((kind) => {
    const pairs = matched(
      before.filter((one) => one.kind === kind),
      after.filter((one) => one.kind === kind),
      renames,
    );
    for (const [old, now] of pairs.both) {
      renames.set(nameOf(old), nameOf(now));
    }
    return [
      ...pairs.both.flatMap(([old, now]) => differences(old, now, renames)),
      ...pairs.added.map((now): PlanChange => ({
        change: 'added',
        kind,
        code: now.code,
        title: now.title,
        field: null,
        from: null,
        to: now.parents.join('; ') || null,
        cells: now.cells,
      })),
      ...pairs.removed.map((old): PlanChange => ({
        change: 'removed',
        kind,
        code: old.code,
        title: old.title,
        field: null,
        from: old.parents.join('; ') || null,
        to: null,
        cells: [],
      })),
    ];
  });
}

/** How other items name this one as a parent. */
function nameOf(item: OutlineItem): string {
  return item.code ?? item.title;
}

interface Pairs {
  readonly both: [OutlineItem, PlacedItem][];
  readonly added: PlacedItem[];
  readonly removed: OutlineItem[];
}

/** Pairs off items by ever weaker likeness; what is left is new or gone. */
function matched(
  before: readonly OutlineItem[],
  after: readonly PlacedItem[],
  renames: ReadonlyMap<string, string>,
): Pairs {
  let olds = [...before];
  let news = [...after];
  const both: [OutlineItem, PlacedItem][] = [];
  const pair = (key: (item: OutlineItem, isOld: boolean) => string | null): void => {
    const byKey = new Map<string, PlacedItem[]>();
    for (const now of news) {
      const own = key(now, false);
      if (own !== null) byKey.set(own, [...(byKey.get(own) ?? []), now]);
    }
    olds = olds.filter((old) => {
      const own = key(old, true);
      const now = own === null ? undefined : byKey.get(own)?.shift();
      if (!now) return true;
      both.push([old, now]);
      news = news.filter((one) => one !== now);
      return false;
    });
  };
  const parents = (item: OutlineItem, isOld: boolean): string =>
    item.parents
      .map((one) => (isOld ? (renames.get(one) ?? one) : one))
      .sort()
      .join('|');
  pair((item, isOld) => JSON.stringify([item.code, item.title, parents(item, isOld), item.fields]));
  pair((item, isOld) => `${item.code ?? ''}#${normalise(item.title)}#${parents(item, isOld)}`);
  pair((item) => (item.code === null ? null : `${item.code}#${normalise(item.title)}`));
  pair((item, isOld) => `${normalise(item.title)}#${parents(item, isOld)}`);
  pairAlike(olds, news, (old, now) => old.code !== null && old.code === now.code);
  pair((item) => item.code);
  pair((item) => normalise(item.title));
  pairAlike(olds, news, (old, now) => parents(old, true) === parents(now, false));
  return { both, added: news, removed: olds };

  /** Renamed items: the most alike first, each only once. */
  function pairAlike(
    from: readonly OutlineItem[],
    to: readonly PlacedItem[],
    may: (old: OutlineItem, now: PlacedItem) => boolean,
  ): void {
    const likely = from
      .flatMap((old) =>
        to
          .filter((now) => may(old, now))
          .map((now) => ({ old, now, score: similarity(old.title, now.title) })),
      )
      .filter((one) => one.score >= RENAMED)
      .sort((a, b) => b.score - a.score);
    for (const { old, now } of likely) {
      if (!olds.includes(old) || !news.includes(now)) continue;
      both.push([old, now]);
      olds = olds.filter((one) => one !== old);
      news = news.filter((one) => one !== now);
    }
  }
}

function differences(old: OutlineItem, now: PlacedItem, renames: ReadonlyMap<string, string>): PlanChange[] {
  const base = { kind: now.kind, code: now.code, title: now.title, cells: now.cells };
  const changes: PlanChange[] = [];
  if (old.title !== now.title)
    changes.push({ ...base, change: 'renamed', field: null, from: old.title, to: now.title });
  if (old.code !== now.code)
    changes.push({ ...base, change: 'recoded', field: null, from: old.code, to: now.code });
  const followed = old.parents.map((one) => renames.get(one) ?? one).sort();
  if (followed.join('|') !== [...now.parents].sort().join('|'))
    changes.push({
      ...base,
      change: 'moved',
      field: null,
      from: old.parents.join('; '),
      to: now.parents.join('; '),
    });
  for (const field of Object.keys(now.fields) as OutlineField[]) {
    const [from, to] = [old.fields[field] ?? '', now.fields[field]];
    if (from !== to) changes.push({ ...base, change: 'changed', field, from, to });
  }
  return changes;
}
