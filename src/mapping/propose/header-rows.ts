import type { SheetView } from '../grid/sheet-view';
import { classesOf } from '../relation/content';
import { fold } from '../../plan';

/**
 * Rows that look like the header of a table whatever their words: plain short texts over columns of codes, dates,
 * numbers or repeated names, at the top of a block, or the same row again further down.
 */
export interface HeaderRows {
  /** How much a row looks like a header, in log-odds; rows that cannot be one are left out. */
  readonly score: ReadonlyMap<number, number>;
}

/** Longer texts are no headers. */
const MAX_LENGTH = 90;
/** Rows below that are looked at. */
const SEEN = 12;
/** A row that looks like a header at least this much is one. */
export const LOOKS_LIKE_HEADER = 1.5;

const found = new WeakMap<SheetView, HeaderRows>();

/** The rows of a sheet that look like headers; worked out once for each sheet. */
export function headerRows(sheet: SheetView): HeaderRows {
  const known = found.get(sheet);
  if (known) return known;
  const rows = sheet.rows().filter((row) => sheet.filled(row).length > 0);
  const score = new Map<number, number>();
  const repeated = repeats(sheet, rows);
  for (const [at, row] of rows.entries()) {
    const columns = sheet.filled(row);
    if (columns.length < 2 || !couldHead(sheet, row, columns)) continue;
    score.set(row, likeness(sheet, rows, at, columns, repeated.get(keyOf(sheet, row)) ?? 1));
  }
  const result = { score };
  found.set(sheet, result);
  return result;
}

/** Nearly all cells are short plain texts, none of them a value. */
function couldHead(sheet: SheetView, row: number, columns: readonly number[]): boolean {
  let values = 0;
  const prefixes = columns.map((column) => prefixOf(sheet.line(row, column)));
  for (const column of columns) {
    const text = sheet.line(row, column);
    if (text.length > MAX_LENGTH || sheet.cell(row, column)?.formula !== undefined) return false;
    const prefix = prefixOf(text);
    const again = prefix !== null && prefixes.filter((other) => other === prefix).length > 1;
    if (!isPlain(text) && !again) values += 1;
  }
  return values === 0 || values * 6 <= columns.length;
}

/** `DUP: asse`, `DUP: azione` in one row head columns of one group. */
function prefixOf(text: string): string | null {
  const colon = text.indexOf(':');
  return colon > 1 && colon < text.length - 1 ? text.slice(0, colon) : null;
}

/** A text that may head a column: words, or a year; no code, number, date, mark, name of a person. */
function isPlain(text: string): boolean {
  if (/^(?:19|20)\d\d$/.test(text) || /^(?:n\.?|n°|%|u\.?m\.?)$/i.test(text)) return true;
  const classes = classesOf(text);
  return (
    /\p{L}/u.test(text) && !/:\s*$|^[^:]{2,60}:\s+\S/.test(text) && !classes.some((one) => NO_HEADER.has(one))
  );
}

const NO_HEADER: ReadonlySet<string> = new Set([
  'code',
  'number',
  'percent',
  'date',
  'mark',
  'yesno',
  'coded',
]);

function likeness(
  sheet: SheetView,
  rows: readonly number[],
  at: number,
  columns: readonly number[],
  times: number,
): number {
  const row = rows[at] ?? 0;
  const below = dataBelow(sheet, rows, at, columns);
  if (below.length === 0) return -3;
  let sum = -1;
  sum += contrast(sheet, row, below, columns);
  if (isTop(sheet, row, columns)) sum += 2;
  if (times > 1) sum += 1.5;
  sum += below.length > 1 ? 0.6 : -1.6;
  if (columns.length >= 4) sum += 0.6;
  if (columns.length === 2) sum -= 1.2 + labelled(sheet, rows, at, columns);
  if (distinct(sheet, row, columns)) sum += 0.4;
  else sum -= 1.5;
  return sum;
}

/** Rows of the block below that fill the same columns, up to the next blank row or another row of the same texts. */
function dataBelow(
  sheet: SheetView,
  rows: readonly number[],
  at: number,
  columns: readonly number[],
): number[] {
  const list: number[] = [];
  const own = keyOf(sheet, rows[at] ?? 0);
  for (const [i, row] of rows.slice(at + 1, at + 1 + SEEN).entries()) {
    const before = rows[at + i] ?? row;
    if (row - before > 2 || keyOf(sheet, row) === own) break;
    const filled = sheet.filled(row);
    const shared = filled.filter((column) => columns.includes(column)).length;
    if (filled.length >= 2 && shared * 2 >= Math.min(filled.length, columns.length)) list.push(row);
  }
  return list;
}

/** Columns whose cells below are of a kind the header's cell is not, or say the same again and again. */
function contrast(
  sheet: SheetView,
  row: number,
  below: readonly number[],
  columns: readonly number[],
): number {
  let sum = 0;
  for (const column of columns) {
    const own = sheet.line(row, column);
    const texts = below.map((one) => sheet.line(one, column)).filter((text) => text !== '');
    if (texts.length === 0) continue;
    const values = texts.filter((text) => !isPlain(text)).length / texts.length;
    const longer =
      texts.filter((text) => text.length > own.length * 1.8 && text.length > 18).length / texts.length;
    const again = texts.length > 2 && new Set(texts).size <= texts.length / 2 && !texts.includes(own);
    const same = texts.filter((text) => text === own).length / texts.length;
    sum += isPlain(own) ? 0.9 * values + 0.5 * longer + (again ? 0.5 : 0) - 2 * same : -0.8;
  }
  return Math.min(sum, 4);
}

/** Nothing, or only titles, right above; or above a row merged over several columns. */
function isTop(sheet: SheetView, row: number, columns: readonly number[]): boolean {
  const above = sheet.filled(row - 1);
  if (above.length === 0) return true;
  if (above.length === 1) return above[0] !== columns[1] && !isUnderLabel(sheet, row - 1);
  return above.length < columns.length && above.every((column) => sheet.isWide(row - 1, column));
}

/** A row with one text right under rows of two: the last label of a card, with its value missing. */
function isUnderLabel(sheet: SheetView, row: number): boolean {
  return sheet.filled(row - 1).length === 2 && sheet.filled(row - 2).length === 2;
}

/** Two columns may be labels and their values: all different on the left, of every kind on the right. */
function labelled(sheet: SheetView, rows: readonly number[], at: number, columns: readonly number[]): number {
  const [left = 0, right = 0] = columns;
  const block = rows.slice(at, at + SEEN).filter((row) => sheet.filled(row).length === 2);
  if (block.length < 3) return 1;
  const labels = block.map((row) => sheet.line(row, left));
  const kinds = new Set(block.map((row) => kindOf(sheet.line(row, right))));
  const allDifferent =
    new Set(labels).size === labels.length && labels.every((text) => text.length <= 45 && isPlain(text));
  return allDifferent && kinds.size > 1 ? 3 : 0;
}

function kindOf(text: string): string {
  return classesOf(text).join('+') || 'text';
}

function distinct(sheet: SheetView, row: number, columns: readonly number[]): boolean {
  const texts = columns.map((column) => fold(sheet.line(row, column)));
  return new Set(texts).size === texts.length;
}

/** A row by its texts and their columns. */
function keyOf(sheet: SheetView, row: number): string {
  return sheet
    .filled(row)
    .map((column) => `${column}:${sheet.line(row, column).toLowerCase()}`)
    .join('|');
}

function repeats(sheet: SheetView, rows: readonly number[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(sheet, row);
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}
