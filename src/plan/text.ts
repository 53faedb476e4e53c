import { distance } from 'fastest-levenshtein';

/**
 * Comparing names as people mean them. The rules compare N(text): trim, case, accents, apostrophes, dashes,
 * leading ordinal (`01-`), final dot, leading article are no difference (rule catalogue, general principle 2).
 */

const ARTICLES = new Set(['il', 'lo', 'la', 'i', 'gli', 'le', 'l', 'un', 'uno', 'una', 'the', 'a', 'an']);

/** Articles, prepositions and conjunctions of both languages, folded. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a ad al allo alla ai agli alle all con col coi da dal dallo dalla dai dagli dalle dall di del dello della ' +
    'dei degli delle dell d e ed fra il i in l la le lo gli nel nello nella nei negli nelle nell o od per su sul ' +
    'sullo sulla sui sugli sulle sull tra un uno una the of for and to in on by with'
  ).split(' '),
);

/** Lower case, no accents, typographic apostrophes, dashes and quotes made plain, single spaces. Keeps punctuation. */
export function fold(text: string): string {
  return (PLAIN.test(text) ? text : unaccented(text)).toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Text without accents or typographic signs. */
const PLAIN = /^[ -~]*$/;

function unaccented(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/[‘’ʼ´`′]/g, "'")
    .replace(/[“”«»„″]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-');
}

/** The words of a text, folded; apostrophes and all other punctuation separate. */
export function words(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? [];
}

/** Words that carry meaning: without articles, prepositions and conjunctions. */
export function contentWords(text: string): string[] {
  return words(text).filter((word) => !FUNCTION_WORDS.has(word));
}

/**
 * Text without a leading ordinal such as `01-`, `1.`, `2)`, `n. 3 -`, `a)`; untouched when nothing else is left.
 * `2° lotto` counts the lots: there the number is part of the name.
 */
export function withoutOrdinal(text: string): string {
  const bare = text.replace(
    /^\s*(?:(?:n\.?|n°|nr\.?)\s*)?(?:\d{1,3}|[ivx]{1,4}|[a-z])\s*[°\u00BA]?\s*[-–—.):]+\s*(?=\S)/i,
    '',
  );
  return /[a-zà-ú]/i.test(bare) ? bare : text;
}

/**
 * What counts in a name: its numbers (years left out, `lotto 2`) and the Roman number or letter that ends it
 * (`stralcio II`, `edificio B`). Names that differ there are names of different things, however alike.
 */
export function nameNumbers(text: string): string {
  const list = words(withoutOrdinal(text));
  const last = list.at(-1) ?? '';
  const numbers = list
    .flatMap((word) => word.match(/\d+/g) ?? [])
    .map((digits) => digits.replace(/^0+(?=\d)/, ''));
  return [
    ...numbers.filter((digits) => !/^(?:19|20)\d\d$/.test(digits)),
    ...(list.length > 1 && /^(?:[a-z]|[ivx]{2,4})$/.test(last) ? [last] : []),
  ].join(' ');
}

/** N(text): what two names must share to be the same name. */
export function normalise(text: string): string {
  const list = words(withoutOrdinal(text));
  while (list.length > 1 && ARTICLES.has(list[0] ?? '')) list.shift();
  return list.join(' ');
}

/** Italian and English words without the ending that number and gender change; short words stay. */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  return word.replace(/(?:chi|che|ghi|ghe)$/, (end) => end[0] ?? '').replace(/(?:ie|ia|io|[aeiou])$/, '');
}

/** 0–1: how alike two texts are letter by letter after normalising (1 − edit distance / longer length). */
export function similarity(a: string, b: string): number {
  const [x, y] = [normalise(a), normalise(b)];
  const longest = Math.max(x.length, y.length);
  return longest === 0 ? 1 : 1 - distance(x, y) / longest;
}

/** Number of single-letter edits between two normalised texts. */
export function editDistance(a: string, b: string): number {
  return distance(normalise(a), normalise(b));
}

/**
 * 0–1: share of the shorter text's meaningful words that the other has too (by stem, or by abbreviation:
 * `riqual.` counts for `riqualificazione`). Finds loose labels such as `sicurezza e legalità` for
 * `Sicurezza, legalità e equità`.
 */
export function wordOverlap(a: string, b: string): number {
  const [x, y] = [contentWords(withoutOrdinal(a)), contentWords(withoutOrdinal(b))];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return 0;
  const stems = long.map(stem);
  const hits = short.filter((word) => {
    const root = stem(word);
    return stems.some(
      (other) =>
        other === root ||
        (root.length >= 4 && (other.startsWith(root) || (root.startsWith(other) && other.length >= 5))),
    );
  });
  return hits.length / short.length;
}

/** A person's or an office's name for comparing: no title, initials and word order aside. */
export function personWords(name: string): string[] {
  const TITLES =
    /^(?:dott|dr|ing|arch|avv|geom|rag|sig|comm|com|segr|prof|dottssa|ssa|dottoressa|dottor|dssa|p|a)$/;
  return fold(name)
    .replace(/\bdott\.?\s*ssa\b|\bd\.ssa\b|\bsig\.?\s*ra\b/g, ' ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !TITLES.test(word))
    .sort();
}
