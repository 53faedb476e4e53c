import { fold, type PlanNode } from '../../plan';

/** A row of the tree as shown. */
export interface TreeRow {
  /** Path of ids: an objective with several parents has a row under each. */
  readonly key: string;
  readonly parent: string | null;
  readonly node: PlanNode;
  /** 1 for the top. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly open: boolean;
  /** It matches the search itself, rather than holding something that does. */
  readonly hit: boolean;
}

export interface TreeView {
  readonly rows: readonly TreeRow[];
  readonly hits: number;
}

/**
 * The rows to show, top to bottom. With a search, what matches all its words and the way down to it; a closed
 * branch stays closed only without a search.
 */
export function treeRows(tree: readonly PlanNode[], open: ReadonlySet<string>, search: string): TreeView {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const rows: TreeRow[] = [];
  let hits = 0;
  const matches = (node: PlanNode): boolean => {
    const text = fold(`${node.code ?? ''} ${node.title}`);
    return words.every((word) => text.includes(word));
  };
  const add = (nodes: readonly PlanNode[], parent: string | null, level: number): boolean => {
    let any = false;
    nodes.forEach((node, index) => {
      const key = parent === null ? node.id : `${parent}\u0000${node.id}`;
      const hit = words.length > 0 && matches(node);
      const at = rows.length;
      const opened = node.children.length > 0 && (words.length > 0 || open.has(key));
      rows.push({ key, parent, node, level, position: index + 1, siblings: nodes.length, open: opened, hit });
      const below = opened && add(node.children, key, level + 1);
      if (words.length > 0 && !hit && !below) rows.length = at;
      else any = true;
      if (hit) hits += 1;
    });
    return any;
  };
  add(tree, null, 1);
  return { rows, hits };
}

/** Every branch down to a level, for “open all” and for the first look. */
export function branchesTo(tree: readonly PlanNode[], level: number): Set<string> {
  const keys = new Set<string>();
  const visit = (nodes: readonly PlanNode[], parent: string | null, at: number): void => {
    if (at > level) return;
    for (const node of nodes) {
      if (node.children.length === 0) continue;
      const key = parent === null ? node.id : `${parent}\u0000${node.id}`;
      keys.add(key);
      visit(node.children, key, at + 1);
    }
  };
  visit(tree, null, 1);
  return keys;
}

/** The rows of a window, with some to spare above and below. */
export function windowOf(
  count: number,
  rowHeight: number,
  scrollTop: number,
  height: number,
): { readonly from: number; readonly to: number } {
  const spare = 6;
  return {
    from: Math.max(0, Math.floor(scrollTop / rowHeight) - spare),
    to: Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare),
  };
}
