import type { AggregateNode } from '../types';
import type { AggregateFrame, Draft } from './draft';

const FUNCTION_OF: Readonly<Record<string, AggregateNode['function']>> = {
  media: 'mean',
  somma: 'sum',
  totale: 'sum',
  sommatoria: 'sum',
  minimo: 'min',
  massimo: 'max',
};

/** Recognises an aggregation over the members of a group; null for ordinary formulas. */
export function readAggregate(draft: Draft): AggregateFrame | null {
  const lead = FUNCTION_OF[draft.key(draft.from)];
  const over = groupStart(draft);
  if (!lead || over === null) return null;
  const [tail, group] = over;
  let from = draft.from + 1;
  let to = tail;
  const quoted = quotedPart(draft, from, to);
  if (quoted) [from, to] = quoted;
  else
    while (
      from < to &&
      /^(?:del|dell|dello|della|dei|degli|delle|di|d|aritmetica|indicatore|indice|rapporto|valore|valori|formula)$/.test(
        draft.key(from),
      )
    )
      from++;
  if (from >= to) return null;
  draft.setAside(draft.from, from - 1);
  draft.setAside(to, draft.to - 1);
  return { function: lead, body: [from, to], group, span: draft.span(draft.from, draft.to - 1) };
}

/** Where the group begins (`calcolato su tutti gli …`, `per ogni …`, `di tutte le …`), and its text. */
function groupStart(draft: Draft): [number, string] | null {
  for (let i = draft.from + 1; i < draft.to - 1; i++) {
    draft.budget.tick();
    if (!/^(?:su|per|tra|fra|di|dei|delle|degli|in|da)$/.test(draft.key(i))) continue;
    const all =
      /^(?:tutti|tutte|ogni|ciascun|ciascuno|ciascuna|singoli|singole|singolo|singola|vari|varie)$/.test(
        draft.key(i + 1),
      );
    if (!all || draft.is(i + 2, 'number')) continue;
    const calculated = /^(?:calcolat|rilevat|misurat|riferit)[oaie]$/.test(draft.key(i - 1));
    return [calculated ? i - 1 : i, draft.slice(i + 1, draft.to - 1)];
  }
  return null;
}

function quotedPart(draft: Draft, from: number, to: number): [number, number] | null {
  const quotes: number[] = [];
  for (let i = from; i < to; i++) if (draft.is(i, 'quote')) quotes.push(i);
  const [first, last] = [quotes[0], quotes.at(-1)];
  return first !== undefined && last !== undefined && last - first > 1 ? [first + 1, last] : null;
}
