import type { Formula, QuantityNode } from '../types';
import { percentUnit } from '../language/units';

/** Whether a result counts in hundreds: `(a/b) x 100`, `100 - (a/b*100)`. */
export function carries(node: Formula, factor: number): boolean {
  switch (node.kind) {
    case 'number':
      return node.value === factor && node.unit === null;
    case 'rate':
      return node.per === factor;
    case 'negation':
      return carries(node.operand, factor);
    case 'aggregate':
      return carries(node.body, factor);
    case 'operation':
      if (node.operator === '*') return carries(node.left, factor) || carries(node.right, factor);
      if (node.operator === '/') return carries(node.left, factor) && !isPlain(node.left);
      return (
        (node.operator === '+' || node.operator === '-') &&
        carries(node.left, factor) &&
        carries(node.right, factor)
      );
    case 'call':
      if (node.function === 'if') return node.arguments.slice(1).every((one) => carries(one, factor));
      if (node.function === 'round')
        return node.arguments[0] !== undefined && carries(node.arguments[0], factor);
      return node.arguments.length > 0 && node.arguments.every((one) => carries(one, factor));
    default:
      return false;
  }
}

function isPlain(node: Formula): boolean {
  return node.kind === 'number';
}

/**
 * Factor from the expression's value to the indicator's: a `%` is the fraction Excel would show as a percentage,
 * also where the formula says `x 100`; `‰` is in thousandths; everything else stays as written.
 */
export function scaleOf(tree: Formula, unit: string | null): number {
  if (percentUnit(unit)) return carries(tree, 100) ? 0.01 : 1;
  if (/^\s*(?:‰|per ?mille)\s*$/i.test(unit ?? '') && isQuotient(tree)) return 1000;
  return 1;
}

function isQuotient(tree: Formula): boolean {
  return tree.kind === 'operation' && tree.operator === '/' && !carries(tree, 1000) && !carries(tree, 100);
}

/**
 * `100 - tasso di assenza` in a % indicator: the quantity is a fraction (0.071), the number counts in points, so the
 * quantity is put in points too. Other trees come back as they are.
 */
export function balancePercent(tree: Formula, isPercent: (node: QuantityNode) => boolean): Formula {
  if (tree.kind !== 'operation' || (tree.operator !== '+' && tree.operator !== '-')) return tree;
  const [left, right] = [balancePercent(tree.left, isPercent), balancePercent(tree.right, isPercent)];
  const inPoints = (node: Formula, other: Formula): Formula =>
    node.kind === 'quantity' && isPercent(node) && carries(other, 100) ? timesHundred(node) : node;
  return { ...tree, left: inPoints(left, right), right: inPoints(right, left) };
}

function timesHundred(node: QuantityNode): Formula {
  const { start, end } = node;
  const hundred: Formula = { kind: 'number', value: 100, text: '100', unit: null, start, end };
  return { kind: 'operation', operator: '*', left: node, right: hundred, sign: null, start, end };
}
