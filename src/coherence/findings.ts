import type { CellRef } from '../workbook';
import type { Found } from './engine';
import { views, type Entry, type FieldSpec } from './facts';
import { groupBy, planSubject, uniqueCells, type FactContext } from './facts/context';
import type { Finding } from './finding';
import { fingerprintOf, placeOf } from './fingerprint';
import { fillMessage } from './messages';
import type { FieldValue, LocalisedText, Rule, RuleCase } from './rule';
import type { RuleSetting } from './ruleset';
import { relatedEntries } from './related';
import { fieldsUsed, namesUsed } from './used-fields';
import { compileWhere } from './where';

const NO_FIX: LocalisedText = { it: '', en: '' };
/** Cells a finding lists at most. */
export const MOST_CELLS = 400;

/** `TUEL art. 169 c. 1`. */
export function citation(reference: Rule['references'][number]): string {
  return reference.article ? `${reference.act} ${reference.article}` : reference.act;
}

/**
 * Findings of one rule from the entries that violate it: the first case that holds gives severity and message;
 * entries that agree on `groupBy` (or say the same of the same subject) are one finding with all their cells.
 */
export function findingsOf(setting: RuleSetting, found: readonly Found[], context: FactContext): Finding[] {
  const { rule, options } = setting;
  const scope = { options, related: relatedEntries(context) };
  const cases = rule.cases.map((one) => ({ one, holds: compileWhere(one.when, scope) }));
  const all = found.length > 0 ? found : [{ view: '', entry: wholePlan(context) }];
  const judged = all.map(named).flatMap(({ view, entry }) => {
    const held = cases.find(({ one, holds }) => (found.length > 0 ? holds(entry) : one.when === undefined));
    return held ? [{ entry, one: held.one, fields: views.get(view)?.fields ?? {} }] : [];
  });
  const evidence = evidenceOf(rule);
  const groups = groupBy(judged, ({ entry, one }) =>
    JSON.stringify([
      one.message,
      ...(rule.groupBy ?? []).map((field) => entry.value(field)),
      rule.groupBy ? '' : entry.subject.id,
      rule.groupBy ? '' : evidence.of(entry),
    ]),
  );
  return [...groups.values()].flatMap((group) => finding(setting, group, evidence) ?? []);
}

/** What findings of a rule are made from. */
interface Evidence {
  readonly used: readonly string[];
  of(entry: Entry): readonly FieldValue[];
}

/** The values of a rule's evidence; a list that the view of an entry does not have is an empty list there. */
function evidenceOf(rule: Rule): Evidence {
  const asked = new Set(namesUsed(rule).map(({ view }) => view));
  const fields = [...asked].flatMap((name) => Object.entries(views.get(name)?.fields ?? {}));
  const lists = new Set(fields.flatMap(([name, { type }]) => (type === 'list' ? name : [])));
  return {
    used: fieldsUsed(rule),
    of: (entry) => rule.evidence.map((field) => entry.value(field) ?? (lists.has(field) ? [] : null)),
  };
}

/** The plan as a whole goes by the name the rule gives it. */
function named({ view, entry, as }: Found): Found {
  const { subject, involved } = entry;
  if (as === undefined || subject.kind !== 'plan') return { view, entry };
  const value = (field: string) => entry.value(field);
  const cells = (field: string) => entry.cells(field);
  return { view, entry: { subject: { ...subject, id: as }, involved, value, cells } };
}

interface Judged {
  readonly entry: Entry;
  readonly one: RuleCase;
  readonly fields: Readonly<Record<string, FieldSpec>>;
}

function finding(
  { rule, severity }: RuleSetting,
  group: readonly Judged[],
  evidence: Evidence,
): Finding | null {
  // Identity and wording come from the group's least member, so that moved rows change nothing.
  const [first] = [...group].sort((a, b) => (a.entry.subject.id < b.entry.subject.id ? -1 : 1));
  const message = first && rule.messages[first.one.message];
  if (!first || !message) return null;
  const { entry, one, fields } = first;
  const place = placeOf(rule.id, [entry.subject.id], [one.message, ...rule.evidence]);
  const values = Object.fromEntries(
    evidence.used.flatMap((field) => (Object.hasOwn(fields, field) ? [[field, entry.value(field)]] : [])),
  );
  return {
    rule: rule.id,
    severity: severity ?? one.severity,
    status: 'open',
    fingerprint: fingerprintOf(
      place,
      group.map((member) => evidence.of(member.entry)),
    ),
    place,
    subject: entry.subject,
    cells: uniqueCells(group.flatMap((member) => evidenceCells(rule, member.entry))).slice(0, MOST_CELLS),
    messageId: one.message,
    message: fillMessage(message, values, fields),
    reason: rule.rationale,
    references: rule.references.map(citation),
    fix: { kind: rule.fix.kind, label: rule.fix.label ?? NO_FIX },
    edits: null,
    causes: [],
    doubtful: false,
    values,
    involved: [...new Set(group.flatMap((member) => member.entry.involved))],
    offices: [],
    waiver: null,
  };
}

function evidenceCells(rule: Rule, entry: Entry): readonly CellRef[] {
  const cells = rule.evidence.flatMap((field) => entry.cells(field));
  return cells.length > 0 ? cells : entry.cells('*');
}

/** A rule violated by what is not there: one finding about the plan as a whole. */
function wholePlan({ plan }: FactContext): Entry {
  return { subject: planSubject(plan), involved: [], value: () => null, cells: () => [] };
}
