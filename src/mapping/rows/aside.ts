import type { IgnoredAs } from '../ledger';
import { rowsBetween } from '../grid/sheet-view';
import { bandLabel, bareLabel, isUnreadLabel } from '../words/labels';
import { isAside, isNoteText, isSignature, isTotalRow } from '../words/texts';
import { LONG_TEXT } from './bands';
import type { TableShape } from './table-shape';

/** Words that name many: they head what follows. */
const GROUPING = /^(?:indicatori|fasi|azioni|indicators|phases|activities)$/i;

/** Rows of a table that say nothing of an objective: repeated headers, column numbers, totals, remarks, signatures. */
export class Asides {
  private readonly lastFull: number;
  private blank: number | null = null;
  /** Where something else begins below the table: behaviours, a legend. */
  private readonly elsewhere: number;

  constructor(private readonly shape: TableShape) {
    const { sheet, headerBottom, lastRow } = shape.table;
    const full = (row: number) => {
      const columns = sheet.filled(row, shape.table);
      return columns.length > 1 && !isSignature(columns.map((column) => sheet.line(row, column)));
    };
    let last = lastRow;
    while (last > headerBottom && !full(last)) last -= 1;
    this.lastFull = last;
    this.elsewhere = this.asideBelow();
  }

  /** A heading of what is no plan, under a blank row, with none but short rows below; past the end without one. */
  private asideBelow(): number {
    const { sheet, headerBottom, lastRow, columns } = this.shape.table;
    const filled = (row: number): readonly number[] => sheet.filled(row, this.shape.table);
    const rows = rowsBetween(headerBottom + 2, lastRow);
    const heading = rows.find((row) => {
      const [first, ...more] = filled(row);
      const alone = first !== undefined && more.length === 0 && filled(row - 1).length === 0;
      return alone && isAside(sheet.line(row, first));
    });
    const short = (row: number): boolean => filled(row).length * 2 < columns.length;
    return heading !== undefined && rowsBetween(heading, lastRow).every(short) ? heading : Infinity;
  }

  /** Why a row needs no reading; null for a row of data or a band. */
  as(row: number, columns: readonly number[]): IgnoredAs | null {
    if (row >= this.elsewhere) return 'note';
    if (this.repeatsHeader(row, columns) || this.numbersColumns(row, columns)) return 'header';
    if (this.isTotal(row, columns)) return 'total';
    if (this.groups(row, columns)) return 'label';
    return this.isRemark(row, columns) ? 'note' : null;
  }

  private repeatsHeader(row: number, columns: readonly number[]): boolean {
    const { sheet } = this.shape.table;
    const repeated = columns.filter((column) => {
      const text = sheet.line(row, column).toLowerCase();
      return this.shape.at(column)?.texts.some((one) => one.toLowerCase() === text);
    });
    return repeated.length >= 2;
  }

  /** `(1) (2) (3)` or `1 2 3`, one for each column, right under the header or wherever it is printed again. */
  private numbersColumns(row: number, columns: readonly number[]): boolean {
    const { sheet } = this.shape.table;
    const numbers = columns.map((column) => /^\(?(\d{1,2})\)?$/.exec(sheet.text(row, column))?.[1]);
    return (
      columns.length >= 3 &&
      columns.length >= this.shape.fields.size &&
      numbers
        .map(Number)
        .sort((a, b) => a - b)
        .every((number, at, all) => number === (all[0] ?? 0) + at)
    );
  }

  /** A sum; a row with a code or a number of its own is none. */
  private isTotal(row: number, columns: readonly number[]): boolean {
    const { sheet } = this.shape.table;
    const { codeColumn } = this.shape;
    const code = codeColumn === null ? '' : sheet.text(row, codeColumn);
    return !/^\d|\d$/.test(code) && isTotalRow(columns.map((column) => sheet.text(row, column)));
  }

  /** `Indicatori di quantità` alone in a row of a table of indicators: what the rows below are, none of them itself. */
  private groups(row: number, columns: readonly number[]): boolean {
    const { sheet } = this.shape.table;
    const [first = 0, ...more] = columns;
    const own = this.shape.fields.get(first);
    const finer = own?.subject === 'phase' || own?.subject === 'indicator';
    if (more.length > 0 || !finer || own.attribute !== 'title') return false;
    const [word = ''] = sheet.text(row, first).split(/\s+/);
    const next = sheet.filled(row + 1, this.shape.table);
    return GROUPING.test(word) && bareLabel(word, sheet.words)?.subject === own.subject && next.length > 1;
  }

  private isRemark(row: number, columns: readonly number[]): boolean {
    const { sheet } = this.shape.table;
    const [first = 0] = columns;
    const text = sheet.text(row, first);
    if (isSignature(columns.map((column) => sheet.line(row, column)))) return true;
    if (columns.length > 1) return false;
    if (
      isUnreadLabel(text, sheet.words) ||
      isNoteText(text) ||
      (text.length > LONG_TEXT && sheet.isWide(row, first))
    )
      return true;
    return this.isBelow(row, first, text) && bandLabel(text, sheet.words) === null;
  }

  /** A single text under the table, a blank row between them, where no name of an objective stands. */
  private isBelow(row: number, column: number, text: string): boolean {
    const { leftmost, titleColumn } = this.shape;
    if (column !== leftmost || (column === titleColumn && !this.isSentence(text, column))) return false;
    if (row <= this.lastFull || this.lastFull <= this.shape.table.headerBottom) return false;
    return this.firstBlank() <= row;
  }

  /** The first blank row under the last full one, looked for once. */
  private firstBlank(): number {
    const { table } = this.shape;
    if (this.blank === null) {
      this.blank = this.lastFull + 1;
      while (this.blank <= table.lastRow && table.sheet.filled(this.blank, table).length > 0) this.blank += 1;
    }
    return this.blank;
  }

  /** A text with a full stop, where the last name of the table has none. */
  private isSentence(text: string, column: number): boolean {
    const { sheet } = this.shape.table;
    return /\p{L}{3}\.$/u.test(text) && !sheet.text(this.lastFull, column).endsWith('.');
  }
}
