import { planEntities, type Plan } from '../../plan';
import { roleName, type Role } from '../evidence/roles';
import type { ProfileSays, Question, QuestionOption, SampleEntity } from '../types';
import type { Seen } from '../confidence/signs';
import { hash, type Doubt } from './doubts';
import { parentsOf, tellingOptions, type Weighed } from './weighed';

/** Entities shown with an option. */
const SHOWN = 6;
const IDS = ['a', 'b', 'c'] as const;

/** A doubt as a question: the options that give entities or links of their own, each with the plan it would give. */
export function questionOf(weighed: Weighed): Question {
  const { id, asked, at, options } = weighed.doubt;
  const column = asked.columns[at];
  const telling = tellingOptions(weighed);
  const all = telling.map(({ plan }) => entitiesOf(plan));
  const offered = telling.map(({ place, probability, plan }, i): QuestionOption => ({
    id: IDS[place] ?? 'c',
    says: saysOf(options[place]?.role ?? 'other'),
    probability: rounded(probability),
    counts: countsOf(plan),
    sample: sampleOf(
      all[i] ?? [],
      all.filter((_, other) => other !== i),
    ),
  }));
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

/**
 * Whether the whole is right as it was read, with entities from all over it. It is the same question as long as sheets,
 * headers and what they were taken for are the same, whatever names and rows are changed in between.
 */
export function questionOnTheWhole(
  { result: { plan, sheets }, explained }: Pick<Seen, 'result' | 'explained'>,
  probability: number,
): Question {
  const counts = countsOf(plan);
  const read = [
    ...explained.flatMap(({ relation, readings }) =>
      relation.columns.flatMap(({ at, header }) => {
        const role = readings[0]?.roles[at];
        return role === undefined || typeof role === 'string' ? [] : `${at} ${header.text}=${role.name}`;
      }),
    ),
    ...sheets.flatMap(({ sheet, role }) => (role === 'other' ? [] : `${sheet}|${role}`)),
    ...Object.entries(counts).flatMap(([kind, count]) => (count > 0 ? kind : [])),
  ];
  const all = entitiesOf(plan);
  const step = Math.max(1, all.length / SHOWN);
  const some = Array.from(
    { length: Math.min(SHOWN, all.length) },
    (_, at) => all[Math.floor(at * step)],
  ).flatMap((one) => one ?? []);
  const first = all.find(({ kind }) => kind === 'pegObjective') ?? all[0];
  return {
    id: `q-${hash(read.sort().join('\n'))}`,
    about: { sheet: first?.sheet ?? '', address: '', template: null, sheets: 1, header: '', column: null },
    options: [
      { id: 'a', says: { says: 'as-read' }, probability: rounded(probability), counts, sample: some },
      { id: 'none', says: null, probability: rounded(1 - probability), counts: {}, sample: [] },
    ],
  };
}

/** The option of a doubt by its letter; null for `none`. */
export function roleOfOption({ options }: Doubt, option: string): Role | null {
  return options[(IDS as readonly string[]).indexOf(option)]?.role ?? null;
}

function saysOf(role: Role): ProfileSays {
  return typeof role === 'string' ? { says: 'ignore' } : { says: 'field', field: roleName(role) };
}

function countsOf(plan: Plan): QuestionOption['counts'] {
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
  const all = planEntities(plan);
  for (const one of all) titles.set(one.id, one.title.value);
  return all.map((one): SampleEntity => {
    const [cell] = one.title.cells;
    const [parent] = parentsOf(one);
    return {
      kind: one.kind,
      code: one.code?.value ?? null,
      title: one.title.value,
      sheet: cell?.sheet ?? '',
      address: cell?.address ?? '',
      parent: parent === undefined ? null : (titles.get(parent) ?? null),
    };
  });
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
