import type * as actual from '../../src/mapping';
import { planEntities, type EntityKind, type Plan, type PlanEntity } from '../../src/plan';

type Mapping = typeof actual;

/** A column that a recorded reading is not sure of, and what it may hold: the likeliest first. */
export interface DoubtfulColumn {
  readonly sheet: string;
  readonly header: string;
  readonly column: string;
  readonly address: string;
  readonly says: readonly actual.ProfileSays[];
  /** Sheets of the same shape that the answer holds for. */
  readonly sheets?: number;
}

/** The small plan with two doubts: are the names objectives or phases, are the phases phases or indicators? */
export const SMALL_DOUBTS: readonly DoubtfulColumn[] = [
  {
    sheet: 'Obiettivi',
    header: 'Denominazione',
    column: 'B',
    address: 'B2:B3',
    says: [
      { says: 'level', kind: 'phase' },
      { says: 'level', kind: 'pegObjective' },
    ],
  },
  {
    sheet: 'Fasi',
    header: 'Fase',
    column: 'B',
    address: 'B2:B4',
    says: [{ says: 'level', kind: 'phase' }, { says: 'ignore' }],
  },
];

/**
 * Readings with recorded questions: the workbook is read by the real reader, and columns are doubtful until they are
 * answered or corrected. “None of these” leaves its part not understood.
 */
export function askingReader(
  doubts: readonly DoubtfulColumn[],
  { EMPTY_PROFILE, entryAbout, mapWorkbook, withEntry }: Mapping,
): Pick<Mapping, 'mapWorkbook' | 'mapInSlices'> {
  const entryOf = (doubt: DoubtfulColumn, says: actual.ProfileSays | undefined): actual.ProfileEntry =>
    entryAbout(aboutOf(doubt), says ?? { says: 'ignore' });
  const read = (input: actual.MappingInput): actual.MappingResult => {
    const profile = input.profile ?? null;
    const open = doubts.filter((doubt) => !isSettled(doubt, profile));
    const answered = new Map(input.answers?.map(({ question, option }) => [question, option]));
    const [asked] = open.filter((doubt) => !answered.has(idOf(doubt)));
    const best = open.reduce(
      (known, doubt) => withEntry(known, entryOf(doubt, doubt.says[0])),
      profile ?? EMPTY_PROFILE,
    );
    const result = mapWorkbook({ ...input, profile: best });
    if (open.length === 0) return { ...result, reading: { ...result.reading, state: 'sure', questions: [] } };
    const questions = asked
      ? [
          questionOf(asked, (says) =>
            mapWorkbook({ ...input, profile: withEntry(best, entryOf(asked, says)) }),
          ),
        ]
      : [];
    return {
      ...result,
      plan: withDoubts(result.plan, open),
      reading: { confidence: 0.6, state: asked ? 'ask' : 'partial', questions },
    };
  };
  return { mapWorkbook: read, mapInSlices: (input) => Promise.resolve(read(input)) };
}

const idOf = ({ sheet, column }: DoubtfulColumn): string =>
  `q-${sheet.toLowerCase()}-${column.toLowerCase()}`;

function aboutOf({ says: _says, sheets = 1, ...place }: DoubtfulColumn): actual.QuestionAbout {
  return { ...place, template: sheets > 1 ? 't1' : null, sheets };
}

function isSettled(
  { sheet, header, column }: DoubtfulColumn,
  profile: actual.MappingProfile | null,
): boolean {
  return (profile?.entries ?? []).some(
    ({ selector }) => selector.sheet === sheet && (selector.header === header || selector.column === column),
  );
}

function questionOf(
  doubt: DoubtfulColumn,
  as: (says: actual.ProfileSays) => actual.MappingResult,
): actual.Question {
  const chances = [0.6, 0.3];
  const options = doubt.says.map((says, at): actual.QuestionOption => {
    const { plan } = as(says);
    const all = planEntities(plan);
    const counts: Partial<Record<EntityKind, number>> = {};
    for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1;
    return {
      id: 'abc'.charAt(at),
      says,
      probability: chances[at] ?? 0,
      counts,
      sample: all
        .filter(({ title }) => title.cells[0]?.sheet === doubt.sheet)
        .map(({ kind, code, title }) => ({
          kind,
          code: code?.value ?? null,
          title: title.value,
          sheet: doubt.sheet,
          address: title.cells[0]?.address ?? '',
          parent: null,
        })),
    };
  });
  const none: actual.QuestionOption = { id: 'none', says: null, probability: 0.1, counts: {}, sample: [] };
  return { id: idOf(doubt), about: aboutOf(doubt), options: [...options, none] };
}

function withDoubts(plan: Plan, open: readonly DoubtfulColumn[]): Plan {
  const doubted = <T extends PlanEntity>(list: readonly T[]): T[] =>
    list.map((one) => {
      const doubt = open.find(({ sheet }) => one.title.cells.some((cell) => cell.sheet === sheet));
      return doubt ? { ...one, doubt: { question: idOf(doubt) } } : one;
    });
  return {
    ...plan,
    strategicAreas: doubted(plan.strategicAreas),
    strategicObjectives: doubted(plan.strategicObjectives),
    operatingObjectives: doubted(plan.operatingObjectives),
    pegObjectives: doubted(plan.pegObjectives),
    phases: doubted(plan.phases),
    indicators: doubted(plan.indicators),
  };
}
