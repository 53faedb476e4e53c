import type {
  BaseData,
  BaseValue,
  Formula,
  FormulaProblem,
  IndicatorText,
  MissingQuantity,
  OutcomeKind,
  Period,
  ProblemCode,
} from '../types';
import { latestPeriod } from '../data/baseData';
import { failedPlan, planFor, type Check, type Plan } from './plan';
import { periodFor, settledQuantity, valueIn, type Variable } from './variables';

/** The bare result; {@link describeOutcome} adds words, cells and notes. */
export interface Computed {
  readonly plan: Plan;
  readonly period: Period | null;
  readonly outcome: OutcomeKind;
  readonly value: number | boolean | null;
  readonly problem: FormulaProblem | null;
  readonly missing: readonly MissingQuantity[];
}

const NONE: readonly MissingQuantity[] = [];

/**
 * All indicators of one set of base data. Each formula is read and compiled once; formulas that do not depend
 * on the indicator's name are shared.
 */
export class IndicatorBook {
  /** By formula, then by unit: mostly one. */
  private readonly shared = new Map<string, { readonly unit: string; readonly plan: Plan }[]>();
  private readonly named = new Map<string, Plan>();
  readonly latest: Period | null;

  constructor(readonly data: BaseData) {
    this.latest = latestPeriod(data);
  }

  /** The prepared formula of an indicator. */
  plan(indicator: IndicatorText): Plan {
    const unit = indicator.unit ?? '';
    const formula = indicator.formula ?? '';
    const units = this.shared.get(formula);
    if (units) for (const one of units) if (one.unit === unit) return one.plan;
    const key = `${formula}\u0000${unit}\u0000${indicator.name}`;
    const named = this.named.get(key);
    if (named) return named;
    const plan = planned(indicator, this.data);
    if (!plan.nameless) this.named.set(key, plan);
    else if (units) units.push({ unit, plan });
    else this.shared.set(formula, [{ unit, plan }]);
    return plan;
  }

  /** Evaluates an indicator; without a period, in the latest one the data hold. */
  compute(indicator: IndicatorText, period: Period | null = this.latest): Computed {
    const plan = this.plan(indicator);
    try {
      return computePlan(plan, period);
    } catch {
      // Whatever goes wrong in one formula, the other indicators are computed.
      return {
        plan,
        period,
        outcome: 'not-computable',
        value: null,
        problem: failure(indicator),
        missing: NONE,
      };
    }
  }
}

/** The plan of an indicator; one that says it failed, where reading or binding did. */
function planned(indicator: IndicatorText, data: BaseData): Plan {
  try {
    return planFor(indicator, data);
  } catch {
    return failedPlan(indicator, failure(indicator));
  }
}

function failure(indicator: IndicatorText): FormulaProblem {
  return { code: 'failed', start: 0, end: 0, text: (indicator.formula ?? '').slice(0, 80), params: {} };
}

/** Evaluates a prepared formula in a period. Never throws, never NaN or infinite. */
export function computePlan(plan: Plan, period: Period | null): Computed {
  const value = plan.plain === null ? null : plainValue(plan, plan.plain, period);
  if (value !== null) return { plan, period, outcome: 'value', value, problem: null, missing: NONE };
  return carefully(plan, period);
}

/** The number when everything is there and finite; null sends the case to {@link carefully}. */
function plainValue(
  { scope, variables, scale }: Plan,
  { code, checks }: NonNullable<Plan['plain']>,
  period: Period | null,
): number | null {
  for (const variable of variables) {
    const { quantity } = variable;
    if (!quantity) return null;
    const own = variable.period === null && period !== null ? quantity.values.get(period) : undefined;
    const value = (own ?? valueIn(quantity, period, variable.period)?.value)?.value;
    if (typeof value !== 'number') return null;
    scope.set(variable.symbol, value);
  }
  for (const check of checks) if (!holds(check, scope)) return null;
  const result: unknown = code.evaluate(scope);
  if (typeof result !== 'number') return null;
  const scaled = result * scale;
  return Number.isFinite(scaled) ? scaled : null;
}

function holds(check: Check, scope: Map<string, number>): boolean {
  const part: unknown = check.variable ? scope.get(check.variable.symbol) : check.code?.evaluate(scope);
  if (typeof part === 'boolean') return !check.nonZero;
  return typeof part === 'number' && Number.isFinite(part) && !(check.nonZero && part === 0);
}

function carefully(plan: Plan, period: Period | null): Computed {
  const made = (outcome: OutcomeKind, rest: Partial<Computed> = {}): Computed => ({
    plan,
    period,
    outcome,
    value: null,
    problem: null,
    missing: NONE,
    ...rest,
  });
  const refuse = (code: ProblemCode, at: Formula | null, params: FormulaProblem['params'] = {}): Computed =>
    made('not-computable', { problem: problemAt(plan, code, at, params) });
  if (plan.problem) return made('not-computable', { problem: plan.problem });
  if (!plan.tree) return refuse('missing-formula', null);
  const unclear = plan.variables.find(
    (variable) => variable.node.ambiguous && !settledQuantity(variable, period),
  );
  if (unclear)
    return refuse('ambiguous-quantity', unclear.node, { candidates: unclear.node.candidates.join('; ') });
  if (plan.overGroup) return overMembers(plan, plan.overGroup, period, made, refuse);
  const missing = plan.variables.flatMap((variable) => missingOf(variable, period) ?? []);
  if (missing.length > 0) return made('missing-data', { missing });
  if (plan.senseless) return made('not-computable', { problem: plan.senseless });
  const [only] = plan.variables;
  if (plan.tree.kind === 'quantity' && only) {
    const value = valueOf(only, period);
    if (typeof value === 'boolean') return made('boolean', { value });
    if (plan.yesNo)
      return value === 0 || value === 1
        ? made('boolean', { value: value === 1 })
        : refuse('text-value', plan.tree);
  }
  const values = new Map<string, number>();
  for (const variable of plan.variables) {
    const value = valueOf(variable, period);
    if (typeof value === 'boolean') return refuse('boolean-in-arithmetic', variable.node);
    if (value === null)
      return refuse('column-of-values', variable.node, { count: variable.quantity?.members.length ?? 0 });
    values.set(variable.symbol, value);
  }
  const result = run(plan, values);
  if (result.problem) return made('not-computable', { problem: result.problem });
  return typeof result.value === 'boolean'
    ? made('boolean', { value: result.value })
    : made('value', { value: result.value });
}

interface Result {
  readonly value: number | boolean | null;
  readonly problem: FormulaProblem | null;
}

/** Runs the expression and says what went wrong where. */
function run(plan: Plan, values: Map<string, number>): Result {
  for (const check of plan.checks) {
    if (holds(check, values)) continue;
    const part: unknown = check.variable ? values.get(check.variable.symbol) : check.code?.evaluate(values);
    const zero = check.nonZero && part === 0;
    const code = zero
      ? 'division-by-zero'
      : typeof part === 'number' && Number.isNaN(part)
        ? 'not-a-number'
        : 'overflow';
    return { value: null, problem: problemAt(plan, code, check.node) };
  }
  const result: unknown = plan.code?.evaluate(values);
  if (typeof result === 'boolean') return { value: result, problem: null };
  if (typeof result !== 'number' || Number.isNaN(result))
    return { value: null, problem: problemAt(plan, 'not-a-number', plan.tree) };
  const scaled = result * plan.scale;
  if (!Number.isFinite(scaled)) return { value: null, problem: problemAt(plan, 'overflow', plan.tree) };
  return { value: scaled, problem: null };
}

function problemAt(
  plan: Plan,
  code: ProblemCode,
  at: Formula | null,
  params: FormulaProblem['params'] = {},
): FormulaProblem {
  const { text } = plan.reading;
  const [start, end] = at ? [at.start, at.end] : [0, 0];
  return { code, start, end, text: text.slice(start, end), params };
}

/** Why a variable has no value in a period; null when it has one. */
function missingOf(variable: Variable, period: Period | null): MissingQuantity | null {
  const { node } = variable;
  const quantity = settledQuantity(variable, period);
  const wanted = periodFor(period, variable.period);
  const base = {
    period: wanted ?? '',
    candidates: node.candidates,
    cell: null,
    start: node.start,
    end: node.end,
  };
  if (node.bareTotal) return { ...base, name: node.name, reason: 'undetermined-total' };
  if (!quantity) return { ...base, name: node.name, reason: 'unknown-quantity' };
  if (quantity.members.length > 0 && quantity.values.size === 0) return null;
  const found = valueIn(quantity, period, variable.period);
  if (!found) return { ...base, name: quantity.name, reason: 'no-period', cell: quantity.cell };
  const { problem, cell } = found.value;
  return problem ? { ...base, name: quantity.name, reason: problem, cell } : null;
}

/** The number or boolean of a variable; null for a column of values nobody reduced. */
function valueOf(variable: Variable, period: Period | null): number | boolean | null {
  const quantity = settledQuantity(variable, period);
  if (!quantity) return null;
  if (quantity.members.length > 0) return variable.reduce ? reduced(quantity.members, variable.reduce) : null;
  return valueIn(quantity, period, variable.period)?.value.value ?? null;
}

function reduced(members: readonly BaseValue[], how: Variable['reduce']): number | null {
  const numbers = members.flatMap((one) => (typeof one.value === 'number' ? [one.value] : []));
  if (numbers.length === 0 || numbers.length < members.filter((one) => one.problem !== 'blank').length)
    return null;
  const sum = numbers.reduce((a, b) => a + b, 0);
  return how === 'mean'
    ? sum / numbers.length
    : how === 'min'
      ? Math.min(...numbers)
      : how === 'max'
        ? Math.max(...numbers)
        : sum;
}

/** The mean (sum …) of the inner formula over the members of a group. */
function overMembers(
  plan: Plan,
  group: Formula & { kind: 'aggregate' },
  period: Period | null,
  made: (outcome: OutcomeKind, rest?: Partial<Computed>) => Computed,
  refuse: (code: ProblemCode, at: Formula | null, params?: FormulaProblem['params']) => Computed,
): Computed {
  const columns = plan.variables.filter((variable) => (variable.quantity?.members.length ?? 0) > 0);
  const names = columns[0]?.quantity?.members.map((one) => one.member) ?? [];
  if (names.length === 0) return refuse('group-data-needed', group, { group: group.group ?? '' });
  const results: number[] = [];
  for (const name of names) {
    const values = new Map<string, number>();
    for (const variable of plan.variables) {
      const member = variable.quantity?.members.find((one) => one.member === name);
      const lost = member ? null : missingOf(variable, period);
      if (lost) return made('missing-data', { missing: [lost] });
      const value = member ? member.value : valueOf(variable, period);
      if (typeof value !== 'number') {
        const reason = member?.problem ?? 'unreadable';
        const missing = {
          name: `${variable.quantity?.name ?? variable.node.name} – ${name}`,
          period: '',
          reason,
          candidates: [],
          cell: member?.cell ?? null,
          start: variable.node.start,
          end: variable.node.end,
        };
        return made('missing-data', { missing: [missing] });
      }
      values.set(variable.symbol, value);
    }
    const result = run(plan, values);
    if (result.problem) return made('not-computable', { problem: result.problem });
    if (typeof result.value === 'number') results.push(result.value);
  }
  const value = reduced(results.map(asValue), group.function);
  return value === null ? refuse('not-a-number', group) : made('value', { value });
}

function asValue(value: number): BaseValue {
  return { value, text: '', cell: { sheet: '', address: 'A1' }, problem: null, date: null };
}
