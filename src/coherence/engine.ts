import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { Fact } from './facts/fact';
import type { FactContext } from './facts/context';
import { factSets } from './facts';
import { setOperators } from './operators';
import { relatedFacts, type RelatedFacts } from './related';
import type { Rule, RuleConditions, SetCondition } from './rule';
import { UnknownNameError } from './unknown-name';
import { compileWhere, type FactPredicate, type RuleOptions } from './where';

/** A rule with the options it runs with. */
export interface PreparedRule {
  readonly rule: Rule;
  readonly options: RuleOptions;
}

/** What the engine answered for one rule. */
export type EngineAnswer =
  | {
      readonly kind: 'answered';
      /** Whether the rule's conditions hold: then it is violated. */
      readonly holds: boolean;
      /** The facts found by the conditions that ask for some; empty when the finding is about the plan as a whole. */
      readonly facts: readonly Fact[];
      /** Facts there were before the rule's own conditions: none = the rule does not apply. */
      readonly examined: number;
      /** The fact set the facts found come from, for the types of their fields. */
      readonly factSet: string | null;
    }
  | { readonly kind: 'failed'; readonly error: string };

interface Leaf {
  readonly predicate: FactPredicate;
  readonly condition: SetCondition;
}

/** What the condition of json-rules-engine looks like after a run. */
interface JudgedCondition {
  readonly all?: readonly JudgedCondition[];
  readonly any?: readonly JudgedCondition[];
  readonly not?: JudgedCondition;
  readonly operator?: string;
  readonly fact?: string;
  readonly result?: boolean;
  readonly factResult?: unknown;
}

/**
 * Runs rules over the fact sets: one engine per run (two runs on one engine lose rules), one question per
 * collection, each `where` compiled once. A fact set or operator that throws fails the rules that use it;
 * the others answer as if nothing had happened.
 * @param pause asked before each collection is worked out: the chance for the host to do other things
 */
export async function runEngine(
  rules: readonly PreparedRule[],
  context: FactContext,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<ReadonlyMap<string, EngineAnswer>> {
  const answers = new Map<string, EngineAnswer>();
  const leaves = new Map<string, Leaf>();
  const examined = new Map<string, number>();
  const related = relatedFacts(context);
  const engine = new Engine([], { pathResolver: (value) => value });
  for (const operator of setOperators) {
    engine.addOperator<unknown[], boolean | number>(operator.name, (facts, operand) =>
      operator.test(facts.length, operand),
    );
  }
  for (const set of factSets.values()) {
    engine.addFact(
      set.name,
      async (params: Record<string, unknown>) => {
        await pause();
        const [ruleId, place] = [String(params['rule']), String(params['place'])];
        try {
          const leaf = leaves.get(place);
          const facts = context.shared(`facts/${set.name}`, () => set.facts(context));
          examined.set(ruleId, (examined.get(ruleId) ?? 0) + facts.length);
          return facts.filter((fact) => leaf?.predicate(fact.values, fact));
        } catch (error) {
          answers.set(ruleId, { kind: 'failed', error: describeError(error) });
          return [];
        }
      },
      { cache: false },
    );
  }
  for (const { rule, options } of rules) {
    try {
      engine.addRule(engineRule(rule, options, leaves, related));
    } catch (error) {
      answers.set(rule.id, { kind: 'failed', error: describeError(error) });
    }
  }
  const result = await engine.run();
  for (const answered of [...result.results, ...result.failureResults]) {
    const ruleId = answered.name;
    if (answers.has(ruleId)) continue;
    const found = foundFacts(answered.conditions as JudgedCondition);
    answers.set(ruleId, {
      kind: 'answered',
      holds: answered.result === true,
      facts: answered.result === true ? found.facts : [],
      examined: examined.get(ruleId) ?? 0,
      factSet: found.factSet,
    });
  }
  return answers;
}

/** Why a rule failed, for the report: name and message, never a stack. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function engineRule(
  rule: Rule,
  options: RuleOptions,
  leaves: Map<string, Leaf>,
  related: RelatedFacts,
): RuleProperties {
  let count = 0;
  const prepare = (node: RuleConditions | SetCondition): unknown => {
    if ('all' in node) return { all: node.all.map(prepare) };
    if ('any' in node) return { any: node.any.map(prepare) };
    if ('not' in node) return { not: prepare(node.not) };
    if (!factSets.has(node.fact)) throw new UnknownNameError('fact', node.fact);
    const place = `${rule.id}/${count++}`;
    leaves.set(place, { predicate: compileWhere(node.params?.where, options, related), condition: node });
    return {
      fact: node.fact,
      operator: node.operator,
      value: node.value,
      params: { ...node.params, rule: rule.id, place },
    };
  };
  return {
    name: rule.id,
    conditions: prepare(rule.conditions) as TopLevelCondition,
    event: { type: rule.id },
  };
}

const yielding = new Set(
  setOperators.filter((operator) => operator.yieldsFacts).map((operator) => operator.name),
);

/** The facts of the leaves that hold and ask for facts; inside a `not` nothing is found. */
function foundFacts(condition: JudgedCondition): { facts: Fact[]; factSet: string | null } {
  const inner = condition.all ?? condition.any;
  if (inner) {
    const parts = inner.map(foundFacts);
    return {
      facts: parts.flatMap((part) => part.facts),
      factSet: parts.find((part) => part.factSet)?.factSet ?? null,
    };
  }
  if (!condition.result || !condition.operator || !yielding.has(condition.operator)) {
    return { facts: [], factSet: null };
  }
  return {
    facts: Array.isArray(condition.factResult) ? (condition.factResult as Fact[]) : [],
    factSet: condition.fact ?? null,
  };
}
