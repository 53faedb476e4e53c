import type { PlanEntity } from '../plan';
import { views, type Entry } from './facts';
import { groupBy, type FactContext } from './facts/context';
import { UnknownNameError } from './unknown-name';

/** Entries of another view that stand under what an entry is about, above it, or take part in it. */
export type RelatedEntries = (entry: Entry, view: string) => readonly Entry[];

/**
 * Finds related entries by the hierarchy: indicators and phases of an objective, the objective of an indicator …; of the
 * plan as a whole all of them; of a group those of its members.
 */
export function relatedEntries(context: FactContext): RelatedEntries {
  const entriesOf = (name: string): readonly Entry[] => {
    const view = views.get(name);
    if (!view) throw new UnknownNameError('fact', name);
    return view.entries(context);
  };
  const indexOf = (name: string): ReadonlyMap<string, readonly Entry[]> =>
    context.shared(`related/${name}`, () => {
      const placed = entriesOf(name).flatMap((entry) =>
        [...placesOf(entry.subject.id, context)].map((id) => ({ id, entry })),
      );
      return new Map(
        [...groupBy(placed, ({ id }) => id)].map(([id, all]) => [id, all.map((one) => one.entry)]),
      );
    });
  const subjectsOf = (name: string): ReadonlyMap<string, readonly Entry[]> =>
    context.shared(`subjects/${name}`, () => groupBy(entriesOf(name), ({ subject }) => subject.id));
  return ({ subject, involved }, name) => {
    if (subject.kind === 'plan') return entriesOf(name);
    if (!context.entities.has(subject.id)) return involved.flatMap((id) => subjectsOf(name).get(id) ?? []);
    const below = indexOf(name).get(subject.id);
    if (below) return below;
    const [, ...above] = placesOf(subject.id, context);
    return above.flatMap((id) => subjectsOf(name).get(id) ?? []);
  };
}

/** The subject itself and everything it stands under, each once. */
function placesOf(id: string, context: FactContext): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (one: string): void => {
    if (found.has(one)) return;
    found.add(one);
    const entity = context.entities.get(one);
    if (entity) parentsOf(entity).forEach(visit);
  };
  visit(id);
  return found;
}

function parentsOf(entity: PlanEntity): readonly string[] {
  switch (entity.kind) {
    case 'indicator':
      return [entity.objectiveId].flatMap((id) => id ?? []);
    case 'phase':
      return [entity.pegId].flatMap((id) => id ?? []);
    case 'pegObjective':
      return [...entity.operatingIds, ...entity.strategicIds, ...(entity.areaIds ?? [])];
    case 'operatingObjective':
      return [entity.strategicId, entity.areaId].flatMap((id) => id ?? []);
    case 'strategicObjective':
      return [entity.areaId].flatMap((id) => id ?? []);
    default:
      return [];
  }
}
