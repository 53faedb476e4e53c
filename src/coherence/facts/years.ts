import { fold, normalise, type Indicator, type PegObjective, type PeriodFact } from '../../plan';
import { groupBy, planSubject, subjectOf, type FactContext } from './context';
import { factSet, flag, text, token, type Fact } from './fact';
import { isWorse, isSameValue } from './target-direction';
import { readTarget } from './target-text';

const fields = {
  kind: token('che cosa si confronta', 'what is compared'),
  told: text('che cosa si dice da solo', 'what is told on its own'),
  title: text('indicatore, o obiettivo', 'indicator, or objective'),
  objective: text('obiettivo', 'objective'),
  target: text('valore atteso di quest’anno', 'expected this year'),
  lastTarget: text('valore atteso dell’anno scorso', 'expected last year'),
  lastResult: text('risultato dell’anno scorso', 'result of last year'),
  same: flag('il valore atteso è lo stesso', 'the expected value is the same'),
  below: flag('è peggiore del risultato dell’anno scorso', 'it is worse than last year’s result'),
  formula: text('formula di quest’anno', 'formula of this year'),
  lastFormula: text('formula dell’anno scorso', 'formula of last year'),
  formulaChanged: flag('la formula è cambiata', 'the formula changed'),
} as const;
type YearFact = Fact<typeof fields>;

/** Objectives and indicators beside last year's, where its columns or its sheet are in the workbook. */
export const yearComparisons = factSet({
  name: 'yearComparisons',
  about: {
    it: 'Gli indicatori e gli obiettivi accanto a quelli dell’anno scorso, dove il file li ha',
    en: 'Indicators and objectives beside last year’s, where the workbook has them',
  },
  fields,
  facts: (context): YearFact[] => {
    const { year, plan } = context;
    if (year === null) return [];
    const { lastYear } = plan;
    const titles = new Map(lastYear?.pegObjectives.map((peg) => [peg.id, keyOf(peg)]));
    const before = groupBy(lastYear?.indicators ?? [], (one) =>
      measureKey(titles.get(one.objectiveId ?? ''), one),
    );
    const compared = plan.indicators.flatMap((one) => {
      const peg = one.objectiveId === null ? undefined : context.entities.get(one.objectiveId);
      const other = before.get(measureKey(peg && keyOf(peg), one))?.[0] ?? one;
      return compare(one, other, context) ?? [];
    });
    return [...compared, ...goneObjectives(context)];
  },
});

/** Codes are given anew every year: an objective is its title. */
function keyOf({ title }: Pick<PegObjective, 'title'>): string {
  return normalise(title.value);
}

function measureKey(objective: string | undefined, { title }: Indicator): string {
  return `${objective ?? ''}|${normalise(title.value)}`;
}

function compare(one: Indicator, other: Indicator, context: FactContext): YearFact | null {
  const { entities, year } = context;
  const target = valueOf(one.targets, year);
  const lastTarget = valueOf(other.targets, (year ?? 0) - 1);
  const lastResult = valueOf(other.actuals, (year ?? 0) - 1);
  if (!target || (!lastTarget && !lastResult)) return null;
  const objective = entities.get(one.objectiveId ?? '')?.title.value ?? null;
  return {
    subject: subjectOf(one),
    values: {
      kind: 'indicator',
      told: one.id,
      title: one.title.value,
      objective,
      ...besideLast(one, objective, { target, lastTarget, lastResult, year }),
      ...formulasOf(one, other),
    },
    cells: {
      target: [...target.cells, ...one.title.cells],
      formula: cellsOf(one.formula),
      lastResult: cellsOf(lastResult),
      lastTarget: cellsOf(lastTarget),
    },
    involved: [one.id],
  };
}

const cellsOf = (fact: PeriodFact | Indicator['formula'] | null) => fact?.cells ?? [];

function formulasOf(one: Indicator, other: Indicator) {
  const [now, before] = [one, other].map(({ formula }) => formula?.value ?? null);
  const both = one !== other && now !== null && before !== null && now !== undefined && before !== undefined;
  return {
    formula: now ?? null,
    lastFormula: before ?? null,
    formulaChanged: both && fold(now) !== fold(before),
  };
}

/** What is written for a year. */
function valueOf(list: readonly PeriodFact[], year: number | null): PeriodFact | null {
  return (
    list.find(({ period, value }) => period?.startsWith(String(year)) === true && value.trim() !== '') ?? null
  );
}

interface Years {
  readonly target: PeriodFact;
  readonly lastTarget: PeriodFact | null;
  readonly lastResult: PeriodFact | null;
  readonly year: number | null;
}

/** Whether what is expected is last year's again, or worse than what was reached. */
function besideLast(
  one: Indicator,
  objective: string | null,
  { target, lastTarget, lastResult, year }: Years,
) {
  const unit = one.unit?.value ?? null;
  const read = (fact: PeriodFact) => readTarget(fact.value, { unit, year });
  const measured = { name: one.title.value, unit, objective };
  return {
    target: target.value,
    lastTarget: lastTarget?.value ?? null,
    lastResult: lastResult?.value ?? null,
    same: lastTarget !== null && isSameValue(read(target), read(lastTarget)),
    below: lastResult !== null && isWorse(measured, read(target), read(lastResult)),
  };
}

/** Objectives of last year that nobody took up again: one finding for the plan. */
function goneObjectives({ plan }: FactContext): YearFact[] {
  const now = new Set(plan.pegObjectives.map(keyOf));
  const gone = plan.lastYear?.pegObjectives.filter((peg) => !now.has(keyOf(peg))) ?? [];
  return gone.map((peg) => ({
    subject: { ...planSubject(plan), id: 'gone' },
    values: {
      kind: 'gone',
      told: null,
      title: peg.title.value,
      objective: peg.title.value,
      target: null,
      lastTarget: null,
      lastResult: null,
      same: false,
      below: false,
      formula: null,
      lastFormula: null,
      formulaChanged: false,
    },
    cells: { target: peg.title.cells },
    involved: [],
  }));
}
