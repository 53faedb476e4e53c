import type { CheckResult, Language } from '../../application';
import type { Finding } from '../../coherence';

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
