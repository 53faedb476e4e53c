import type { Draft } from './draft';
import { isUnitWord } from '../units/units';
import { HYPHEN_HEADS, NUMBERED_PLURALS } from './lexicon';
import { isNumeral } from './numerals';

/** Decides for each sign whether it calculates or belongs to a name, a date, a law, a unit. */
export function settleSigns(draft: Draft): void {
  findWideSlashes(draft);
  for (let i = draft.from; i < draft.to; i++) {
    draft.budget.tick();
    const token = draft.token(i);
    if (!token || draft.roles[i] !== 'undecided') continue;
    if (draft.locked[i]) draft.roles[i] = 'content';
    else if (token.kind === 'operator') draft.roles[i] = calculates(draft, i) ? 'operator' : 'content';
    else if (token.kind === 'bar') draft.roles[i] = 'operator';
    else if (token.kind === 'comparator') draft.roles[i] = 'comparator';
    else if (token.kind === 'colon')
      draft.roles[i] = token.spaced || !spacedAfter(draft, i) ? 'operator' : 'content';
    else if (token.kind === 'semicolon') draft.roles[i] = 'separator';
  }
  readFractionBars(draft);
}

/** White space follows the token. */
export function spacedAfter(draft: Draft, i: number): boolean {
  return draft.token(i + 1)?.spaced ?? true;
}

function calculates(draft: Draft, i: number): boolean {
  const token = draft.token(i);
  if (token?.key === '-') return isMinus(draft, i);
  if (token?.key === '/') return isDivision(draft, i);
  if (token?.key === '+')
    return (
      i + 1 < draft.to && !draft.is(i + 1, 'close') && !isInNumeralList(draft, i) && !isAndOver(draft, i)
    );
  if (token?.key === '*' && i === draft.to - 1) return !draft.isWordLike(i - 1);
  return true;
}

/** `pop. 65+ / pop. 0-14`: a number with a plus tightly after it, and a sign next, says `and over`. */
function isAndOver(draft: Draft, i: number): boolean {
  return draft.is(i - 1, 'number') && !draft.token(i)?.spaced && draft.is(i + 1, 'operator');
}

/** `titoli I + III`: after a plural the plus goes on with the list, and does not end the name it belongs to. */
function isInNumeralList(draft: Draft, i: number): boolean {
  let at = i - 1;
  while (isNumeral(draft, at) && (draft.is(at - 1, 'comma') || /^(?:\+|e|ed)$/.test(draft.key(at - 1))))
    at -= 2;
  return isNumeral(draft, i + 1) && isNumeral(draft, at) && NUMBERED_PLURALS.has(draft.key(at - 1));
}

/** A hyphen inside a compound word (`part-time`, `socio-sanitario`) or a range (`0-3 anni`) is not minus. */
function isMinus(draft: Draft, i: number): boolean {
  const [before, after] = [draft.token(i - 1), draft.token(i + 1)];
  if (draft.token(i)?.spaced || spacedAfter(draft, i)) return true;
  if (!before || !after || !draft.isWordLike(i - 1) || !draft.isWordLike(i + 1)) return true;
  const [left, right] = operands(draft, i);
  const together = draft.judge(draft.slice(left, right).replace('-', ' '));
  if (together) return false;
  const sides = bothKnown(draft, i);
  if (sides) return true;
  if (before.kind === 'number' && after.kind === 'number') {
    return !(draft.isWordLike(i - 2) || draft.isWordLike(i + 2)) || before.value > after.value;
  }
  if (after.kind === 'number') return !/^(?:over|under|covid|pm|co|d|a|b|c)$/.test(before.key);
  if (before.kind === 'number') return false;
  if (/^(?:i|ii|iii|iv|v|vi)$/.test(before.key) && /^(?:i|ii|iii|iv|v|vi|vii)$/.test(after.key)) return true;
  return !isCompound(before.key, after.key);
}

/** `e-mail`, `part-time`, `tecnico-amministrativo`, `pro-capite`. */
function isCompound(left: string, right: string): boolean {
  if (HYPHEN_HEADS.has(left)) return true;
  return (
    left.length >= 4 &&
    left.endsWith('o') &&
    /(?:[ia]c|iv|al|ar|ari|os|an|es|ist|at|it)[aieo]$|(?:ale|ali|are|ari)$/.test(right)
  );
}

/** The words around a sign, up to the next sign, bracket or connecting word on either side. */
function operands(draft: Draft, i: number): [number, number] {
  const belongs = (k: number): boolean =>
    draft.isWordLike(k) &&
    (draft.roles[k] === 'content' || (!draft.is(k, 'operator') && !CONNECTING.test(draft.key(k))));
  let left = i;
  while (belongs(left - 1)) left--;
  let right = i;
  while (belongs(right + 1)) right++;
  draft.budget.tick(right - left);
  return [left, right];
}

const CONNECTING = /^(?:piu|meno|x|diviso|divisa|fratto|moltiplicato|su|sul|sulla|sui|sulle)$/;

/** Both sides name quantities of the base data. */
function bothKnown(draft: Draft, i: number): boolean {
  const [left, right] = operands(draft, i);
  return draft.judge(draft.slice(left, i - 1)) === true && draft.judge(draft.slice(i + 1, right)) === true;
}

/** A slash divides, except in `e/o`, `c/competenza`, `SI/NO`, `km/h`, `€/mq`, `L.R. 7/98`, and inside a name beside a wider slash. */
function isDivision(draft: Draft, i: number): boolean {
  const [before, after] = [draft.token(i - 1), draft.token(i + 1)];
  if (!before || !after) return true;
  if (!draft.isWordLike(i - 1) || !draft.isWordLike(i + 1)) return true;
  const tight = !draft.token(i)?.spaced && !spacedAfter(draft, i);
  const pair = `${before.key}/${after.key}`;
  if (/^(?:e\/o|si\/no|s\/n|a\/r|c\/c|n\/n|on\/off)$/.test(pair)) return false;
  if (!tight) return true;
  if (/^[cs]$/.test(before.key) && after.kind === 'word' && !before.dotted) return false;
  if (isLaw(draft, i)) return false;
  if (isPerTime(draft, i)) return false;
  const unitPair = isUnitWord(before.key) && isUnitWord(after.key);
  if (unitPair && (draft.isWordLike(i - 2) || draft.isWordLike(i + 2))) return bothKnown(draft, i);
  if (isAlternative(draft, i)) return false;
  if (before.kind === 'word' && after.kind === 'word' && hasWiderSlash(draft, i)) {
    return (
      bothKnown(draft, i) ||
      after.dotted ||
      before.dotted ||
      /^(?:n|nr|num|numero|tot|totale)$/.test(after.key)
    );
  }
  return true;
}

/** `n. iniziative/eventi/mostre`: single words in a row, tightly joined, in an indicator that counts. */
function isAlternative(draft: Draft, i: number): boolean {
  const word = (k: number): boolean => draft.is(k, 'word') && !draft.token(k)?.dotted;
  const slash = (k: number): boolean =>
    draft.key(k) === '/' && !draft.token(k)?.spaced && !spacedAfter(draft, k);
  if (!word(i - 1) || !word(i + 1) || !/^(?:n|nr|n°|num|numero)\b/i.test(draft.unit)) return false;
  const before = slash(i - 2) && word(i - 3);
  const after = slash(i + 2) && word(i + 3);
  return (before || after) && !bothKnown(draft, i);
}

/** `kg di rifiuti per abitante/anno`: the period a yearly figure is of anyway. */
function isPerTime(draft: Draft, i: number): boolean {
  if (i + 2 < draft.to && !draft.is(i + 2, 'close')) return false;
  return (
    /^(?:anno|mese|giorno|settimana)$/.test(draft.key(i + 1)) &&
    draft.judge(draft.slice(i + 1, i + 1)) !== true
  );
}

/** `D.Lgs. 118/2011`, `art. 208/bis`, `delibera n. 12/2016`. */
function isLaw(draft: Draft, i: number): boolean {
  const [before, after] = [draft.token(i - 1), draft.token(i + 1)];
  if (before?.kind !== 'number' || after?.kind !== 'number') return false;
  for (let k = i - 2; k >= Math.max(draft.from, i - 4); k--) {
    if (
      /^(?:l|lr|r|legge|dl|dlgs|lgs|dpr|dm|dpcm|art|artt|delibera|deliberazione|determina|regolamento|decreto|ue|ce|cee)$/.test(
        draft.key(k),
      )
    )
      return true;
  }
  return false;
}

/** Whether the same bracket level has a slash with white space on both sides: then the tight one is the inner one. */
function hasWiderSlash(draft: Draft, i: number): boolean {
  return draft.wideSlashes.has(draft.outer[i] ?? -1);
}

/** Bracket levels with a slash between white space. */
function findWideSlashes(draft: Draft): void {
  for (let i = draft.from; i < draft.to; i++) {
    draft.budget.tick();
    if (draft.key(i) === '/' && draft.token(i)?.spaced && spacedAfter(draft, i))
      draft.wideSlashes.add(draft.outer[i] ?? -1);
  }
}

/** A line of dashes is a fraction bar: all above divided by all below, up to a factor such as `x 100`. */
function readFractionBars(draft: Draft): void {
  for (let i = draft.from; i < draft.to; i++) {
    if (!draft.is(i, 'bar') || draft.roles[i] !== 'operator') continue;
    const { from, to } = draft.enclosing(i);
    if (i === from || i === to - 1) {
      draft.roles[i] = 'dropped';
      continue;
    }
    let end = to - 1;
    for (let k = i + 1; k < to; k++) {
      draft.budget.tick();
      const times = draft.key(k) === '*' || draft.key(k) === 'x';
      if (times && draft.is(k + 1, 'number') && k + 2 >= to) end = k - 1;
    }
    draft.operatorAt.set(i, '/');
    wrap(draft, from, i - 1);
    wrap(draft, i + 1, end);
  }
}

/** Puts implied brackets around a run of tokens. */
export function wrap(draft: Draft, first: number, last: number): void {
  if (last < first) return;
  draft.opensBefore[first] = (draft.opensBefore[first] ?? 0) + 1;
  draft.closesAfter[last] = (draft.closesAfter[last] ?? 0) + 1;
}
