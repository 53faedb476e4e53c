import { groupBy } from './facts/context';
import type { Finding } from './finding';
import type { Rule, Severity } from './rule';

const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * Folds consequences under their roots: a rule says whose findings explain its own (`follows`), a shared
 * entity or cell says which. Causes always name roots, never other followers.
 */
export function withCauses(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const byRule = groupBy(findings, (finding) => finding.rule);
  const direct = new Map<string, string[]>();
  for (const rule of rules) {
    for (const follows of rule.follows ?? []) {
      const roots = (byRule.get(follows.rule) ?? []).filter((root) => root.severity !== 'info');
      const own = (byRule.get(rule.id) ?? []).filter(
        ({ messageId }) => follows.message === undefined || messageId === follows.message,
      );
      const causesOf =
        follows.by === 'instead'
          ? () => (own.length <= roots.length ? roots.map((root) => root.fingerprint) : [])
          : sharedWith(roots);
      for (const finding of own) {
        const causes = causesOf(finding).filter((cause) => cause !== finding.fingerprint);
        if (causes.length > 0) {
          direct.set(finding.fingerprint, [...(direct.get(finding.fingerprint) ?? []), ...causes]);
        }
      }
    }
  }
  return findings.map((finding) => ({ ...finding, causes: rootsOf(finding.fingerprint, direct) }));
}

function sharedWith(roots: readonly Finding[]): (finding: Finding) => string[] {
  const byToken = new Map<string, string[]>();
  for (const root of roots) {
    for (const token of tokensOf(root)) {
      byToken.set(token, [...(byToken.get(token) ?? []), root.fingerprint]);
    }
  }
  return (finding) => [...new Set(tokensOf(finding).flatMap((token) => byToken.get(token) ?? []))];
}

function tokensOf(finding: Finding): string[] {
  return [
    ...finding.involved,
    ...finding.cells.map((cell) => `cell|${cell.file ?? ''}|${cell.sheet}|${cell.address}`),
  ];
}

function rootsOf(fingerprint: string, direct: ReadonlyMap<string, readonly string[]>): string[] {
  const roots = new Set<string>();
  const seen = new Set<string>([fingerprint]);
  const visit = (current: string): void => {
    const causes = direct.get(current);
    if (!causes) {
      if (current !== fingerprint) roots.add(current);
      return;
    }
    for (const cause of causes) {
      if (!seen.has(cause)) {
        seen.add(cause);
        visit(cause);
      }
    }
  };
  visit(fingerprint);
  return [...roots];
}

/**
 * A root that was accepted does not silence a consequence that weighs more than itself: that one stands on its
 * own again and needs its own reason.
 */
export function withoutWaivedCauses(findings: readonly Finding[]): Finding[] {
  const waived = new Map(
    findings
      .filter((finding) => finding.status === 'waived')
      .map((finding) => [finding.fingerprint, finding.severity]),
  );
  return findings.map((finding) => {
    const causes = finding.causes.filter((cause) => {
      const severity = waived.get(cause);
      return severity === undefined || WEIGHT[severity] >= WEIGHT[finding.severity];
    });
    return causes.length === finding.causes.length ? finding : { ...finding, causes };
  });
}
