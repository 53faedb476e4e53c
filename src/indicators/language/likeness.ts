import { distance } from 'fastest-levenshtein';
import { stem, words } from '../../plan';
import { ABBREVIATIONS, PERSON_WORDS } from './lexicon';
import { isEmptyWord, type NameKey } from './names';

/** Same number of words, each the other's beginning (`reg. prot.` for `registrazioni protocollo`), three letters at least. */
export function isAbbreviation(a: NameKey, b: NameKey): boolean {
  if (a.plain.length !== b.plain.length || a.percent !== b.percent) return false;
  return a.core.every((root, i) => {
    const [x = '', y = '', other = ''] = [a.plain[i], b.plain[i], b.core[i]];
    if (root === other) return true;
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    return short.length >= 3 && !/\d/.test(short) && long.startsWith(short);
  });
}

/** A letter or two wrong in long words, everything else the same. */
export function isMisspelling(a: NameKey, b: NameKey): boolean {
  if (a.plain.length !== b.plain.length || a.percent !== b.percent) return false;
  let wrong = 0;
  const alike = a.plain.every((word, i) => {
    const other = b.plain[i] ?? '';
    if (a.core[i] === b.core[i]) return true;
    wrong++;
    const longest = Math.max(word.length, other.length);
    return (
      longest >= 5 &&
      !/\d/.test(word + other) &&
      distance(word, other) <= (longest >= 9 ? 2 : 1) &&
      !isNegation(word, other)
    );
  });
  return alike && wrong <= 1 + Math.floor(a.plain.length / 4);
}

/** `occupati` and `inoccupati`, `regolari` and `irregolari` are two letters apart and opposites. */
function isNegation(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return (
    /^(?:in|ir|il|im|un|dis|s|a|ri)$/.test(long.slice(0, long.length - short.length)) && long.endsWith(short)
  );
}

/** Participles and limits make another quantity of it: `domande accolte` is not `domande`. */
const RESTRICTIVE =
  /(?:[aiu]t|[aeiu]s|ess|olt|ert|[aeiou]tt|est|ost)[oaie]$|^(?:entro|oltre|non|senza|over|under|donn[ae]|uomini|nuov[oaie]|stranier[oaie]|\d.*)$/;

/** Every word of the first name stands in the second. */
export function holdsAllWords(short: NameKey, long: NameKey): boolean {
  return short.percent === long.percent && extraWords(short, long) !== null;
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
  return open.every((word) => known.has(stem(word)) && !RESTRICTIVE.test(word)) ? 'said' : null;
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
  return words(unit ?? '').some((one) => plain(one) === plain(word));
}
