import { monthNumber } from '../../plan';
import type { SheetView } from '../grid/sheet-view';

const INITIALS = [...'gfmamglasond'];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
/** Ways to head the twelve months: initials, names, Roman numbers, numbers. */
const WAYS: readonly ((text: string, at: number) => boolean)[] = [
  (text, at) => text === INITIALS[at],
  (text, at) => monthNumber(text) === at + 1,
  (text, at) => text === ROMAN[at],
  (text, at) => Number(text) === at + 1,
];

/** Months of a run of columns that reads G F M A M G L A S O N D, gen … dic, I … XII or 1 … 12; empty when there is none. */
export function monthColumns(sheet: SheetView, row: number, columns: readonly number[]): Map<number, number> {
  const texts = columns.map((column) => sheet.text(row, column).toLowerCase().replace(/\.$/, ''));
  for (let from = 0; from + 12 <= columns.length; from++) {
    const run = texts.slice(from, from + 12);
    if (WAYS.some((reads) => run.every(reads)))
      return new Map(columns.slice(from, from + 12).map((column, at) => [column, at + 1]));
  }
  return new Map();
}
