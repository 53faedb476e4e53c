import type { Span } from '../types';
import type { Draft } from './draft';
import type { Item } from './items';

/** The quantity named by these tokens. */
export function phrase(draft: Draft, start: number, to: number): Item {
  let from = start;
  while (from < to - 1 && LEADING.has(draft.key(from)) && !draft.locked[from]) from++;
  const text = draft.slice(from, to - 1);
  return { t: 'phrase', ...draft.span(from, to - 1), text, name: text.replace(/\s+/g, ' '), implied: false };
}

/** Articles before a name. */
const LEADING = new Set(['il', 'lo', 'la', 'gli', 'le', 'l', 'i']);

/** A sign that words stand for. */
export function operator(sign: '+' | '-' | '*' | '/', at: Span, implied = false): Item {
  return { t: 'operator', operator: sign, implied, tight: false, start: at.start, end: at.end };
}

/** First token in the run that satisfies the test and is not part of a known name. */
export function findWord(
  draft: Draft,
  from: number,
  to: number,
  test: (key: string, i: number) => boolean,
): number {
  for (let i = from; i < to; i++) {
    draft.budget.tick();
    if (draft.is(i, 'word') && !draft.locked[i] && draft.roles[i] !== 'content' && test(draft.key(i), i))
      return i;
  }
  return -1;
}
