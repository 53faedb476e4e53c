import { fold, normalise, type Indicator, type PegObjective, type PeriodFact } from '../../plan';
import { groupBy, planSubject, type FactContext } from './context';
import { isWorse, isSameValue } from './target-direction';
import { readTarget } from './target-text';
import { measuredBy } from './targets';
import { flag, text, view } from './view';

/** An indicator beside last year's, where its columns or its sheet are in the workbook. */
interface Compared {
  readonly one: Indicator;
  readonly other: Indicator;
  readonly target: PeriodFact;
  readonly lastTarget: PeriodFact | null;
  readonly lastResult: PeriodFact | null;
}

const compared =
  <T>(of: (compared: Compared, context: FactContext) => T) =>
  (one: Indicator, context: FactContext) => {
    const found = compare(one, context);
    return found && of(found, context);
  };

/** What is expected beside last year's targets, results and formulas. */
export const yearFields = {
  lastTarget: text<Indicator>(
    'valore atteso dell’anno scorso / expected last year',
    compared(({ lastTarget }) => lastTarget),
  ),
  lastResult: text<Indicator>(
    'risultato dell’anno scorso / result of last year',
    compared(({ lastResult }) => lastResult),
  ),
  sameAsLastYear: flag<Indicator>(
    'il valore atteso è lo stesso dell’anno scorso / the expected value is last year’s',
    (indicator, context) => {
      const found = compare(indicator, context);
      return (
        !!found?.lastTarget &&
        isSameValue(read(found.target, found, context), read(found.lastTarget, found, context))
      );
    },
  ),
  belowLastYear: flag<Indicator>(
    'il valore atteso è peggiore del risultato dell’anno scorso / the expected value is worse than last year’s result',
    (indicator, context) => {
      const found = compare(indicator, context);
      const { lastResult } = found ?? {};
      if (!found || !lastResult) return false;
      return isWorse(
        measuredBy(indicator, context),
        read(found.target, found, context),
        read(lastResult, found, context),
      );
    },
  ),
  lastFormula: text<Indicator>(
    'formula dell’anno scorso / formula of last year',
    compared(({ other }) => other.formula?.value),
  ),
  formulaChanged: flag<Indicator>(
    'la formula è cambiata dall’anno scorso / the formula changed since last year',
    (indicator, context) => {
      const { formula } = compare(indicator, context)?.other ?? {};
      return !!formula && !!indicator.formula && fold(formula.value) !== fold(indicator.formula.value);
    },
  ),
};

function read({ value }: PeriodFact, { one }: Compared, { year }: FactContext) {
  return readTarget(value, { unit: one.unit?.value ?? null, year });
}

/** Objectives of last year, beside this year's. */
export const lastYearObjectives = view<PegObjective>({
  name: 'lastYearObjectives',
  about: {
    it: 'Gli obiettivi dell’anno scorso, dove il file li ha',
    en: 'Last year’s objectives, where the workbook has them',
  },
  items: ({ plan }) => plan.lastYear?.pegObjectives ?? [],
  subject: (_, { plan }) => ({ ...planSubject(plan), id: 'gone' }),
  cells: ({ title }) => title.cells,
  fields: {
    title: text('titolo / title', ({ title }) => title.value),
    takenUp: flag('ripreso quest’anno / taken up again this year', (peg, { plan, shared }) =>
      shared('titlesNow', () => new Set(plan.pegObjectives.map(keyOf))).has(keyOf(peg)),
    ),
  },
});

/** Codes are given anew every year: an objective is its title. */
function keyOf({ title }: Pick<PegObjective, 'title'>): string {
  return normalise(title.value);
}

function measureKey(objective: string | undefined, { title }: Indicator): string {
  return `${objective ?? ''}|${normalise(title.value)}`;
}

function compare(one: Indicator, context: FactContext): Compared | null {
  const { entities, year, plan } = context;
  if (year === null) return null;
  const before = context.shared('lastYear', () => {
    const titles = new Map(plan.lastYear?.pegObjectives.map((peg) => [peg.id, keyOf(peg)]));
    return groupBy(plan.lastYear?.indicators ?? [], (last) =>
      measureKey(titles.get(last.objectiveId ?? ''), last),
    );
  });
  const peg = entities.get(one.objectiveId ?? '');
  const other = before.get(measureKey(peg && keyOf(peg), one))?.[0] ?? one;
  const target = valueOf(one.targets, year);
  const lastTarget = valueOf(other.targets, year - 1);
  const lastResult = valueOf(other.actuals, year - 1);
  return target && (lastTarget ?? lastResult) ? { one, other, target, lastTarget, lastResult } : null;
}

/** What is written for a year. */
function valueOf(list: readonly PeriodFact[], year: number | null): PeriodFact | null {
  return (
    list.find(({ period, value }) => period?.startsWith(String(year)) === true && value.trim() !== '') ?? null
  );
}
