import { fixers } from './fixes';
import { placeholders } from './messages';
import type { Operand, Rule, RuleConditions, SetCondition, Where } from './rule';

/** A field of a view, as conditions name them. */
export interface FieldName {
  readonly view: string;
  readonly field: string;
}

/** Fields that a finding of a rule is made from: evidence, grouping, cases, messages and what its fix needs. */
export function fieldsUsed(rule: Rule): readonly string[] {
  const said = Object.values(rule.messages).flatMap(({ it, en }) => placeholders(it + en));
  const cases = rule.cases.flatMap(({ when }) => namesIn(when, ''));
  const fix = fixers.get(rule.fix.proposal ?? '')?.reads ?? [];
  return [...new Set([...rule.evidence, ...(rule.groupBy ?? []), ...own(cases), ...said, ...fix])];
}

function own(names: readonly FieldName[]): string[] {
  return names.flatMap(({ view, field }) => (view === '' ? [field] : []));
}

/** Everything a rule looks at; a view alone stands for the entries it has. */
export function namesUsed(rule: Rule): readonly FieldName[] {
  const leaves = leavesOf(rule.conditions);
  const cases = rule.cases.flatMap(({ when }) => namesIn(when, ''));
  return [
    ...leaves.flatMap(({ fact, params }) => [
      { view: fact, field: '' },
      ...namesIn(params?.of, fact),
      ...namesIn(params?.where, fact),
      ...fieldsUsed(rule).map((field) => ({ view: fact, field })),
    ]),
    ...cases.filter(({ view }) => view !== ''),
  ];
}

/** The questions of a rule's conditions. */
export function leavesOf(node: RuleConditions | SetCondition): readonly SetCondition[] {
  if ('all' in node) return node.all.flatMap(leavesOf);
  if ('any' in node) return node.any.flatMap(leavesOf);
  return 'not' in node ? leavesOf(node.not) : [node];
}

function namesIn(where: Where | undefined, view: string, outer = view): readonly FieldName[] {
  if (!where) return [];
  if ('all' in where) return where.all.flatMap((part) => namesIn(part, view, outer));
  if ('any' in where) return where.any.flatMap((part) => namesIn(part, view, outer));
  if ('not' in where) return namesIn(where.not, view, outer);
  const right = namesInOperand(where.value, view, outer);
  if ('option' in where) return right;
  if (!('related' in where)) return [{ view, field: where.field }, ...right];
  const { related, sum = '' } = where;
  return [
    { view: related, field: '' },
    { view: related, field: sum },
    ...namesIn(where.where, related, view),
    ...right,
  ];
}

function namesInOperand(value: Operand | undefined, view: string, outer: string): readonly FieldName[] {
  if (typeof value !== 'object') return [];
  if ('field' in value) return [{ view, field: value.field }];
  return 'outer' in value ? [{ view: outer, field: value.outer }] : [];
}
