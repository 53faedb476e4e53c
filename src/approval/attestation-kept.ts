import type { Waiver } from '../coherence';
import type { PlanCounts } from '../plan';
import type { OutlineItem } from './outline';
import type { Verdict } from './verdict';

/**
 * What was checked, when, by whom, with which rules, and what was accepted. It is no signature: whoever can edit
 * the workbook can rewrite it. It tells whether plan or rules changed since. Kept in the private store.
 */
export interface Attestation {
  readonly version: 1;
  /** Date and time, ISO with offset. */
  readonly at: string;
  /** As typed. */
  readonly author: string;
  readonly workbook: string;
  readonly tool: string;
  readonly verdict: Verdict;
  readonly counts: PlanCounts;
  readonly ruleSet: string;
  readonly plan: string;
  readonly dup: string | null;
  readonly waivers: readonly Waiver[];
  /** What the plan said, so that a later change can be named. */
  readonly outline: readonly OutlineItem[];
}

/** Whether something kept in the store can be compared with a plan. */
function isOutlineItem(value: unknown): value is OutlineItem {
  if (typeof value !== 'object' || value === null) return false;
  const own = value as Partial<Record<keyof OutlineItem, unknown>>;
  return (
    typeof own.kind === 'string' &&
    typeof own.title === 'string' &&
    (own.code === null || typeof own.code === 'string') &&
    Array.isArray(own.parents) &&
    own.parents.every((one) => typeof one === 'string') &&
    typeof own.fields === 'object' &&
    own.fields !== null
  );
}

/** Reads attestations from the private store; anything that is not one is left out. */
export function attestationsFrom(value: unknown): Attestation[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one: unknown): one is Attestation => {
    if (typeof one !== 'object' || one === null) return false;
    const own = one as Partial<Record<keyof Attestation, unknown>>;
    return (
      own.version === 1 &&
      typeof own.plan === 'string' &&
      typeof own.at === 'string' &&
      typeof own.author === 'string' &&
      typeof own.ruleSet === 'string' &&
      Array.isArray(own.waivers) &&
      Array.isArray(own.outline) &&
      own.outline.every(isOutlineItem)
    );
  });
}
