import type { Formula, QuantityNode } from '../types';

/** The tree with every quantity replaced. */
export function mapQuantities(node: Formula, change: (node: QuantityNode) => Formula): Formula {
  const go = (one: Formula): Formula => mapQuantities(one, change);
  switch (node.kind) {
    case 'quantity':
      return change(node);
    case 'operation':
    case 'comparison':
      return { ...node, left: go(node.left), right: go(node.right) };
    case 'rate':
      return { ...node, numerator: go(node.numerator), denominator: go(node.denominator) };
    case 'negation':
      return { ...node, operand: go(node.operand) };
    case 'aggregate':
      return { ...node, body: go(node.body) };
    case 'call':
      return { ...node, arguments: node.arguments.map(go) };
    default:
      return node;
  }
}

/** The last quantity of a tree, or null. */
export function lastQuantity(node: Formula): QuantityNode | null {
  return edgeQuantity(node, true);
}

/** The first quantity of a tree, or null. */
export function firstQuantity(node: Formula): QuantityNode | null {
  return edgeQuantity(node, false);
}

/** The first or last quantity of a tree. */
function edgeQuantity(node: Formula, last: boolean): QuantityNode | null {
  if (node.kind === 'quantity') return node;
  const parts = childrenOf(node);
  for (const part of last ? [...parts].reverse() : parts) {
    const found = edgeQuantity(part, last);
    if (found) return found;
  }
  return null;
}

/** The operands of a node, left to right. */
export function childrenOf(node: Formula): readonly Formula[] {
  switch (node.kind) {
    case 'operation':
    case 'comparison':
      return [node.left, node.right];
    case 'rate':
      return [node.numerator, node.denominator];
    case 'negation':
      return [node.operand];
    case 'aggregate':
      return [node.body];
    case 'call':
      return node.arguments;
    default:
      return [];
  }
}

/** The quantities of a tree, left to right. */
export function quantitiesOf(node: Formula): QuantityNode[] {
  return node.kind === 'quantity' ? [node] : childrenOf(node).flatMap(quantitiesOf);
}
