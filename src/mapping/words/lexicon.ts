import { contentWords, fold, looksLikeCode, stem } from '../../plan';
import data from './lexicon.json';
import { KNOWN, NO_MEANING, type Attribute, type Meaning, type Subject } from './meaning';

interface Phrase {
  /** Stems of its words. */
  readonly words: readonly string[];
  readonly subject?: Subject;
  readonly attribute?: Attribute;
  readonly ignored?: string;
  readonly noise?: true;
}

export const MAX_HEADER_LENGTH = 90;

/** Stems of a phrase of the lexicon; a phrase of function words only (`al`, `dal`) keeps them. */
export function phraseStems(text: string): string[] {
  const list = contentWords(text);
  return (list.length > 0 ? list : (fold(text).match(/[a-z0-9]+/g) ?? [])).map(stem);
}

/** The phrases a word may begin, by their first letter; longest first, telling words before noise. */
const phrases: ReadonlyMap<string, readonly Phrase[]> = byFirstLetter([
  ...Object.entries(data.subjects).flatMap(([subject, list]) =>
    list.map((text): Phrase => ({ words: phraseStems(text), subject: subject as Subject })),
  ),
  ...Object.entries(data.attributes).flatMap(([attribute, list]) =>
    list.map((text): Phrase => ({ words: phraseStems(text), attribute: attribute as Attribute })),
  ),
  ...Object.entries(data.ignored).flatMap(([name, list]) =>
    list.map((text): Phrase => ({ words: phraseStems(text), ignored: name })),
  ),
  ...data.noise.map((text): Phrase => ({ words: phraseStems(text), noise: true })),
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
interface HeaderWord {
  readonly text: string;
  readonly stem: string;
  readonly dotted: boolean;
}

const SKIPPED = new Set(
  'a ad al allo alla ai agli alle con da dal dallo dalla dai dagli dalle dall di del dello della dei degli delle dell d e ed i il in la le lo gli l nel nello nella nei nelle nell o per su sul sulla sui sulle the of for and in to un una'.split(
    ' ',
  ),
);

function headerWords(text: string): HeaderWord[] {
  const found = [...fold(text).matchAll(/([a-z]+|\d+)(\.)?/g)].map(([, word = '', dot]) => ({
    text: word,
    stem: stem(word),
    dotted: dot !== undefined,
  }));
  const bare = found.filter((word) => !SKIPPED.has(word.text) || word.dotted);
  return bare.length > 0 ? bare : found;
}

/** Whether a header's word stands for a lexicon word: same stem, or an abbreviation of it. */
function stands(word: HeaderWord, root: string): boolean {
  if (word.stem === root) return true;
  if (word.dotted) return word.text.length >= 2 && root.startsWith(word.text);
  return word.text.length >= 5 && root.startsWith(word.text);
}

function phraseAt(list: readonly HeaderWord[], at: number): Phrase | null {
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

/**
 * Reads a header or label, Italian or English, whatever its case, accents, plurals and abbreviations:
 * `Cod. ob. operativo`, `RESPONSABILI`, `Target 2017`. Written in two languages (`Ziel / Obiettivo`) or with a remark
 * in brackets (`Peso (somma 100)`), it is known by the part that is known. Confidence 0 when no word is known.
 */
export function readHeader(text: string): Meaning {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_HEADER_LENGTH || isCodeText(trimmed)) return NO_MEANING;
  const whole = readWords(trimmed);
  const part = whole.confidence < PART_SURE && PARTED.test(trimmed) ? readParts(trimmed) : null;
  return part && (whole.confidence < KNOWN || sameMeaning(whole, part)) ? part : whole;
}

/** What parts a header written in several languages, or a remark from it. */
const PARTED = /[/|\n]|\(.*\)$/;
/** Longer texts are no headers in two languages. */
const MAX_PARTED = 60;
/** Neither are longer parts, in words. */
const MAX_PART = 4;
/** A header known by one of its parts is a little less sure. */
const PART_SURE = 0.9;

/** The one meaning that parts of a header give, others being unknown; null when none or several do. */
function readParts(text: string): Meaning | null {
  const bare = text.replace(/\([^)]*\)$/, '').trim();
  const parts = bare.split(/\s*[/|\n]\s*/);
  const short = (part: string) => /\p{L}{3}/u.test(part) && part.split(/\s+/).length <= MAX_PART;
  if (bare.length > MAX_PARTED || !parts.every(short)) return null;
  const known = parts.map((part) => readWords(part)).filter(isTelling);
  const [first] = known;
  if (!first || !known.every((other) => sameMeaning(first, other))) return null;
  const period = first.period ?? (/\d{4}/.test(text) ? periodOf(text) : null);
  return { ...first, period, confidence: first.confidence * PART_SURE };
}

function sameMeaning(a: Meaning, b: Meaning): boolean {
  return a.subject === b.subject && a.attribute === b.attribute && a.ignored === b.ignored;
}

function isTelling({ subject, attribute, ignored, confidence }: Meaning): boolean {
  return confidence >= KNOWN && (subject ?? attribute ?? ignored) !== null && attribute !== 'ordinal';
}

function readWords(trimmed: string): Meaning {
  const words = headerWords(trimmed);
  const number = groupOf(words);
  const list = number === null ? words : words.slice(0, -1);
  let known = 0;
  let total = 0;
  let subject: Subject | null = null;
  let attribute: Attribute | null = null;
  let ignored: string | null = null;
  let coded = false;
  let period = /\d{4}/.test(trimmed) ? periodOf(trimmed) : null;
  for (let at = 0; at < list.length;) {
    const phrase = phraseAt(list, at);
    const length = phrase ? phrase.words.length : 1;
    const isPeriodWord =
      !phrase &&
      period !== null &&
      /^(?:\d+|i{1,2}|prim\w*|second\w*|sem\w*|trim\w*)$/.test(list[at]?.text ?? '');
    if (!isPeriodWord) total += length;
    if (phrase) {
      known += phrase.noise ? length * 0.5 : length;
      if (phrase.noise) total -= length * 0.5;
      if (phrase.subject) subject = narrower(subject, phrase.subject);
      if (phrase.attribute) attribute = preferred(attribute, phrase.attribute);
      if (phrase.attribute === 'code') coded = true;
      if (phrase.ignored) ignored ??= phrase.ignored;
    }
    at += length;
  }
  if (subject === null && attribute === null && ignored === null) {
    return period && total === 0 ? { ...NO_MEANING, period, confidence: 0.6 } : NO_MEANING;
  }
  const group = subject === null || subject === 'phase' || subject === 'indicator' ? number : null;
  if (group !== number) total += 1;
  if (attribute !== null && /^(start|end|ordinal)$/.test(attribute) && period && total === 0) period = null;
  return {
    subject,
    attribute,
    period,
    coded,
    group,
    ignored: subject || attribute ? null : ignored,
    confidence: Math.max(known / Math.max(total, 1), qualified(subject, known, total)),
  };
}

/** `Obiettivo trasversale`: an objective of whatever kind the second word says. */
function qualified(subject: Subject | null, known: number, total: number): number {
  return subject === 'objective' && known === 1 && total === 2 ? KNOWN : 0;
}

/** A code (`OB-2021-07`) is a value, whatever words it begins with; `Target.2017` is not a code. */
export function isCodeText(text: string): boolean {
  return (
    looksLikeCode(text) && /[-–._/]/.test(text) && !/^\p{L}+[.\s]*(?:19|20)\d\d$|^\p{L}{4,}.\d$/u.test(text)
  );
}

/**
 * The number that ends a header such as `Indicatore 2`, `Target n. 1`: one of a repeated group of columns. After
 * `Obiettivo` it is part of a name, for an objective has no second one in its row.
 */
function groupOf(words: readonly HeaderWord[]): number | null {
  const last = words.at(-1);
  return words.length > 1 && last && /^[1-9]\d?$/.test(last.text) ? Number(last.text) : null;
}

/** `obiettivo` beside a narrower word is that one; otherwise the first named is what the header is about. */
function narrower(current: Subject | null, next: Subject): Subject {
  return current === null || current === 'objective' ? next : current;
}

/** Things that have codes of their own: `Codice CdR` is no objective's code. */
const HAVE_CODES: readonly Attribute[] = ['mission', 'programme', 'centre'];

/** Words that only introduce (`descrizione del target`, `n. fasi`) give way to what they introduce. */
function preferred(current: Attribute | null, next: Attribute): Attribute {
  const weak: readonly Attribute[] = ['title', 'ordinal', 'value', 'type'];
  if (current === null) return next;
  if (current === 'code' && HAVE_CODES.includes(next)) return next;
  if (next === 'code' && HAVE_CODES.includes(current)) return current;
  if (current === 'title' && next === 'ordinal') return current;
  return weak.includes(current) && !weak.includes(next) ? next : current;
}

/** A year, semester or date named in a header: `Target 2017`, `al 30/06/2017`, `I sem. 2018`; null when none or several. */
export function periodOf(text: string): string | null {
  const plain = fold(text);
  const dates = [...plain.matchAll(/\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g)];
  if (dates.length === 1) {
    const [, d = '', m = '', y = ''] = dates[0] ?? [];
    return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  }
  const years = [...new Set(plain.match(/\b(?:19|20)\d\d\b/g) ?? [])];
  if (years.length !== 1) return null;
  const half = /\b(i{1,2}|1|2|primo|secondo)[°º]?\s*sem/.exec(plain)?.[1];
  if (half) return `${years[0]}-S${/^(ii|2|secondo)$/.test(half) ? 2 : 1}`;
  return years[0] ?? null;
}
