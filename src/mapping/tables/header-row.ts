import { monthNumber } from '../../plan';
import { contains, isDateFormat, type Area } from '../../workbook';
import { isLabelRow } from '../grid/label-rows';
import type { SheetView } from '../grid/sheet-view';
import { headerRows, LOOKS_LIKE_HEADER } from '../propose/header-rows';
import { isCodeText, MAX_HEADER_LENGTH } from '../words/lexicon';
import type { MonthSpan } from '../words/field';
import { isKnown, KNOWN, NO_MEANING, type Meaning } from '../words/meaning';
import { monthColumns, namesPartOfYear } from './months';
import { spanHeaders } from './span-headers';

/** Meanings a confirmed profile gives to headers of this sheet, over the lexicon's. */
export type HeaderLexicon = (text: string) => Meaning | null;

/** A row read as if it were a header. */
export interface RowReading {
  readonly row: number;
  readonly columns: readonly number[];
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly months: ReadonlyMap<number, MonthSpan>;
  /** Filled columns that are no months. */
  readonly others: readonly number[];
  /** Cells that the lexicon knows, months left out. */
  readonly known: number;
  /** Cells that are only a year or a period. */
  readonly periods: number;
}

/** A day alone heads a column only beside words that do. */
const DAY = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/;

/** A row with so many known headers is a header even if one in so many cells looks like a value: `L. 190/2012`. */
const MANY = 4;

/** Rows looked at below a header, and how many of them must be like it. */
const BELOW = 15;
const LIKE_IT = 3;

/** Reads rows of a region of a sheet as headers, each row once. */
export class HeaderReader {
  private readonly read = new Map<number, RowReading>();

  constructor(
    readonly sheet: SheetView,
    readonly region: Area,
    private readonly extra: HeaderLexicon,
    /** Rectangles that are read elsewhere: their cells are not seen. */
    private readonly taken: readonly Area[] = [],
  ) {}

  /** The meaning of a header's text: a profile's first, else the lexicon's. */
  meaning(text: string): Meaning {
    return this.extra(text) ?? this.sheet.words.header(text);
  }

  /** The meaning a profile gives, or null. */
  confirmed(text: string): Meaning | null {
    return this.extra(text);
  }

  filled(row: number): readonly number[] {
    const columns = this.sheet.filled(row, this.region);
    const here = this.taken.filter((area) => row >= area.top && row <= area.bottom);
    return here.length === 0
      ? columns
      : columns.filter((column) => !here.some((area) => contains(area, row, column)));
  }

  row(row: number): RowReading {
    const known = this.read.get(row);
    if (known) return known;
    const reading = this.reading(row);
    this.read.set(row, reading);
    return reading;
  }

  private reading(row: number): RowReading {
    const columns = this.filled(row);
    const months = monthColumns(this.sheet, row, columns);
    const others = columns.filter((column) => !months.has(column));
    const meanings = new Map<number, Meaning>();
    let known = 0;
    let periods = 0;
    const spans = spanHeaders(others.map((column) => this.sheet.text(row, column)));
    for (const [at, column] of others.entries()) {
      const text = this.sheet.text(row, column);
      const meaning = spans.get(at) ?? (text.length <= MAX_HEADER_LENGTH ? this.meaning(text) : NO_MEANING);
      meanings.set(column, meaning);
      if (isKnown(meaning)) known += 1;
      else if ((meaning.period !== null && meaning.confidence >= KNOWN) || namesPartOfYear(text))
        periods += 1;
    }
    return { row, columns, meanings, months, others, known, periods };
  }

  /** Whether a row is a table's header: enough known words, no values, not a line of `label value label value`. */
  isHeader(row: number): boolean {
    const { form } = this.sheet;
    if (form?.headers.has(row)) return true;
    return !form?.labels.has(row) && (this.isHeaderByWords(row) || this.looksLikeHeader(row));
  }

  /** Whatever its words: by its place and by what stands below it. */
  looksLikeHeader(row: number): boolean {
    const columns = this.filled(row);
    return (
      columns.length === this.sheet.filled(row).length &&
      !this.alternates(this.row(row), true) &&
      !this.isAmongLabels(row) &&
      (headerRows(this.sheet).score.get(row) ?? -Infinity) >= LOOKS_LIKE_HEADER
    );
  }

  /** A label with its value, right above or below another one. */
  private isAmongLabels(row: number): boolean {
    const { sheet } = this;
    return isLabelRow(sheet, row) && (isLabelRow(sheet, row - 1) || isLabelRow(sheet, row + 1));
  }

  isHeaderByWords(row: number): boolean {
    if (!this.couldBeHeader(row)) return false;
    const reading = this.row(row);
    const { others, known, periods } = reading;
    const calendar = this.headsCalendar(reading);
    const named = known + (calendar ? 1 : 0);
    const days = others.filter((column) => DAY.test(this.sheet.text(row, column))).length;
    if ((others.length === 0 || named < 2) && !(known === 1 && periods - days >= 2)) return false;
    if ((known + periods) * 2 < others.length) return false;
    const values = others.filter((column) => this.isValue(row, column)).length;
    if (values > 0 && (known < MANY || values * MANY > others.length)) return false;
    const texts = others.map((column) => this.sheet.text(row, column));
    if (texts.filter((text) => /:$|^[^:]{2,60}:\s+\S/.test(text)).length * 2 >= texts.length) return false;
    return (calendar || !this.alternates(reading)) && !this.isNumbered(reading) && this.saysEnough(reading);
  }

  /** Months in the row, or alone in the one below: `Fasi | Trimestri` over `I | II | III | IV`. */
  private headsCalendar({ row, months }: RowReading): boolean {
    if (months.size > 0 || row >= this.region.bottom) return months.size > 0;
    const below = this.row(row + 1);
    return below.months.size > 0 && below.others.length === 0;
  }

  /** Rules out most rows of data at little cost: more than half of their cells say nothing the lexicon knows. */
  private couldBeHeader(row: number): boolean {
    const columns = this.filled(row);
    let unknown = 0;
    for (const column of columns) {
      const text = this.sheet.text(row, column);
      const short = text.length <= 4;
      const says =
        text.length <= MAX_HEADER_LENGTH &&
        (this.meaning(text).confidence > 0 ||
          namesPartOfYear(text) ||
          monthNumber(text.toLowerCase()) !== null);
      if (!short && !says) unknown += 1;
      if (unknown * 2 > columns.length) return false;
    }
    return columns.length > 0;
  }

  /** `Label value label value`: every other cell is known, and none names a year. */
  private alternates({ row, others, meanings }: RowReading, years = false): boolean {
    return (
      others.length % 2 === 0 &&
      !this.goesOn(row, others) &&
      others.every((column, i) => {
        const meaning = meanings.get(column) ?? NO_MEANING;
        return i % 2 === 0 ? isKnown(meaning) : meaning.confidence < 1;
      }) &&
      others.some((column) => !isKnown(meanings.get(column) ?? NO_MEANING)) &&
      (years || !others.some((column) => meanings.get(column)?.period))
    );
  }

  /** Rows below fill the same columns, and have no labels in them. */
  private goesOn(row: number, columns: readonly number[]): boolean {
    const below = Array.from({ length: BELOW }, (_, i) => row + 1 + i).filter((at) => {
      const own = this.filled(at);
      return (
        own.length === columns.length &&
        own.every((column, i) => column === columns[i]) &&
        !own.some((column) => isKnown(this.meaning(this.sheet.line(at, column))))
      );
    });
    return below.length >= LIKE_IT;
  }

  /** `Fase 2` under `Fase 1` or above `Fase 3`: labels of a list, each with its values beside it. */
  private isNumbered({ row, others, meanings }: RowReading): boolean {
    const words = (at: number, column: number) =>
      this.sheet
        .line(at, column)
        .toLowerCase()
        .replace(/\d+\s*:?$/, '#');
    return others.some(
      (column) =>
        meanings.get(column)?.group != null &&
        [-2, -1, 1, 2].some(
          (by) =>
            this.sheet.line(row + by, column) !== this.sheet.line(row, column) &&
            words(row + by, column) === words(row, column),
        ),
    );
  }

  /** A header says two different things, or one thing for several periods. */
  private saysEnough(reading: RowReading): boolean {
    const { others, meanings, periods } = reading;
    const said = new Set(
      others.flatMap((column) => {
        const meaning = meanings.get(column) ?? NO_MEANING;
        if (!isKnown(meaning) || (meaning.subject === null && meaning.attribute === 'ordinal')) return [];
        return [
          `${meaning.subject ?? ''}.${meaning.attribute ?? meaning.ignored ?? ''}.${meaning.period ?? ''}`,
        ];
      }),
    );
    return said.size >= 2 || (said.size === 1 && (this.headsCalendar(reading) || periods >= 2));
  }

  /** A number that is not a year, a percentage or a code: headers hold none. */
  isValue(row: number, column: number): boolean {
    const cell = this.sheet.cell(row, column);
    if (!cell) return false;
    if (typeof cell.value === 'boolean' || cell.error) return true;
    if (typeof cell.value === 'number') {
      const year = Number.isInteger(cell.value) && cell.value >= 1990 && cell.value <= 2100;
      return !isDateFormat(cell.format) && !year;
    }
    const text = cell.text.trim();
    if (/^(?:19|20)\d\d$/.test(text)) return false;
    if (/^[a-z]\)\s/.test(text)) return true;
    if (/^entro\b.*\d/i.test(text) && this.filled(row).length < MANY) return true;
    return /^[-+]?\d+(?:[.,]\d+)*\s*%?$/.test(text) || isCodeText(text);
  }
}
