import type { Comparator, Formula, QuantityNode } from '../types';

/** How tightly each construct binds: what needs brackets inside what. */
const LEVEL = { comparison: 1, sum: 2, product: 3, sign: 4, power: 5, atom: 6 } as const;

const COMPARATORS: Readonly<Record<Comparator, string>> = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '=': '==',
  '<>': '!=',
};

/** Names a quantity in an expression. */
export type Naming = (node: QuantityNode) => string;

/** A tree as an expression of the engine, with as few brackets as the meaning allows. */
export function renderExpression(node: Formula, naming: Naming): string {
  return render(node, naming).text;
}

interface Piece {
  readonly text: string;
  readonly level: number;
}

function render(node: Formula, naming: Naming): Piece {
  switch (node.kind) {
    case 'number':
    case 'percent':
      return { text: plainNumber(node.value), level: node.value < 0 ? LEVEL.sign : LEVEL.atom };
    case 'quantity':
      return { text: naming(node), level: LEVEL.atom };
    case 'negation':
      return { text: `-${atLeast(render(node.operand, naming), LEVEL.power)}`, level: LEVEL.sign };
    case 'aggregate':
      return render(node.body, naming);
    case 'rate': {
      const divided = `${atLeast(render(node.numerator, naming), LEVEL.product)} / ${atLeast(render(node.denominator, naming), LEVEL.sign)}`;
      return { text: `${divided} * ${plainNumber(node.per)}`, level: LEVEL.product };
    }
    case 'comparison': {
      const [left, right] = [render(node.left, naming), render(node.right, naming)];
      return {
        text: `${atLeast(left, LEVEL.sum)} ${COMPARATORS[node.operator]} ${atLeast(right, LEVEL.sum)}`,
        level: LEVEL.comparison,
      };
    }
    case 'call':
      return call(node.function, node.arguments, naming);
    default:
      return operation(node, naming);
  }
}

function operation(node: Formula & { kind: 'operation' }, naming: Naming): Piece {
  const [left, right] = [render(node.left, naming), render(node.right, naming)];
  switch (node.operator) {
    case '+':
    case '-':
      return {
        text: `${atLeast(left, LEVEL.sum)} ${node.operator} ${atLeast(right, LEVEL.product)}`,
        level: LEVEL.sum,
      };
    case '*':
    case '/':
      return {
        text: `${atLeast(left, LEVEL.product)} ${node.operator} ${atLeast(right, LEVEL.sign)}`,
        level: LEVEL.product,
      };
    default:
      return { text: `${atLeast(left, LEVEL.atom)} ^ ${atLeast(right, LEVEL.power)}`, level: LEVEL.power };
  }
}

function call(
  name: (Formula & { kind: 'call' })['function'],
  list: readonly Formula[],
  naming: Naming,
): Piece {
  const texts = list.map((argument) => render(argument, naming));
  const [first, second, third] = texts;
  if (name === 'if' && first && second && third) {
    const parts = [first, second, third].map((piece) => atLeast(piece, LEVEL.sum));
    return { text: `((${first.text}) ? ${parts[1] ?? ''} : ${parts[2] ?? ''})`, level: LEVEL.atom };
  }
  if (name === 'round' && first) return rounding(first, list[1]);
  return { text: `${name}(${texts.map((piece) => piece.text).join(', ')})`, level: LEVEL.atom };
}

/** Rounding as Excel does it: whole digits, negative ones for tens and hundreds, at most the engine's 15. */
function rounding(value: Piece, digits: Formula | undefined): Piece {
  const places = Math.min(15, Math.trunc(digits ? (constantOf(digits) ?? 0) : 0));
  if (places >= 0) return { text: `round(${value.text}, ${places})`, level: LEVEL.atom };
  const power = plainNumber(10 ** Math.min(15, -places));
  return { text: `round(${atLeast(value, LEVEL.product)} / ${power}) * ${power}`, level: LEVEL.product };
}

/** The number a formula is, written with or without a sign; null for anything else. */
export function constantOf(node: Formula): number | null {
  if (node.kind === 'number') return node.value;
  const inner = node.kind === 'negation' ? constantOf(node.operand) : null;
  return inner === null ? null : -inner;
}

function atLeast(piece: Piece, level: number): string {
  return piece.level >= level ? piece.text : `(${piece.text})`;
}

/** Digits without exponent where JavaScript would write one the reader does not expect. */
function plainNumber(value: number): string {
  return String(value);
}

/** `Titolo I` → `titolo_i`: letters, digits, underscores; never a word the engine knows. */
export function identifierOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  const base =
    plain === ''
      ? 'dato'
      : /^[a-z]/.test(plain) && plain.length > 2 && !RESERVED.test(plain)
        ? plain
        : `q_${plain}`;
  let name2 = base;
  for (let i = 2; taken.has(name2); i++) name2 = `${base}_${i}`;
  return name2;
}

const RESERVED =
  /^(?:and|not|mod|xor|true|false|null|undefined|nan|infinity|end|constructor|prototype|tostring|valueof|hasownproperty|mean|sum|min|max|round|if|abs|add|pow|parse|compile|evaluate|import|config|chain|create|tau|phi|pi)$/;
