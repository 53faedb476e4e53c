import type { FormulaProblem } from '../types';
import { quantitiesOf } from '../language/tree';
import { percentUnit, readUnit, sameDimensions, times, yesNoUnit, type Unit } from '../units/units';
import { convertible, isPowerOfTen, isPure, measured, near, unknown, type Weight } from './weight';

/** How a formula's value becomes the indicator's. */
export interface Settled {
  /** Factor from the expression's value to the indicator's; for a `%` without the factor of its scale. */
  readonly scale: number;
  /** The value's true unit, where it is not the declared one; null where it is. */
  readonly unit: string | null;
  /** The declared unit says something the formula cannot give. */
  readonly contradicted: boolean;
  readonly problem: FormulaProblem | null;
}

/** What the formula itself says of its result. */
export interface Says {
  readonly percent: boolean;
  readonly perThousand: boolean;
}

const PLAIN: Says = { percent: false, perThousand: false };

const AS_DECLARED: Settled = { scale: 1, unit: null, contradicted: false, problem: null };

/**
 * Brings a weighed formula to its declared unit. Units convert (ha to mq, hours to days); a unit of another kind
 * multiplies nothing: the value keeps its own, which is said.
 */
export function settle(weight: Weight, declared: string | null, says: Says = PLAIN): Settled {
  if (weight.literal !== null || yesNoUnit(declared)) return AS_DECLARED;
  if (percentUnit(declared)) return inPercent(weight, says.perThousand);
  const unit = readUnit(declared);
  if (weight.percent) return { ...AS_DECLARED, unit: '%', contradicted: unit !== null };
  if (!unit) return undeclared(weight, says);
  return unit.factor === 1 ? inOnes(weight, unit, says) : inKnown(weight, unit);
}

/** A unit of one each: a plain count, a pure number, or one that measures. */
function inOnes(weight: Weight, unit: Unit, { perThousand }: Says): Settled {
  const counted = sameDimensions(unit.dimensions, { count: 1 });
  if (perThousand && (counted || isPure(weight))) return { ...AS_DECLARED, scale: 1000, unit: '‰' };
  return counted ? asCount(weight, unit.qualified) : inKnown(weight, unit);
}

function inKnown(weight: Weight, unit: Unit): Settled {
  return unknown(weight.dimensions) ? AS_DECLARED : asMeasured(weight, unit);
}

/** A value whose dimensions are known, in a declared unit that measures something. */
function asMeasured(weight: Weight, unit: Unit): Settled {
  const plainCount = sameDimensions(weight.dimensions, { count: 1 });
  if (unknown(unit.dimensions)) return plainCount ? AS_DECLARED : inOwn(weight, 1);
  const perMille = unit.symbol === '‰';
  if (perMille && isPure(weight) && near(weight.coefficient, 100))
    return { ...inPercent(weight, false), unit: '%', contradicted: true };
  return inUnit(weight, unit) ?? inPeriod(weight, unit) ?? inOwn(weight, perMille ? 1000 : 1);
}

/** In the declared unit, where that says what the value is; null where it does not. */
function inUnit(
  weight: Weight,
  unit: Pick<Unit, 'dimensions' | 'factor' | 'above' | 'below' | 'qualified'>,
): Settled | null {
  const { coefficient, dimensions } = weight;
  if ((dimensions['count'] ?? 0) < -1) return null;
  const [have, want] = [measured(dimensions), measured(unit.dimensions)];
  if (sameDimensions(have, want)) {
    const ratio = weight.factor / unit.factor;
    // `€/ab.` is no `€ x 1000 / abitanti`.
    const spoilt =
      unit.below.dimensions['count'] !== undefined &&
      near(ratio, 1) &&
      coefficient > 1 &&
      isPowerOfTen(coefficient);
    return spoilt ? doubtful(weight) : converted(weight, ratio, unit.qualified);
  }
  // People leave out what a value is divided by (`€` for `€/mq`, `ore` for hours a day): that stays as it is.
  const left = Object.keys(have).some((base) => (have[base] ?? 0) > 0) || 'time' in want;
  const shortened = left && Object.keys(want).length > 0 && sameDimensions(measured(weight.top), want);
  return shortened ? converted(weight, weight.above / unit.factor, unit.qualified) : null;
}

/** How many of a period a year has: base and factor as in the unit. */
const PERIODS: readonly (readonly [
  base: string,
  factor: number,
  perYear: readonly number[],
  said: RegExp,
])[] = [
  ['months', 12, [1], /^/],
  ['months', 1, [12], /mens|mese/],
  ['time', 168, [52], /settiman/],
  ['time', 24, [365, 366], /giornal|quotidian|giorno/],
];

/** `kg/ab/anno` of yearly data is `kg/ab`; `kg/ab/giorno` needs a formula that divides by 365, or data that say so. */
function inPeriod(weight: Weight, unit: Unit): Settled | null {
  const { period } = unit;
  const known = PERIODS.find(([base, factor]) => period?.dimensions[base] === 1 && period.factor === factor);
  if (!period || !known) return null;
  const [, , perYear, said] = known;
  const dimensions = times(unit.dimensions, period.dimensions, 1);
  const rest = { ...unit, dimensions, factor: unit.factor * period.factor };
  const names = quantitiesOf(weight.tree).map((one) => one.name.toLowerCase());
  const within = perYear.find(
    (one) => near(weight.coefficient * one, 1) || near(weight.coefficient * one, weight.factor / rest.factor),
  );
  const plain = within === undefined ? weight : { ...weight, coefficient: weight.coefficient * within };
  const counted = sameDimensions(dimensions, { count: 1 });
  const settled = counted ? asCount(plain, unit.qualified) : inUnit(plain, rest);
  if (!settled) return null;
  return within !== undefined || names.some((one) => said.test(one)) ? settled : doubtful(weight);
}

/**
 * In the unit of its own quantities, against the declared one.
 * @param slip the factor that only served the declared unit: 100 for `%`
 */
function inOwn(weight: Weight, slip: number): Settled {
  const { coefficient, symbol: unit } = weight;
  if (!near(coefficient, 1) && !near(coefficient, slip)) return doubtful(weight);
  const cancelled = isPure(weight) && weight.exact && Object.keys(measured(weight.top)).length > 0;
  const scale = (cancelled ? weight.factor : 1) / coefficient;
  return { ...AS_DECLARED, scale, unit, contradicted: true };
}

/** A share is a fraction; `x 1000` makes it another unit, money per head has one of its own. */
function inPercent(weight: Weight, perThousand: boolean): Settled {
  if (unknown(weight.dimensions)) return AS_DECLARED;
  if (!isShare(weight)) return inOwn(weight, 100);
  if (perThousand) return { ...AS_DECLARED, scale: 1000 * weight.factor, unit: '‰', contradicted: true };
  const { coefficient } = weight;
  if (weight.share) return AS_DECLARED;
  const itself = near(coefficient, weight.factor) || near(coefficient, 100 * weight.factor);
  if (itself && !near(coefficient, 1)) return AS_DECLARED;
  if (isPowerOfTen(coefficient) && coefficient >= 1000 && weight.factor === 1)
    return { ...AS_DECLARED, unit: coefficient === 1000 ? '‰' : `per ${coefficient}`, contradicted: true };
  return converted(weight, weight.factor, false);
}

/** Like by like, also for each of several people (`giorni / (giorni x dipendenti)`), or a number of days by 365. */
function isShare({ dimensions, share }: Weight): boolean {
  const bases = Object.keys(dimensions);
  return share || bases.length === 0 || (bases.length === 1 && (dimensions['count'] ?? 0) < 0);
}

/** Without a declared unit the value keeps its own; shares of different units are shares all the same. */
function undeclared(weight: Weight, { percent, perThousand }: Says): Settled {
  if (percent && isPure(weight) && weight.derived && !perThousand)
    return { ...inPercent(weight, false), unit: '%' };
  if (perThousand && isPure(weight)) return { ...AS_DECLARED, scale: 1000 * weight.factor, unit: '‰' };
  if (isPure(weight)) return converted(weight, weight.factor, false);
  const own = weight.derived && near(weight.coefficient, 1) && weight.symbol !== '';
  return own ? { ...AS_DECLARED, unit: weight.symbol } : AS_DECLARED;
}

/** `n.` stands for any number; thousands are spelt out, money is said. */
function asCount(weight: Weight, qualified: boolean): Settled {
  if (Object.keys(weight.dimensions).every((base) => base === 'count'))
    return converted(weight, weight.factor, qualified);
  return 'money' in weight.dimensions && weight.symbol !== '' ? inOwn(weight, 1) : AS_DECLARED;
}

/** @param factor how many of the wanted unit one of the value's is */
function converted(weight: Weight, factor: number, qualified: boolean): Settled {
  const ratio = weight.exact ? factor : 1;
  if (near(ratio, 1) || near(weight.coefficient, ratio)) return AS_DECLARED;
  const clear = Number.isFinite(ratio) && convertible(weight.coefficient, ratio);
  return clear && !weight.qualified && !qualified ? { ...AS_DECLARED, scale: ratio } : doubtful(weight);
}

/** Nobody can tell which unit the formula gives. */
function doubtful({ tree: { start, end }, symbol }: Weight): Settled {
  const params = { left: symbol, right: '' };
  return { ...AS_DECLARED, problem: { code: 'unit-conversion', start, end, text: '', params } };
}
