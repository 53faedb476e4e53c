import type { Draft } from './draft';
import { COUNT_WORDS, ON_WORDS, PREPOSITIONS_OF, TOTAL_WORDS } from './lexicon';
import { spacedAfter } from './signs';
import type { Token } from './tokens';
import { yesNoUnit } from '../units/units';

/**
 * What stands around the measure: a bullet or `=` before it, a name with `=` or `:` (`bussola trasparenza = …`),
 * a target after it (`… >= 80%`), a remark (`espresso in percentuale`). Narrows the draft to the body.
 */
export function openBody(draft: Draft): void {
  trimEnds(draft);
  readEquals(draft);
  readTarget(draft);
  readLabel(draft);
  dropRemarks(draft);
  trimEnds(draft);
}

function trimEnds(draft: Draft): void {
  for (;;) {
    const [first, last] = [draft.token(draft.from), draft.token(draft.to - 1)];
    if (!first || !last) return;
    const bullet = first.key === '-' && spacedAfter(draft, draft.from) && !draft.is(draft.from + 1, 'number');
    const empty = (token: Token): boolean =>
      token.kind === 'comma' || token.kind === 'semicolon' || token.kind === 'bar' || token.kind === 'colon';
    if (bullet || first.key === '+' || first.key === '=' || empty(first)) draft.from++;
    else if (empty(last) || last.key === '=') draft.to--;
    else if (
      first.kind === 'quote' &&
      last.kind === 'quote' &&
      draft.to - draft.from > 2 &&
      quotes(draft) === 2
    ) {
      draft.from++;
      draft.to--;
    } else if (last.kind === 'lost' && draft.to - draft.from > 1) {
      draft.found.lostSymbol ??= draft.span(draft.to - 1, draft.to - 1);
      draft.to--;
    } else return;
  }
}

function quotes(draft: Draft): number {
  return draft.tokens.slice(draft.from, draft.to).filter((token) => token.kind === 'quote').length;
}

/** Tokens of the body outside all brackets that satisfy the test. */
function atTopLevel(draft: Draft, test: (token: Token, i: number) => boolean): number[] {
  const places: number[] = [];
  for (let i = draft.from; i < draft.to; i++) {
    draft.budget.tick();
    const partner = draft.partner[i] ?? -1;
    const token = draft.token(i);
    if (partner > i) i = partner;
    else if (token && !draft.locked[i] && test(token, i)) places.push(i);
  }
  return places;
}

function hasOperator(draft: Draft, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (draft.is(i, 'operator') || draft.is(i, 'bar')) return true;
  return false;
}

/** `name = formula`, `formula = name`, `formula = 45%` (a result or target). */
function readEquals(draft: Draft): void {
  for (const i of atTopLevel(draft, (token) => token.kind === 'comparator' && token.key === '=')) {
    if (i <= draft.from || i >= draft.to - 1) continue;
    const left = hasOperator(draft, draft.from, i);
    const right = hasOperator(draft, i + 1, draft.to);
    const amount = isAmount(draft, i + 1);
    if (isCondition(draft, i) || isEquality(draft, i)) continue;
    if (isProportion(draft, i + 1)) {
      draft.found.saysPercent = true;
      draft.setAside(i, draft.to - 1);
      draft.to = i;
      return;
    }
    if (amount && left) takeTarget(draft, i);
    else if (left && !right) {
      draft.found.definition = draft.setAside(i + 1, draft.to - 1);
      draft.to = i;
    } else {
      draft.found.definition = draft.setAside(draft.from, i - 1);
      draft.from = i + 1;
    }
    return readEquals(draft);
  }
}

/** `alberi >= 10`, `a + b = 25` where the result is SI/NO: the comparison is the measure, not a target or a name. */
function isCondition(draft: Draft, sign: number): boolean {
  if (!yesNoUnit(draft.unit)) return false;
  const known = (from: number, to: number): boolean =>
    to > from && (hasOperator(draft, from, to) || draft.judge(draft.slice(from, to - 1)) === true);
  return known(draft.from, sign) && (isAmount(draft, sign + 1) || known(sign + 1, draft.to));
}

/** `Aperture = Chiusure`, `Aperture = 5`: a quantity compared, no name given to it. */
function isEquality(draft: Draft, sign: number): boolean {
  const known = (from: number, to: number): boolean => draft.judge(draft.slice(from, to - 1)) === true;
  const right = known(sign + 1, draft.to);
  const left = known(draft.from, sign);
  return (right && (left || hasOperator(draft, draft.from, sign))) || (left && isAmount(draft, sign + 1));
}

/** `a : b = x : 100`: the way percentages are taught at school. */
function isProportion(draft: Draft, from: number): boolean {
  const keys = draft.tokens.slice(from, draft.to).map((token) => token.key);
  return keys.length === 3 && keys[0] === 'x' && (keys[1] === ':' || keys[1] === '/') && keys[2] === '100';
}

/** Only a number (with % or unit) from here to the end of the body. */
function isAmount(draft: Draft, from: number): boolean {
  const number = draft.is(from, 'number') || draft.is(from, 'percent');
  return number && draft.to - from <= 3 && !hasOperator(draft, from, draft.to);
}

function takeTarget(draft: Draft, i: number): void {
  draft.found.target ??= { ...draft.span(i, draft.to - 1), text: draft.slice(i, draft.to - 1) };
  draft.to = i;
}

/** `… >= 80%` after the measure. */
function readTarget(draft: Draft): void {
  const [i] = atTopLevel(draft, (token) => token.kind === 'comparator' && token.key !== '=');
  const number =
    i === draft.from && draft.is(i + 1, 'number') ? (draft.is(i + 2, 'percent') ? i + 3 : i + 2) : 0;
  if (i !== undefined && number > 0 && number < draft.to) {
    draft.found.target ??= { ...draft.span(i, number - 1), text: draft.slice(i, number - 1) };
    draft.from = PREPOSITIONS_OF.has(draft.key(number)) ? number + 1 : number;
    return;
  }
  if (i !== undefined && i > draft.from && isAmount(draft, i + 1) && !isCondition(draft, i))
    takeTarget(draft, i);
}

/** `Formula: a/b`, `Indice di copertura: a / b`. A colon between two known quantities divides instead. */
function readLabel(draft: Draft): void {
  const [i] = atTopLevel(draft, (token) => token.kind === 'colon');
  if (i === undefined || i <= draft.from || i >= draft.to - 1 || hasOperator(draft, draft.from, i)) return;
  const left = draft.judge(draft.slice(draft.from, i - 1));
  const right = draft.judge(draft.slice(i + 1, operandEnd(draft, i + 1) - 1));
  if (left && right) {
    draft.roles[i] = 'operator';
    return;
  }
  const noun =
    /^(?:formula|indicatore|calcolo|rapporto|indice|misura|modalita|metodo|descrizione|target)$/.test(
      draft.key(draft.from),
    );
  const typographic = !draft.token(i)?.spaced && spacedAfter(draft, i);
  const leads = COUNT_WORDS.has(draft.key(i + 1)) || TOTAL_WORDS.has(draft.key(i + 1));
  if (
    (typographic && (right === true || leads || hasOperator(draft, i + 1, draft.to))) ||
    (noun && left !== true)
  ) {
    const title = draft.setAside(draft.from, i - 1);
    draft.found.definition ??= title;
    draft.from = i + 1;
  }
}

/** The end of the operand that begins here: the next sign, `x` or `su`. */
function operandEnd(draft: Draft, from: number): number {
  for (let i = from; i < draft.to; i++) {
    draft.budget.tick();
    if (draft.is(i, 'operator') || (i > from && (draft.key(i) === 'x' || ON_WORDS.has(draft.key(i)))))
      return i;
  }
  return draft.to;
}

/** `espresso in percentuale`, `in %`, `(valore %)`, `(a/b)%` at the end. */
function dropRemarks(draft: Draft): void {
  if (draft.is(draft.to - 1, 'percent') && draft.is(draft.to - 2, 'close')) {
    draft.found.saysPercent = true;
    draft.to--;
    return;
  }
  const tail = draft.tokens.slice(Math.max(draft.from, draft.to - 4), draft.to).map((token) => token.key);
  const remark =
    /(?:^| )((?:(?:valore )?espress[oaie] )?(?:in|valore) (?:%|percentuale|perc|percento))$/.exec(
      tail.join(' '),
    );
  if (!remark) return;
  const count = (remark[1] ?? '').split(' ').length;
  if (draft.to - count <= draft.from) return;
  draft.found.saysPercent = true;
  draft.to -= count;
}
