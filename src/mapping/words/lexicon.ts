import { fold, looksLikeCode } from '../../plan';
import { KNOWN, NO_MEANING, type Attribute, type Meaning, type Subject } from './meaning';
import { machineWords } from './machine-names';
import { headerWords, phraseAt, type HeaderWord, type Phrase } from './phrases';

export const MAX_HEADER_LENGTH = 90;

/**
 * Reads a header or label, Italian or English, whatever its case, accents, plurals and abbreviations:
 * `Cod. ob. operativo`, `RESPONSABILI`, `Target 2017`. Written in two languages (`Ziel / Obiettivo`) or with a remark
 * in brackets (`Peso (somma 100)`), it is known by the part that is known. Confidence 0 when no word is known.
 */
export function readHeader(text: string): Meaning {
  const written = text.trim();
  const trimmed = machineWords(written) ?? written;
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

/** `N. obiettivi`, `Totale fasi`: how many there are. */
function counts(list: readonly HeaderWord[]): boolean {
  const [first, second, ...more] = list.map((word) => word.text);
  return (
    more.length === 0 &&
    /^(?:n|nr|num|numero|tot|totale|conteggio)$/.test(first ?? '') &&
    /^(?:obiettivi|fasi|indicatori|azioni|objectives|indicators)$/.test(second ?? '')
  );
}

function readWords(text: string): Meaning {
  const trimmed = text.replace(/\s*\/\s*100?$/, '');
  const dated = datedResult(fold(trimmed));
  if (dated) return { ...NO_MEANING, attribute: dated, period: periodOf(trimmed), confidence: 1 };
  const words = headerWords(trimmed);
  const place = ordinalOf(words);
  const number = groupOf(words) ?? place;
  const list = number === null ? words : place === number ? words.slice(1) : words.slice(0, -1);
  let known = 0;
  let total = 0;
  let subject: Subject | null = null;
  let attribute: Attribute | null = null;
  let ignored: string | null = null;
  let coded = false;
  let soft = true;
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
      soft &&= phrase.noise === true || phrase.soft === true || isCutShort(list[at], phrase);
    }
    at += length;
  }
  if (subject === 'quantity' && period !== null && attribute === null) [subject, attribute] = [null, 'value'];
  if (counts(list)) return { ...NO_MEANING, ignored: 'count', confidence: 1 };
  if (subject === null && attribute === null && ignored === null)
    return period ? { ...NO_MEANING, period, confidence: total === 0 ? KNOWN : 0 } : NO_MEANING;
  // `Descrizione capitolo` names a budget line, not an objective.
  if (
    ignored !== null &&
    subject === null &&
    (attribute === null || attribute === 'code' || INTRODUCING.includes(attribute))
  )
    attribute = null;
  else ignored = null;
  if (subject === 'phase' && number !== null && /^temp/.test(list[0]?.text ?? '')) attribute ??= 'end';
  const group = subject === null || subject === 'phase' || subject === 'indicator' ? number : null;
  if (group !== number) total += 1;
  if (attribute !== null && /^(start|end|ordinal)$/.test(attribute) && period && total === 0) period = null;
  return {
    subject,
    attribute,
    period,
    coded,
    group,
    ignored,
    soft,
    confidence: Math.max(known / Math.max(total, 1), qualified(subject, known, total)),
  };
}

const MONTHS = ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'];
const DAY = `\\d{1,2}[./-]\\d{1,2}(?:[./-](?:20)?\\d\\d)?|\\d{1,2}[°º]? (?:${MONTHS.join('|')})[a-z]*`;
const PART =
  '(?:i{1,3}|iv|[1-4][°ºa]?|prim[oa]|second[oa]|terz[oa]|quart[oa]) (?:semestre|trimestre|quadrimestre|sem\\.?|trim\\.?)';
/** What results are called, followed by a day or a part of the year. */
const DATED_RESULT = new RegExp(
  `^(%|perc\\w*\\.?|grado|livello)?\\s*(?:di |d')?(?:ris\\.|(?:risultat[oi]|valore|dato|stato|situazione|avanzament[oi]|realizzazion[ei]|realizzato|rilevazion[ei]|rilevato|consuntiv[oi]|raggiungiment[oi]|raggiunto|attuazione|monitoraggi[oi]|verific[ah]e?)\\b).{0,30}?(?:\\b(?:al|alla data del|a tutto il|nel|del)\\b)?\\s*(?:${DAY}|${PART})(?:\\s+20\\d\\d)?$`,
);

/**
 * What was measured on a day or in a part of the year, whatever it is called: `Risultato al 30/06/2026`, `Stato al …`,
 * `Risultato I semestre`; `% realizzazione al 30/06` says how far. What is expected by then says so, and is neither.
 */
function datedResult(plain: string): 'actual' | 'progress' | null {
  // `Risultato 2026` beside a target; `Valore 2026` may be either.
  if (
    /^(?:risultat[oi]|results?|actuals?) (?:(?:dell'|nell')?anno |at |as at )?(?:\d{1,2}[./-]\d{1,2}[./-])?20\d\d$/.test(
      plain,
    )
  )
    return 'actual';
  const found = DATED_RESULT.exec(plain);
  if (!found || /attes|target|previst|programmat|obiettiv|entro|inizial|partenza|da raggiungere/.test(plain))
    return null;
  return found[1] && !/risultat|valore|dato/.test(plain) ? 'progress' : 'actual';
}

/** `par.` may be many words: three letters of a long one say little. */
function isCutShort(word: HeaderWord | undefined, { words: [root = ''] }: Phrase): boolean {
  return word?.dotted === true && word.text.length <= 3 && root.length >= 8;
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

const ORDINALS = ['prim', 'second', 'terz', 'quart', 'quint', 'sest'];

/** `Prima attività`, `Secondo indicatore`: one of a repeated group, told by its place. */
function ordinalOf([first, next]: readonly HeaderWord[]): number | null {
  if (!first || !next || /^(?:sem|trim|quadrim|bim|mes|ann|rat)/.test(next.text)) return null;
  const at = ORDINALS.findIndex((root) => first.text === `${root}o` || first.text === `${root}a`);
  return at < 0 ? null : at + 1;
}

/** `obiettivo` beside a narrower word is that one; otherwise the first named is what the header is about. */
function narrower(current: Subject | null, next: Subject): Subject {
  return current === null || current === 'objective' ? next : current;
}

/** Things that have codes of their own: `Codice CdR` is no objective's code. */
const HAVE_CODES: readonly Attribute[] = ['mission', 'programme', 'centre'];

/** Attributes whose words only introduce what a header names. */
const INTRODUCING: readonly Attribute[] = ['title', 'ordinal', 'value', 'type'];

/** Words that only introduce (`descrizione del target`, `n. fasi`) give way to what they introduce. */
function preferred(current: Attribute | null, next: Attribute): Attribute {
  if (current === null) return next;
  if (current === 'code' && HAVE_CODES.includes(next)) return next;
  if (next === 'code' && HAVE_CODES.includes(current)) return current;
  if (current === 'title' && next === 'ordinal') return current;
  // `Codice e titolo`, `N. - Descrizione`: both share the cell.
  if (next === 'title' && (current === 'code' || current === 'ordinal')) return next;
  return INTRODUCING.includes(current) && !INTRODUCING.includes(next) ? next : current;
}

const QUARTERS = [
  ['i', '1', 'prim'],
  ['ii', '2', 'second'],
  ['iii', '3', 'terz'],
  ['iv', '4', 'quart'],
];

/** The day or part of a year in a header that names no year, in the year of the plan; null where it names neither. */
export function periodWithin(text: string, year: number): string | null {
  const plain = text.replace(/\b(\d{1,2})[./-](\d{1,2})(?![./-]?\d)/, `$1/$2/${year}`);
  const period = periodOf(plain === text ? `${text} ${year}` : plain);
  return period === String(year) ? null : period;
}

/** A year, semester or date named in a header: `Target 2017`, `al 30/06/2017`, `I sem. 2018`; null when none or several. */
export function periodOf(text: string): string | null {
  const plain = fold(text);
  const dates = [...plain.matchAll(/\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g)];
  if (dates.length === 1) {
    const [, d = '', m = '', y = ''] = dates[0] ?? [];
    return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  }
  const named =
    /\b(\d{1,2})[°º]?\s+(gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z]*\.?\s+((?:19|20)\d\d)\b/.exec(
      plain,
    );
  if (named) {
    const [, d = '', m = '', y = ''] = named;
    return `${y}-${String(MONTHS.indexOf(m) + 1).padStart(2, '0')}-${d.padStart(2, '0')}`;
  }
  const years = [...new Set(plain.match(/\b(?:19|20)\d\d\b/g) ?? [])];
  if (years.length !== 1) return null;
  const half = /\b(i{1,2}|1|2|primo|secondo)[°º]?\s*sem/.exec(plain)?.[1];
  if (half) return `${years[0]}-S${/^(ii|2|secondo)$/.test(half) ? 2 : 1}`;
  const quarter = /\b(i{1,3}|iv|[1-4]|prim|second|terz|quart)[oa]?[°º]?\s*trim/.exec(plain)?.[1];
  if (quarter) return `${years[0]}-T${QUARTERS.findIndex((names) => names.includes(quarter)) + 1}`;
  return years[0] ?? null;
}
