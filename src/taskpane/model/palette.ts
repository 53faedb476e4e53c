import type { PegObjective, Plan, PlanNode } from '../../plan';
import type { Owners } from './owners';

/** Offices with a colour of their own; the others share the last one. */
export const MOST_COLOURS = 7;

/** The offices with most PEG objectives, most first: the ones that get a colour. */
export function leadingOwners(plan: Plan, owners: Owners): string[] {
  const counts = new Map<string, number>();
  for (const peg of plan.pegObjectives) {
    const [first] = owners.get(peg.id) ?? [];
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_COLOURS)
    .map(([owner]) => owner);
}

/** The office of a branch: its objectives' where they all have the same, else null. */
export function ownerOf(node: PlanNode, owners: Owners): string | null {
  const found = new Set<string>();
  const visit = (one: PlanNode): void => {
    if (one.kind === ('pegObjective' satisfies PegObjective['kind']))
      found.add(owners.get(one.id)?.[0] ?? '');
    else one.children.forEach(visit);
  };
  visit(node);
  const [only] = found;
  return found.size === 1 && only !== undefined && only !== '' ? only : null;
}
