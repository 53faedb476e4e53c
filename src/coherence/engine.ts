import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { FactContext } from './facts/context';
import { views, type Entry } from './facts';
import { setOperators } from './operators';
import { relatedEntries, type RelatedEntries } from './related';
import type { Rule, RuleConditions, SetCondition } from './rule';
import { UnknownNameError } from './unknown-name';
import { compileWhere, type Predicate, type RuleOptions } from './where';

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
      /** What was found by the conditions that ask for some; empty when the finding is about the plan as a whole. */
      readonly found: readonly Found[];
      /** Entries there were before the rule's own conditions: none = the rule does not apply. */
      readonly examined: number;
    }
  | { readonly kind: 'failed'; readonly error: string };

/** An entry that violates a rule, with the view it is of and the name its findings go by, where the plan is meant. */
export interface Found {
  readonly view: string;
  readonly entry: Entry;
  readonly as?: string | undefined;
}

interface Leaf {
  readonly of: Predicate;
  readonly where: Predicate;
  /** What it looks at is what the rule applies to; other leaves only ask about the rest of the plan. */
  readonly counts: boolean;
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
  readonly params?: { readonly as?: string };
}

/**
 * Runs rules over the views: one engine per run (two runs on one engine lose rules), one question per
 * collection, each `where` compiled once. A view or operator that throws fails the rules that use it;
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
  const related = relatedEntries(context);
  const engine = new Engine([], { pathResolver: (value) => value });
  for (const operator of setOperators) {
    engine.addOperator<unknown[], boolean | number>(operator.name, (entries, operand) =>
      operator.test(entries.length, operand),
    );
  }
  for (const view of views.values()) {
    engine.addFact(
      view.name,
      async (params: Record<string, unknown>) => {
        await pause();
        const [ruleId, place] = [String(params['rule']), String(params['place'])];
        try {
          const leaf = leaves.get(place);
          const entries = view.entries(context).filter((entry) => leaf?.of(entry));
          if (leaf?.counts) examined.set(ruleId, (examined.get(ruleId) ?? 0) + entries.length);
          return entries.filter((entry) => leaf?.where(entry));
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
    const holds = answered.result === true;
    answers.set(ruleId, {
      kind: 'answered',
      holds,
      found: holds ? foundIn(answered.conditions as JudgedCondition) : [],
      examined: examined.get(ruleId) ?? 0,
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
  related: RelatedEntries,
): RuleProperties {
  let count = 0;
  const prepare = (node: RuleConditions | SetCondition): unknown => {
    if ('all' in node) return { all: node.all.map(prepare) };
    if ('any' in node) return { any: node.any.map(prepare) };
    if ('not' in node) return { not: prepare(node.not) };
    const view = views.get(node.fact);
    if (!view) throw new UnknownNameError('fact', node.fact);
    const place = `${rule.id}/${count++}`;
    const scope = { options, related, view };
    leaves.set(place, {
      of: compileWhere(node.params?.of, scope),
      where: compileWhere(node.params?.where, scope),
      counts: yielding.has(node.operator) || !asksForEntries(rule.conditions),
    });
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

/** What the leaves found that hold and ask for entries; inside a `not`, or beside what does not hold, nothing is found. */
function foundIn(condition: JudgedCondition): readonly Found[] {
  const { all, any, operator, result, fact = '', factResult, params } = condition;
  const inner = all ?? any;
  if (inner) return result === false ? [] : inner.flatMap(foundIn);
  if (!result || !operator || !yielding.has(operator) || !Array.isArray(factResult)) return [];
  return (factResult as readonly Entry[]).map((entry) => ({ view: fact, entry, as: params?.as }));
}

function asksForEntries(node: RuleConditions | SetCondition): boolean {
  if ('all' in node) return node.all.some(asksForEntries);
  if ('any' in node) return node.any.some(asksForEntries);
  return !('not' in node) && yielding.has(node.operator);
}
