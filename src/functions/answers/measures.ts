import {
  achievementIn,
  hierarchyOf,
  progressOf,
  targetOf,
  targetPeriods,
  type IndicatorRow,
  type Objective,
  type PlanSession,
} from '../../application';
import { userLanguage } from '../../excel';
import type { Indicator } from '../../plan';
import { fitting } from '../../workbook';
import { degree, shownAs, target, type CellAnswer, type CellContent } from '../answer';
import { dateOf } from '../arguments';
import { notAvailable } from '../errors';
import { periodOf, textOf } from '../period';
import { texts } from '../texts';
import { labelOf, objectivesCalled } from './objectives';
import { indicatorCalled } from './values';

/** What is measured: targets, degrees of achievement, progress, explanations, the table of indicators. */

/** An indicator and a period as asked for, or the error that says what is wrong with them. */
function asked(
  session: PlanSession,
  name: string,
  period: unknown,
): { readonly indicator: Indicator; readonly period: string | null } | CustomFunctions.Error {
  const known = periodOf(period, session.workbook.date1904);
  if (known instanceof CustomFunctions.Error) return known;
  const indicator = indicatorCalled(session, name);
  return indicator instanceof CustomFunctions.Error ? indicator : { indicator, period: known };
}

export function targetAnswer(session: PlanSession, name: string, period: unknown): CellAnswer {
  const about = asked(session, name, period);
  if (about instanceof CustomFunctions.Error) return about;
  return targetContent(session, about.indicator, about.period) ?? noTarget(about.indicator, about.period);
}

const noTarget = (indicator: Indicator, period: string | null): CustomFunctions.Error =>
  notAvailable(texts().noTarget(indicator.title.value, period, targetPeriods(indicator)));

/** A target as a number where it is one, else as written (`entro il 30/6`, `fra 5 e 8`); null when there is none. */
function targetContent(
  session: PlanSession,
  indicator: Indicator,
  period: string | null,
): CellContent | null {
  const reading = targetOf(session, indicator, period);
  if (!reading) return null;
  const { kind, value, percent, comparator } = reading.target;
  const single = kind === 'number' && value !== null && comparator !== 'between';
  return single ? target(value, percent, indicator.unit?.value ?? null) : reading.fact.value;
}

export function achievementAnswer(session: PlanSession, name: string, period: unknown): CellAnswer {
  const about = asked(session, name, period);
  if (about instanceof CustomFunctions.Error) return about;
  const { indicator } = about;
  const { target: written, achievement } = achievementIn(session, indicator, about.period);
  if (written === null) return noTarget(indicator, about.period);
  if (achievement.degree !== null) return degree(achievement.degree);
  return notAvailable(texts().noAchievement[achievement.problem ?? 'no-result'](indicator.title.value));
}

export function progressAnswer(session: PlanSession, name: unknown, date: unknown): CellAnswer {
  const day = dateOf(date, session.workbook.date1904);
  if (day instanceof CustomFunctions.Error) return day;
  const found = objectivesCalled(session, name);
  if (found instanceof CustomFunctions.Error) return found;
  if (found.length > 1) return notAvailable(texts().manyObjectives(textOf(name), found.map(labelOf)));
  const progress = progressOf(session, found, day);
  if (progress.degree !== null) return degree(progress.degree);
  const label = labelOf(found[0]);
  return notAvailable(day === null ? texts().noProgress(label) : texts().noSchedule(label));
}

/** The steps of an indicator's computation in words, one a line. */
export function explainAnswer(session: PlanSession, name: string, period: unknown): CellAnswer {
  const about = asked(session, name, period);
  if (about instanceof CustomFunctions.Error) return about;
  const { steps } = session.explainIndicator(about.indicator, about.period);
  const text = steps.map((step) => step[userLanguage()]).join('\n');
  return fitting(text);
}

/** The indicators of the plan, or of an objective and what stands below it, as a table. */
export function indicatorsAnswer(session: PlanSession, name: unknown, period: unknown): CellAnswer {
  const known = periodOf(period, session.workbook.date1904);
  if (known instanceof CustomFunctions.Error) return known;
  const wanted = textOf(name);
  const found = wanted === '' ? null : objectivesCalled(session, wanted);
  if (found instanceof CustomFunctions.Error) return found;
  const rows = rowsOf(session, found, known);
  if (rows.length === 0) return notAvailable(texts().noIndicators(found ? labelOf(found[0]) : null));
  const labels = labelsById(session);
  return [texts().indicatorsTable, ...rows.map((row) => indicatorLine(session, row, known, labels))];
}

function rowsOf(
  session: PlanSession,
  objectives: readonly Objective[] | null,
  period: string | null,
): readonly IndicatorRow[] {
  const rows = session.indicators(period);
  if (objectives === null) return rows;
  const hierarchy = hierarchyOf(session.plan);
  const ids = new Set(objectives.flatMap((one) => hierarchy.branch(one).map(({ id }) => id)));
  return rows.filter(({ indicator }) => ids.has(indicator.objectiveId ?? ''));
}

function labelsById({ plan }: PlanSession): ReadonlyMap<string, string> {
  return new Map(hierarchyOf(plan).all.map((one) => [one.id, labelOf(one)]));
}

function indicatorLine(
  session: PlanSession,
  { indicator, outcome }: IndicatorRow,
  period: string | null,
  labels: ReadonlyMap<string, string>,
): readonly CellContent[] {
  const { achievement } = achievementIn(session, indicator, period);
  return [
    indicator.title.value,
    outcome.value === null ? '' : shownAs(outcome.value, outcome.display),
    indicator.unit?.value ?? '',
    outcome.period ?? '',
    targetContent(session, indicator, period) ?? '',
    achievement.degree === null ? '' : degree(achievement.degree),
    labels.get(indicator.objectiveId ?? '') ?? indicator.citation?.value ?? '',
    outcome.value === null ? (outcome.reason?.[userLanguage()] ?? outcome.display) : '',
  ];
}
