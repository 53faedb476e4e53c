import { lastDay } from '../data/periods';
import type { Direction } from './direction';
import type { Target } from './parse';

/** Why a degree of achievement cannot be given. */
export type AchievementProblem =
  'no-target' | 'no-result' | 'no-baseline' | 'unknown-direction' | 'other-kind';

/** Grado di raggiungimento of a target. */
export interface Achievement {
  /** 0–1, never above 1: exceeding a target does not make up for others. Null where it cannot be said. */
  readonly degree: number | null;
  readonly reached: boolean | null;
  /** The result over (or under) the target in the good direction, without the cap: 1.2 for 120 %. */
  readonly uncapped: number | null;
  readonly problem: AchievementProblem | null;
}

/** A target, a result, and what else the degree may need. */
export interface AchievementInput {
  readonly target: Target;
  /** The result: number (a % as fraction), SI/NO, or an ISO date. */
  readonly actual: number | boolean | string | null;
  readonly direction: Direction | null;
  readonly baseline?: number | null;
}

/** How far a result reaches a target. */
export function achievementOf(input: AchievementInput): Achievement {
  const { target, actual } = input;
  if (target.problem !== null || target.kind === 'unreadable') return none('no-target');
  if (actual === null) return none('no-result');
  switch (target.kind) {
    case 'yes-no':
      return typeof actual === 'boolean' ? whole(actual === target.yes) : none('other-kind');
    case 'date':
      return typeof actual === 'string' && target.date !== null
        ? whole(actual <= target.date)
        : none('other-kind');
    case 'change':
    case 'keep':
      return changed(input);
    default:
      return typeof actual === 'number' ? measured(target, actual, input.direction) : none('other-kind');
  }
}

function none(problem: AchievementProblem): Achievement {
  return { degree: null, reached: null, uncapped: null, problem };
}

function whole(reached: boolean): Achievement {
  return { degree: reached ? 1 : 0, reached, uncapped: reached ? 1 : 0, problem: null };
}

/** A change is measured against the value it leads to. */
function changed({ target, actual, baseline, direction }: AchievementInput): Achievement {
  if (typeof actual !== 'number') return none('other-kind');
  if (baseline === null || baseline === undefined) return none('no-baseline');
  const by = target.value ?? 0;
  const value = target.percent ? baseline * (1 + by) : baseline + by;
  // `in aumento` names no amount: only the way counts, as its comparator says.
  const comparator = by < 0 ? '<=' : by > 0 ? '>=' : target.kind === 'keep' ? null : target.comparator;
  return measured(
    { ...target, kind: 'number', comparator, value },
    actual,
    target.kind === 'keep' ? direction : by < 0 ? 'less' : 'more',
  );
}

function measured(target: Target, actual: number, direction: Direction | null): Achievement {
  const wanted = target.value;
  if (wanted === null) return none('no-target');
  switch (target.comparator) {
    case '>=':
    case '>':
      return more(actual, wanted, target.comparator === '>');
    case '<=':
    case '<':
      return less(actual, wanted, target.comparator === '<');
    case 'between':
      return between(actual, wanted, target.upper ?? wanted);
    case '=':
      return equal(actual, wanted);
    default:
      if (direction === 'more') return more(actual, wanted, false);
      if (direction === 'less') return less(actual, wanted, false);
      return near(actual, wanted) ? whole(true) : none('unknown-direction');
  }
}

/** Values within rounding of each other are the same: 0,1 + 0,2 reaches 0,3. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function degreeOf(uncapped: number, reached: boolean): Achievement {
  const bounded = Math.min(1, Math.max(0, uncapped));
  return {
    degree: reached ? 1 : Math.min(bounded, 1),
    reached,
    uncapped: Math.max(0, uncapped),
    problem: null,
  };
}

function more(actual: number, wanted: number, strict: boolean): Achievement {
  const reached = strict
    ? actual > wanted && !near(actual, wanted)
    : actual >= wanted || near(actual, wanted);
  if (wanted <= 0) return reached ? whole(true) : degreeOf(0, false);
  return degreeOf(actual / wanted, reached);
}

/** Twice the allowed time is half reached: target ÷ result. */
function less(actual: number, wanted: number, strict: boolean): Achievement {
  const reached = strict
    ? actual < wanted && !near(actual, wanted)
    : actual <= wanted || near(actual, wanted);
  if (actual <= 0 || wanted < 0) return reached ? whole(true) : degreeOf(0, false);
  return degreeOf(wanted / actual, reached);
}

function between(actual: number, low: number, high: number): Achievement {
  if (actual >= low && actual <= high) return whole(true);
  return actual < low ? more(actual, low, false) : less(actual, high, false);
}

function equal(actual: number, wanted: number): Achievement {
  if (near(actual, wanted)) return whole(true);
  const degree = wanted === 0 ? 0 : 1 - Math.abs(actual - wanted) / Math.abs(wanted);
  return degreeOf(Math.min(degree, 1), false);
}

/**
 * The part of a yearly target due at an intermediate date, for things that add up over the year (interventions,
 * receipts): between the baseline-free 0 and the target in proportion to the days. Rates and times keep their target.
 */
export function targetAt(
  target: Target,
  from: string,
  to: string,
  date: string,
  cumulative: boolean,
): Target {
  const share = elapsedShare(from, to, date);
  if (!cumulative || share === null || target.kind !== 'number' || target.value === null || target.percent)
    return target;
  return {
    ...target,
    value: target.value * share,
    upper: target.upper === null ? null : target.upper * share,
  };
}

/** 0–1: how much of the time between two ISO dates has passed at a third; null when a date is wrong. */
export function elapsedShare(from: string, to: string, date: string): number | null {
  const [start, end, at] = [from, to, date].map((one) => Date.parse(`${one}T00:00:00Z`));
  if (
    start === undefined ||
    end === undefined ||
    at === undefined ||
    [start, end, at].some(Number.isNaN) ||
    end < start
  )
    return null;
  const day = 86_400_000;
  return Math.min(1, Math.max(0, (at - start + day) / (end - start + day)));
}

/** The last result known at a date and the target that holds for it, from values by period. */
export function partialResult<T>(
  values: readonly { readonly period: string; readonly value: T }[],
  date: string,
): { period: string; value: T } | null {
  const known = values
    .filter((one) => lastDay(one.period) <= date)
    .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? -1 : 1));
  return known.at(-1) ?? null;
}
