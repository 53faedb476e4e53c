import type { CellRef } from '../workbook';
import type { AnyFactSet, Fact } from './facts/fact';
import { groupBy, planSubject, uniqueCells, type FactContext } from './facts/context';
import type { Finding } from './finding';
import { fingerprintOf, placeOf } from './fingerprint';
import { fillMessage } from './messages';
import type { LocalisedText, Rule, RuleCase, Severity } from './rule';
import { relatedFacts } from './related';
import { compileWhere, type FactPredicate, type RuleOptions } from './where';

const NO_FIX: LocalisedText = { it: '', en: '' };
/** Cells a finding lists at most. */
export const MOST_CELLS = 400;

/** `TUEL art. 169 c. 1`. */
export function citation(reference: Rule['references'][number]): string {
  return reference.article ? `${reference.act} ${reference.article}` : reference.act;
}

/**
 * Findings of one rule from the facts that violate it: the first case that holds gives severity and message;
 * facts that agree on `groupBy` (or say the same of the same subject) are one finding with all their cells.
 */
export function findingsOf(
  rule: Rule,
  options: RuleOptions,
  facts: readonly Fact[],
  set: AnyFactSet | null,
  context: FactContext,
  severities: Severity | null,
): Finding[] {
  const related = relatedFacts(context);
  const cases = rule.cases.map((one) => ({ one, holds: compileWhere(one.when, options, related) }));
  if (facts.length === 0) return wholePlan(rule, cases, context, severities);
  const judged = facts.flatMap((fact) => {
    const found = cases.find(({ holds }) => holds(fact.values, fact));
    return found ? [{ fact, one: found.one }] : [];
  });
  const groups = groupBy(judged, ({ fact, one }) =>
    JSON.stringify([
      one.message,
      ...(rule.groupBy ?? []).map((field) => fact.values[field] ?? null),
      rule.groupBy ? '' : fact.subject.id,
      rule.groupBy ? '' : rule.evidence.map((field) => fact.values[field] ?? null),
    ]),
  );
  return [...groups.values()].flatMap((group) => finding(rule, group, set, severities) ?? []);
}

interface JudgedFact {
  readonly fact: Fact;
  readonly one: RuleCase;
}

function finding(
  rule: Rule,
  group: readonly JudgedFact[],
  set: AnyFactSet | null,
  severity: Severity | null,
): Finding | null {
  // Identity and wording come from the group's least member, so that moved rows change nothing.
  const [first] = [...group].sort((a, b) => (a.fact.subject.id < b.fact.subject.id ? -1 : 1));
  const message = first && rule.messages[first.one.message];
  if (!first || !message) return null;
  const { fact, one } = first;
  const place = placeOf(rule.id, [fact.subject.id], [one.message, ...rule.evidence]);
  return {
    rule: rule.id,
    severity: severity ?? one.severity,
    status: 'open',
    fingerprint: fingerprintOf(
      place,
      group.map((member) => rule.evidence.map((field) => member.fact.values[field] ?? null)),
    ),
    place,
    subject: fact.subject,
    cells: uniqueCells(group.flatMap((member) => evidenceCells(rule, member.fact))).slice(0, MOST_CELLS),
    messageId: one.message,
    message: fillMessage(message, fact.values, set?.fields ?? {}),
    reason: rule.rationale,
    references: rule.references.map(citation),
    fix: { kind: rule.fix.kind, label: rule.fix.label ?? NO_FIX },
    edits: null,
    causes: [],
    doubtful: false,
    values: fact.values,
    involved: [...new Set(group.flatMap((member) => member.fact.involved))],
    offices: [],
    waiver: null,
  };
}

function evidenceCells(rule: Rule, fact: Fact): CellRef[] {
  const cells = rule.evidence.flatMap((field) => fact.cells[field] ?? []);
  return cells.length > 0 ? cells : [...(fact.cells['*'] ?? [])];
}

/** A rule violated by what is not there: one finding about the plan as a whole. */
function wholePlan(
  rule: Rule,
  cases: readonly { one: RuleCase; holds: FactPredicate }[],
  context: FactContext,
  severity: Severity | null,
): Finding[] {
  const one = cases.find(({ one: { when } }) => when === undefined)?.one;
  if (!one) return [];
  const fact: Fact = { subject: planSubject(context.plan), values: {}, cells: {}, involved: [] };
  return [finding(rule, [{ fact, one }], null, severity) ?? []].flat();
}
