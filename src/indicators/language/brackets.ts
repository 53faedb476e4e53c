import type { Draft } from './draft';
import { COUNT_WORDS, FUNCTIONS, NOISE_WORDS, PERCENT_WORDS, SUM_WORDS, TOTAL_WORDS } from './lexicon';

/** Round, square and curly brackets are one kind: people mix them for readability, and close the wrong one. */
export function pairBrackets(draft: Draft): void {
  const open: number[] = [];
  const lone: number[] = [];
  draft.tokens.forEach((token, i) => {
    draft.budget.tick();
    draft.outer[i] = (token.kind === 'close' ? open.at(-2) : open.at(-1)) ?? -1;
    if (token.kind === 'open') open.push(i);
    else if (token.kind === 'close') {
      const partner = open.pop();
      if (partner === undefined) lone.push(i);
      else {
        draft.partner[i] = partner;
        draft.partner[partner] = i;
      }
    }
  });
  lone.push(...open);
  lone.sort((a, b) => a - b);
  const first = lone[0];
  if (first === undefined) return;
  draft.found.unbalanced = draft.span(first, first);
  repair(draft, lone);
}

/**
 * One lone bracket is dropped where that cannot change the meaning: it opens the whole formula or ends it,
 * and the formula is not a sum that is also divided or multiplied. Anything else is the author's to mend.
 */
function repair(draft: Draft, lone: readonly number[]): void {
  const [only] = lone;
  const last = draft.tokens.length - 1;
  const atEdge = lone.length === 1 && (only === 0 || only === last);
  if (atEdge && only !== undefined && !mixesSumAndProduct(draft)) {
    draft.roles[only] = 'dropped';
    draft.found.repaired = true;
  } else draft.fail('unbalanced-brackets', draft.span(only ?? 0, only ?? 0));
}

function mixesSumAndProduct(draft: Draft): boolean {
  let depth = 0;
  let sum = false;
  let product = false;
  draft.tokens.forEach((token, i) => {
    if ((draft.partner[i] ?? -1) >= 0) depth += token.kind === 'open' ? 1 : -1;
    else if (depth === 0 && token.kind === 'operator') {
      if ('+-'.includes(token.key)) sum = true;
      else product = true;
    }
  });
  return sum && product;
}

/** Decides for each bracket whether it groups terms or belongs to a name (`(anziani+disabili)`). */
export function settleBrackets(draft: Draft): void {
  for (let i = draft.from; i < draft.to; i++) {
    draft.budget.tick();
    const end = draft.partner[i] ?? -1;
    if (!draft.is(i, 'open') || end < 0 || draft.roles[i] !== 'undecided') continue;
    if (draft.locked[i]) draft.setRole(i, end, 'content');
    else if (isRemark(draft, i, end)) draft.setRole(i, end, 'dropped');
    else if (isPartOfName(draft, i, end)) draft.setRole(i, end, 'content');
    else if (startsWithOperator(draft, i, end)) {
      draft.roles[i] = 'dropped';
      draft.roles[end] = 'dropped';
    } else {
      draft.roles[i] = 'open';
      draft.roles[end] = 'close';
      dropTitle(draft, i, end);
    }
  }
}

/** `Indice di soddisfazione (positivi / totali)`: the words before a formula in brackets are its name. */
function dropTitle(draft: Draft, open: number, close: number): void {
  if (close !== draft.to - 1 || open === draft.from || innerOperator(draft, open, close) === null) return;
  if (isOpener(draft, open - 1)) return;
  for (let i = draft.from; i < open; i++) if (!draft.is(i, 'word') && !draft.is(i, 'comma')) return;
  const title = draft.slice(draft.from, open - 1);
  if (draft.judge(title)) return;
  draft.found.definition ??= title;
  draft.setAside(draft.from, open - 1);
  draft.setRole(draft.from, open - 1, 'dropped');
}

/** `(%)`, `(in %)`, `(valore in percentuale)`: says the unit of the result. */
function isRemark(draft: Draft, open: number, close: number): boolean {
  const inner = draft.tokens.slice(open + 1, close).map((token) => token.key);
  if (inner.length === 0 || inner.length > 4) return false;
  if (inner.join(' ') === 'per mille') {
    draft.found.saysPerThousand = true;
    return true;
  }
  const says = inner.filter((key) => PERCENT_WORDS.has(key));
  const rest = inner.filter((key) => !PERCENT_WORDS.has(key));
  if (
    says.length === 0 ||
    rest.some((key) => !['in', 'valore', 'espresso', 'espressa', 'dato'].includes(key))
  )
    return false;
  draft.found.saysPercent = true;
  return true;
}

/** `(x 100)`, `(*100)` after a ratio. */
function startsWithOperator(draft: Draft, open: number, close: number): boolean {
  const [sign, number] = [draft.token(open + 1), draft.token(open + 2)];
  const multiplies = sign?.key === '*' || sign?.key === 'x' || sign?.key === 'per';
  return multiplies && number?.kind === 'number' && close - open <= 4;
}

function isPartOfName(draft: Draft, open: number, close: number): boolean {
  const inner = innerOperator(draft, open, close);
  const before = draft.token(open - 1);
  const follows = draft.token(close + 1);
  const wordBefore = open > draft.from && draft.isWordLike(open - 1) && draft.roles[open - 1] !== 'dropped';
  if (wordBefore && before && before.kind !== 'number') {
    if (isOpener(draft, open - 1)) return false;
    return inner === null || !operandsKnown(draft, open, close, inner);
  }
  const wordAfter = follows?.kind === 'word' && !isOperatorWord(follows.key);
  if (!wordAfter) return false;
  return inner === null || operandsKnown(draft, open, close, inner) === false;
}

/** Words after which a bracket groups: functions, prefixes (`totale (a+b)`), `rapporto`, words for signs. */
function isOpener(draft: Draft, i: number): boolean {
  const key = draft.key(i);
  if (isOperatorWord(key) || key in FUNCTIONS || NOISE_WORDS.has(key) || SUM_WORDS.has(key)) return true;
  const leads = COUNT_WORDS.has(key) || TOTAL_WORDS.has(key) || PERCENT_WORDS.has(key);
  return leads && !(i > draft.from && draft.isWordLike(i - 1));
}

/** Words that connect operands: a bracket beside them is an operand. */
export function isOperatorWord(key: string): boolean {
  return /^(?:x|per|su|sul|sullo|sulla|sui|sugli|sulle|tra|fra|e|ed|diviso|divisa|divisi|divise|fratto|suddiviso|piu|meno|moltiplicato|moltiplicata|ogni|di|a|al|alla|allo|ai|alle|agli|rispetto|tot|in|espresso|espressa)$/.test(
    key,
  );
}

/** The first sign between the brackets that could be an operator. */
function innerOperator(draft: Draft, open: number, close: number): number | null {
  for (let i = open + 1; i < close; i++) {
    draft.budget.tick();
    if (draft.is(i, 'operator') && !draft.locked[i]) return i;
    const partner = draft.partner[i] ?? -1;
    if (partner > i) i = partner;
  }
  return null;
}

/** Whether both sides of the sign name quantities: by the base data, else by prefixes such as `n.` and `tot.`. */
function operandsKnown(draft: Draft, open: number, close: number, sign: number): boolean {
  const left = draft.judge(draft.slice(open + 1, sign - 1));
  const right = draft.judge(draft.slice(sign + 1, nextSign(draft, sign + 1, close) - 1));
  if (left !== null && right !== null && (left || right)) return left && right;
  const leads = (i: number): boolean => COUNT_WORDS.has(draft.key(i)) || TOTAL_WORDS.has(draft.key(i));
  return leads(open + 1) && leads(sign + 1);
}

function nextSign(draft: Draft, from: number, to: number): number {
  for (let i = from; i < to; i++) if (draft.is(i, 'operator')) return i;
  return to;
}
