import type { Draft } from './draft';
import { AND } from './lexicon';

/** `A/B dove A = pratiche evase e B = pratiche totali`, `Numeratore: … Denominatore: …`. */
export interface Definitions {
  /** Tokens of what each short name stands for: from, to (excluded). */
  readonly byName: ReadonlyMap<string, readonly [number, number]>;
  /** The formula over the short names; null when only numerator and denominator are given. */
  readonly body: readonly [number, number] | null;
  readonly numerator: readonly [number, number] | null;
  readonly denominator: readonly [number, number] | null;
}

const SHORT = /^(?:[a-df-hj-z]|[a-z]\d|n[ab]|num|numeratore|den|denominatore)$/;

/** Finds short names defined beside the formula; null for formulas without. At least two are needed to be sure. */
export function readDefinitions(draft: Draft): Definitions | null {
  const names: number[] = [];
  for (let i = draft.from; i + 2 < draft.to; i++) {
    draft.budget.tick();
    if (SHORT.test(draft.key(i)) && isEquals(draft, i + 1) && !isInsideName(draft, i)) names.push(i);
  }
  const keys = new Set(names.map((i) => draft.key(i)));
  if (names.length < 2 || keys.size !== names.length) return null;
  const byName = new Map<string, readonly [number, number]>();
  let tail: readonly [number, number] | null = null;
  names.forEach((i, k) => {
    const limit = names[k + 1] ?? draft.to;
    const cut = k === names.length - 1 ? lineEnd(draft, i + 2, limit) : limit;
    if (cut < limit) tail = trimmed(draft, cut, limit);
    byName.set(draft.key(i), trimmed(draft, i + 2, cut));
  });
  const lead = trimmed(draft, draft.from, names[0] ?? draft.from);
  const body = lead[1] > lead[0] ? lead : tail;
  const part = (long: string, short: string): readonly [number, number] | null =>
    byName.get(long) ?? byName.get(short) ?? null;
  return { byName, body, numerator: part('numeratore', 'num'), denominator: part('denominatore', 'den') };
}

/** `=`, or a colon as one writes it after a name. */
function isEquals(draft: Draft, i: number): boolean {
  const token = draft.token(i);
  return (token?.kind === 'comparator' && token.key === '=') || (token?.kind === 'colon' && !token.spaced);
}

/** A letter that ends a name (`categoria D = …`) defines nothing. */
function isInsideName(draft: Draft, i: number): boolean {
  const before = draft.token(i - 1);
  if (!before || draft.token(i)?.line) return false;
  return (
    before.kind === 'word' &&
    !/^(?:dove|ove|con|cui|e|ed|essendo)$/.test(before.key) &&
    draft.key(i).length <= 2 &&
    !isEquals(draft, i - 2)
  );
}

/** Where the last definition ends: at a semicolon or a new line, after which the formula may stand. */
function lineEnd(draft: Draft, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    draft.budget.tick();
    if (draft.is(i, 'semicolon') || draft.token(i)?.line) return i;
  }
  return to;
}

/** Without the words and signs that join one definition to the next. */
function trimmed(draft: Draft, from: number, to: number): readonly [number, number] {
  const joins = (i: number): boolean =>
    draft.is(i, 'comma') ||
    draft.is(i, 'semicolon') ||
    draft.is(i, 'colon') ||
    AND.has(draft.key(i)) ||
    /^(?:dove|ove|con|in|cui|essendo|-)$/.test(draft.key(i));
  while (from < to && joins(from)) from++;
  while (to > from && joins(to - 1)) to--;
  return [from, to];
}
