import type { Formula, OutcomeNote, QuantityNode } from '../types';
import { ratioOf } from '../language/flags';
import { nameKey } from '../language/names';
import { percentUnit } from '../units/units';
import { displayValue } from '../words/numbers';
import type { Plan } from './plan';

/** The value of a plan in a period; null where there is none. */
type ValueIn = (period: string) => number | null;

/** Above this a share of a whole is more than a rounding. */
const WHOLE = 1.0001;
/** How many times its series a value must be to be remarked. */
const FAR = 10;
/** A factor is a lost decimal point when what is left is this close to the series. */
const NEAR = 2.5;
/** Small numbers jump: three courses after none is no slip. */
const LEAST = 20;

/**
 * What cannot be, or hardly, about a value: a part above its whole, a value ten times its other years, or a hundred
 * times (a decimal point or a percentage lost). The value stands; the remark is for whoever checks it.
 */
export function implausible(
  plan: Plan,
  value: number,
  unit: string | null,
  others: { readonly periods: readonly string[]; readonly valueIn: ValueIn },
): OutcomeNote | null {
  if (plan.tree === null) return null;
  if (percentUnit(unit) && value > WHOLE && isPart(plan.tree))
    return { code: 'above-whole', text: displayValue(value, unit), params: {} };
  return subtracts(plan.tree) ? null : outOfSeries(value, unit, others);
}

/** Whether a remark says that a value can hardly be. */
export function isDoubt({ code }: OutcomeNote): boolean {
  return code === 'above-whole' || code === 'far-from-series' || code === 'hundredfold';
}

/** The same thing above and below, or a total of it below: `Utenti disabili / Utenti`. Not two years of one quantity. */
function isPart(tree: Formula): boolean {
  const ratio = ratioOf(tree);
  if (!ratio || ratio.numerator.kind !== 'quantity' || ratio.denominator.kind !== 'quantity') return false;
  const { numerator, denominator } = ratio;
  const samePeriod = JSON.stringify(numerator.period) === JSON.stringify(denominator.period);
  const [part, whole] = [numerator, denominator].map(nameOf);
  if (!samePeriod || !part || !whole || part.canon === whole.canon) return false;
  return whole.core.every((word) => part.core.includes(word));
}

function nameOf(node: QuantityNode): ReturnType<typeof nameKey> {
  return nameKey(node.match?.name ?? node.core);
}

/** Differences and growth rates have no height of their own. */
function subtracts(node: Formula): boolean {
  switch (node.kind) {
    case 'operation':
      return node.operator === '-' || subtracts(node.left) || subtracts(node.right);
    case 'rate':
      return subtracts(node.numerator) || subtracts(node.denominator);
    case 'call':
      return node.arguments.some(subtracts);
    case 'aggregate':
      return subtracts(node.body);
    case 'negation':
      return true;
    default:
      return false;
  }
}

function outOfSeries(
  value: number,
  unit: string | null,
  { periods, valueIn }: { readonly periods: readonly string[]; readonly valueIn: ValueIn },
): OutcomeNote | null {
  const series = periods.flatMap((period) => {
    const one = valueIn(period);
    return one !== null && one > 0 ? [one] : [];
  });
  const usual = [...series].sort((a, b) => a - b)[Math.floor(series.length / 2)];
  if (usual === undefined || value <= 0 || (!percentUnit(unit) && Math.max(value, usual) < LEAST))
    return null;
  const times = Math.max(value / usual, usual / value);
  const hundred = times / 100;
  if (hundred <= NEAR && hundred >= 1 / NEAR) {
    const probable = value > usual ? value / 100 : value * 100;
    return note('hundredfold', value, usual, { probable: displayValue(probable, unit) });
  }
  return times >= FAR && series.length > 1 ? note('far-from-series', value, usual, {}) : null;

  function note(
    code: OutcomeNote['code'],
    own: number,
    other: number,
    more: OutcomeNote['params'],
  ): OutcomeNote {
    return { code, text: displayValue(own, unit), params: { usual: displayValue(other, unit), ...more } };
  }
}
