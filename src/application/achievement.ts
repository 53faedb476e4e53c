import { achievementAt, type IndicatorState } from '../approval';
import {
  expectedProgress,
  objectiveProgress,
  parseTarget,
  weightedProgress,
  type Progress,
  type Target,
  lastDay,
} from '../indicators';
import type { Indicator, PegObjective, PeriodFact } from '../plan';
import { outcomeOf } from './indicators';
import { hierarchyOf, type Objective } from './objectives';
import type { PlanSession } from './session';

/** Targets, degrees of achievement and progress. Beside the session, so that the value of a function does not wait for it. */

/** A target as written and as understood. */
export interface TargetReading {
  readonly fact: PeriodFact;
  readonly target: Target;
}

const written = (indicator: Indicator): readonly PeriodFact[] =>
  indicator.targets.filter((fact) => fact.value.trim() !== '');

const planYear = (session: PlanSession): number | null => session.plan.document.years[0] ?? null;

/**
 * The target of an indicator in a period: the period's own, else that of its year, else one whose column names no
 * period. Without a period: that of the plan's year, else the first one. Null when none is written.
 */
export function targetOf(
  session: PlanSession,
  indicator: Indicator,
  period: string | null,
): TargetReading | null {
  const facts = written(indicator);
  const of = (wanted: string): PeriodFact | undefined =>
    facts.find((fact) => fact.period === wanted) ??
    facts.find((fact) => fact.period === wanted.slice(0, 4)) ??
    facts.find((fact) => fact.period === null);
  const year = planYear(session);
  const fact = period === null ? (of(String(year ?? '')) ?? facts[0]) : of(period);
  if (!fact) return null;
  return { fact, target: parseTarget(fact.value, { unit: indicator.unit?.value ?? null, year }) };
}

/** The periods an indicator has targets for, as written. */
export const targetPeriods = (indicator: Indicator): readonly string[] =>
  written(indicator).flatMap((fact) => fact.period ?? []);

/** How far an indicator reaches its target in a period; `target` is null in it when none is written. */
export function achievementIn(
  session: PlanSession,
  indicator: Indicator,
  period: string | null,
): IndicatorState {
  const reading = targetOf(session, indicator, period);
  const year = planYear(session);
  const own = period ?? reading?.fact.period ?? (year === null ? null : String(year));
  const date = own === null ? session.today : lastDay(own);
  return achievementAt(indicator, reading?.fact ?? null, date, year, (one) => {
    const outcome = outcomeOf(one, session.baseData, date);
    // A value in another unit than the declared one says nothing about a target in that unit.
    const alike = outcome.unit === (one.unit?.value ?? null);
    return outcome.value === null || !alike ? null : { value: outcome.value, display: outcome.display };
  });
}

/**
 * Progress of objectives from the written states of their phases, weighted; with a date, what the schedule of the
 * phases expects by then. An objective above the PEG counts the objectives of PEG below it.
 */
export function progressOf(
  session: PlanSession,
  objectives: readonly Objective[],
  date: string | null,
): Progress {
  const { plan } = session;
  const hierarchy = hierarchyOf(plan);
  const below = new Set(objectives.flatMap((one) => hierarchy.branch(one)));
  const pegs = [...below].filter((one): one is PegObjective => one.kind === 'pegObjective');
  const one = (objective: PegObjective): Progress =>
    date === null
      ? objectiveProgress(objective, plan.phases)
      : expectedProgress(objective, plan.phases, date);
  const [only] = pegs;
  if (only && pegs.length === 1) return one(only);
  return weightedProgress(
    pegs.map((peg) => ({ degree: one(peg).degree, weight: peg.weight?.number ?? null })),
  );
}
