import type { CellRef } from '../workbook';
import type { EntityKind, PegObjective, Plan, PlanEntity } from './types';

/** A node of the hierarchy as shown. An objective with several parents stands under each with the same id. */
export interface PlanNode {
  readonly id: string;
  readonly kind: EntityKind;
  readonly code: string | null;
  readonly title: string;
  readonly cells: readonly CellRef[];
  readonly children: readonly PlanNode[];
}

/** Everything in the hierarchy, from the highest level on. */
export function planEntities(plan: Plan): readonly PlanEntity[] {
  return [
    ...plan.strategicAreas,
    ...plan.strategicObjectives,
    ...plan.operatingObjectives,
    ...plan.pegObjectives,
    ...plan.phases,
    ...plan.indicators,
  ];
}

/** How many entities of each kind; `pegObjectives` are distinct objectives: distinct codes plus rows without a code. */
export interface PlanCounts {
  readonly strategicAreas: number;
  readonly strategicObjectives: number;
  readonly operatingObjectives: number;
  readonly pegObjectives: number;
  readonly phases: number;
  readonly indicators: number;
}

/** The name of each kind in {@link PlanCounts}. */
const COUNT_NAMES: Readonly<Record<EntityKind, keyof PlanCounts>> = {
  strategicArea: 'strategicAreas',
  strategicObjective: 'strategicObjectives',
  operatingObjective: 'operatingObjectives',
  pegObjective: 'pegObjectives',
  phase: 'phases',
  indicator: 'indicators',
};

/** Counts by kind under the names of {@link PlanCounts}. */
export function countsByKind(counts: Readonly<Partial<Record<EntityKind, number>>>): Partial<PlanCounts> {
  return Object.fromEntries(
    Object.entries(counts).map(([kind, count]) => [COUNT_NAMES[kind as EntityKind], count]),
  );
}

export function planCounts(plan: Plan): PlanCounts {
  return {
    strategicAreas: plan.strategicAreas.length,
    strategicObjectives: plan.strategicObjectives.length,
    operatingObjectives: plan.operatingObjectives.length,
    pegObjectives: plan.pegObjectives.length,
    phases: plan.phases.length,
    indicators: plan.indicators.length,
  };
}

function groupBy<T>(
  list: readonly T[],
  keys: (one: T) => readonly (string | null)[],
): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const one of list) {
    for (const key of keys(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}

/** What an objective stands under: the lowest level that it is placed in. */
function parentsOf({ operatingIds, strategicIds, areaIds = [] }: PegObjective): readonly (string | null)[] {
  return [operatingIds, strategicIds, areaIds].find((ids) => ids.length > 0) ?? [null];
}

/** The hierarchy as a tree. What hangs on nothing stands at the top, so that nothing is left out. */
export function planTree(plan: Plan): PlanNode[] {
  const strategics = groupBy(plan.strategicObjectives, (one) => [one.areaId]);
  const operatings = groupBy(plan.operatingObjectives, (one) => [one.strategicId ?? one.areaId ?? null]);
  const pegs = groupBy(plan.pegObjectives, parentsOf);
  const phases = groupBy(plan.phases, (one) => [one.pegId]);
  const indicators = groupBy(plan.indicators, (one) => [one.objectiveId]);

  const node = (entity: PlanEntity, children: readonly PlanNode[]): PlanNode => ({
    id: entity.id,
    kind: entity.kind,
    code: entity.code?.value ?? null,
    title: entity.title.value,
    cells: [...(entity.code?.cells ?? []), ...entity.title.cells].filter(
      (ref, i, all) =>
        all.findIndex(
          (other) => other.sheet === ref.sheet && other.address === ref.address && other.file === ref.file,
        ) === i,
    ),
    children,
  });
  const leaves = (id: string | null) => (indicators.get(id) ?? []).map((one) => node(one, []));
  const pegNodes = (id: string | null) =>
    (pegs.get(id) ?? []).map((one) =>
      node(one, [...(phases.get(one.id) ?? []).map((phase) => node(phase, [])), ...leaves(one.id)]),
    );
  const operatingNodes = (id: string | null) =>
    (operatings.get(id) ?? []).map((one) => node(one, [...pegNodes(one.id), ...leaves(one.id)]));
  const strategicNodes = (id: string | null) =>
    (strategics.get(id) ?? []).map((one) =>
      node(one, [...operatingNodes(one.id), ...pegNodes(one.id), ...leaves(one.id)]),
    );
  return [
    ...plan.strategicAreas.map((one) =>
      node(one, [
        ...strategicNodes(one.id),
        ...operatingNodes(one.id),
        ...pegNodes(one.id),
        ...leaves(one.id),
      ]),
    ),
    ...strategicNodes(null),
    ...operatingNodes(null),
    ...pegNodes(null),
    ...(phases.get(null) ?? []).map((one) => node(one, [])),
    ...leaves(null),
  ];
}
