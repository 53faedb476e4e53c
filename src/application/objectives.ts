import {
  normalise,
  normaliseCode,
  type OperatingObjective,
  type PegObjective,
  type Plan,
  type StrategicArea,
  type StrategicObjective,
} from '../plan';
import { lookUp } from './indicators';

/** An objective of any level, the strategic area above them included. */
export type Objective = StrategicArea | StrategicObjective | OperatingObjective | PegObjective;
export type ObjectiveKind = Objective['kind'];

/** The objectives of a name, or the nearest codes or titles. Several: the plan uses the name more than once. */
export interface ObjectiveLookup {
  readonly found: readonly Objective[];
  readonly near: readonly string[];
}

/**
 * Who stands above whom, and who is called what: worked out once per plan, because a workbook may ask from hundreds
 * of cells.
 */
export class Hierarchy {
  /** Every objective of the plan, top level first. */
  readonly all: readonly Objective[];
  private readonly byCode: ReadonlyMap<string, readonly Objective[]>;
  private readonly byTitle: ReadonlyMap<string, readonly Objective[]>;
  private readonly above: ReadonlyMap<Objective, readonly Objective[]>;
  private readonly below: ReadonlyMap<Objective, readonly Objective[]>;

  constructor(plan: Plan) {
    this.all = [
      ...plan.strategicAreas,
      ...plan.strategicObjectives,
      ...plan.operatingObjectives,
      ...plan.pegObjectives,
    ];
    this.byCode = grouped(this.all, (one) => (one.code ? [normaliseCode(one.code.value)] : []));
    this.byTitle = grouped(this.all, (one) => [normalise(one.title.value)].filter((title) => title !== ''));
    const index = <T extends Objective>(list: readonly T[]): ReadonlyMap<string, T> =>
      new Map(list.map((one) => [one.id, one]));
    const areas = index(plan.strategicAreas);
    const strategic = index(plan.strategicObjectives);
    const operating = index(plan.operatingObjectives);
    const among = (map: ReadonlyMap<string, Objective>, ids: readonly (string | null)[]): Objective[] =>
      ids.flatMap((id) => map.get(id ?? '') ?? []);
    const parents = (one: Objective): Objective[] => {
      if (one.kind === 'strategicObjective') return among(areas, [one.areaId]);
      if (one.kind === 'operatingObjective') return among(strategic, [one.strategicId]);
      if (one.kind === 'strategicArea') return [];
      const direct = among(operating, one.operatingIds);
      return direct.length > 0 ? direct : among(strategic, one.strategicIds);
    };
    this.above = new Map(this.all.map((one) => [one, [...new Set(parents(one))]]));
    this.below = grouped(this.all, (one) => this.parents(one));
  }

  /**
   * Objectives by code, else by title (both normalised), else the only one whose title is unmistakably near.
   * `near` names three codes where the name has a digit, else three titles.
   */
  find(wanted: string): ObjectiveLookup {
    if (wanted.trim() === '') return { found: [], near: [] };
    const exact = this.byCode.get(normaliseCode(wanted)) ?? this.byTitle.get(normalise(wanted));
    if (exact) return { found: exact, near: [] };
    const titles = this.all.map((one) => ({ one, title: one.title, code: null }));
    const hit = lookUp(wanted, titles);
    if (hit.found !== null) return { found: [hit.found.one], near: [] };
    return { found: [], near: /\d/.test(wanted) ? this.nearestCodes(wanted) : hit.near };
  }

  /** What stands directly above. An objective of PEG may serve several operating objectives. */
  parents(objective: Objective): readonly Objective[] {
    return this.above.get(objective) ?? [];
  }

  /** What stands directly below, in the order of the plan. */
  children(objective: Objective): readonly Objective[] {
    return this.below.get(objective) ?? [];
  }

  /** The objective and everything below it. */
  branch(objective: Objective): readonly Objective[] {
    const branch = new Set([objective]);
    for (const one of branch) for (const child of this.children(one)) branch.add(child);
    return [...branch];
  }

  /** The ways from the top down to an objective, one for each parent it has; the objective is the last of each. */
  paths(objective: Objective): readonly (readonly Objective[])[] {
    const parents = this.parents(objective);
    if (parents.length === 0) return [[objective]];
    return parents.flatMap((parent) => this.paths(parent).map((path) => [...path, objective]));
  }

  /** The objectives of a level above one, each once; a number counts the steps up. */
  ancestors(objective: Objective, level: ObjectiveKind | number = 1): readonly Objective[] {
    const above = this.paths(objective).flatMap((path) => {
      const up = path.slice(0, -1);
      return (typeof level === 'number' ? up.at(-level) : up.find((one) => one.kind === level)) ?? [];
    });
    return [...new Set(above)];
  }

  private nearestCodes(wanted: string): readonly string[] {
    const codes = [...new Set(this.all.flatMap((one) => one.code?.value ?? []))];
    return lookUp(
      wanted,
      codes.map((value) => ({ title: { value }, code: null })),
    ).near;
  }
}

function grouped<T, K>(list: readonly T[], keys: (one: T) => readonly K[]): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list)
    for (const key of keys(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}

const known = new WeakMap<Plan, Hierarchy>();

/** The hierarchy of a plan. */
export function hierarchyOf(plan: Plan): Hierarchy {
  let hierarchy = known.get(plan);
  if (!hierarchy) known.set(plan, (hierarchy = new Hierarchy(plan)));
  return hierarchy;
}
