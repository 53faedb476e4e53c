import type { Formula, FormulaFunction } from '../types';
import { italianNumber } from './numbers';

const FUNCTIONS: Readonly<Record<FormulaFunction, string>> = {
  mean: 'media',
  sum: 'somma',
  min: 'min',
  max: 'max',
  if: 'se',
  round: 'arrotonda',
};
const SIGNS = { '+': '+', '-': '-', '*': 'x', '/': '/', '^': '^' } as const;
const LEVELS = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 } as const;

/** A formula written with signs, as it would stand in a cell: `(Titolo I + Titolo III) / Popolazione x 100`. */
export function writeFormula(node: Formula): string {
  return write(node, 0);
}

function write(node: Formula, least: number): string {
  const inside = (level: number, text: string): string => (level < least ? `(${text})` : text);
  switch (node.kind) {
    case 'number':
      return `${italianNumber(node.value, 6)}${node.unit ? ` ${node.unit}` : ''}`;
    case 'percent':
      return `${italianNumber(node.value * 100, 6)}%`;
    case 'quantity':
      return node.completed ? node.name : node.text.replace(/\s+/g, ' ') || node.name;
    case 'negation':
      return inside(2, `-${write(node.operand, 3)}`);
    case 'aggregate':
      return `somma(${write(node.body, 0)})`;
    case 'rate':
      return inside(
        2,
        `${write(node.numerator, 2)} / ${write(node.denominator, 3)} x ${italianNumber(node.per)}`,
      );
    case 'comparison':
      return inside(0, `${write(node.left, 1)} ${node.operator} ${write(node.right, 1)}`);
    case 'call':
      return `${FUNCTIONS[node.function]}(${node.arguments.map((one) => write(one, 0)).join('; ')})`;
    default: {
      const level = LEVELS[node.operator];
      return inside(
        level,
        `${write(node.left, level)} ${SIGNS[node.operator]} ${write(node.right, level + 1)}`,
      );
    }
  }
}
