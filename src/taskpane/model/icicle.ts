import type { PlanNode } from '../../plan';

/** A rectangle of the chart: column by depth, extent by how many PEG objectives it holds. */
export interface Slab {
  readonly key: string;
  readonly parent: string | null;
  readonly node: PlanNode;
  /** 0 for the leftmost column. */
  readonly depth: number;
  /** Zero-based, in units of one PEG objective. */
  readonly from: number;
  readonly size: number;
  readonly pegObjectives: number;
}

const SHOWN = new Set(['strategicArea', 'strategicObjective', 'operatingObjective', 'pegObjective']);

/** PEG objectives of a branch; an objective that serves two parents counts under each. */
export function pegCount(node: PlanNode): number {
  return node.kind === 'pegObjective' ? 1 : node.children.reduce((sum, child) => sum + pegCount(child), 0);
}

/**
 * The plan as slabs, area → strategic → operating → PEG. A branch without PEG objectives keeps the room of one, so
 * that a gap is seen. More than `most` slabs: the PEG objectives themselves are left out.
 */
export function icicle(roots: readonly PlanNode[], most = 1500): { slabs: readonly Slab[]; size: number } {
  const all = layOut(roots, true);
  return all.slabs.length <= most ? all : layOut(roots, false);
}

function layOut(roots: readonly PlanNode[], withPegs: boolean): { slabs: Slab[]; size: number } {
  const slabs: Slab[] = [];
  const place = (node: PlanNode, parent: string | null, depth: number, from: number): number => {
    const key = parent === null ? node.id : `${parent}\u0000${node.id}`;
    const at = slabs.length;
    const count = pegCount(node);
    const children = node.children.filter(
      (child) => SHOWN.has(child.kind) && (withPegs || child.kind !== 'pegObjective'),
    );
    let next = from;
    const placeChildren = (): void => {
      for (const child of children) next += place(child, key, depth + 1, next);
    };
    slabs.push({ key, parent, node, depth, from, size: 0, pegObjectives: count });
    placeChildren();
    const size = Math.max(next - from, withPegs ? 1 : count, 1);
    slabs[at] = { key, parent, node, depth, from, size, pegObjectives: count };
    return size;
  };
  let next = 0;
  for (const root of roots) if (SHOWN.has(root.kind)) next += place(root, null, 0, next);
  return { slabs, size: next };
}

/** The branch with this key, as the only root; the whole plan when there is none. */
export function branchOf(roots: readonly PlanNode[], key: string | null): readonly PlanNode[] {
  if (key === null) return roots;
  let nodes = roots;
  let found: PlanNode | undefined;
  for (const id of key.split('\u0000')) {
    found = nodes.find((node) => node.id === id);
    if (!found) return roots;
    nodes = found.children;
  }
  return found ? [found] : roots;
}

/** A line of the table that says the same as the chart. */
export interface ChartLine {
  readonly key: string;
  readonly area: PlanNode | null;
  readonly strategic: PlanNode | null;
  readonly operating: PlanNode | null;
  readonly last: PlanNode;
  readonly pegObjectives: number;
}

/** One line per operating objective, and per branch that ends earlier. */
export function chartLines(roots: readonly PlanNode[]): ChartLine[] {
  const lines: ChartLine[] = [];
  const visit = (node: PlanNode, path: readonly PlanNode[]): void => {
    const own = [...path, node];
    const below = node.children.filter((child) => SHOWN.has(child.kind) && child.kind !== 'pegObjective');
    const direct = node.children.filter((child) => child.kind === 'pegObjective').length;
    const of = (kind: PlanNode['kind']) => own.find((one) => one.kind === kind) ?? null;
    if (below.length === 0 || direct > 0)
      lines.push({
        key: own.map((one) => one.id).join('\u0000'),
        area: of('strategicArea'),
        strategic: of('strategicObjective'),
        operating: of('operatingObjective'),
        last: node,
        pegObjectives: below.length === 0 ? pegCount(node) : direct,
      });
    for (const child of below) visit(child, own);
  };
  for (const root of roots) if (SHOWN.has(root.kind)) visit(root, []);
  return lines;
}
