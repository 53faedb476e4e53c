import type { Plan, PlanField } from '../plan';
import type { ReadSheet } from './sheet';
import type { Field } from './words/field';

/** Attributes of the workbook's columns and labels → the plan's fields they cover. */
const COVERS: Readonly<Record<string, readonly PlanField[]>> = {
  'strategicObjective.code': ['strategicObjective.code'],
  'operatingObjective.code': ['operatingObjective.code'],
  'operatingObjective.programme': ['operatingObjective.programme'],
  'pegObjective.code': ['pegObjective.code'],
  'pegObjective.title': ['pegObjective.title'],
  'pegObjective.owner': ['pegObjective.owner'],
  'pegObjective.centre': ['pegObjective.centre'],
  'pegObjective.weight': ['pegObjective.weight'],
  'pegObjective.type': ['pegObjective.type'],
  'pegObjective.resources': ['pegObjective.resources'],
  'pegObjective.mission': ['pegObjective.mission'],
  'pegObjective.programme': ['pegObjective.programme'],
  'pegObjective.start': ['pegObjective.dates'],
  'pegObjective.end': ['pegObjective.dates'],
  'phase.start': ['phase.dates'],
  'phase.end': ['phase.dates'],
  'phase.month': ['phase.dates'],
  'phase.weight': ['phase.weight'],
  'phase.owner': ['phase.owner'],
  'indicator.formula': ['indicator.formula'],
  'indicator.numerator': ['indicator.formula'],
  'indicator.denominator': ['indicator.formula'],
  'indicator.unit': ['indicator.unit'],
  'indicator.source': ['indicator.source'],
  'indicator.target': ['indicator.target'],
  'indicator.baseline': ['indicator.baseline'],
  'indicator.actual': ['indicator.actual'],
  'indicator.weight': ['indicator.weight'],
};

/** What some indicator or objective says, though no column or label is there for it: lines of an outline. */
const SAID: readonly (readonly [PlanField, (plan: Plan) => boolean])[] = [
  ['pegObjective.title', ({ pegObjectives }) => pegObjectives.length > 0],
  ['pegObjective.type', ({ pegObjectives }) => pegObjectives.some(({ type }) => type !== null)],
  ['indicator.formula', ({ indicators }) => indicators.some(({ formula }) => formula !== null)],
  ['indicator.unit', ({ indicators }) => indicators.some(({ unit }) => unit !== null)],
  ['indicator.source', ({ indicators }) => indicators.some(({ source }) => source !== null)],
  ['indicator.target', ({ indicators }) => indicators.some(({ targets }) => targets.length > 0)],
  ['indicator.baseline', ({ indicators }) => indicators.some(({ baselines }) => baselines.length > 0)],
  ['indicator.actual', ({ indicators }) => indicators.some(({ actuals }) => actuals.length > 0)],
];

/** Fields the workbook has a place for, filled or not, and levels of which there is at least one. */
export function fieldsOf(plan: Plan, sheets: readonly ReadSheet[]): PlanField[] {
  const covered = new Set<PlanField>();
  const add = (field: Field) => {
    for (const name of COVERS[`${field.subject}.${field.attribute}`] ?? []) covered.add(name);
  };
  for (const sheet of sheets) {
    for (const table of sheet.tables) {
      for (const column of table.columns) if (column.field) add(column.field);
      if (table.main === 'quantity') covered.add('data');
    }
    for (const fact of [...sheet.sheetFacts, ...sheet.cards.flatMap((card) => card.facts)]) add(fact.field);
  }
  const levels: readonly [PlanField, readonly unknown[]][] = [
    ['strategicArea', plan.strategicAreas],
    ['strategicObjective', plan.strategicObjectives],
    ['operatingObjective', plan.operatingObjectives],
    ['pegObjective', plan.pegObjectives],
    ['phase', plan.phases],
    ['indicator', plan.indicators],
    ['centre', plan.centres],
  ];
  for (const [field, list] of levels) if (list.length > 0) covered.add(field);
  for (const level of plan.dup?.levels ?? []) covered.add(`dup.${level}`);
  for (const [field, isSaid] of SAID) if (isSaid(plan)) covered.add(field);
  if (plan.pegObjectives.some((one) => one.code !== null)) covered.add('pegObjective.code');
  if (plan.pegObjectives.some((one) => one.centre !== null)) covered.add('pegObjective.centre');
  if (plan.pegObjectives.some((one) => one.owners.length > 0)) covered.add('pegObjective.owner');
  if (plan.pegObjectives.some((one) => one.programme !== null)) covered.add('pegObjective.programme');
  if (plan.pegObjectives.some((one) => one.mission !== null)) covered.add('pegObjective.mission');
  if (
    plan.pegRows.some((row) => row.operating !== null) ||
    plan.pegObjectives.some((one) => one.operatingIds.length > 0)
  )
    covered.add('pegObjective.operating');
  const pegs = new Set(plan.pegObjectives.map((one) => one.id));
  if (plan.indicators.some((one) => one.objectiveId !== null && pegs.has(one.objectiveId)))
    covered.add('pegObjective.indicator');
  // Columns beside lists of phases whose dates and weights turned out to be the objectives'.
  const dated = plan.phases.some((one) => one.start !== null || one.end !== null || one.months.length > 0);
  if (plan.phases.length > 0 && !dated && plan.pegObjectives.some((one) => one.end !== null)) {
    covered.delete('phase.dates');
    covered.add('pegObjective.dates');
  }
  if (plan.phases.length > 0 && !plan.phases.some((one) => one.weight !== null))
    covered.delete('phase.weight');
  if (plan.pegObjectives.some((one) => one.weight !== null)) covered.add('pegObjective.weight');
  return [...covered].sort();
}
