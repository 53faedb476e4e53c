import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { views, type Entry, type FactContext } from '../../../src/coherence/facts';
import { operators, setOperators } from '../../../src/coherence/operators';
import type { FieldValue, Operand, Rule, RuleConditions, SetCondition, Where } from '../../../src/coherence';
import { plainValue, type RuleOptions } from '../../../src/coherence/where';

/** Every field of an entry, by name. */
type Values = Readonly<Record<string, FieldValue>>;

export function valuesOf(view: string, entry: Entry): Values {
  const names = Object.keys(views.get(view)?.fields ?? {});
  return Object.fromEntries(names.map((name) => [name, entry.value(name)]));
}

/**
 * The slow form of a rule: one run of json-rules-engine per entity, each field a fact of its own. It shares the
 * operators with the product and nothing of how conditions are compiled or sets are asked.
 */
export async function slowAnswer(
  rule: Rule,
  options: RuleOptions,
  context: FactContext,
): Promise<{ holds: boolean; facts: Values[] }> {
  return answer(rule.conditions, options, context);
}

async function answer(
  node: RuleConditions | SetCondition,
  options: RuleOptions,
  context: FactContext,
): Promise<{ holds: boolean; facts: Values[] }> {
  if ('not' in node) return { holds: !(await answer(node.not, options, context)).holds, facts: [] };
  if ('all' in node || 'any' in node) {
    const parts = 'all' in node ? node.all : node.any;
    const answers = [];
    for (const part of parts) answers.push(await answer(part, options, context));
    const holds = 'all' in node ? answers.every((one) => one.holds) : answers.some((one) => one.holds);
    return { holds, facts: holds ? answers.flatMap((one) => one.facts) : [] };
  }
  const found: Values[] = [];
  for (const entry of views.get(node.fact)?.entries(context) ?? []) {
    const values = valuesOf(node.fact, entry);
    const { of, where } = node.params ?? {};
    if ((await satisfies(values, of, options)) && (await satisfies(values, where, options)))
      found.push(values);
  }
  const operator = setOperators.find((one) => one.name === node.operator);
  const holds = operator?.test(found.length, node.value) ?? false;
  return { holds, facts: holds && operator?.yieldsFacts ? found : [] };
}

async function satisfies(values: Values, where: Where | undefined, options: RuleOptions): Promise<boolean> {
  if (!where) return true;
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver: (value) => value });
  for (const operator of operators.values()) {
    engine.addOperator(operator.name, (value: never, right: never) => operator.test(value, right));
  }
  const facts: Record<string, unknown> = { ...values };
  for (const [name, value] of Object.entries(options)) facts[`option:${name}`] = plainValue(value);
  const top = nativeCondition(where, options, values);
  const conditions = ('fact' in top ? { all: [top] } : top) as TopLevelCondition;
  engine.addRule({ conditions, event: { type: 'found' } });
  return (await engine.run(facts)).events.length === 1;
}

function nativeCondition(where: Where, options: RuleOptions, values: Values): Record<string, unknown> {
  if ('all' in where) return { all: where.all.map((part) => nativeCondition(part, options, values)) };
  if ('any' in where) return { any: where.any.map((part) => nativeCondition(part, options, values)) };
  if ('not' in where) return { not: nativeCondition(where.not, options, values) };
  if ('related' in where) throw new Error('the oracle knows no related facts');
  return {
    fact: 'option' in where ? `option:${where.option}` : where.field,
    operator: where.operator,
    value: operandOf(where.value, options, values),
  };
}

function operandOf(operand: Operand | undefined, options: RuleOptions, values: Values): unknown {
  if (operand === undefined) return null;
  if (typeof operand === 'object' && 'option' in operand) return plainValue(options[operand.option] ?? '');
  if (typeof operand === 'object' && 'field' in operand) return values[operand.field];
  return plainValue(operand);
}
