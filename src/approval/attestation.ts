import type { Waiver } from '../coherence';
import { dupFingerprint, planCounts, planFingerprint, type Plan, type PlanCounts } from '../plan';
import { comparePlans, type PlanChange } from './compare';
import { outlineOf, withoutPlace, type OutlineItem } from './outline';
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

export interface AttestationInput {
  readonly at: string;
  readonly author: string;
  readonly workbook: string;
  readonly tool: string;
  readonly verdict: Verdict;
  readonly ruleSet: string;
  readonly waivers: readonly Waiver[];
}

/** Attests a plan as it stands. */
export function attest(plan: Plan, input: AttestationInput): Attestation {
  return {
    version: 1,
    ...input,
    author: input.author.trim(),
    counts: planCounts(plan),
    plan: planFingerprint(plan),
    dup: dupFingerprint(plan),
    outline: outlineOf(plan).map(withoutPlace),
  };
}

/** Whether an attestation still holds. */
export type AttestationState =
  | { readonly state: 'none' }
  | {
      readonly state: 'valid';
      readonly attestation: Attestation;
      /** What is accepted now is not what was accepted then; the plan itself is the one attested. */
      readonly waiversChanged: boolean;
    }
  /** The plan (or the DUP it was compared with) says something else now. */
  | {
      readonly state: 'plan-changed';
      readonly attestation: Attestation;
      readonly changes: readonly PlanChange[];
      readonly dupChanged: boolean;
    }
  /** The plan is the same, but other rules or options would judge it now. */
  | { readonly state: 'rules-changed'; readonly attestation: Attestation };

/** Compares the last attestation with the plan, the rules and the acceptances of today. */
export function attestationState(
  attestations: readonly Attestation[],
  plan: Plan,
  ruleSet: string,
  waivers: readonly Waiver[],
): AttestationState {
  const attestation = attestations.at(-1);
  if (!attestation) return { state: 'none' };
  const dupChanged = attestation.dup !== dupFingerprint(plan);
  if (attestation.plan !== planFingerprint(plan) || dupChanged) {
    return {
      state: 'plan-changed',
      attestation,
      changes: comparePlans(attestation.outline, outlineOf(plan)),
      dupChanged,
    };
  }
  return attestation.ruleSet === ruleSet
    ? { state: 'valid', attestation, waiversChanged: !sameWaivers(attestation.waivers, waivers) }
    : { state: 'rules-changed', attestation };
}

/** The same acceptances with the same reasons, in whatever order. */
function sameWaivers(then: readonly Waiver[], now: readonly Waiver[]): boolean {
  const content = (waivers: readonly Waiver[]): string =>
    JSON.stringify(
      waivers
        .map((one) => [one.finding, one.reason, one.author, one.date, one.until ?? null].join('\n'))
        .sort(),
    );
  return content(then) === content(now);
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
