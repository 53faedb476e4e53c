import { looksLikeCode, splitCode } from '../../plan';
import { field, type Field, type PlanSubject } from './field';
import { KNOWN, type Meaning } from './meaning';
import { isCentreName } from './texts';
import { LEXICON, type Words } from './words';

/** A label and its value in words: `Ambito strategico: Città smart`, `SETTORE AFFARI GENERALI`. */
export interface Labelled {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
}

/** A label of cards and bands must be known nearly whole: half a sentence is not a label. */
const SURE = 0.75;
const MAX_LABEL = 60;
const MAX_BAND = 160;

/** The field a label outside tables speaks of; titles and codes alone are the PEG objective's. */
export function labelField(meaning: Meaning, least = SURE): Field | null {
  if (meaning.confidence < least || meaning.ignored !== null) return null;
  const { subject, attribute, period } = meaning;
  const own: PlanSubject | null = subject === 'objective' ? 'pegObjective' : subject;
  const make = (of: PlanSubject, what: Field['attribute']): Field =>
    field(of, what, { period, group: of === 'phase' || of === 'indicator' ? group(meaning) : 0 });
  if (own === 'quantity' || own === 'centre') return null;
  // `PEG 2025 – Scheda obiettivo` is a title: the name of an objective is of no year.
  if (own === 'pegObjective' && period !== null && (attribute === null || attribute === 'title')) return null;
  if (own) {
    if (attribute === null) return make(own, 'title');
    return make(own, attribute === 'ordinal' ? 'code' : attribute);
  }
  switch (attribute) {
    case null:
    case 'value':
    case 'month':
    case 'ordinal':
      return null;
    case 'centre':
      return make('pegObjective', meaning.coded ? 'centreCode' : 'centre');
    case 'formula':
    case 'numerator':
    case 'denominator':
    case 'unit':
    case 'source':
    case 'target':
    case 'baseline':
    case 'actual':
      return make('indicator', attribute);
    default:
      return make('pegObjective', attribute);
  }
}

/** Which of several phases or indicators a numbered label speaks of, from 0. */
function group({ group: number }: Meaning): number {
  return Math.max(0, (number ?? 1) - 1);
}

/** The field of a text that is only a label (`Responsabile:`, `Obiettivo operativo DUP`), or null. */
export function bareLabel(text: string, words: Words = LEXICON): Field | null {
  return labelled(text, SURE, words);
}

/** The field of a text that stands among labels: knowing most of its words is enough there. */
export function labelAmong(text: string, words: Words = LEXICON): Field | null {
  return labelled(text, KNOWN, words);
}

function labelled(text: string, least: number, words: Words): Field | null {
  const label = text.replace(/\s*[:=]\s*$/, '');
  if (label.length === 0 || label.length > MAX_LABEL || NAMES_DOCUMENT.test(label)) return null;
  // `Attività: 2 Progetto` has its value in itself.
  if (/^[^:]{2,}:\s*\S/.test(label)) return null;
  return labelField(words.header(label), least);
}

/** Titles that speak of objectives and their owners, but are no label of either. */
const NAMES_DOCUMENT = /^(?:schede|elenco|piano|programma delle)\b|^p\.?(?:e\.?g|d\.?o)\b.*\b20\d\d\b/i;

/** Whether a text stands for a kind of fact that needs no reading (`Assessore`, `Note`). */
export function isUnreadLabel(text: string, words: Words = LEXICON): boolean {
  const { ignored, confidence } = words.header(text.replace(/\s*[:=]\s*$/, ''));
  return ignored !== null && confidence >= SURE;
}

/** `Label: value` in one text, or null. The number of a numbered label (`Obiettivo 3: Piazza`) is its value's code. */
export function inlineLabel(text: string, words: Words = LEXICON): Labelled | null {
  const at = text.indexOf(':');
  if (at <= 0 || at > MAX_LABEL || at === text.length - 1) return null;
  const label = text.slice(0, at).trim();
  const meaning = words.header(label);
  const found = labelField(meaning);
  const value = text.slice(at + 1).trim();
  if (value === '') return null;
  if (!found) return numberedName(label, value, words);
  const number = /\d+$/.exec(label)?.[0];
  const counted = found.subject === 'phase' || found.subject === 'indicator';
  const numbered = meaning.group !== null && number !== undefined && isNamed(found) && !counted;
  return numbered
    ? { field: found, label: label.slice(0, -number.length).trim(), value: `${number} - ${value}` }
    : { field: found, label, value };
}

/** `Obiettivo n. 3: Piazza`: the number before the colon is the name's code. */
function numberedName(label: string, value: string, words: Words): Labelled | null {
  const number = objectiveNumber(label, words);
  return number === null
    ? null
    : { field: field('pegObjective', 'title'), label: 'obiettivo', value: `${number} - ${value}` };
}

/** The number of `Obiettivo n. 3`, `Ob. 3`; null when a text is no more and no less than that. */
export function objectiveNumber(text: string, words: Words = LEXICON): string | null {
  const [, name = '', number] =
    /^(\p{L}[\p{L}.\s]*?)(?:\s+(?:n[.°]*|nr\.?|num\.?)\s*|\s+)(\d{1,3})$/iu.exec(text) ?? [];
  const found = number === undefined ? null : bareLabel(name, words);
  return found?.subject === 'pegObjective' && found.attribute === 'title' ? (number ?? null) : null;
}

/** Several `Label: value` in the lines of one cell; empty unless every line is one. */
export function inlineLabels(text: string, words: Words = LEXICON): Labelled[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return [];
  const labels = lines.flatMap((line) => inlineLabel(line, words) ?? []);
  return labels.length === lines.length ? labels : [];
}

/** A band over rows: a labelled text, or words such as `AMBITO STRATEGICO 1 – Città smart`, `Settore Affari generali`. */
export function bandLabel(text: string, words: Words = LEXICON): Labelled | null {
  if (text.length > MAX_BAND) return null;
  const found = inlineLabel(text, words) ?? announcedLabel(text, words);
  if (found) return found;
  return centreLabel(text);
}

/** The name of an office, which needs no label. */
function centreLabel(text: string): Labelled | null {
  return isCentreName(text) ? { field: field('pegObjective', 'centre'), label: '', value: text } : null;
}

/** A band or heading with what it says besides: `SETTORE FINANZE – Dirigente: Marta Bellandi`. */
export interface LabelledBand {
  /** The text without the further labels. */
  readonly text: string;
  readonly more: readonly Labelled[];
}

/** The document before what the line names: `PDO 2026 - AREA TECNICA`. */
const TITLED =
  /^(?:peg|pdo|piao|piano [^-–—]{3,60}?)(?:\s+(?:19|20)\d\d(?:\s*[-/–]\s*\d{2,4})?)?\s*[-–—]\s*/i;

/** Takes the labels at the end of a band apart from what it names. */
export function bandParts(written: string, words: Words = LEXICON): LabelledBand {
  const rest = written.replace(TITLED, '');
  const text = isCentreName(rest) ? rest : written;
  const bracket = /^(.*\S)\s*\(([^()]+)\)$/.exec(text);
  const inBracket = bracket && ownerLabel(bracket[2] ?? '', words);
  if (bracket && inBracket) return { text: bracket[1] ?? text, more: [inBracket] };
  const parts = text.split(/(\s+[-–—|]\s+|\s*[;\n]\s*|,?\s{3,})/);
  const more: Labelled[] = [];
  while (parts.length > 1) {
    const last = parts.at(-1) ?? '';
    const label = ownerLabel(last, words) ?? (ownerLabel(parts[0] ?? '', words) ? centreLabel(last) : null);
    if (!label) break;
    more.unshift(label);
    parts.splice(-2);
  }
  return { text: parts.join('').replace(/\s*\n\s*/g, ' '), more };
}

function ownerLabel(text: string, words: Words): Labelled | null {
  const found = inlineLabel(text, words) ?? announcedLabel(text, words);
  return found && /^(?:owner|participants|weight)$/.test(found.field.attribute) ? found : null;
}

/** Words that name many are a heading's, not a band's: `Obiettivi operativi`, `Schede`. */
export const PLURAL =
  /^(?:obiettivi|ambiti|aree|fasi|attività|schede|indicatori|programmi|missioni|objectives)$/i;
const MAX_LABEL_WORDS = 4;

/** A label without a colon, told by the code, number or dash that follows its words. */
function announcedLabel(text: string, words: Words): Labelled | null {
  // `Responsabile del servizio:` is a label whole, and has no value yet.
  if (/:\s*$/.test(text)) return null;
  const list = text.split(/\s+/);
  const number = list.findIndex((word) => /\d/.test(word));
  const before = list.slice(0, number < 0 ? MAX_LABEL_WORDS : Math.min(number, MAX_LABEL_WORDS));
  if (before.some((word) => PLURAL.test(word))) return null;
  for (let count = Math.min(MAX_LABEL_WORDS, list.length - 1); count >= 1; count--) {
    const label = list.slice(0, count).join(' ');
    const rest = list.slice(count).join(' ');
    if (/\d/.test(label) || (DOCUMENT.test(label) && !isOfObjective(rest))) continue;
    const meaning = words.header(label.replace(/[-–—]+$/, ''));
    const found = meaning.confidence === 1 ? labelField(meaning) : null;
    if (!found) continue;
    if (found.attribute === 'centre') return { field: found, label, value: text };
    const announced = isAnnounced(rest) || /[-–—]$/.test(label);
    if (found.attribute !== 'owner' && !(announced && isNamed(found))) continue;
    const value = rest.replace(/^[-–—\s]+/, '');
    return isDocumentName(value) ? null : { field: asName(found, rest), label, value };
  }
  return null;
}

/** `PEG – ANNO 2025`, `PEG 2025-2027` name the document, `PEG 2025-AA01 Piazza` an objective. */
const DOCUMENT = /^(?:peg|pdo|piao)(?:\s+(?:19|20)\d\d(?:\s*[-/–]\s*\d{2,4})?)?\s*[-–—]?$/i;

/** Words that name plans and years: `SCHEDA OBIETTIVO – PDO 2026` names no objective. */
const OF_DOCUMENTS = new Set(
  'peg pdo piao dup piano performance esecutivo dettagliato integrato obiettivi obiettivo gestione attività organizzazione anno anni triennio esercizio provvisorio bozza di degli della delle dell del e'.split(
    ' ',
  ),
);

function isDocumentName(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  return (
    words.some((word) => OF_DOCUMENTS.has(word) && word.length > 2) &&
    words.every((word) => OF_DOCUMENTS.has(word) || /^(?:(?:19|20)\d\d|\d\d)$/.test(word))
  );
}

function isOfObjective(text: string): boolean {
  const code = splitCode(text)?.code ?? (looksLikeCode(text) ? text : '');
  return code !== '' && !/^(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)?\d\d)?$/.test(code);
}

/** A code, a number or a dash; a year is none. */
function isAnnounced(text: string): boolean {
  if (/^(?:19|20)\d\d(?![-/._]?\p{L}*\d)/u.test(text)) return false;
  return /^[\dIVX]+\b|^[-–—]|^[A-Z]\s*[-–—:]\s/.test(text) || splitCode(text) !== null || looksLikeCode(text);
}

function isNamed({ attribute }: Field): boolean {
  return (
    attribute === 'title' || attribute === 'code' || attribute === 'mission' || attribute === 'programme'
  );
}

/** `Scheda obiettivo n. 3` gives a code, `Obiettivo n. 3 - Piazza` a name with its code in front. */
function asName(found: Field, value: string): Field {
  if (found.attribute !== 'code' && found.attribute !== 'title') return found;
  return { ...found, attribute: looksLikeCode(value) || /^[IVX]+$/.test(value) ? 'code' : 'title' };
}
