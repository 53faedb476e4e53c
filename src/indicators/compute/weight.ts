import type { Formula, NumberNode, OperationNode } from '../types';
import { nameKey } from '../language/names';
import { sameDimensions, times as timesOf, type Dimensions } from '../units/units';

/** What a part of a formula measures, and how. */
export interface Weight {
  /** The part, with the conversions that put its terms in one unit. */
  readonly tree: Formula;
  readonly dimensions: Dimensions;
  /** How many of the bases' own units one unit of the value is. */
  readonly factor: number;
  /** The same without what it is divided by: `€` for `€/ha` converts euros, not hectares. */
  readonly above: number;
  /** What stands above the line, also where it cancels out (`ore / 365 giorni`). */
  readonly top: Dimensions;
  /** A percentage by itself: a quantity in %, or a sum of such. */
  readonly percent: boolean;
  /** The factor is certain: false where only a word tells what is measured (`spesa`, without a unit). */
  readonly exact: boolean;
  /** The unit says more than a unit (`gg lavorativi`): nothing is converted to or from it. */
  readonly qualified: boolean;
  /** A number alone. */
  readonly literal: number | null;
  /** What bare numbers multiply it by. */
  readonly coefficient: number;
  /** A quotient: its dimensions are no longer those of one quantity. */
  readonly derived: boolean;
  /** Divided by a number that may be its whole (`giorni / 365`). */
  readonly share: boolean;
  /** The unit in words, from those of its quantities; '' for plain counts and pure numbers. */
  readonly symbol: string;
}

export const PURE: Omit<Weight, 'tree'> = {
  dimensions: {},
  factor: 1,
  above: 1,
  top: {},
  percent: false,
  exact: true,
  qualified: false,
  literal: null,
  coefficient: 1,
  derived: false,
  share: false,
  symbol: '',
};

export function product(tree: Formula, left: Weight, right: Weight): Weight {
  if (left.literal !== null && right.literal !== null)
    return { ...PURE, tree, literal: left.literal * right.literal };
  if (left.literal !== null)
    return { ...right, tree, percent: false, coefficient: right.coefficient * left.literal };
  if (right.literal !== null)
    return { ...left, tree, percent: false, coefficient: left.coefficient * right.literal };
  return {
    ...PURE,
    tree,
    dimensions: timesOf(left.dimensions, right.dimensions, 1),
    factor: left.factor * right.factor,
    above: left.above * right.above,
    top: timesOf(left.top, right.top, 1),
    exact: left.exact && right.exact,
    qualified: left.qualified || right.qualified,
    coefficient: left.coefficient * right.coefficient,
    derived: left.derived || right.derived,
    share: left.share && right.share,
    symbol: [left.symbol, right.symbol].filter(Boolean).join('·'),
  };
}

export function quotient(tree: Formula, left: Weight, right: Weight): Weight {
  if (left.literal !== null && right.literal !== null)
    return { ...PURE, tree, literal: left.literal / right.literal };
  if (right.literal !== null) {
    const whole = !isPowerOfTen(right.literal) && right.literal !== 0;
    return {
      ...left,
      tree,
      percent: false,
      coefficient: left.coefficient / right.literal,
      share: left.share || whole,
    };
  }
  const above = left.literal === null ? left : { ...PURE, tree, coefficient: left.literal };
  const dimensions = timesOf(above.dimensions, right.dimensions, -1);
  const pure = Object.keys(dimensions).every((base) => base === 'count');
  return {
    ...PURE,
    tree,
    dimensions,
    factor: above.factor / right.factor,
    above: above.above,
    top: above.top,
    exact: above.exact && right.exact,
    qualified: !pure && (above.qualified || right.qualified),
    coefficient: above.coefficient / right.coefficient,
    derived: true,
    symbol: pure || unknown(dimensions) ? '' : `${symbolIn(above)}/${right.symbol || nounOf(right.tree)}`,
  };
}

/** What stands above the line: its own unit, else that of its kind; 1 for a bare number. */
function symbolIn(weight: Weight): string {
  return weight.symbol || (isPure(weight) ? '1' : saidOf(weight));
}

/** Two terms put together: what both are. */
export function joined(tree: Formula, a: Weight, b: Weight): Weight {
  const [main, other] =
    a.literal !== null || (unknown(a.dimensions) && !unknown(b.dimensions)) ? [b, a] : [a, b];
  const number = other.literal !== null;
  const pure = main.share && isWhole(other);
  return {
    ...main,
    tree,
    literal: null,
    dimensions: pure ? {} : main.dimensions,
    share: main.share && !pure,
    percent: main.percent && (other.percent || number),
    exact: main.exact && (number || other.exact),
    coefficient: number || main.coefficient === other.coefficient ? main.coefficient : 1,
    derived: main.derived || other.derived,
  };
}

/** What a share is taken from: a share, or 1, 100, 1000. */
function isWhole(weight: Weight): boolean {
  return isPure(weight) && (weight.literal === null || wholes(weight.literal));
}

/** Whether two terms can be added: the same dimensions, or one that nobody knows and that no division made. */
export function addable(a: Weight, b: Weight): boolean {
  const [x, y] = [summed(a.dimensions), summed(b.dimensions)];
  if (sameDimensions(x, y)) return true;
  if (besideMean(a, b)) return true;
  if ((a.share && isPure(b)) || (b.share && isPure(a))) return true;
  if ('date' in x && !b.derived && 'time' in y) return true;
  return !a.derived && !b.derived && (unknown(x) || unknown(y));
}

/** `gg / pratiche - 30 gg`: a mean beside an amount of the same. */
function besideMean(a: Weight, b: Weight): boolean {
  const what = measured(a.dimensions);
  const amount = (isAmount(a) || isAmount(b)) && Object.keys(what).length > 0;
  return amount && sameDimensions(what, measured(b.dimensions));
}

/** A number written with its unit. */
function isAmount({ tree, literal }: Weight): boolean {
  return tree.kind === 'number' && literal === null;
}

/** Whether a bare number can stand beside a quantity in a sum: `365 - giorni`, `1 - a/b`; not beside money, not `1 - giorni`. */
export function takesNumber(node: Formula, left: Weight, right: Weight): boolean {
  const [number, other] = left.literal !== null ? [left.literal, right] : [right.literal ?? 0, left];
  if (isPure(other) || number === 0 || (unknown(other.dimensions) && !other.derived)) return true;
  if ('money' in other.dimensions) return false;
  if (other.share) return true;
  const minuend = node.kind === 'operation' && node.operator === '-' && left.literal !== null;
  return Object.values(other.dimensions).every((power) => power > 0) && !(minuend && wholes(number));
}

/** Whether a value can be converted although bare numbers multiply it: they do not look like a conversion. */
export function convertible(coefficient: number, ratio: number): boolean {
  return near(coefficient, 1) || (near(coefficient, 100) && !near(ratio, 100) && !near(ratio, 0.01));
}

export function wholes(number: number): boolean {
  return number === 1 || number === 100 || number === 1000;
}

/** Dimensions that are measured, without what is only counted. */
export function measured(dimensions: Dimensions): Dimensions {
  const { count: _, ...rest } = dimensions;
  return rest;
}

/** Money for each of several things is money; things of things are things. */
function summed(dimensions: Dimensions): Dimensions {
  const { count, ...rest } = dimensions;
  if (count === undefined || count < 0) return dimensions;
  return Object.keys(rest).length > 0 ? rest : { count: 1 };
}

/** Whether something in it is unknown: no unit, or one nobody knows. */
export function unknown(dimensions: Dimensions): boolean {
  return Object.keys(dimensions).some((base) => base.startsWith('?'));
}

export function isPure(weight: Weight): boolean {
  return Object.keys(weight.dimensions).length === 0;
}

export function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

export function isPowerOfTen(value: number): boolean {
  return value > 0 && Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9);
}

/** A part multiplied by a factor, which stands where the part does. */
export function scaled(node: Formula, factor: number): OperationNode {
  const { start, end } = node;
  const by = factor < 1 ? 1 / factor : factor;
  const value = Math.abs(by - Math.round(by)) < 1e-9 * by ? Math.round(by) : by;
  const number: NumberNode = { kind: 'number', value, text: String(value), unit: null, start, end };
  return {
    kind: 'operation',
    operator: factor < 1 ? '/' : '*',
    left: node,
    right: number,
    sign: null,
    start,
    end,
  };
}

/** What a denominator without a unit counts: the first noun of its name. */
function nounOf(tree: Formula): string {
  let node = tree;
  while (node.kind === 'operation') node = node.left;
  const noun = node.kind === 'quantity' ? (nameKey(node.match?.name ?? node.core).plain[0] ?? '') : '';
  return /^(?:popolazione|abitanti|residenti)$/.test(noun) ? 'ab.' : noun || 'n.';
}

const SAID: Readonly<Record<string, string>> = {
  count: 'n.',
  money: '€',
  time: 'tempo',
  months: 'mesi',
  score: 'punti',
  date: 'data',
};

/** What a part is in, for the sentence that refuses it. */
export function saidOf(weight: Weight): string {
  if (weight.literal !== null) return String(weight.literal).replace('.', ',');
  if (isPure(weight)) return '';
  if (weight.symbol !== '') return weight.symbol;
  return Object.keys(weight.dimensions)
    .map((base) => SAID[base] ?? base.replace('?', ''))
    .join('·');
}
