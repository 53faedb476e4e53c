import type { BaseQuantity, Formula, OperationNode, QuantityNode } from '../types';
import { writeFormula } from '../words/writing';
import { settle } from './settle';
import { weigh } from './weigh';

type Sign = OperationNode['operator'];
type QuantityOf = (node: QuantityNode) => BaseQuantity | null;

/** A formula as written on one level of brackets: terms and the signs before them. */
interface Chain {
  readonly terms: readonly Formula[];
  readonly signs: readonly Sign[];
}

/**
 * The formula with the brackets that give it a meaning, as text: `A + B / C + D` becomes `(A + B) / (C + D)`. Null when
 * no such brackets make all dimensions agree.
 */
export function regrouped(tree: Formula, quantityOf: QuantityOf, unit: string | null): string | null {
  const found = mend(tree, quantityOf, unit);
  return found && writeFormula(found);
}

function mend(tree: Formula, quantityOf: QuantityOf, unit: string | null): Formula | null {
  const sound = (one: Formula, declared: string | null): boolean => {
    const { weight, problem } = weigh(one, quantityOf);
    if (problem) return false;
    const { problem: unsettled, contradicted } = settle(weight, declared);
    return !unsettled && !contradicted;
  };
  if (tree.kind === 'call' && tree.function === 'round' && tree.arguments[0]) {
    const inner = mend(tree.arguments[0], quantityOf, unit);
    return inner && { ...tree, arguments: [inner, ...tree.arguments.slice(1)] };
  }
  const chain = chainOf(tree);
  // Brackets that are there already may hold the fault.
  const terms = chain.terms.map((one) =>
    one.kind === 'operation' && !sound(one, null) ? (mend(one, quantityOf, null) ?? one) : one,
  );
  const mended = { ...chain, terms };
  for (const candidate of candidates(mended)) if (sound(candidate, unit)) return candidate;
  return null;
}

/** Flattens what stands on one level: an operand that binds less tightly than its sign had brackets of its own. */
function chainOf(tree: Formula): Chain {
  const terms: Formula[] = [];
  const signs: Sign[] = [];
  const level = (sign: Sign): number => (sign === '+' || sign === '-' ? 1 : sign === '^' ? 3 : 2);
  const walk = (node: Formula, least: number): void => {
    if (node.kind !== 'operation' || node.operator === '^' || level(node.operator) < least)
      return void terms.push(node);
    walk(node.left, level(node.operator));
    signs.push(node.operator);
    walk(node.right, level(node.operator) + 1);
  };
  walk(tree, 0);
  return { terms, signs };
}

/** Brackets around what stands before a division, after it, or both; a factor at the edge (`x 100`) stays outside. */
function* candidates({ terms, signs }: Chain): Generator<Formula> {
  yield* factored({ terms, signs });
  for (let cut = 0; cut < signs.length; cut++) {
    if (signs[cut] !== '/') continue;
    const above = { terms: terms.slice(0, cut + 1), signs: signs.slice(0, cut) };
    const below = { terms: terms.slice(cut + 1), signs: signs.slice(cut + 1) };
    {
      const [up, down, factor] = without(above, below);
      const [numerator, denominator] = [grouped(up), grouped(down)];
      const ratio = numerator && denominator && operation('/', numerator, denominator);
      if (ratio) yield factor ? operation('*', ratio, factor) : ratio;
      const single = numerator && down.terms[0] && operation('/', numerator, down.terms[0]);
      if (single) yield continued(single, { terms: down.terms.slice(1), signs: down.signs });
    }
    const start = signs.slice(0, cut).lastIndexOf('+') + 1;
    const whole = grouped(below);
    if (start > 0 && whole) {
      const last = operation(
        '/',
        grouped({ terms: terms.slice(start, cut + 1), signs: signs.slice(start, cut) }) ?? whole,
        whole,
      );
      yield continued(grouped({ terms: terms.slice(0, start), signs: signs.slice(0, start - 1) }) ?? whole, {
        terms: [last],
        signs: [signs[start - 1] ?? '+'],
      });
    }
  }
}

/** `A + B x C`: the sum as a factor. */
function* factored({ terms, signs }: Chain): Generator<Formula> {
  for (let cut = 0; cut < signs.length; cut++) {
    if (signs[cut] !== '*') continue;
    const left = grouped({ terms: terms.slice(0, cut + 1), signs: signs.slice(0, cut) });
    const right = grouped({ terms: terms.slice(cut + 1), signs: signs.slice(cut + 1) });
    if (left && right && !signs.includes('/')) yield operation('*', left, right);
  }
}

/** A number that multiplies at the end of either part, taken out. */
function without(above: Chain, below: Chain): readonly [Chain, Chain, Formula | null] {
  const factorOf = ({ terms, signs }: Chain): Formula | null => {
    const last = terms.at(-1);
    return signs.at(-1) === '*' && last?.kind === 'number' ? last : null;
  };
  const cut = ({ terms, signs }: Chain): Chain => ({ terms: terms.slice(0, -1), signs: signs.slice(0, -1) });
  const [up, down] = [factorOf(above), factorOf(below)];
  return [up ? cut(above) : above, down ? cut(below) : below, up ?? down];
}

/** A chain read by precedence, as one operand. */
function grouped({ terms, signs }: Chain): Formula | null {
  const [first] = terms;
  if (!first) return null;
  const sums: Formula[] = [first];
  const between: Sign[] = [];
  signs.forEach((sign, at) => {
    const next = terms[at + 1];
    if (!next) return;
    if (sign === '+' || sign === '-') {
      between.push(sign);
      sums.push(next);
    } else sums.push(operation(sign, sums.pop() ?? first, next));
  });
  return sums.reduce((sum, next, at) => operation(between[at - 1] ?? '+', sum, next));
}

/** An operand with the rest of its chain. */
function continued(first: Formula, { terms, signs }: Chain): Formula {
  return grouped({ terms: [first, ...terms], signs }) ?? first;
}

function operation(operator: Sign, left: Formula, right: Formula): OperationNode {
  const { start } = left;
  return { kind: 'operation', operator, left, right, sign: null, start, end: Math.max(left.end, right.end) };
}
