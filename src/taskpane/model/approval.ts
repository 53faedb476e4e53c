import type { CheckResult, Language } from '../../application';
import type { Attestation } from '../../approval';
import type { Finding, Waiver } from '../../coherence';
import type { PaneTexts } from '../../messages';

/** What was wrong with the plan when it was attested, in a few words; null for a plan that was ready. */
export function attestedVerdict(attestation: Attestation, texts: PaneTexts): string | null {
  // Anyone can edit the workbook: an attestation need not hold a verdict.
  const verdict = attestation.verdict as Attestation['verdict'] | undefined;
  if (verdict?.ready === true) return null;
  const words = texts.approval.notReady;
  if (verdict && verdict.open.error > 0) return words.blocking(verdict.open.error);
  if (verdict && verdict.failed > 0) return words.failed(verdict.failed);
  return words.other;
}

/** Who accepted last in this workbook: the name to begin with. Names of other workbooks are of other municipalities. */
export const lastAccepter = (waivers: readonly Waiver[]): string =>
  [...waivers].sort((a, b) => a.date.localeCompare(b.date)).at(-1)?.author ?? '';

/** Rules that share a reason for having no answer. */
export interface Unanswered {
  readonly reason: string;
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** Rules without an answer, by what is missing, the reason with most rules first. */
export function unanswered(
  result: CheckResult,
  status: 'notVerifiable' | 'failed',
  language: Language,
): Unanswered[] {
  const titles = new Map(result.ruleSet.settings.map(({ rule }) => [rule.id, rule.title[language]]));
  const reasons = new Map<string, { id: string; title: string }[]>();
  for (const run of result.judgement.rules) {
    if (run.status !== status) continue;
    const reason = run.reason?.[language] ?? '';
    reasons.set(reason, [
      ...(reasons.get(reason) ?? []),
      { id: run.rule, title: titles.get(run.rule) ?? run.rule },
    ]);
  }
  return [...reasons]
    .map(([reason, rules]) => ({ reason, rules }))
    .sort((a, b) => b.rules.length - a.rules.length);
}

/** What was accepted, with reasons. */
export function accepted(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.status === 'waived');
}
