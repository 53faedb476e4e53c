import type { Draft } from './draft';
import type { Item } from './items';
import { AND, NUMBERED_HEADS } from './lexicon';
import { romanValue } from './names';

/** `Titoli I, II e III`, `Titoli 1-2-3 entrata`: several quantities in one breath, added up. Null for anything else. */
export function numeralList(draft: Draft, from: number, to: number): Item[] | null {
  for (let head = from; head < to - 3; head++) {
    draft.budget.tick();
    if (!NUMBERED_HEADS.has(draft.key(head)) || !isNumeral(draft, head + 1)) continue;
    const numerals = [head + 1];
    let i = head + 2;
    while (i + 1 < to && joins(draft, i) && isNumeral(draft, i + 1)) {
      numerals.push(i + 1);
      i += 2;
    }
    if (numerals.length > 1) return added(draft, { from, head, to }, numerals, i);
  }
  return null;
}

/** `I`, `III`, `2`: a numeral that stands after `titolo`, `fascia` … */
export function isNumeral(draft: Draft, i: number): boolean {
  const token = draft.token(i);
  if (!token || draft.locked[i]) return false;
  return (
    /^\d{1,2}$/.test(token.text) ||
    (token.kind === 'word' && token.text === token.text.toUpperCase() && romanValue(token.text) !== null)
  );
}

function joins(draft: Draft, i: number): boolean {
  return draft.is(i, 'comma') || AND.has(draft.key(i)) || /^[-+]$/.test(draft.key(i));
}

function added(
  draft: Draft,
  at: { from: number; head: number; to: number },
  numerals: readonly number[],
  rest: number,
): Item[] {
  const lead = draft.slice(at.from, at.head);
  const tail = rest < at.to ? ` ${draft.slice(rest, at.to - 1)}` : '';
  const span = draft.span(at.from, at.to - 1);
  const items: Item[] = [{ t: 'open', ...span }];
  numerals.forEach((numeral, k) => {
    const here = draft.span(k === 0 ? at.from : numeral, numeral);
    const text = draft.slice(k === 0 ? at.from : numeral, numeral);
    if (k > 0) items.push({ t: 'operator', operator: '+', implied: true, tight: false, ...here });
    items.push({
      t: 'phrase',
      ...here,
      text,
      name: `${lead} ${draft.slice(numeral, numeral)}${tail}`.replace(/\s+/g, ' '),
      implied: k > 0,
    });
  });
  return [...items, { t: 'close', ...span }];
}
