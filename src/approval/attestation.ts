import type { Waiver } from '../coherence';
import { dupFingerprint, planCounts, planFingerprint, type Plan } from '../plan';
import type { Attestation } from './attestation-kept';
import { comparePlans, type PlanChange } from './compare';
import { outlineOf, withoutPlace } from './outline';
import type { Verdict } from './verdict';

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
