import type { Formula, FormulaProblem, QuantityNode } from '../types';
import { percentUnit } from '../units/units';
import { scaled } from './weight';

/**
 * What a part of a formula counts in where the result is a `%`: `points` (75), a `percent` kept as a fraction (0.75),
 * a `ratio` nobody multiplied by 100, a constant beyond 1 (`large`) or not (`small`), several of these at once
 * (`mixed`), or none that tells (`open`).
 */
type Measure = 'points' | 'percent' | 'ratio' | 'large' | 'small' | 'mixed' | 'open';

/** A formula with the terms that are added on one scale. */
export interface Balanced {
  readonly tree: Formula;
  /** Factor from the expression's value to the indicator's. */
  readonly scale: number;
  /** Points and fractions are added and nothing tells which is meant. */
  readonly problem: FormulaProblem | null;
}

/**
 * Puts a formula on the scale of its unit. A `%` is the fraction Excel would show as a percentage, also where the
 * formula says `x 100`: terms that are added are all taken in points when one of them is (`x 100`, a constant beyond
 * 1 beside a percentage), and the whole is converted once. What is no share stays as written.
 */
export function balance(
  written: Formula,
  share: boolean,
  isPercent: (node: QuantityNode) => boolean,
): Balanced {
  if (!share) return { tree: written, scale: 1, problem: null };
  const { tree, measure } = weigh(written, isPercent);
  const { start, end } = written;
  const problem: FormulaProblem | null =
    measure === 'mixed' ? { code: 'mixed-scales', start, end, text: '', params: {} } : null;
  return { tree, scale: measure === 'points' || measure === 'large' ? 0.01 : 1, problem };
}

/** Whether a `%` formula adds fractions to percentage points and nothing tells which is meant; without base data. */
export function mixesScales(written: Formula, unit: string | null): boolean {
  return balance(written, percentUnit(unit), () => false).problem !== null;
}

interface Weighed {
  readonly tree: Formula;
  readonly measure: Measure;
}

function weigh(node: Formula, isPercent: (node: QuantityNode) => boolean): Weighed {
  const of = (one: Formula): Weighed => weigh(one, isPercent);
  switch (node.kind) {
    case 'number':
      return { tree: node, measure: Math.abs(node.value) > 1 ? 'large' : 'small' };
    case 'percent':
      return { tree: node, measure: 'percent' };
    case 'quantity':
      return { tree: node, measure: isPercent(node) ? 'percent' : 'open' };
    case 'rate':
      return { tree: node, measure: node.per === 100 ? 'points' : 'open' };
    case 'comparison':
      return { tree: node, measure: 'open' };
    case 'negation': {
      const { tree, measure } = of(node.operand);
      return { tree: { ...node, operand: tree }, measure };
    }
    case 'aggregate': {
      const { tree, measure } = of(node.body);
      return { tree: { ...node, body: tree }, measure };
    }
    case 'call': {
      const own = (at: number): boolean =>
        node.function === 'if' ? at > 0 : node.function !== 'round' || at === 0;
      const { terms, measure } = together(node.arguments.filter((_, at) => own(at)).map(of));
      const put = terms.values();
      const list = node.arguments.map((one, at) => (own(at) ? (put.next().value ?? one) : one));
      return { tree: { ...node, arguments: list }, measure };
    }
    default: {
      const [left, right] = [of(node.left), of(node.right)];
      if (node.operator === '+' || node.operator === '-') {
        const { terms, measure } = together([left, right]);
        // `1 - a/b x 100`: the 1 is a whole, which in points is 100.
        if (
          measure === 'points' &&
          node.operator === '-' &&
          node.left.kind === 'number' &&
          node.left.value === 1
        )
          return { tree: node, measure: 'mixed' };
        return { tree: { ...node, left: terms[0] ?? left.tree, right: terms[1] ?? right.tree }, measure };
      }
      const tree = { ...node, left: left.tree, right: right.tree };
      if (node.operator === '*') return { tree, measure: productOf(left, right) };
      return { tree, measure: node.operator === '/' ? quotientOf(left, right) : 'open' };
    }
  }
}

/** Terms that are added, compared or averaged: on one scale. */
function together(terms: readonly Weighed[]): { terms: Formula[]; measure: Measure } {
  const has = (...measures: readonly Measure[]): boolean =>
    terms.some((one) => measures.includes(one.measure));
  const plain = terms.map((one) => one.tree);
  if (has('mixed') || (has('ratio') && has('points', 'large'))) return { terms: plain, measure: 'mixed' };
  if (has('points') || (has('percent') && has('large'))) {
    const inPoints = terms.map(({ tree, measure }) => (measure === 'percent' ? scaled(tree, 100) : tree));
    return { terms: inPoints, measure: 'points' };
  }
  const measure = (['open', 'ratio', 'percent', 'large'] as const).find((one) => has(one));
  return { terms: plain, measure: measure ?? 'small' };
}

function isConstant({ measure }: Weighed): boolean {
  return measure === 'large' || measure === 'small';
}

function productOf(left: Weighed, right: Weighed): Measure {
  const hundred = ({ tree }: Weighed): boolean => tree.kind === 'number' && tree.value === 100 && !tree.unit;
  if (hundred(left) || hundred(right) || left.measure === 'points' || right.measure === 'points')
    return 'points';
  if (isConstant(left)) return right.measure;
  if (isConstant(right) || left.measure === right.measure) return left.measure;
  return left.measure === 'open' || right.measure === 'open' ? 'open' : 'percent';
}

function quotientOf(left: Weighed, right: Weighed): Measure {
  if (isConstant(right)) return left.measure;
  if (isConstant(left)) return 'open';
  return left.measure !== right.measure && (left.measure === 'points' || left.measure === 'percent')
    ? left.measure
    : 'ratio';
}
