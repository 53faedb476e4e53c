import type { Language } from '../coherence';
import type { Plan, PegRow, Indicator, StrategicObjective } from '../plan';

/** A table of the published document. */
export interface AnnexTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const HEADINGS = {
  it: {
    strategic: 'Obiettivi strategici DUP',
    operating: 'Obiettivi operativi',
    code: 'Codice',
    peg: 'Obiettivi di PEG',
    indicator: 'Indicatore',
    formula: 'Formula',
    unit: 'Unità di misura',
    source: 'Fonte',
    target: 'Valore atteso',
    indicators: 'Indicatori',
    others: 'Altri obiettivi di PEG',
  },
  en: {
    strategic: 'Strategic objectives (DUP)',
    operating: 'Operating objectives',
    code: 'Code',
    peg: 'PEG objectives',
    indicator: 'Indicator',
    formula: 'Formula',
    unit: 'Unit',
    source: 'Source',
    target: 'Target',
    indicators: 'Indicators',
    others: 'Other PEG objectives',
  },
} as const;

/** The plan as the tables that are published: one of objectives per strategic objective, then the indicators. */
export function annexOf(plan: Plan, language: Language): AnnexTable[] {
  const words = HEADINGS[language];
  const operating = new Map(plan.operatingObjectives.map((one) => [one.id, one.title.value]));
  const rowsOf = (rows: readonly PegRow[], title: string): string[][] =>
    rows.map((row) => [
      title,
      row.operatingId === null ? '' : (operating.get(row.operatingId) ?? ''),
      row.code?.value ?? '',
      row.title.value,
    ]);
  const tables = plan.strategicObjectives.flatMap((strategic: StrategicObjective): AnnexTable[] => {
    const rows = plan.pegRows.filter((row) => row.strategicId === strategic.id);
    return rows.length === 0
      ? []
      : [
          {
            title: strategic.title.value,
            headings: [words.strategic, words.operating, words.code, words.peg],
            rows: rowsOf(rows, strategic.title.value),
          },
        ];
  });
  const known = new Set(plan.strategicObjectives.map((one) => one.id));
  const rest = plan.pegRows.filter((row) => row.strategicId === null || !known.has(row.strategicId));
  if (rest.length > 0)
    tables.push({
      title: words.others,
      headings: [words.strategic, words.operating, words.code, words.peg],
      rows: rowsOf(rest, ''),
    });
  if (plan.indicators.length > 0)
    tables.push({
      title: words.indicators,
      headings: [words.peg, words.indicator, words.formula, words.unit, words.target, words.source],
      rows: plan.indicators.map((one) => indicatorRow(one, plan)),
    });
  return tables;
}

function indicatorRow(one: Indicator, plan: Plan): string[] {
  const objectives = [
    ...plan.pegObjectives,
    ...plan.operatingObjectives,
    ...plan.strategicObjectives,
    ...plan.strategicAreas,
  ];
  const about = objectives.find((entity) => entity.id === one.objectiveId);
  return [
    about
      ? `${about.code ? `${about.code.value} ` : ''}${about.title.value}`
      : (one.citation?.value ?? one.block?.value ?? ''),
    one.title.value,
    one.formula?.value ?? '',
    one.unit?.value ?? '',
    one.targets.map((fact) => (fact.period ? `${fact.period}: ${fact.value}` : fact.value)).join('; '),
    one.source?.value ?? '',
  ];
}
