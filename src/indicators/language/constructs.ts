import type { Draft } from './draft';
import { nameKey } from './names';
import {
  AND,
  ARTICLES,
  BETWEEN,
  COUNT_WORDS,
  DIFFERENCE_NOUNS,
  PERCENT_WORDS,
  PREPOSITIONS_OF,
  PRODUCT_NOUNS,
  RATIO_NOUNS,
  TOTAL_WORDS,
} from './lexicon';

/** First word of a name after its prefixes. */
function headOf(name: string): string {
  return nameKey(name).plain[0] ?? '';
}

/** A calculation said in words over several operands: `rapporto tra A e B`, `media tra A, B e C`. */
export interface Construct {
  readonly kind: 'ratio' | 'difference' | 'relative' | 'product' | 'sum' | 'mean';
  /** First token of the construct, */
  readonly from: number;
  /** and the one after its last. */
  readonly to: number;
  readonly parts: readonly (readonly [number, number])[];
}

/** Finds the construct that starts at token `i` and ends before `limit`, or null. */
export function constructAt(draft: Draft, i: number, limit: number): Construct | null {
  if (draft.locked[i] || !draft.is(i, 'word') || draft.roles[i] !== 'undecided') return null;
  const noun = nounKind(draft.key(i));
  if (!noun) return null;
  let j = i + 1;
  let percent = false;
  while (isModifier(draft.key(j))) {
    percent ||= PERCENT_WORDS.has(draft.key(j));
    j++;
  }
  const between = BETWEEN.has(draft.key(j));
  const soft = PREPOSITIONS_OF.has(draft.key(j)) && (noun === 'sum' || noun === 'mean' || noun === 'product');
  if (!between && !soft) return null;
  const to = Math.min(limit, regionEnd(draft, i, j + 1));
  const parts =
    noun === 'sum' || noun === 'mean' ? severalParts(draft, j + 1, to, between) : twoParts(draft, j + 1, to);
  if (!parts) return null;
  if (percent) draft.found.saysPercent = true;
  return { kind: percent && noun === 'difference' ? 'relative' : noun, from: i, to, parts };
}

function nounKind(key: string): Exclude<Construct['kind'], 'relative'> | null {
  if (RATIO_NOUNS.has(key) || key === 'percentuale' || key === 'incidenza') return 'ratio';
  if (DIFFERENCE_NOUNS.has(key) || key === 'variazione') return 'difference';
  if (PRODUCT_NOUNS.has(key)) return 'product';
  if (key === 'somma' || key === 'sommatoria') return 'sum';
  return key === 'media' ? 'mean' : null;
}

function isModifier(key: string): boolean {
  return PERCENT_WORDS.has(key) || /^(?:aritmetica|semplice|algebrica|esistente|intercorrente)$/.test(key);
}

/** To the end of the bracket, or to a factor (`x 100`) or separator before it. */
function regionEnd(draft: Draft, i: number, from: number): number {
  const { to } = draft.enclosing(i);
  for (let k = from; k < to; k++) {
    draft.budget.tick();
    const partner = draft.partner[k] ?? -1;
    if (partner > k) k = partner;
    else if (draft.is(k, 'semicolon') || draft.is(k, 'comparator')) return k;
    else if (
      (draft.key(k) === '*' || draft.key(k) === 'x' || draft.key(k) === 'per') &&
      draft.is(k + 1, 'number') &&
      k + 2 >= to
    )
      return k;
    else if (draft.key(k) === 'moltiplicato') return k;
  }
  return to;
}

/** Places of `e`/`ed` on the same bracket level. */
function conjunctions(draft: Draft, from: number, to: number): number[] {
  const places: number[] = [];
  for (let k = from; k < to; k++) {
    draft.budget.tick();
    const partner = draft.partner[k] ?? -1;
    if (partner > k) k = partner;
    else if (AND.has(draft.key(k)) && !draft.locked[k] && k > from && k < to - 1) places.push(k);
  }
  return places.slice(0, 12);
}

function twoParts(draft: Draft, from: number, to: number): (readonly [number, number])[] | null {
  const places = conjunctions(draft, from, to);
  const middle = (from + to - 1) / 2;
  let best: number | null = null;
  let bestScore = -Infinity;
  for (const k of places) {
    const score =
      partScore(draft, from, k) +
      partScore(draft, k + 1, to) +
      leadScore(draft, k + 1) -
      (announcesSeveral(draft, from, k) ? 5 : 0) -
      Math.abs(k - middle) / 100;
    if (score > bestScore) [best, bestScore] = [k, score];
  }
  return best === null
    ? null
    : [
        [from, best],
        [best + 1, to],
      ];
}

/** Two or more operands after `media tra`, `somma di`; after `di` only where the base data know them. */
function severalParts(
  draft: Draft,
  from: number,
  to: number,
  between: boolean,
): (readonly [number, number])[] | null {
  const cuts = conjunctions(draft, from, to);
  for (let k = from; k < to; k++) if (draft.is(k, 'comma') && !draft.locked[k]) cuts.push(k);
  cuts.sort((a, b) => a - b);
  if (cuts.length === 0 || cuts.length > 12) return null;
  const parts: [number, number][] = [];
  let start = from;
  for (const cut of [...cuts, to]) {
    if (cut > start) parts.push([start, cut]);
    start = cut + 1;
  }
  const head = headOf(draft.slice(from, (parts[0]?.[1] ?? to) - 1));
  const known = parts.filter(([a, b]) => {
    const text = draft.slice(a, b - 1);
    return draft.judge(text) === true || draft.judge(`${head} ${text}`) === true;
  });
  if (known.length === parts.length) return parts;
  const two = twoParts(draft, from, to);
  return between && two ? two : null;
}

/** `la somma delle spese` with one operand only: it goes on behind the next `e`. */
function announcesSeveral(draft: Draft, from: number, to: number): boolean {
  const start = ARTICLES.has(draft.key(from)) ? from + 1 : from;
  if (!/^(?:somma|sommatoria|media)$/.test(draft.key(start))) return false;
  return conjunctions(draft, start, to).length === 0;
}

function partScore(draft: Draft, from: number, to: number): number {
  draft.budget.tick(to - from);
  return draft.judge(draft.slice(from, to - 1)) ? 4 : 0;
}

function leadScore(draft: Draft, i: number): number {
  const key = draft.key(i);
  if (COUNT_WORDS.has(key) || TOTAL_WORDS.has(key)) return 2;
  return ARTICLES.has(key) ? 1 : 0;
}
