import { contentWords, fold, stem } from '../../plan';
import data from './lexicon.json';
import type { Attribute, Subject } from './meaning';

/** Words of the lexicon that stand together, and what they mean. */
export interface Phrase {
  /** Stems of its words. */
  readonly words: readonly string[];
  readonly subject?: Subject;
  readonly attribute?: Attribute;
  readonly ignored?: string;
  readonly noise?: true;
  /** Offices use it for more than one thing: it says less than other words. */
  readonly soft?: boolean;
}

/** Stems of a phrase of the lexicon; a phrase of function words only (`al`, `dal`) keeps them. */
export function phraseStems(text: string): string[] {
  const list = contentWords(text);
  return (list.length > 0 ? list : (fold(text).match(/[a-z0-9]+/g) ?? [])).map(stem);
}

const SOFT: ReadonlySet<string> = new Set(data.soft.map((text) => phraseStems(text).join(' ')));

function phrase(text: string, meaning: Omit<Phrase, 'words' | 'soft'>): Phrase {
  const words = phraseStems(text);
  return { words, ...meaning, soft: SOFT.has(words.join(' ')) };
}

/** The phrases a word may begin, by their first letter; longest first, telling words before noise. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = byFirstLetter([
  ...Object.entries(data.subjects).flatMap(([subject, list]) =>
    list.map((text) => phrase(text, { subject: subject as Subject })),
  ),
  ...Object.entries(data.attributes).flatMap(([attribute, list]) =>
    list.map((text) => phrase(text, { attribute: attribute as Attribute })),
  ),
  ...Object.entries(data.ignored).flatMap(([name, list]) =>
    list.map((text) => phrase(text, { ignored: name })),
  ),
  ...data.noise.map((text) => phrase(text, { noise: true })),
]);

function byFirstLetter(all: readonly Phrase[]): Map<string, Phrase[]> {
  const sorted = [...all].sort(
    (a, b) => b.words.length - a.words.length || Number(a.noise ?? 0) - Number(b.noise ?? 0),
  );
  const letters = new Map<string, Phrase[]>();
  for (const phrase of sorted) {
    const letter = phrase.words[0]?.[0] ?? '';
    letters.set(letter, [...(letters.get(letter) ?? []), phrase]);
  }
  return letters;
}

/** A word of a header with its stem; `dotted` when a full stop ends it, as in an abbreviation. */
export interface HeaderWord {
  readonly text: string;
  readonly stem: string;
  readonly dotted: boolean;
}

const SKIPPED = new Set(
  'a ad al allo alla ai agli alle con da dal dallo dalla dai dagli dalle dall di del dello della dei degli delle dell d e ed i il in la le lo gli l nel nello nella nei nelle nell o per su sul sulla sui sulle the of for and in to un una'.split(
    ' ',
  ),
);

/** The words of a header, without those that carry no meaning. */
export function headerWords(text: string): HeaderWord[] {
  const plain = withoutDots(fold(text).replace(/%/g, ' percentuale '));
  const found = [...plain.matchAll(/([a-z]+|\d+)(\.)?/g)].map(([, word = '', dot]) => ({
    text: word,
    stem: stem(word),
    dotted: dot !== undefined,
  }));
  const bare = found.filter((word) => !SKIPPED.has(word.text) || word.dotted);
  return bare.length > 0 ? bare : found;
}

/** Acronyms are words: `E.Q.` is `eq`, `C.d.R.` is `cdr`. */
function withoutDots(text: string): string {
  return text.replace(
    /(?<![a-z])(?:[a-z]\.){2,}(?![a-z]{2})[a-z]?|(?<![a-z])[a-z]\.[a-z](?![a-z.])/g,
    (acronym) => acronym.replace(/\./g, ''),
  );
}

/** Whether a header's word stands for a lexicon word: same stem, or an abbreviation of it. */
function stands(word: HeaderWord, root: string): boolean {
  if (word.stem === root) return true;
  if (word.dotted) return word.text.length >= 2 && root.startsWith(word.text);
  return word.text.length >= 5 && /[^aeiou]$/.test(word.text) && root.startsWith(word.text);
}

/** The phrase of the lexicon that a header's words spell from a place on; null when they spell none. */
export function phraseAt(list: readonly HeaderWord[], at: number): Phrase | null {
  const candidates = phrases.get(list[at]?.text[0] ?? '') ?? [];
  return (
    candidates.find((phrase) =>
      phrase.words.every((root, i) => {
        const word = list[at + i];
        return word !== undefined && stands(word, root);
      }),
    ) ?? null
  );
}
