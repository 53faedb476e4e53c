import { looksLikeCode } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import { readHeader } from '../words/lexicon';
import { PLURAL } from '../words/labels';

/** A line of text of a sheet, taken apart. */
export interface TextLine {
  readonly row: number;
  readonly column: number;
  /** Whether it begins its cell: what stands beside the cell is said of it. */
  readonly first: boolean;
  readonly written: string;
  /** Words before its code or colon that may name its level; '' without any. */
  readonly label: string;
  /** The label stands before a colon or a code, rather than before a dash. */
  readonly marked: boolean;
  readonly code: string | null;
  /** A number before a name with nothing between them: a code only where others go on from it. */
  readonly weak: boolean;
  /** `a)`, `1.`, `–`: what numbers or marks it as one of a list. */
  readonly ordinal: string;
  /** The name, without label, code and marks. */
  readonly text: string;
  /** How far it is moved to the right: blanks in front, the cell's indent, columns. */
  readonly indent: number;
}

const LABEL = String.raw`\p{L}[\p{L}.'’]*(?:\s(?:\p{L}[\p{L}.'’]*|\(\p{L}+\))){0,3}?`;
const TOKEN = String.raw`(?=[\p{L}./_-]*\d|[IVX]{1,5}(?![\p{L}\d])|\p{Lu}(?=\s*[-–—:.)]))[\p{L}\d]+(?:[-._/][\p{L}\d]+)*`;
const CODED = new RegExp(
  String.raw`^(${LABEL})\s+(?:(?:n|nr|num)[.°]*\s*)?(${TOKEN})(?:\s*[-–—:.)]+\s*|\s+|$)(.*)$`,
  'u',
);
const COLON = new RegExp(String.raw`^(${LABEL})\s*:\s*(.*)$`, 'u');
const DASH = new RegExp(String.raw`^(${LABEL})\s+[-–—]\s+(.+)$`, 'u');
/** Two words that name a level, right before a name: `Obiettivo operativo Strade sicure`. */
const BARE = /^(\p{L}{2,}\.?\s\p{L}{3,}\.?)\s+(\p{Lu}.+)$/u;
const NUMBERED = new RegExp(String.raw`^(${TOKEN})(?:\s*([-–—:.)]+)\s*|\s+)(?=\P{L}?\p{L}{2})(.+)$`, 'u');
const SIGN = /^(?:[-–—•*·►▪➢→>»✓○●■□]+|\(?[a-z0-9]{1,2}[.)]|[IVX]{1,5}[.)]?|\d{1,3}(?:[.-]\d{1,3})*[.)]?)$/i;
const MARK = /^(?:[-–—•*·►▪➢→>»✓○●■□]+|[a-z]\)|\(?[a-z0-9]{1,2}\))\s*(?=\S)/iu;
/** Names and what is said beside them are shorter. */
const MAX_LABEL = 45;
const INDENT_OF_COLUMN = 4;

/**
 * The lines of a sheet's texts in reading order: the first text of every row, a paragraph as the lines it is made of.
 *
 * @param left  the column in which the text begins
 */
export function textLines(sheet: SheetView, left: number): TextLine[] {
  return sheet.rows().flatMap((row) => {
    const [first, second] = sheet.filled(row);
    if (first === undefined) return [];
    const moved = blanksBefore(sheet, row, first) + (first - left) * INDENT_OF_COLUMN;
    const sign = second === first + 1 && isSign(sheet.line(row, first)) ? sheet.line(row, first) : null;
    const column = sign === null ? first : first + 1;
    const texts = sign === null ? partsOf(sheet.text(row, column)) : [`${sign} ${sheet.line(row, column)}`];
    return texts.map((written, i) => ({ row, column, first: i === 0, ...taken(written), indent: moved }));
  });
}

/** A number, letter or mark in a cell of its own, left of the text it belongs to. */
function isSign(text: string): boolean {
  return SIGN.test(text) && !/^(?:19|20)\d\d$/.test(text);
}

/** The text of a cell as one line. */
export function lineAt(sheet: SheetView, row: number, column: number): TextLine {
  const indent = blanksBefore(sheet, row, column);
  return { row, column, first: true, ...taken(sheet.line(row, column)), indent };
}

export function blanksBefore(sheet: SheetView, row: number, column: number): number {
  const raw = sheet.cell(row, column)?.text ?? '';
  return /^[\s\u00A0]*/.exec(raw.replace(/\t/g, '    '))?.[0].length ?? 0;
}

/** Takes a line apart: marks, label, code, name. */
export function taken(line: string): Omit<TextLine, 'row' | 'column' | 'first' | 'indent'> {
  const written = line.trim();
  const ordinal = MARK.exec(written)?.[0].trim() ?? '';
  const rest = written.slice(MARK.exec(written)?.[0].length ?? 0);
  const base = { written, ordinal, weak: false };
  const coded = CODED.exec(rest);
  if (coded && isLabel(coded[1] ?? '') && isLineCode(coded[2] ?? '') && isName(coded[3] ?? ''))
    return { ...base, label: coded[1] ?? '', marked: true, code: coded[2] ?? null, text: coded[3] ?? '' };
  const colon = COLON.exec(rest);
  if (colon && isLabel(colon[1] ?? ''))
    return { ...base, label: colon[1] ?? '', marked: true, ...named(colon[2] ?? '') };
  const dash = DASH.exec(rest);
  if (dash && isLabel(dash[1] ?? ''))
    return { ...base, label: dash[1] ?? '', marked: false, ...named(dash[2] ?? '') };
  const bare = BARE.exec(rest);
  if (bare && namesLevel(bare[1] ?? ''))
    return { ...base, label: bare[1] ?? '', marked: true, ...named(bare[2] ?? '') };
  return { ...base, label: '', marked: false, ...named(rest, ordinal) };
}

/** A name with its code in front; the number of a list is no more than its place. */
function named(
  written: string,
  ordinal = '',
): Pick<TextLine, 'code' | 'text'> & Partial<Pick<TextLine, 'ordinal' | 'weak'>> {
  const [, token = '', sign = '', text = ''] = NUMBERED.exec(written) ?? [];
  const plain = /^\d{1,3}$/.test(token) || /^[IVX]{1,5}$/.test(token);
  if (plain && sign !== '')
    return { code: token, text, ...(ordinal === '' ? { ordinal: `${token}${sign[0]}` } : {}) };
  if (plain && /^\p{Lu}/u.test(text)) return { code: token, text, weak: true };
  return isLineCode(token) && !plain ? { code: token, text } : { code: null, text: written };
}

function isLabel(words: string): boolean {
  return words.length <= MAX_LABEL && /\p{L}{2}/u.test(words);
}

/** A code of a line: with a digit, no year, or a Roman number. */
export function isLineCode(token: string): boolean {
  if (/^(?:19|20)\d\d$/.test(token)) return false;
  if (/^(?:[IVX]{1,5}|\p{Lu})$/u.test(token)) return true;
  return /\d/.test(token) && (looksLikeCode(token) || /^\d{1,3}$/.test(token));
}

/** What follows a code is a name or nothing, never the rest of a sentence. */
function isName(text: string): boolean {
  return text === '' || /^\P{L}?\p{Lu}|^\P{L}?\d|^\p{Ll}.{3}/u.test(text);
}

/** A heading over a list, in words that name many: `Obiettivi operativi del DUP 2023-2025:`; null for anything else. */
export function headingOf(written: string): string | null {
  const words = written.replace(/\s*:\s*$/, '').trim();
  const [first = ''] = words.split(/\s+/);
  if (words.length > 80 || !PLURAL.test(first)) return null;
  const { subject, confidence } = readHeader(words);
  return subject !== null && confidence >= 0.5 ? words : null;
}

/** Lines longer than this may hold a list. */
const LIST = 40;

/** A line broken inside a sentence goes on in small letters. */
const BROKEN = /([\p{L},])[^\S\n]*\n\s*(?=\p{Ll}{2})/gu;

/** The lines of a cell: as they are broken, and before the signs of a list inside them. */
function partsOf(text: string): string[] {
  return text
    .replace(BROKEN, '$1 ')
    .split('\n')
    .flatMap((line) => (line.length > LIST ? inList(line) : [line]))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const SIGNS: readonly RegExp[] = [
  /(?<![\p{L}\d(])([a-z])\)\s+/gu,
  /(?<![\p{L}\d(])(\d{1,2})[.)]\s+(?=\p{Lu})/gu,
];

/** Words before a colon or a number, at the beginning of a sentence or after a dash. */
const NAMING = /(?<=[.;:,)]\s|\s[-–—]\s|\s{2}|\p{Ll}\s)(?=(\p{Lu}[\p{L} ]{3,40}?)\s?(?::|\d))/gu;

/** Cuts `Obiettivi operativi: a) … b) …` before each sign, and sentences before a level that they name. */
function inList(line: string): string[] {
  const cuts = new Set<number>();
  for (const sign of SIGNS) {
    const found = [...line.matchAll(sign)];
    const places = found.map((match) => placeOf(match[1] ?? ''));
    const run =
      places.length >= 2 &&
      places.every((place, i) => place === (places[0] ?? 0) + i) &&
      (places[0] ?? 9) <= 1;
    if (run) for (const match of found) cuts.add(match.index);
  }
  for (const match of line.matchAll(NAMING)) if (namesLevel(match[1] ?? '')) cuts.add(match.index);
  if (cuts.size === 0) return [line];
  const at = [0, ...[...cuts].filter((cut) => cut > 0).sort((a, b) => a - b), line.length];
  return at.slice(1).map((end, i) =>
    line
      .slice(at[i], end)
      .trim()
      .replace(/\s*[.;,]$/, '')
      .replace(/\s+[-–—]$/, ''),
  );
}

function placeOf(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 96;
}

/** Words that name a level, a mission or a programme, all of them known. */
export function namesLevel(words: string): boolean {
  const { subject, attribute, confidence } = readHeader(words);
  const levelled = subject !== null && subject !== 'quantity' && subject !== 'centre' && attribute === null;
  return confidence === 1 && (levelled || attribute === 'mission' || attribute === 'programme');
}
