import type {
  BaseQuantity,
  Formula,
  FormulaProblem,
  NumberNode,
  OperationNode,
  ProblemCode,
  QuantityNode,
} from '../types';
import { readUnit, times as timesOf, type Dimensions } from '../units/units';
import { supposed, symbolOf, unitOfQuantity } from './quantity-unit';
import {
  addable,
  convertible,
  isPure,
  joined,
  near,
  product,
  PURE,
  quotient,
  saidOf,
  scaled,
  takesNumber,
  type Weight,
} from './weight';

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

class Scale {
  problem: FormulaProblem | null = null;
  converted = false;

  constructor(private readonly quantityOf: (node: QuantityNode) => BaseQuantity | null) {}

  of(node: Formula): Weight {
    switch (node.kind) {
      case 'number':
        return this.number(node);
      case 'percent':
        return { ...PURE, tree: node, percent: true };
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
    return { ...PURE, tree: node, dimensions, factor, above: factor, top: dimensions, qualified, symbol };
  }

  private quantity(node: QuantityNode): Weight {
    const known = this.quantityOf(node);
    const unit = known && unitOfQuantity(known);
    if (!unit) {
      const dimensions = supposed(node, known?.name ?? node.core);
      return { ...PURE, tree: node, dimensions, top: dimensions, exact: false };
    }
    const { dimensions, factor, qualified } = unit;
    return {
      ...PURE,
      tree: node,
      dimensions,
      factor,
      above: unit.above.factor,
      top: unit.above.dimensions,
      qualified,
      percent: unit.percent,
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
    return {
      ...base,
      tree,
      dimensions,
      factor: base.factor ** exponent.literal,
      above: base.above ** exponent.literal,
      derived: true,
    };
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
      return {
        ...PURE,
        tree,
        dimensions: { time: 1 },
        top: { time: 1 },
        factor: 24,
        above: 24,
        symbol: 'gg',
      };
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
    return [left, { ...right, tree: scaled(right.tree, ratio), factor: left.factor, above: left.above }];
  }

  /** A share of unlike units (`€ / migliaia di €`) as the number it is, beside a bare number. */
  private plain(node: Formula, part: Weight): Weight {
    const { factor, coefficient } = part;
    if (!isPure(part) || part.literal !== null || !part.exact || near(factor, 1)) return part;
    for (const shown of near(coefficient, 1) ? [] : [1, 100])
      if (near(coefficient, factor * shown)) return { ...part, factor: 1, above: 1, coefficient: shown };
    if (!convertible(coefficient, factor)) this.fail('unit-conversion', node, part, part);
    this.converted = true;
    return { ...part, factor: 1, above: 1, tree: scaled(part.tree, factor) };
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
