import { contentWords, fold, normalise, personWords, withoutOrdinal } from '../../plan';
import { distance } from 'fastest-levenshtein';

/** How a name differs from the one it should be. */
export type NameDifference = 'none' | 'spelling' | 'wording';

/**
 * `spelling` when only punctuation, conjunctions, number, an abbreviation or a slip of the pen differ: every meaningful word of
 * one has its near double in the other. `wording` when words are missing, added or other ones.
 */
export function nameDifference(a: string, b: string): NameDifference {
  if (normalise(a) === normalise(b)) return 'none';
  const [x, y] = [contentWords(withoutOrdinal(a)), contentWords(withoutOrdinal(b))];
  if (x.length !== y.length || x.length === 0) return 'wording';
  const abbreviated = (short: string, long: string, text: string): boolean =>
    short.length >= 3 && long.startsWith(short) && fold(text).includes(`${short}.`);
  const same = (word: string, other: string): boolean =>
    nearWord(word, other) || abbreviated(word, other, a) || abbreviated(other, word, b);
  return x.every((word, at) => same(word, y[at] ?? '')) ? 'spelling' : 'wording';
}

/** The same word but for number, gender or a slip; never where digits differ. */
export function nearWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  const longest = Math.max(a.length, b.length);
  return longest >= 4 && distance(a, b) <= (longest >= 8 ? 2 : 1);
}

/** One title is the other cut short or abbreviated word by word (`Riqualificaz. verde` for `Riqualificazione verde pubblico`). */
export function isAbbreviation(a: string, b: string): boolean {
  const [x, y] = [normalise(a), normalise(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length < 4) return false;
  if (long.startsWith(short)) return true;
  const [shortWords, longWords] = [short.split(' '), long.split(' ')];
  return (
    shortWords.length === longWords.length &&
    shortWords.every((word, at) => {
      const other = longWords[at] ?? '';
      return word === other || (word.length >= 3 && other.startsWith(word) && !/\d/.test(other));
    })
  );
}

/** A slip of one letter in a long enough title; figures must agree. */
export function isSlip(a: string, b: string): boolean {
  const [x, y] = [normalise(a), normalise(b)];
  const digits = (text: string): string => text.replace(/\D/g, '');
  return Math.max(x.length, y.length) >= 12 && distance(x, y) <= 2 && digits(x) === digits(y);
}

/** Years written in a text: four digits from 1990 to 2069 standing alone. */
export function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<![\d.,/-])(?:19[9]\d|20[0-6]\d)(?![\d.,]*\d)/g)].map((match) =>
    Number(match[0]),
  );
}

/** The same person: the words of one name are those of the other, initials standing for names. */
export function samePerson(a: string, b: string): boolean {
  const [x, y] = [personWords(a), personWords(b)];
  const [short, long] = x.length <= y.length ? [x, [...y]] : [y, [...x]];
  if (short.length === 0) return normalise(a) === normalise(b);
  return short.every((word) => {
    const at = long.findIndex(
      (other) => other === word || (Math.min(word.length, other.length) === 1 && other[0] === word[0]),
    );
    if (at >= 0) long.splice(at, 1);
    return at >= 0;
  });
}

const OFFICE =
  /^(?:uff\w*|serv\w*|sett\w*|area|direz\w*|dipart\w*|unita|u\.?o\.?|staff|comune|giunta|segret\w*|polizia|ragioneria|centro|sportello|resp\w*|dirig\w*|posizione|p\.?o\.?|e\.?q\.?)$/;

/** The owners named in one cell: people separated by commas, `e`, slashes; offices only by semicolons or lines. */
export function ownersIn(text: string): string[] {
  const lines = text
    .split(/[;\n]|\s\/\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (lines.length > 1) return lines.flatMap(ownersIn);
  const people = text.split(/,|\/|\s+e\s+|\s+-\s+|&/).map((part) => part.trim());
  return people.length > 1 && people.every(isPerson) ? people : [text.trim()];
}

/** Two to four words with capitals, none of them an office. */
function isPerson(text: string): boolean {
  const list = personWords(text);
  const titled =
    /^(?:dott|dr|ing|arch|avv|geom|rag|sig|comm|com|segr|prof|d\.ssa)/i.test(text) && /\./.test(text);
  const written = text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
  return (
    list.length >= (titled ? 1 : 2) &&
    list.length <= 4 &&
    !list.some((word) => OFFICE.test(word)) &&
    written.every((word) => /^\p{Lu}|^(?:de|di|del|della|dei|da|dott|ing|arch|avv|geom|rag)\b/u.test(word))
  );
}
