import type { FormulaProblem } from '../types';
import { percentUnit, readUnit, yesNoUnit, type Dimensions, type Unit } from '../units/units';
import { convertible, isPowerOfTen, isPure, near, sameDimensions, unknown, type Weight } from './weigh';

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
  const { perThousand } = says;
  if (weight.literal !== null || yesNoUnit(declared)) return AS_DECLARED;
  if (percentUnit(declared)) return inPercent(weight, perThousand);
  const unit = readUnit(declared);
  if (!unit) return undeclared(weight, says);
  const counted = sameDimensions(unit.dimensions, { count: 1 });
  if (perThousand && (counted || isPure(weight)) && unit.factor === 1)
    return { ...AS_DECLARED, scale: 1000, unit: '‰' };
  if (counted && unit.factor === 1) return asCount(weight, unit);
  if (unknown(unit.dimensions) || unknown(weight.dimensions)) return AS_DECLARED;
  if (!fits(weight.dimensions, unit.dimensions))
    return { ...AS_DECLARED, unit: weight.symbol, contradicted: true };
  return converted(weight, unit.factor, unit.qualified);
}

/** A share is a fraction; `x 1000` makes it another unit, money per head has one of its own. */
function inPercent(weight: Weight, perThousand: boolean): Settled {
  if (unknown(weight.dimensions)) return AS_DECLARED;
  if (!isShare(weight)) return { ...AS_DECLARED, unit: weight.symbol, contradicted: true };
  if (perThousand) return { ...AS_DECLARED, scale: 1000 * weight.factor, unit: '‰', contradicted: true };
  const { coefficient } = weight;
  if (weight.share) return AS_DECLARED;
  const itself = near(coefficient, weight.factor) || near(coefficient, 100 * weight.factor);
  if (itself && !near(coefficient, 1)) return AS_DECLARED;
  if (isPowerOfTen(coefficient) && coefficient >= 1000 && weight.factor === 1)
    return { ...AS_DECLARED, unit: coefficient === 1000 ? '‰' : `per ${coefficient}`, contradicted: true };
  return converted(weight, 1, false);
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
  if (isPure(weight)) return converted(weight, 1, false);
  return weight.derived && weight.symbol !== '' ? { ...AS_DECLARED, unit: weight.symbol } : AS_DECLARED;
}

/** `n.` stands for any number; thousands are spelt out, money is said. */
function asCount(weight: Weight, unit: Unit): Settled {
  if (Object.keys(weight.dimensions).every((base) => base === 'count'))
    return converted(weight, 1, unit.qualified);
  const money = 'money' in weight.dimensions && weight.symbol !== '';
  return money ? { ...AS_DECLARED, unit: weight.symbol, contradicted: true } : AS_DECLARED;
}

function converted(weight: Weight, factor: number, qualified: boolean): Settled {
  const ratio = weight.exact ? weight.factor / factor : 1;
  if (near(ratio, 1) || near(weight.coefficient, ratio)) return AS_DECLARED;
  if (convertible(weight.coefficient, ratio) && !weight.qualified && !qualified)
    return { ...AS_DECLARED, scale: ratio };
  const { start, end } = weight.tree;
  const params = { left: weight.symbol, right: '' };
  return { ...AS_DECLARED, problem: { code: 'unit-conversion', start, end, text: '', params } };
}

/** Whether a declared unit says what the value is: people leave out what it is divided by (`€` for `€/ab.`). */
function fits(value: Dimensions, declared: Dimensions): boolean {
  const strict = (one: Dimensions): [string, number][] =>
    Object.entries(one).filter(([base, power]) => base !== 'count' && !(base === 'months' && power < 0));
  const [have, want] = [strict(value), strict(declared)];
  if ((value['count'] ?? 0) < -1) return false;
  const above = have.filter(([, power]) => power > 0);
  const same = (list: readonly [string, number][]): boolean =>
    list.length === want.length && list.every(([base, power]) => declared[base] === power);
  return same(have) || (same(above) && above.length > 0);
}
