import { runEngine, type EngineAnswer, type PreparedRule } from './engine';
import { factSets } from './facts';
import type { FactContext } from './facts/context';
import type { Fact } from './facts/fact';
import type { RuleConditions, SetCondition, Where } from './rule';

interface Kept {
  readonly prepared: PreparedRule;
  readonly answer: EngineAnswer;
}

/**
 * The answers of the last run: a rule runs again only where the facts it asks for, or its options, are others now.
 * One memo belongs to one workbook.
 */
export class AnswerMemo {
  private answers = new Map<string, Kept>();
  private facts = new Map<string, readonly Fact[]>();
  private last: readonly string[] = [];

  /** Ids of the rules that had to run the last time. */
  get ran(): readonly string[] {
    return this.last;
  }

  /** Answers as {@link runEngine} gives them, with the last ones where nothing they rest on has changed. */
  async answer(
    rules: readonly PreparedRule[],
    context: FactContext,
    pause?: () => Promise<void>,
  ): Promise<ReadonlyMap<string, EngineAnswer>> {
    const changed = await this.changedSets(rules, context, pause);
    const again = rules.filter((prepared) => this.isOutdated(prepared, changed));
    const fresh = await runEngine(again, context, pause);
    const kept = new Map<string, Kept>();
    for (const prepared of rules) {
      const { id } = prepared.rule;
      const answer = fresh.get(id) ?? this.answers.get(id)?.answer;
      if (answer) kept.set(id, { prepared, answer });
    }
    this.answers = kept;
    this.last = again.map(({ rule }) => rule.id);
    return new Map([...kept].map(([id, { answer }]) => [id, answer]));
  }

  private isOutdated(prepared: PreparedRule, changed: ReadonlySet<string>): boolean {
    const { rule, options } = prepared;
    const before = this.answers.get(rule.id);
    return (
      before === undefined ||
      before.answer.kind === 'failed' ||
      before.prepared.rule !== rule ||
      JSON.stringify(before.prepared.options) !== JSON.stringify(options) ||
      setsOf(rule.conditions).some((name) => changed.has(name))
    );
  }

  /** The fact sets that say something else than in the last run; one that cannot be made counts as changed. */
  private async changedSets(
    rules: readonly PreparedRule[],
    context: FactContext,
    pause?: () => Promise<void>,
  ): Promise<ReadonlySet<string>> {
    const changed = new Set<string>();
    const now = new Map<string, readonly Fact[]>();
    for (const name of new Set(rules.flatMap(({ rule }) => setsOf(rule.conditions)))) {
      await pause?.();
      const facts = madeFacts(name, context);
      if (facts === null || !sameFacts(this.facts.get(name), facts)) changed.add(name);
      if (facts !== null) now.set(name, facts);
    }
    this.facts = now;
    return changed;
  }
}

/** The facts of a set; null where it is unknown or fails: the engine says so for each rule that asks. */
function madeFacts(name: string, context: FactContext): readonly Fact[] | null {
  const set = factSets.get(name);
  if (!set) return null;
  try {
    return context.shared(`facts/${name}`, () => set.facts(context));
  } catch {
    // The engine meets the same failure and gives it to the rules concerned.
    return null;
  }
}

/** Compared one by one: no copy of all facts is kept. */
function sameFacts(before: readonly Fact[] | undefined, now: readonly Fact[]): boolean {
  return (
    before !== undefined &&
    before.length === now.length &&
    now.every((fact, at) => JSON.stringify(fact) === JSON.stringify(before[at]))
  );
}

/** Names of the fact sets that conditions ask for. */
function setsOf(node: RuleConditions | SetCondition): string[] {
  if ('all' in node) return node.all.flatMap(setsOf);
  if ('any' in node) return node.any.flatMap(setsOf);
  if ('not' in node) return setsOf(node.not);
  return [node.fact, ...relatedIn(node.params?.where)];
}

/** Sets that a condition asks about what is related to a fact. */
function relatedIn(where: Where | undefined): string[] {
  if (!where) return [];
  if ('all' in where) return where.all.flatMap(relatedIn);
  if ('any' in where) return where.any.flatMap(relatedIn);
  if ('not' in where) return relatedIn(where.not);
  return 'related' in where ? [where.related, ...relatedIn(where.where)] : [];
}
