import { runEngine, type EngineAnswer, type PreparedRule } from './engine';
import { views, type Entry } from './facts';
import type { FactContext } from './facts/context';
import { namesUsed, type FieldName } from './used-fields';

interface Kept {
  readonly prepared: PreparedRule;
  readonly answer: EngineAnswer;
}

/**
 * The answers of the last run: a rule runs again only where the fields it asks for, or its options, are others now.
 * One memo belongs to one workbook.
 */
export class AnswerMemo {
  private answers = new Map<string, Kept>();
  private entries = new Map<string, readonly Entry[]>();
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
    const now = new Map<string, readonly Entry[]>();
    const changed = new Map<string, boolean>();
    const isChanged = ({ view, field }: FieldName): boolean => {
      const key = `${view}/${field}`;
      const known = changed.get(key);
      if (known !== undefined) return known;
      const other = this.isOther({ view, field }, now, context);
      changed.set(key, other);
      return other;
    };
    const again: PreparedRule[] = [];
    for (const prepared of rules) {
      await pause?.();
      // Every field is looked at, also where one is enough: the next run compares with what was seen now.
      const names = namesUsed(prepared.rule).filter(isChanged);
      if (names.length > 0 || this.isOutdated(prepared)) again.push(prepared);
    }
    const fresh = await runEngine(again, context, pause);
    const kept = new Map<string, Kept>();
    for (const prepared of rules) {
      const { id } = prepared.rule;
      const answer = fresh.get(id) ?? this.remembered(id, now);
      if (answer) kept.set(id, { prepared, answer });
    }
    this.answers = kept;
    this.entries = now;
    this.last = again.map(({ rule }) => rule.id);
    return new Map([...kept].map(([id, { answer }]) => [id, answer]));
  }

  /** Whether a view says something else in a field than the last time; what cannot be read counts as changed. */
  private isOther(
    { view, field }: FieldName,
    now: Map<string, readonly Entry[]>,
    context: FactContext,
  ): boolean {
    try {
      const entries = views.get(view)?.entries(context);
      if (!entries) return true;
      now.set(view, entries);
      return !sameEntries(this.entries.get(view), entries, field);
    } catch {
      // The engine meets the same failure and gives it to the rules concerned.
      return true;
    }
  }

  /** The last answer, with the entries of this run in place of those of the last: they are the same. */
  private remembered(id: string, now: ReadonlyMap<string, readonly Entry[]>): EngineAnswer | undefined {
    const answer = this.answers.get(id)?.answer;
    if (answer?.kind !== 'answered') return answer;
    const found = answer.found.map((one) => {
      const at = this.entries.get(one.view)?.indexOf(one.entry) ?? -1;
      return { ...one, entry: now.get(one.view)?.[at] ?? one.entry };
    });
    return { ...answer, found };
  }

  private isOutdated({ rule, options }: PreparedRule): boolean {
    const before = this.answers.get(rule.id);
    return (
      before === undefined ||
      before.answer.kind === 'failed' ||
      before.prepared.rule !== rule ||
      JSON.stringify(before.prepared.options) !== JSON.stringify(options)
    );
  }
}

/** The same entries as far as one field (or, without a field, subjects and who takes part) goes. */
function sameEntries(before: readonly Entry[] | undefined, now: readonly Entry[], field: string): boolean {
  return (
    before !== undefined &&
    before.length === now.length &&
    now.every((entry, at) => said(entry, field) === said(before[at], field))
  );
}

function said(entry: Entry | undefined, field: string): string {
  if (!entry) return '';
  return JSON.stringify(
    field === ''
      ? [entry.subject, entry.involved, entry.cells('*')]
      : [entry.value(field), entry.cells(field)],
  );
}
