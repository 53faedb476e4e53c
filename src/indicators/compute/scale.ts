import type { Formula } from '../types';
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
