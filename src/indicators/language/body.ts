import { readAggregate } from './aggregates';
import { settleBrackets } from './brackets';
import { buildItems } from './build';
import type { Draft } from './draft';
import type { Item } from './items';
import { openBody } from './opening';
import { settleSigns } from './signs';
import { readDefinitions } from './where';

/** Items of the whole formula: its body, with short names defined beside it read where they stand. */
export function readBody(draft: Draft): Item[] {
  return definedBody(draft) ?? plainBody(draft);
}

function plainBody(draft: Draft): Item[] {
  openBody(draft);
  draft.aggregate = readAggregate(draft);
  const [from, to] = draft.aggregate?.body ?? [draft.from, draft.to];
  draft.from = from;
  draft.to = to;
  return stretch(draft, from, to);
}

/** Decides brackets and signs of a stretch of tokens and turns it into items. */
function stretch(draft: Draft, from: number, to: number): Item[] {
  return draft.within(from, to, () => {
    settleBrackets(draft);
    settleSigns(draft);
    return buildItems(draft, from, to);
  });
}

/** `A/B dove A = … e B = …`, `Numeratore: … Denominatore: …`; null for formulas without definitions. */
function definedBody(draft: Draft): Item[] | null {
  const defined = readDefinitions(draft);
  if (!defined || (!defined.body && !(defined.numerator && defined.denominator))) return null;
  draft.definitions = defined.byName;
  const open = new Set<number>();
  draft.expand = (from, to) => {
    if (open.has(from)) return [];
    open.add(from);
    const items = stretch(draft, from, to);
    open.delete(from);
    return items;
  };
  if (defined.body) return stretch(draft, ...defined.body);
  const at = draft.span(draft.from, draft.to - 1);
  const group = ([from, to]: readonly [number, number]): Item[] => [
    { t: 'open', ...at },
    ...stretch(draft, from, to),
    { t: 'close', ...at },
  ];
  const sign: Item = { t: 'operator', operator: '/', implied: true, tight: false, ...at };
  const { numerator, denominator } = defined;
  return numerator && denominator ? [...group(numerator), sign, ...group(denominator)] : null;
}
