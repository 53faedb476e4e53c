import { monthNumber } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import type { MonthSpan } from '../words/field';

const INITIALS = [...'gfmamglasond'];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
/** Ways to head the twelve months: initials, names, Roman numbers, numbers. */
const WAYS: readonly ((text: string, at: number) => boolean)[] = [
  (text, at) => text === INITIALS[at],
  (text, at) => monthNumber(text) === at + 1,
  (text, at) => text === ROMAN[at],
  (text, at) => Number(text) === at + 1,
];

/** Parts of a year that divide it: how many there are, and how they are called (`I trim.`, `2° semestre`, `T3`). */
const PARTS: readonly (readonly [count: number, name: RegExp])[] = [
  [4, /^(?:trim|quarter)/],
  [3, /^quadr/],
  [2, /^sem/],
];
const PART = /^(i{1,3}|iv|[1-4])\s?[°ªº^.]?\s?([a-z]+)\.?(?: (?:20\d\d|anno))?$|^([tq])\.?\s?([1-4])$/;
/** What marks a part of the year in a calendar: a cross, a block, a tick; numbers there are values of that part. */
const MARK = /^(?:[x×✓✔●•■█▪*+]|si|sì)$/i;
/** Fewer months in a row are values of single months. */
const LEAST_MONTHS = 4;
/** Rows below a header that tell whether it heads a calendar. */
const SEEN = 40;

/**
 * Months of a run of columns that reads G F M A M G L A S O N D, gen … dic, I … XII or 1 … 12, or of the parts of a
 * year that are only marked below (`I trim.` … `IV trim.`); empty when there is none.
 */
export function monthColumns(
  sheet: SheetView,
  row: number,
  columns: readonly number[],
): Map<number, MonthSpan> {
  const texts = columns.map((column) => sheet.text(row, column).toLowerCase().replace(/\.$/, ''));
  for (let from = 0; from + 12 <= columns.length; from++) {
    const run = texts.slice(from, from + 12);
    if (WAYS.some((reads) => run.every(reads)))
      return new Map(columns.slice(from, from + 12).map((column, at) => [column, [at + 1, at + 1]]));
  }
  const some = namedMonths(texts);
  if (some) return new Map(some.map(([at, month]) => [columns[at] ?? 0, [month, month]]));
  for (const [count, name] of PARTS)
    for (let from = 0; from + count <= columns.length; from++) {
      const run = columns.slice(from, from + count);
      const heads = (column: number, at: number): boolean =>
        partOf(texts[from + at] ?? '', name, () => headingOver(sheet, row, column)) === at + 1;
      if (run.every(heads) && isMarked(sheet, row, run)) {
        const months = 12 / count;
        return new Map(run.map((column, at) => [column, [at * months + 1, (at + 1) * months]]));
      }
    }
  return new Map();
}

/** Part of a year by the names of its months, one after the other: `Gen | Feb | Mar | Apr`. */
function namedMonths(texts: readonly string[]): [at: number, month: number][] | null {
  const months = texts.map(monthNumber);
  const from = months.findIndex((month) => month !== null);
  const run = months.slice(from).findIndex((month, at) => month !== (months[from] ?? 0) + at);
  const named = months.slice(from, run < 0 ? undefined : from + run);
  return from < 0 || named.length < LEAST_MONTHS ? null : named.map((month, at) => [from + at, month ?? 0]);
}

/** `I trimestre`, `2° sem.`, `T3`: a header that says when, whatever stands below it. */
export function namesPartOfYear(text: string): boolean {
  const plain = text.toLowerCase();
  return PART.test(plain) && PARTS.some(([, name]) => partOf(plain, name, () => '') !== null);
}

/** Which part of the year a header names: by itself, or a bare number under a heading that says of what. */
function partOf(text: string, name: RegExp, above: () => string): number | null {
  const [, number = '', word = '', letter = '', digit = ''] = PART.exec(text) ?? [];
  if (letter !== '') return name.test('trim') ? Number(digit) : null;
  if (name.test(word)) return ROMAN.indexOf(number) + 1 || Number(number);
  if (!/^(?:i{1,3}|iv|[1-4])$/.test(text)) return null;
  const named = above()
    .split(/[^a-z]+/)
    .some((one) => name.test(one));
  return named ? ROMAN.indexOf(text) + 1 || Number(text) : null;
}

/** The heading in the row above a cell, merged over its columns or not. */
function headingOver(sheet: SheetView, row: number, column: number): string {
  const { top, left } = sheet.merge(row - 1, column) ?? { top: row - 1, left: column };
  return sheet.text(top, left).toLowerCase();
}

/** Whether the cells under a header hold marks and nothing else, some at least. */
function isMarked(sheet: SheetView, row: number, columns: readonly number[]): boolean {
  let marks = 0;
  for (let at = row + 1; at <= row + SEEN && sheet.filled(at).length > 0; at++) {
    const texts = columns.map((column) => sheet.text(at, column)).filter((text) => text !== '');
    if (!texts.every((text) => MARK.test(text.trim()))) return false;
    marks += texts.length;
  }
  return marks > 0;
}
