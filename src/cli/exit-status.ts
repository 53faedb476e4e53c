import type { CheckJson } from '../application';
import type { Verdict } from '../approval';
import type { CommonOptions } from './context';

/**
 * 0 all well, 1 something open at or above `--fail-on`, 2 unreadable input, 3 a rule failed to run, 4 the reading is
 * not sure or there is no plan.
 */
export type ExitStatus = 0 | 1 | 2 | 3 | 4;

/** The first of these that any file has is that of all. */
const ORDER: readonly ExitStatus[] = [2, 3, 4, 1, 0];

/** The status of several pieces of work. */
export function statusOfAll(statuses: Iterable<ExitStatus>): ExitStatus {
  const seen = new Set(statuses);
  return ORDER.find((one) => seen.has(one)) ?? 0;
}

/** Whether something is open at or above `--fail-on`. */
export function isOpen({ open }: Pick<Verdict, 'open'>, { failOn }: Pick<CommonOptions, 'failOn'>): boolean {
  if (failOn === 'never') return false;
  return open.error > 0 || (failOn === 'warning' && open.warning > 0);
}

/** The status of one check; nothing can be said of a plan that was not read for sure, or not at all. */
export function statusOf({ verdict, plan }: CheckJson, options: Pick<CommonOptions, 'failOn'>): ExitStatus {
  if (verdict.failed > 0) return 3;
  if (verdict.reading !== null || plan.counts.pegObjectives === 0) return 4;
  return isOpen(verdict, options) ? 1 : 0;
}
