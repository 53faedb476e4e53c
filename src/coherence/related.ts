import type { PlanEntity } from '../plan';
import { factSets } from './facts';
import type { FactContext } from './facts/context';
import type { Fact } from './facts/fact';
import { UnknownNameError } from './unknown-name';

/** Facts of another set that stand under (or state) what a fact is about. */
export type RelatedFacts = (fact: Fact, set: string) => readonly Fact[];

/** Finds related facts by the hierarchy: indicators and phases of an objective, objectives of an operating one … */
export function relatedFacts(context: FactContext): RelatedFacts {
  const indexOf = (name: string): ReadonlyMap<string, readonly Fact[]> =>
    context.shared(`related/${name}`, () => {
      const set = factSets.get(name);
      if (!set) throw new UnknownNameError('fact', name);
      const index = new Map<string, Fact[]>();
      for (const fact of context.shared(`facts/${name}`, () => set.facts(context))) {
        for (const id of placesOf(fact.subject.id, context)) {
          const facts = index.get(id);
          if (facts) facts.push(fact);
          else index.set(id, [fact]);
        }
      }
      return index;
    });
  return (fact, set) => indexOf(set).get(fact.subject.id) ?? [];
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
