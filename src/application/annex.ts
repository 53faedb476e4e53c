import type { Language } from '../coherence';
import type { PegRow, Plan, SourcedText, WeightFact } from '../plan';

/** A table of the published document. */
export interface AnnexTable {
  readonly title: string;
  readonly headings: readonly string[];
  /** Widths of the columns, in characters, as a sheet shows them. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

const WORDS = {
  it: {
    strategic: 'Obiettivi strategici DUP',
    operating: 'Obiettivi operativi',
    code: 'Codice',
    peg: 'Obiettivi di PEG',
    owner: 'Responsabile',
    centre: 'Centro di responsabilità',
    mission: 'Missione',
    programme: 'Programma',
    weight: 'Peso',
    phase: 'Fase',
    start: 'Inizio',
    end: 'Fine',
    months: 'Mesi',
    indicator: 'Indicatore',
    formula: 'Formula',
    unit: 'Unità di misura',
    source: 'Fonte',
    baseline: 'Valore iniziale',
    target: 'Valore atteso',
    phases: 'Fasi',
    indicators: 'Indicatori',
    others: 'Altri obiettivi di PEG',
  },
  en: {
    strategic: 'Strategic objectives (DUP)',
    operating: 'Operating objectives',
    code: 'Code',
    peg: 'PEG objectives',
    owner: 'Owner',
    centre: 'Responsibility centre',
    mission: 'Mission',
    programme: 'Programme',
    weight: 'Weight',
    phase: 'Phase',
    start: 'Start',
    end: 'End',
    months: 'Months',
    indicator: 'Indicator',
    formula: 'Formula',
    unit: 'Unit',
    source: 'Source',
    baseline: 'Baseline',
    target: 'Target',
    phases: 'Phases',
    indicators: 'Indicators',
    others: 'Other PEG objectives',
  },
} as const;

type Word = keyof (typeof WORDS)['it'];

/** A column of a table: what it is called, how wide it is, what stands in it. */
interface Column<T> {
  readonly heading: Word;
  readonly width: number;
  /** Columns of the published document stand there empty too; the others only where the plan says something. */
  readonly always?: boolean;
  readonly text: (one: T) => string;
}

/**
 * The plan as the tables that are published: one of objectives per strategic objective, then the phases, then the
 * indicators. What the plan has no word on (weights, owners, dates …) takes no column.
 */
export function annexOf(plan: Plan, language: Language): AnnexTable[] {
  const words = WORDS[language];
  const named = new Map(
    [
      ...plan.pegObjectives,
      ...plan.operatingObjectives,
      ...plan.strategicObjectives,
      ...plan.strategicAreas,
    ].map((one) => [one.id, called(one)]),
  );
  const objectives = new Map(plan.pegObjectives.map((one) => [one.id, one]));
  const objective = ({ pegId }: PegRow) => objectives.get(pegId);
  const nameOf = (id: string | null): string => (id === null ? '' : (named.get(id) ?? ''));
  const known = new Set(plan.strategicObjectives.map(({ id }) => id));

  const ofObjectives = said<PegRow>(plan.pegRows, [
    {
      heading: 'strategic',
      width: 34,
      always: true,
      text: (row) => (row.strategicId !== null && known.has(row.strategicId) ? nameOf(row.strategicId) : ''),
    },
    { heading: 'operating', width: 44, always: true, text: (row) => nameOf(row.operatingId) },
    { heading: 'code', width: 14, always: true, text: (row) => row.code?.value ?? '' },
    { heading: 'peg', width: 44, always: true, text: (row) => row.title.value },
    { heading: 'owner', width: 26, text: (row) => all(objective(row)?.owners ?? []) },
    { heading: 'centre', width: 26, text: (row) => objective(row)?.centre?.value ?? '' },
    { heading: 'mission', width: 12, text: (row) => objective(row)?.mission?.value ?? '' },
    { heading: 'programme', width: 12, text: (row) => objective(row)?.programme?.value ?? '' },
    { heading: 'weight', width: 9, text: (row) => weightOf(objective(row)?.weight) },
  ]);
  const table = <T>(title: string, columns: readonly Column<T>[], rows: readonly T[]): AnnexTable[] =>
    rows.length === 0
      ? []
      : [
          {
            title,
            headings: columns.map(({ heading }) => words[heading]),
            widths: columns.map(({ width }) => width),
            rows: rows.map((row) => columns.map(({ text }) => text(row))),
          },
        ];
  return [
    ...plan.strategicObjectives.flatMap(({ id }) =>
      table(
        nameOf(id),
        ofObjectives,
        plan.pegRows.filter((row) => row.strategicId === id),
      ),
    ),
    ...table(
      words.others,
      ofObjectives,
      plan.pegRows.filter((row) => row.strategicId === null || !known.has(row.strategicId)),
    ),
    ...table(
      words.phases,
      said(plan.phases, [
        { heading: 'peg', width: 44, always: true, text: ({ pegId }) => nameOf(pegId) },
        { heading: 'phase', width: 50, always: true, text: called },
        { heading: 'start', width: 12, text: ({ start }) => start?.value ?? '' },
        { heading: 'end', width: 12, text: ({ end }) => end?.value ?? '' },
        { heading: 'months', width: 20, text: ({ months }) => months.join(', ') },
        { heading: 'weight', width: 9, text: ({ weight }) => weightOf(weight) },
        { heading: 'owner', width: 26, text: ({ owner }) => owner?.value ?? '' },
      ]),
      plan.phases,
    ),
    ...table(
      words.indicators,
      said(plan.indicators, [
        {
          heading: 'peg',
          width: 44,
          always: true,
          text: ({ objectiveId, citation, block }) =>
            nameOf(objectiveId) || (citation?.value ?? block?.value ?? ''),
        },
        { heading: 'indicator', width: 44, always: true, text: ({ title }) => title.value },
        { heading: 'formula', width: 44, text: ({ formula }) => formula?.value ?? '' },
        { heading: 'unit', width: 12, text: ({ unit }) => unit?.value ?? '' },
        { heading: 'baseline', width: 16, text: ({ baselines }) => all(baselines) },
        { heading: 'target', width: 16, text: ({ targets }) => all(targets) },
        { heading: 'weight', width: 9, text: ({ weight }) => weightOf(weight) },
        { heading: 'source', width: 24, text: ({ source }) => source?.value ?? '' },
      ]),
      plan.indicators,
    ),
  ];
}

/** The columns a table needs: those of the document, and those where some row has something. */
function said<T>(rows: readonly T[], columns: readonly Column<T>[]): Column<T>[] {
  return columns.filter(({ always, text }) => always === true || rows.some((row) => text(row) !== ''));
}

function called({ code, title }: { readonly code: SourcedText | null; readonly title: SourcedText }): string {
  return code && !title.value.startsWith(code.value) ? `${code.value} ${title.value}` : title.value;
}

/** Several texts as one, each once; values of a year with their year before them. */
function all(facts: readonly (SourcedText & { readonly period?: string | null })[]): string {
  const texts = facts.map(({ value, period }) => (period ? `${period}: ${value}` : value));
  return [...new Set(texts)].join('; ');
}

function weightOf(weight: WeightFact | null | undefined): string {
  return weight?.value ?? '';
}
