import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { views, type Entry, type FactContext } from '../../../src/coherence/facts';
import { operators, setOperators } from '../../../src/coherence/operators';
import type {
  FieldValue,
  Operand,
  RelatedCondition,
  Rule,
  RuleConditions,
  SetCondition,
  Where,
} from '../../../src/coherence';
import { relatedEntries } from '../../../src/coherence/related';
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
    const { of, where } = node.params ?? {};
    const asked = { entry, values: valuesOf(node.fact, entry), options, context };
    if ((await satisfies(asked, of)) && (await satisfies(asked, where))) found.push(asked.values);
  }
  const operator = setOperators.find((one) => one.name === node.operator);
  const holds = operator?.test(found.length, node.value) ?? false;
  return { holds, facts: holds && operator?.yieldsFacts ? found : [] };
}

/** An entry with what a condition on it may look at. */
interface Asked {
  readonly entry: Entry;
  readonly values: Values;
  readonly options: RuleOptions;
  readonly context: FactContext;
  readonly outer?: Values;
}

async function satisfies(asked: Asked, where: Where | undefined): Promise<boolean> {
  if (!where) return true;
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver: (value) => value });
  for (const operator of operators.values()) {
    engine.addOperator(operator.name, (value: never, right: never) => operator.test(value, right));
  }
  engine.addFact('related', (params) => amountOf(asked, params['node'] as RelatedCondition), {
    cache: false,
  });
  const facts: Record<string, unknown> = { ...asked.values };
  for (const [name, value] of Object.entries(asked.options)) facts[`option:${name}`] = plainValue(value);
  const top = nativeCondition(where, asked);
  const conditions = ('fact' in top ? { all: [top] } : top) as TopLevelCondition;
  engine.addRule({ conditions, event: { type: 'found' } });
  return (await engine.run(facts)).events.length === 1;
}

/** Counts or adds up related entries, one run of the engine for each. */
async function amountOf(
  { entry, values, options, context }: Asked,
  { related, where, sum }: RelatedCondition,
): Promise<number> {
  let amount = 0;
  for (const other of relatedEntries(context)(entry, related)) {
    const own = valuesOf(related, other);
    if (await satisfies({ entry: other, values: own, options, context, outer: values }, where))
      amount += sum === undefined ? 1 : Number(own[sum] ?? 0);
  }
  return amount;
}

function nativeCondition(where: Where, asked: Asked): Record<string, unknown> {
  if ('all' in where) return { all: where.all.map((part) => nativeCondition(part, asked)) };
  if ('any' in where) return { any: where.any.map((part) => nativeCondition(part, asked)) };
  if ('not' in where) return { not: nativeCondition(where.not, asked) };
  const left =
    'related' in where
      ? { fact: 'related', params: { node: where } }
      : { fact: 'option' in where ? `option:${where.option}` : where.field };
  return { ...left, operator: where.operator, value: operandOf(where.value, asked) };
}

function operandOf(operand: Operand | undefined, { options, values, outer }: Asked): unknown {
  if (operand === undefined) return null;
  if (typeof operand === 'object' && 'option' in operand) return plainValue(options[operand.option] ?? '');
  if (typeof operand === 'object' && 'field' in operand) return values[operand.field];
  if (typeof operand === 'object' && 'outer' in operand) return outer?.[operand.outer];
  return plainValue(operand);
}
