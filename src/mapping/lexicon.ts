import { contentWords, fold, looksLikeCode, stem } from '../plan';
import data from './lexicon.json';

/** What a header or label can be about. `objective` is settled by the table it stands in. */
export type Subject =
  | 'strategicArea'
  | 'strategicObjective'
  | 'operatingObjective'
  | 'pegObjective'
  | 'objective'
  | 'phase'
  | 'indicator'
  | 'centre'
  | 'quantity';

/** What a header or label says of its subject. `value` is a base datum for a period; `month` a column of a month grid. */
export type Attribute =
  | 'code'
  | 'ordinal'
  | 'title'
  | 'description'
  | 'weight'
  | 'owner'
  | 'participants'
  | 'centre'
  | 'type'
  | 'multiYear'
  | 'mission'
  | 'programme'
  | 'start'
  | 'end'
  | 'formula'
  | 'unit'
  | 'source'
  | 'target'
  | 'baseline'
  | 'actual'
  | 'progress'
  | 'value'
  | 'month';

/** The meaning of a header or label, as far as its own words go. */
export interface Meaning {
  readonly subject: Subject | null;
  readonly attribute: Attribute | null;
  /** Year or date the header names: `2017`, `2017-06-30`. */
  readonly period: string | null;
  /** A kind of column that is known and needs no reading (notes, budget lines): its name. */
  readonly ignored: string | null;
  /** Share of the words that the lexicon knows, 0–1. */
  readonly confidence: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly subject?: Subject;
  readonly attribute?: Attribute;
  readonly ignored?: string;
  readonly noise?: true;
}

const MAX_HEADER_LENGTH = 90;

function phraseWords(text: string): string[] {
  const list = contentWords(text);
  return (list.length > 0 ? list : (fold(text).match(/[a-z0-9]+/g) ?? [])).map(stem);
}

/** Phrases by their first word's stem's first letter, longest first: what a word of a header may begin. */
const phrases: readonly Phrase[] = [
  ...Object.entries(data.subjects).flatMap(([subject, list]) =>
    list.map((text): Phrase => ({ words: phraseWords(text), subject: subject as Subject })),
  ),
  ...Object.entries(data.attributes).flatMap(([attribute, list]) =>
    list.map((text): Phrase => ({ words: phraseWords(text), attribute: attribute as Attribute })),
  ),
  ...Object.entries(data.ignored).flatMap(([name, list]) =>
    list.map((text): Phrase => ({ words: phraseWords(text), ignored: name })),
  ),
  ...data.noise.map((text): Phrase => ({ words: phraseWords(text), noise: true })),
].sort((a, b) => b.words.length - a.words.length || Number(a.noise ?? 0) - Number(b.noise ?? 0));

/** A word of a header; `dotted` when a full stop ends it, as in an abbreviation. */
interface HeaderWord {
  readonly text: string;
  readonly dotted: boolean;
}

const SKIPPED = new Set(
  'a ad al allo alla ai agli alle con da dal dallo dalla dai dagli dalle dall di del dello della dei degli delle dell d e ed i il in la le lo gli l nel nello nella nei nelle nell o per su sul sulla sui sulle the of for and in to un una'.split(
    ' ',
  ),
);

function headerWords(text: string): HeaderWord[] {
  const found = [...fold(text).matchAll(/([a-z]+|\d+)(\.)?/g)].map((match) => ({
    text: match[1] ?? '',
    dotted: match[2] === '.',
  }));
  const bare = found.filter((word) => !SKIPPED.has(word.text) || word.dotted);
  return bare.length > 0 ? bare : found;
}

/** Whether a header's word stands for a lexicon word: same stem, or an abbreviation of it. */
function stands(word: HeaderWord, root: string): boolean {
  const own = stem(word.text);
  if (own === root) return true;
  if (word.dotted) return word.text.length >= 2 && root.startsWith(word.text);
  return word.text.length >= 5 && root.startsWith(word.text);
}

function phraseAt(list: readonly HeaderWord[], at: number): Phrase | null {
  return (
    phrases.find((phrase) =>
      phrase.words.every((root, i) => {
        const word = list[at + i];
        return word !== undefined && stands(word, root);
      }),
    ) ?? null
  );
}

const NOTHING: Meaning = { subject: null, attribute: null, period: null, ignored: null, confidence: 0 };

/**
 * Reads a header or label, Italian or English, whatever its case, accents, plurals and abbreviations:
 * `Cod. ob. operativo`, `RESPONSABILI`, `Target 2017`. Confidence 0 when no word is known.
 */
export function readHeader(text: string): Meaning {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_HEADER_LENGTH || isCodeText(trimmed)) return NOTHING;
  const list = headerWords(trimmed);
  let known = 0;
  let total = 0;
  let subject: Subject | null = null;
  let attribute: Attribute | null = null;
  let ignored: string | null = null;
  let period = periodOf(trimmed);
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
      if (phrase.ignored) ignored ??= phrase.ignored;
    }
    at += length;
  }
  if (subject === null && attribute === null && ignored === null) {
    return period && total === 0 ? { ...NOTHING, period, confidence: 0.6 } : NOTHING;
  }
  if (attribute !== null && /^(start|end|ordinal)$/.test(attribute) && period && total === 0) period = null;
  return {
    subject,
    attribute,
    period,
    ignored: subject || attribute ? null : ignored,
    confidence: known / Math.max(total, 1),
  };
}

/** A code (`OB-2021-07`) is a value, whatever words it begins with; `Target.2017` is not a code. */
export function isCodeText(text: string): boolean {
  return looksLikeCode(text) && /[-–._/]/.test(text) && !/^\p{L}+[.\s]*(?:19|20)\d\d$/u.test(text);
}

/** `obiettivo` beside a narrower word is that one; otherwise the first named is what the header is about. */
function narrower(current: Subject | null, next: Subject): Subject {
  return current === null || current === 'objective' ? next : current;
}

/** Words that only introduce (`descrizione del target`, `n. fasi`) give way to what they introduce. */
function preferred(current: Attribute | null, next: Attribute): Attribute {
  const weak: readonly Attribute[] = ['title', 'ordinal', 'value', 'type'];
  if (current === null) return next;
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

function startsWithAny(text: string, list: readonly string[]): boolean {
  const own = (fold(text).match(/[a-z]+/g) ?? []).map(stem);
  return list.some((phrase) => {
    const roots = (fold(phrase).match(/[a-z]+/g) ?? []).map(stem);
    return roots.length > 0 && roots.every((root, i) => own[i] === root);
  });
}

/** `Totale`, `Somma pesi`, `Media`: a row that sums what stands above. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 40 && startsWithAny(text, data.totals);
}

/** `Nota:`, `N.B.`, `(*)`, `Legenda`: a row of remarks. */
export function isNoteText(text: string): boolean {
  return (
    /^[(*\s]*\*/.test(text) || (/^[^:]{1,14}:|^n\.?\s?b\.?\b/i.test(text) && startsWithAny(text, data.notes))
  );
}

/** `Settore Affari generali`, `Polizia municipale`: words that begin the name of an office. */
export function isCentreName(text: string): boolean {
  return startsWithAny(text, data.centreWords);
}

/** Whether a text speaks of the DUP. */
export function namesDup(text: string): boolean {
  const own = contentWords(text).map(stem);
  return data.dup.some((phrase) => {
    const roots = phraseWords(phrase);
    return own.some((_, at) => roots.every((root, i) => own[at + i] === root));
  });
}

/** The role a sheet's name or a section's title announces, or null. */
export function roleOfTitle(title: string): keyof typeof data.sheetRoles | null {
  const own = contentWords(title).map(stem);
  let best: { role: keyof typeof data.sheetRoles; length: number } | null = null;
  for (const [role, list] of Object.entries(data.sheetRoles)) {
    for (const phrase of list) {
      const roots = phraseWords(phrase);
      const hit = own.some((_, at) => roots.every((root, i) => own[at + i] === root));
      if (hit && roots.length > (best?.length ?? 0))
        best = { role: role as keyof typeof data.sheetRoles, length: roots.length };
    }
  }
  return best?.role ?? null;
}
