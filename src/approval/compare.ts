import type { EntityKind } from '../plan';
import type { CellRef } from '../workbook';
import type { OutlineField, OutlineItem, PlacedItem } from './outline';
import { pairItems } from './pairing';

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
    const pairs = pairItems(
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
