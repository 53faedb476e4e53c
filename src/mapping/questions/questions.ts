import type { EntityKind, Plan, PlanEntity } from '../../plan';
import { roleName, type Role } from '../evidence/roles';
import type { ProfileSays, Question, QuestionOption, SampleEntity } from '../types';
import type { Doubt } from './doubts';

/** Entities shown with an option. */
const SHOWN = 6;
const IDS = ['a', 'b', 'c'] as const;

/**
 * A doubt as a question, each option with the plan it would give.
 * @param plans  the plan of each option, in their order
 */
export function questionOf({ id, asked, at, options }: Doubt, plans: readonly Plan[]): Question {
  const column = asked.columns[at];
  const all = plans.map(entitiesOf);
  const offered = options.map(({ role, probability }, i): QuestionOption => {
    const own = all[i] ?? [];
    const others = all.filter((_, other) => other !== i);
    return {
      id: IDS[i] ?? 'c',
      says: saysOf(role),
      probability: rounded(probability),
      counts: countsOf(plans[i]),
      sample: sampleOf(own, others),
    };
  });
  const rest = Math.max(0, 1 - options.reduce((sum, { probability }) => sum + probability, 0));
  const file = column?.file === undefined ? {} : { file: column.file };
  return {
    id,
    about: {
      sheet: column?.sheet ?? '',
      ...file,
      address: column?.address ?? '',
      template: asked.sheets.length > 1 ? asked.id : null,
      sheets: asked.sheets.length,
      header: column?.header ?? '',
      column: column?.column ?? null,
    },
    options: [...offered, { id: 'none', says: null, probability: rounded(rest), counts: {}, sample: [] }],
  };
}

/** The option of a doubt by its letter; null for `none`. */
export function roleOfOption({ options }: Doubt, option: string): Role | null {
  return options[(IDS as readonly string[]).indexOf(option)]?.role ?? null;
}

function saysOf(role: Role): ProfileSays {
  return typeof role === 'string' ? { says: 'ignore' } : { says: 'field', field: roleName(role) };
}

function countsOf(plan: Plan | undefined): QuestionOption['counts'] {
  if (!plan) return {};
  return {
    strategicArea: plan.strategicAreas.length,
    strategicObjective: plan.strategicObjectives.length,
    operatingObjective: plan.operatingObjectives.length,
    pegObjective: plan.pegObjectives.length,
    phase: plan.phases.length,
    indicator: plan.indicators.length,
  };
}

/** Entities that this option has and another has not, or under another parent; then the first others. */
function sampleOf(
  own: readonly SampleEntity[],
  others: readonly (readonly SampleEntity[])[],
): SampleEntity[] {
  const keys = others.map((list) => new Set(list.map(keyOf)));
  const different = own.filter((one) => keys.some((set) => !set.has(keyOf(one))));
  const few = different.slice(0, SHOWN);
  return few.length >= SHOWN
    ? few
    : [...few, ...own.filter((one) => !few.includes(one)).slice(0, SHOWN - few.length)];
}

function keyOf({ kind, sheet, address, parent }: SampleEntity): string {
  return `${kind}|${sheet}!${address}|${parent ?? ''}`;
}

function entitiesOf(plan: Plan): SampleEntity[] {
  const titles = new Map<string, string>();
  const all: readonly PlanEntity[] = [
    ...plan.strategicAreas,
    ...plan.strategicObjectives,
    ...plan.operatingObjectives,
    ...plan.pegObjectives,
    ...plan.phases,
    ...plan.indicators,
  ];
  for (const one of all) titles.set(one.id, one.title.value);
  return all.map((one): SampleEntity => {
    const [cell] = one.title.cells;
    const parent = parentOf(one);
    return {
      kind: one.kind as EntityKind,
      code: one.code?.value ?? null,
      title: one.title.value,
      sheet: cell?.sheet ?? '',
      address: cell?.address ?? '',
      parent: parent === null ? null : (titles.get(parent) ?? null),
    };
  });
}

function parentOf(one: PlanEntity): string | null {
  switch (one.kind) {
    case 'strategicArea':
      return null;
    case 'strategicObjective':
      return one.areaId;
    case 'operatingObjective':
      return one.strategicId ?? one.areaId ?? null;
    case 'pegObjective':
      return one.operatingIds[0] ?? one.strategicIds[0] ?? one.areaIds?.[0] ?? null;
    case 'phase':
      return one.pegId;
    case 'indicator':
      return one.objectiveId;
  }
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
