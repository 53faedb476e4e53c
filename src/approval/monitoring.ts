import {
  achievementOf,
  directionOf,
  expectedProgress,
  objectiveProgress,
  parseTarget,
  partialResult,
  percentUnit,
  phaseDegree,
  readText,
  weightedProgress,
  type Achievement,
  type Direction,
  type Progress,
  type Target,
} from '../indicators';
import type { Indicator, PegObjective, PeriodFact, Phase, Plan } from '../plan';

/** A phase whose term has passed and that is not said to be done. */
export interface LatePhase {
  readonly phase: Phase;
  readonly objective: PegObjective | null;
  /** 0–1 as written; null when nothing readable is written. */
  readonly degree: number | null;
}

/** An indicator at a date: what was expected, what is known, how far it reaches. */
export interface IndicatorState {
  readonly indicator: Indicator;
  readonly target: string | null;
  /** As written, or as computed from the base data. */
  readonly actual: string | null;
  readonly computed: boolean;
  readonly achievement: Achievement;
  readonly measure: IndicatorMeasure;
}

/** What of an indicator can be drawn on one scale: numbers in its unit, a % as fraction; null where there is none. */
export interface IndicatorMeasure {
  readonly baseline: number | null;
  /** The target; the lower bound of a range. */
  readonly target: number | null;
  readonly upper: number | null;
  readonly result: number | null;
  /** Which way is better; null where nobody can tell, or where a range is wanted. */
  readonly better: Direction | null;
}

/** An objective at a date. */
export interface ObjectiveState {
  readonly objective: PegObjective;
  readonly progress: Progress;
  readonly expected: Progress;
}

/** The plan at a date of the year (typically 30/6, 30/9, 31/12). */
export interface Monitoring {
  /** ISO day. */
  readonly date: string;
  readonly latePhases: readonly LatePhase[];
  readonly indicators: readonly IndicatorState[];
  readonly objectives: readonly ObjectiveState[];
  /** Indicators with a target and no result. */
  readonly withoutResult: number;
  /** Mean degree of achievement of the indicators where it can be told, 0–1; null when none. */
  readonly achievement: number | null;
}

/** A result computed from the base data: value (a % as fraction) and how it is shown; null when there is none. */
export type ComputedResult = (
  indicator: Indicator,
) => { readonly value: number | boolean; readonly display: string } | null;

/** Looks at the plan at a date: late phases, results against targets, progress against the schedule. */
export function monitoringOf(plan: Plan, date: string, computed: ComputedResult = () => null): Monitoring {
  const objectives = new Map(plan.pegObjectives.map((one) => [one.id, one]));
  const indicators = plan.indicators.map((indicator) =>
    stateOf(indicator, date, plan.document.years[0] ?? null, computed),
  );
  const told = indicators.filter((one) => one.achievement.degree !== null);
  const toldOf = new Map<string | null, IndicatorState[]>();
  for (const one of told) {
    const { objectiveId } = one.indicator;
    toldOf.set(objectiveId, [...(toldOf.get(objectiveId) ?? []), one]);
  }
  return {
    date,
    latePhases: plan.phases
      .filter((phase) => phase.end?.iso && phase.end.iso < date)
      .map((phase) => ({
        phase,
        objective: objectives.get(phase.pegId ?? '') ?? null,
        degree: phaseDegree(phase.progress?.value ?? null),
      }))
      .filter((late) => late.degree === null || late.degree < 1),
    indicators,
    objectives: plan.pegObjectives.map((objective) => ({
      objective,
      progress: progressAt(objective, plan.phases, toldOf.get(objective.id) ?? [], date),
      expected: expectedProgress(objective, plan.phases, date),
    })),
    withoutResult: indicators.filter((one) => one.target !== null && one.actual === null).length,
    achievement: weightedProgress(
      told.map((one) => ({ degree: one.achievement.degree, weight: one.indicator.weight?.number ?? null })),
    ).degree,
  };
}

/** From the phases or the objective's own result, else from how far its indicators reach their targets. */
function progressAt(
  objective: PegObjective,
  phases: readonly Phase[],
  told: readonly IndicatorState[],
  date: string,
): Progress {
  const written = objectiveProgress(objective, phases, date);
  if (written.degree !== null) return written;
  return weightedProgress(
    told.map(({ achievement, indicator }) => ({
      degree: achievement.degree,
      weight: indicator.weight?.number ?? null,
    })),
  );
}

function stateOf(
  indicator: Indicator,
  date: string,
  year: number | null,
  computed: ComputedResult,
): IndicatorState {
  const ofYear = date.slice(0, 4);
  const fact =
    indicator.targets.find((one) => one.period?.startsWith(ofYear)) ??
    indicator.targets.find((one) => one.period === null) ??
    indicator.targets[0] ??
    null;
  return achievementAt(indicator, fact, date, year, computed);
}

/**
 * How far the results of an indicator at a date reach one of its targets.
 * @param fact the target; null when there is none
 * @param date ISO day: results of periods that end later are not looked at
 * @param year the plan's year, for targets such as `entro il 30/6`
 * @param computed asked when no result is written
 */
export function achievementAt(
  indicator: Indicator,
  fact: PeriodFact | null,
  date: string,
  year: number | null,
  computed: ComputedResult = () => null,
): IndicatorState {
  const unit = indicator.unit?.value ?? null;
  const target = parseTarget(fact?.value ?? '', { unit, year });
  const written = latest(indicator.actuals, date, fact?.period?.slice(0, 4) ?? date.slice(0, 4));
  const own = written === null ? computed(indicator) : null;
  const baseline = indicator.baselines.at(-1);
  const initial = baseline ? resultOf(baseline.value, unit) : null;
  const direction = directionOf({ name: indicator.title.value, unit, target })?.direction ?? null;
  const actual = own?.value ?? (written === null ? null : resultOf(written, unit));
  const start = typeof initial === 'number' ? initial : null;
  return {
    indicator,
    target: fact?.value ?? null,
    actual: written ?? own?.display ?? null,
    computed: own !== null,
    achievement:
      degreeWritten(written, unit, target) ??
      (written === null && own === null ? degreeSaid(indicator, date) : null) ??
      achievementOf({ target, actual, direction, baseline: start }),
    measure: {
      baseline: start,
      target: target.kind === 'number' ? target.value : null,
      upper: target.kind === 'number' ? target.upper : null,
      result: typeof actual === 'number' ? actual : null,
      better: target.comparator === 'between' ? null : (betterBy(target) ?? direction),
    },
  };
}

/** `60 %` written as the result of days or euros says how far, not how many. */
function degreeWritten(written: string | null, unit: string | null, target: Target): Achievement | null {
  const { value, percent } = readText(written ?? '');
  const other = unit !== null && !percentUnit(unit) && target.kind === 'number' && !target.percent;
  if (typeof value !== 'number' || !percent || !other) return null;
  const degree = Math.min(1, Math.max(0, value));
  return { degree, reached: value >= 1, uncapped: Math.max(0, value), problem: null };
}

/** How far it is said to be, where no result is written. */
function degreeSaid({ degrees = [] }: Indicator, date: string): Achievement | null {
  const degree = phaseDegree(latest(degrees, date, date.slice(0, 4)));
  return degree === null ? null : { degree, reached: degree >= 1, uncapped: degree, problem: null };
}

/** The way a target's own sign says. */
function betterBy({ comparator }: Target): Direction | null {
  if (comparator === '>=' || comparator === '>') return 'more';
  return comparator === '<=' || comparator === '<' ? 'less' : null;
}

/** A result as written, on the scale of targets: percentages as fractions, also a bare `75` under the unit %. */
function resultOf(text: string, unit: string | null): number | boolean | null {
  const { value, percent } = readText(text);
  const bare =
    typeof value === 'number' && !percent && Math.abs(value) > 1 && unit !== null && percentUnit(unit);
  return bare ? value / 100 : value;
}

/**
 * The last result written for a period of the target's year that has ended by the date; one without a period counts
 * as of the date. Last year's result says nothing of this year's target.
 */
function latest(actuals: Indicator['actuals'], date: string, year: string): string | null {
  const filled = actuals.filter((fact) => fact.value.trim() !== '');
  const dated = filled.flatMap((fact) =>
    fact.period?.startsWith(year) ? [{ period: fact.period, value: fact.value }] : [],
  );
  return partialResult(dated, date)?.value ?? filled.find((fact) => fact.period === null)?.value ?? null;
}
