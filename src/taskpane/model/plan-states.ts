import type { Finding, Severity } from '../../coherence';
import type { Plan, PlanNode } from '../../plan';

/** Open findings about a branch, each counted once. */
export interface BranchState {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export const NOTHING: BranchState = { error: 0, warning: 0, info: 0 };

/** The mark of a branch: information alone leaves it in order. */
export function markOf(state: BranchState): 'error' | 'warning' | 'ok' {
  return state.error > 0 ? 'error' : state.warning > 0 ? 'warning' : 'ok';
}

/** What there is to look at: blocking ones and warnings. */
export function toLookAt(state: BranchState): number {
  return state.error + state.warning;
}

/** The state of every branch by entity id: findings about the entity, its rows, and everything below it. */
export function branchStates(
  plan: Plan,
  tree: readonly PlanNode[],
  findings: readonly Finding[],
): ReadonlyMap<string, BranchState> {
  const parents = new Map<string, Set<string>>();
  const visit = (node: PlanNode, parent: string | null): void => {
    const own = parents.get(node.id);
    const known = own !== undefined;
    const above = own ?? new Set<string>();
    if (parent !== null) above.add(parent);
    if (known) return;
    parents.set(node.id, above);
    for (const child of node.children) visit(child, node.id);
  };
  for (const node of tree) visit(node, null);
  const rows = new Map(plan.pegRows.map((row) => [row.id, row.pegId]));
  const states = new Map<string, Record<Severity, number>>();
  for (const finding of findings) {
    if (finding.status !== 'open' || finding.causes.length > 0) continue;
    const reached = new Set<string>();
    const climb = (id: string): void => {
      if (reached.has(id)) return;
      reached.add(id);
      for (const parent of parents.get(id) ?? []) climb(parent);
    };
    for (const id of [finding.subject.id, ...finding.involved]) {
      const entity = rows.get(id) ?? id;
      if (parents.has(entity)) climb(entity);
    }
    for (const id of reached) {
      const state = states.get(id) ?? { error: 0, warning: 0, info: 0 };
      state[finding.severity] += 1;
      states.set(id, state);
    }
  }
  return states;
}
