import type { FactContext } from './facts/context';
import type { Finding } from './finding';
import type { Severity } from './rule';

const SEVERITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What a rule's findings bring about, the gravest first; rules of an office stand before questions of form. */
const CONSEQUENCES: readonly RegExp[] = [
  // Unlawful, or a risk for who signs and who is paid.
  /^(?:TIM-0[35]|WGT-04|PRF-0[123]|RSP-01|CMP-01|TGT-01|COV-04)$/,
  // The link to the DUP, to the budget and to the PIAO.
  /^(?:LNK|COV|RSC|CMP|PRF)-/,
  // Weights and evaluation.
  /^(?:WGT|TGT|TIM|RSP|MON|YEA)-/,
  // Calculation.
  /^IND-/,
];
const FORM = /^(?:STR|NAM)-/;

function consequenceOf(rule: string): number {
  const at = CONSEQUENCES.findIndex((pattern) => pattern.test(rule));
  return at >= 0 ? at : CONSEQUENCES.length + (FORM.test(rule) ? 1 : 0);
}

/** Findings by severity, by consequence, by rule and, within a rule, by the weight of what is hit. */
export function byConsequence(findings: readonly Finding[], { entities }: FactContext): Finding[] {
  const weightOf = ({ subject: { id } }: Finding): number => {
    const entity = entities.get(id);
    return entity?.kind === 'pegObjective' ? (entity.weight?.number ?? 0) : 0;
  };
  return [...findings].sort(
    (a, b) =>
      SEVERITY[a.severity] - SEVERITY[b.severity] ||
      consequenceOf(a.rule) - consequenceOf(b.rule) ||
      (a.rule === b.rule ? weightOf(b) - weightOf(a) : a.rule < b.rule ? -1 : 1),
  );
}
