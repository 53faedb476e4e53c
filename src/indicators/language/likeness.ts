import { stem, words } from '../../plan';
import { ABBREVIATIONS, NOUNS_LIKE_PARTICIPLES, PERSON_WORDS } from './lexicon';
import { isEmptyWord, type NameKey } from './names';
import { isMeasure, measureOf } from '../units/units';

/** Same number of words, each the other's beginning (`reg. prot.` for `registrazioni protocollo`), three letters at least. */
export function isAbbreviation(a: NameKey, b: NameKey): boolean {
  if (a.plain.length !== b.plain.length || a.percent !== b.percent) return false;
  return a.core.every((root, i) => {
    const [x = '', y = '', other = ''] = [a.plain[i], b.plain[i], b.core[i]];
    if (root === other) return true;
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    // `chiusure` is a word of its own, `manutenz` is not.
    const whole = short.length >= 5 && /[aeiou]$/.test(short);
    return short.length >= 3 && !whole && !/\d/.test(short) && long.startsWith(short);
  });
}

/** A letter doubled or not, two swapped, or one lost in a long word of a long name: any other difference may be another word. */
export function isMisspelling(a: NameKey, b: NameKey): boolean {
  if (a.plain.length !== b.plain.length || a.percent !== b.percent) return false;
  const same = a.core.filter((root, i) => root === b.core[i]).length;
  return a.plain.every(
    (word, i) =>
      a.core[i] === b.core[i] ||
      isSlip(word, b.plain[i] ?? '') ||
      (same >= 2 && same === a.core.length - 1 && isLetterLost(word, b.plain[i] ?? '')),
  );
}

function isSlip(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) < 5 || /\d/.test(a + b)) return false;
  const single = (word: string): string => word.replace(/(.)\1/g, '$1');
  if (single(a) === single(b)) return true;
  const from = [...a].findIndex((letter, at) => letter !== b[at]);
  const swapped = a.slice(0, from) + (a[from + 1] ?? '') + (a[from] ?? '') + a.slice(from + 2);
  return a.length === b.length && swapped === b;
}

/** `positvo` for `positivo`: inside the word, never at its beginning, where a letter can turn the meaning. */
function isLetterLost(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1 || short.length < 7 || /\d/.test(long)) return false;
  const at = [...short].findIndex((letter, i) => letter !== long[i]);
  return at >= 3 && short.slice(at) === long.slice(at + 1);
}

/** Participles and limits make another quantity of it: `domande accolte` is not `domande`. */
const RESTRICTIVE =
  /(?:[aiu]t|[aeiu]s|ess|olt|ert|[aeiou]tt|est|ost)[oaie]$|^(?:entro|oltre|non|senza|over|under|donn[ae]|uomini|nuov[oaie]|stranier[oaie]|\d.*)$/;

/** Whether a word makes it a part of the quantity, and not only a sort of it. */
function isPart(word: string): boolean {
  return RESTRICTIVE.test(word) && !NOUNS_LIKE_PARTICIPLES.has(word);
}

/** Every word of the first name stands in the second. */
export function holdsAllWords(short: NameKey, long: NameKey): boolean {
  return short.percent === long.percent && extraWords(short, long) !== null;
}

/** `Interessi passivi` for `Interessi`: one word more, that tells a sort and not a part, after all of the phrase's own. */
export function isSpecific(phrase: NameKey, name: NameKey): boolean {
  if (phrase.percent !== name.percent || phrase.total) return false;
  const more = extraWords(phrase, name)?.filter((word) => !isEmptyWord(word)) ?? [];
  const [word = ''] = more;
  return more.length === 1 && !isPart(word) && !isMeasure(word);
}

/**
 * What tells a phrase from a longer or shorter name with the same words: `none` when only empty words, units and
 * the people counted differ; `said` when the indicator's own words supply the rest; null when they are different quantities.
 */
export function missingWords(
  phrase: NameKey,
  name: NameKey,
  unit: string | null,
  known: ReadonlySet<string>,
): 'none' | 'said' | null {
  if (phrase.percent !== name.percent) return null;
  const more = extraWords(name, phrase);
  if (more) return more.every((word) => isEmptyWord(word) || isUnit(word, unit)) ? 'none' : null;
  const less = extraWords(phrase, name);
  if (!less) return null;
  const open = less.filter((word) => !isEmptyWord(word) && !PERSON_WORDS.has(word));
  if (open.length === 0) return 'none';
  return open.every((word) => known.has(stem(word)) && !isPart(word)) ? 'said' : null;
}

/** Words of the longer name that the shorter lacks; null when the shorter has others, or none is missing. */
function extraWords(short: NameKey, long: NameKey): string[] | null {
  const left = new Set(long.core.keys());
  for (const [i, root] of short.core.entries()) {
    const word = short.plain[i] ?? '';
    const same =
      [...left].find((k) => long.core[k] === root) ??
      [...left].find((k) => shortens(word, long.plain[k] ?? ''));
    if (same === undefined) return null;
    left.delete(same);
  }
  return left.size === 0 ? null : [...left].map((k) => long.plain[k] ?? '');
}

/** `dom` for `domande`: an abbreviation of three to five letters, whichever of the two is shortened. */
function shortens(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    short.length >= 3 &&
    short.length <= 5 &&
    long.length > short.length + 1 &&
    long.startsWith(short) &&
    !/\d/.test(short)
  );
}

function isUnit(word: string, unit: string | null): boolean {
  const plain = (one: string): string => stem(ABBREVIATIONS[one] ?? one);
  const what = measureOf(word);
  return words(unit ?? '').some(
    (one) => plain(one) === plain(word) || (what !== null && what === measureOf(one)),
  );
}
