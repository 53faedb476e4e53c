import type {
  BaseQuantity,
  Formula,
  FormulaProblem,
  NumberNode,
  OperationNode,
  ProblemCode,
  QuantityNode,
} from '../types';
import { nameKey } from '../language/names';
import {
  amountOf,
  isCount,
  isMeasure,
  PERSONS,
  readUnit,
  times as timesOf,
  type Dimensions,
  type Unit,
} from '../units/units';

/** What a part of a formula measures, and how. */
export interface Weight {
  /** The part, with the conversions that put its terms in one unit. */
  readonly tree: Formula;
  readonly dimensions: Dimensions;
  /** How many of the bases' own units one unit of the value is. */
  readonly factor: number;
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

/** The unit of a quantity of the base data, from its unit or, where that says only `n.` or nothing, from its name. */
export function unitOfQuantity(quantity: Pick<BaseQuantity, 'name' | 'unit' | 'values'>): Unit | null {
  const written = readUnit(quantity.unit);
  if (written && isBareMultiple(written)) {
    const dimensions = amountOf(nameKey(quantity.name).plain[0] ?? '') ?? { '?': 1 };
    return { ...written, dimensions };
  }
  if (written && !(written.dimensions['count'] && isCountUnit(quantity.unit ?? ''))) return written;
  if ([...quantity.values.values()].some((one) => one.date !== null)) return readUnit('data');
  const key = nameKey(quantity.name);
  const head = key.plain[0] ?? '';
  return key.plain.length > 1 && leadsWithUnit(head) ? readUnit(head) : written;
}

/** `in migliaia` says how many, the name of what. */
function isBareMultiple(unit: Unit): boolean {
  return Object.keys(unit.dimensions).length === 0 && !unit.percent && unit.factor >= 1000;
}

/** `ore`, `km`, `€`; but `data`, `anno`, `punti` or a single letter at the head of a name say little about its unit. */
function leadsWithUnit(head: string): boolean {
  if (!isMeasure(head) || (head.length === 1 && head !== '€')) return false;
  const dimensions = readUnit(head)?.dimensions ?? {};
  return !('date' in dimensions || 'months' in dimensions || 'score' in dimensions);
}

function isCountUnit(unit: string): boolean {
  return unit
    .toLowerCase()
    .split(/[\s.]+/)
    .every((word) => word === '' || isCount(word) || word === 'n°');
}

/** What a quantity without a unit may be: money for `spesa`, a count after `n.` or for people, else unknown. */
function supposed(node: QuantityNode, name: string): Dimensions {
  const key = nameKey(name);
  const head = key.plain[0] ?? '';
  if (key.prefixes.includes('count') || node.prefixes.includes('count') || PERSONS.has(head))
    return { count: 1 };
  return amountOf(head) ?? { '?': 1 };
}

/** Weighs a formula. `quantityOf`: the base quantity a name stands for. */
export function weigh(tree: Formula, quantityOf: (node: QuantityNode) => BaseQuantity | null): Weighing {
  const scale = new Scale(quantityOf);
  const weight = scale.of(tree);
  return { weight, problem: scale.problem, converted: scale.converted };
}

/** A formula weighed, and the first place where it has no meaning. */
export interface Weighing {
  readonly weight: Weight;
  readonly problem: FormulaProblem | null;
  /** Terms were converted to one unit. */
  readonly converted: boolean;
}

const PURE: Omit<Weight, 'tree'> = {
  dimensions: {},
  factor: 1,
  exact: true,
  qualified: false,
  literal: null,
  coefficient: 1,
  derived: false,
  share: false,
  symbol: '',
};

class Scale {
  problem: FormulaProblem | null = null;
  converted = false;

  constructor(private readonly quantityOf: (node: QuantityNode) => BaseQuantity | null) {}

  of(node: Formula): Weight {
    switch (node.kind) {
      case 'number':
        return this.number(node);
      case 'percent':
        return { ...PURE, tree: node };
      case 'quantity':
        return this.quantity(node);
      case 'negation': {
        const inner = this.of(node.operand);
        return {
          ...inner,
          literal: inner.literal === null ? null : -inner.literal,
          tree: { ...node, operand: inner.tree },
        };
      }
      case 'aggregate': {
        const inner = this.of(node.body);
        return { ...inner, tree: { ...node, body: inner.tree } };
      }
      case 'comparison': {
        const [left, right] = this.alike(node, this.of(node.left), this.of(node.right), true);
        return { ...PURE, tree: { ...node, left: left.tree, right: right.tree } };
      }
      case 'rate':
        return this.rate(node);
      case 'call':
        return this.call(node);
      default:
        return this.operation(node);
    }
  }

  private number(node: NumberNode): Weight {
    const unit = node.unit === null ? null : readUnit(node.unit);
    if (!unit) return { ...PURE, tree: node, literal: node.value };
    const { dimensions, factor, qualified, symbol } = unit;
    return { ...PURE, tree: node, dimensions, factor, qualified, symbol };
  }

  private quantity(node: QuantityNode): Weight {
    const known = this.quantityOf(node);
    const unit = known && unitOfQuantity(known);
    if (!unit)
      return { ...PURE, tree: node, dimensions: supposed(node, known?.name ?? node.core), exact: false };
    const { dimensions, factor, qualified } = unit;
    return {
      ...PURE,
      tree: node,
      dimensions,
      factor,
      qualified,
      symbol: unit.percent ? '' : symbolOf(unit, known),
    };
  }

  private operation(node: OperationNode): Weight {
    const [left, right] = [this.of(node.left), this.of(node.right)];
    if (node.operator === '+' || node.operator === '-') return this.sum(node, left, right);
    this.refuseYear(node.operator === '/' ? [node.right] : [node.left, node.right]);
    const tree: Formula = { ...node, left: left.tree, right: right.tree };
    if (node.operator === '*') return product(tree, left, right);
    return node.operator === '/' ? quotient(tree, left, right) : this.power(tree, left, right);
  }

  private power(tree: Formula, base: Weight, exponent: Weight): Weight {
    if (exponent.literal === null && !isPure(exponent)) this.fail('mixed-dimensions', tree, base, exponent);
    if (base.literal !== null || exponent.literal === null) return { ...base, tree, literal: null };
    let dimensions: Dimensions = {};
    for (const [of, power] of Object.entries(base.dimensions))
      dimensions = timesOf(dimensions, { [of]: power * exponent.literal }, 1);
    return { ...base, tree, dimensions, factor: base.factor ** exponent.literal, derived: true };
  }

  private rate(node: Formula & { kind: 'rate' }): Weight {
    const [above, below] = [this.of(node.numerator), this.of(node.denominator)];
    const tree: Formula = { ...node, numerator: above.tree, denominator: below.tree };
    const divided = quotient(tree, above, below);
    return { ...divided, coefficient: divided.coefficient * node.per };
  }

  private sum(node: OperationNode, left: Weight, right: Weight): Weight {
    this.refuseYear([node.left, node.right]);
    const [a, b] = this.alike(node, left, right, false);
    const tree: Formula = { ...node, left: a.tree, right: b.tree };
    if (a.literal !== null && b.literal !== null)
      return {
        ...PURE,
        tree,
        literal: node.operator === '+' ? a.literal + b.literal : a.literal - b.literal,
      };
    const dates = 'date' in a.dimensions && 'date' in b.dimensions;
    if (dates && node.operator === '-')
      return { ...PURE, tree, dimensions: { time: 1 }, factor: 24, symbol: 'gg' };
    if (dates) this.fail('mixed-dimensions', node, a, b);
    return joined(tree, a, b);
  }

  private call(node: Formula & { kind: 'call' }): Weight {
    const parts = node.arguments.map((one) => this.of(one));
    const from = node.function === 'if' ? 1 : 0;
    const to = node.function === 'round' ? 1 : parts.length;
    let whole = parts[from] ?? { ...PURE, tree: node };
    for (let at = from + 1; at < to; at++) {
      const part = parts[at];
      if (!part) continue;
      const [a, b] = this.alike(node, whole, part, true);
      parts[at] = b;
      whole = joined(a.tree, a, b);
    }
    const tree: Formula = { ...node, arguments: parts.map((one) => one.tree) };
    return { ...whole, literal: null, tree };
  }

  /** Two terms that are added or compared: in one unit, or a problem. A bare number takes the unit of the other. */
  private alike(node: Formula, left: Weight, right: Weight, free: boolean): readonly [Weight, Weight] {
    if (left.literal !== null && right.literal !== null) return [left, right];
    if (left.literal !== null || right.literal !== null) {
      if (!free && !takesNumber(node, left, right)) this.fail('mixed-dimensions', node, left, right);
      return [this.plain(node, left), this.plain(node, right)];
    }
    if (!addable(left, right)) {
      this.fail('mixed-dimensions', node, left, right);
      return [left, right];
    }
    return this.inOneUnit(node, left, right);
  }

  private inOneUnit(node: Formula, left: Weight, right: Weight): readonly [Weight, Weight] {
    const ratio = left.exact && right.exact ? right.factor / left.factor : 1;
    if (near(ratio, 1) || near(right.coefficient / left.coefficient, ratio)) return [left, right];
    if (left.qualified || right.qualified || left.coefficient !== 1 || right.coefficient !== 1)
      this.fail('unit-conversion', node, left, right);
    this.converted = true;
    return [left, { ...right, tree: scaled(right.tree, ratio), factor: left.factor }];
  }

  /** A share of unlike units (`€ / migliaia di €`) as the number it is, beside a bare number. */
  private plain(node: Formula, part: Weight): Weight {
    const { factor, coefficient } = part;
    if (!isPure(part) || part.literal !== null || !part.exact || near(factor, 1)) return part;
    for (const shown of near(coefficient, 1) ? [] : [1, 100])
      if (near(coefficient, factor * shown)) return { ...part, factor: 1, coefficient: shown };
    if (!convertible(coefficient, factor)) this.fail('unit-conversion', node, part, part);
    this.converted = true;
    return { ...part, factor: 1, tree: scaled(part.tree, factor) };
  }

  /** `utenti / 2024`: a year is no amount. */
  private refuseYear(nodes: readonly Formula[]): void {
    for (const node of nodes) {
      if (node.kind !== 'number' || node.unit !== null || !/^(?:19[5-9]|20[1-4])\d$/.test(node.text))
        continue;
      this.problem ??= {
        code: 'year-as-number',
        start: node.start,
        end: node.end,
        text: node.text,
        params: {},
      };
    }
  }

  private fail(code: ProblemCode, node: Formula, left: Weight, right: Weight): void {
    const params = { left: saidOf(left), right: saidOf(right) };
    this.problem ??= { code, start: node.start, end: node.end, text: '', params };
  }
}

function product(tree: Formula, left: Weight, right: Weight): Weight {
  if (left.literal !== null && right.literal !== null)
    return { ...PURE, tree, literal: left.literal * right.literal };
  if (left.literal !== null) return { ...right, tree, coefficient: right.coefficient * left.literal };
  if (right.literal !== null) return { ...left, tree, coefficient: left.coefficient * right.literal };
  return {
    ...PURE,
    tree,
    dimensions: timesOf(left.dimensions, right.dimensions, 1),
    factor: left.factor * right.factor,
    exact: left.exact && right.exact,
    qualified: left.qualified || right.qualified,
    coefficient: left.coefficient * right.coefficient,
    derived: left.derived || right.derived,
    share: left.share && right.share,
    symbol: [left.symbol, right.symbol].filter(Boolean).join('·'),
  };
}

function quotient(tree: Formula, left: Weight, right: Weight): Weight {
  if (left.literal !== null && right.literal !== null)
    return { ...PURE, tree, literal: left.literal / right.literal };
  if (right.literal !== null) {
    const whole = !isPowerOfTen(right.literal) && right.literal !== 0;
    return { ...left, tree, coefficient: left.coefficient / right.literal, share: left.share || whole };
  }
  const above = left.literal === null ? left : { ...PURE, tree, coefficient: left.literal };
  const dimensions = timesOf(above.dimensions, right.dimensions, -1);
  const pure = Object.keys(dimensions).every((base) => base === 'count');
  return {
    ...PURE,
    tree,
    dimensions,
    factor: above.factor / right.factor,
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
function joined(tree: Formula, a: Weight, b: Weight): Weight {
  const [main, other] =
    a.literal !== null || (unknown(a.dimensions) && !unknown(b.dimensions)) ? [b, a] : [a, b];
  const pure =
    (main.share && isPure(other)) || (main.share && other.literal !== null && wholes(other.literal));
  return {
    ...main,
    tree,
    literal: null,
    dimensions: pure ? {} : main.dimensions,
    share: main.share && !pure,
    exact: main.exact && (other.literal !== null || other.exact),
    coefficient: other.literal !== null || main.coefficient === other.coefficient ? main.coefficient : 1,
    derived: main.derived || other.derived,
  };
}

/** Whether two terms can be added: the same dimensions, or one that nobody knows and that no division made. */
function addable(a: Weight, b: Weight): boolean {
  const [x, y] = [summed(a.dimensions), summed(b.dimensions)];
  if (sameDimensions(x, y)) return true;
  if ((a.share && isPure(b)) || (b.share && isPure(a))) return true;
  if ('date' in x && !b.derived && 'time' in y) return true;
  return !a.derived && !b.derived && (unknown(x) || unknown(y));
}

/** Whether a bare number can stand beside a quantity in a sum: `365 - giorni`, `1 - a/b`; not beside money, not `1 - giorni`. */
function takesNumber(node: Formula, left: Weight, right: Weight): boolean {
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

function wholes(number: number): boolean {
  return number === 1 || number === 100 || number === 1000;
}

/** Money for each of several things is money; things of things are things. */
function summed(dimensions: Dimensions): Dimensions {
  const { count, ...rest } = dimensions;
  if (count === undefined || count < 0) return dimensions;
  return Object.keys(rest).length > 0 ? rest : { count: 1 };
}

export function sameDimensions(a: Dimensions, b: Dimensions): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
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

/** The unit as one writes it after a number; nothing for `n.`. */
function symbolOf(unit: Unit, quantity: BaseQuantity): string {
  if (sameDimensions(unit.dimensions, { count: 1 }) && unit.factor === 1)
    return isCountUnit(unit.symbol) ? '' : unit.symbol;
  return unit.symbol || (quantity.unit ?? '').trim();
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
function saidOf(weight: Weight): string {
  if (weight.literal !== null) return String(weight.literal).replace('.', ',');
  if (isPure(weight)) return '';
  if (weight.symbol !== '') return weight.symbol;
  return Object.keys(weight.dimensions)
    .map((base) => SAID[base] ?? base.replace('?', ''))
    .join('·');
}
