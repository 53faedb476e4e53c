import { monthNumber } from '../plan';
import { isDateFormat, mergeAt, textAt, usedArea, cellAt, type Grid } from '../workbook';
import { bareLabel, inlineLabel, isLabelRow } from './labels';
import { isCodeText, readHeader, type Meaning } from './lexicon';
import { filledColumns, type Place } from './places';

/** A column of a table, with what its header says. */
export interface HeaderColumn {
  readonly column: number;
  /** Header as read over all its rows, '' when blank. */
  readonly text: string;
  /** The text of each header row, from the top. */
  readonly texts: readonly string[];
  readonly places: readonly Place[];
  readonly meaning: Meaning;
  /** 1–12 in a month grid. */
  readonly month: number | null;
}

/** A table found in a sheet: header rows, columns and the rows that may hold data. */
export interface FoundTable {
  readonly grid: Grid;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly columns: readonly HeaderColumn[];
  readonly lastRow: number;
  /** Rows between the table before (or the top of the sheet) and this header: titles, labels, paragraphs. */
  readonly firstTitleRow: number;
}

/** A header word below this share of known words is not relied on. */
export const KNOWN = 0.6;
const MONTH_INITIALS = 'gfmamglasond';
const MAX_HEADER_CELL = 90;

/** Months of a run of columns that reads G F M A M G L A S O N D, gen … dic or I … XII; empty when there is none. */
function monthColumns(grid: Grid, row: number): Map<number, number> {
  const columns = filledColumns(grid, row);
  for (let at = 0; at + 12 <= columns.length; at++) {
    const run = columns.slice(at, at + 12);
    const texts = run.map((column) => textAt(grid, row, column).toLowerCase().replace(/\.$/, ''));
    const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
    const reads =
      texts.every((text, i) => text === MONTH_INITIALS[i]) ||
      texts.every((text, i) => monthNumber(text) === i + 1) ||
      texts.every((text, i) => text === roman[i]) ||
      texts.every((text, i) => Number(text) === i + 1);
    if (reads) return new Map(run.map((column, i) => [column, i + 1]));
  }
  return new Map();
}

interface RowReading {
  readonly columns: readonly number[];
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly months: ReadonlyMap<number, number>;
  /** Cells that the lexicon knows, months left out. */
  readonly known: number;
  readonly periods: number;
}

function readRow(grid: Grid, row: number, extra: HeaderLexicon): RowReading {
  const columns = filledColumns(grid, row);
  const months = monthColumns(grid, row);
  const meanings = new Map<number, Meaning>();
  let known = 0;
  let periods = 0;
  for (const column of columns) {
    if (months.has(column)) continue;
    const text = textAt(grid, row, column);
    const meaning = text.length <= MAX_HEADER_CELL ? (extra(text) ?? readHeader(text)) : readHeader('');
    meanings.set(column, meaning);
    if (isKnown(meaning)) known += 1;
    else if (meaning.period !== null) periods += 1;
  }
  return { columns, meanings, months, known, periods };
}

function isKnown(meaning: Meaning): boolean {
  return meaning.confidence >= KNOWN && (meaning.subject ?? meaning.attribute ?? meaning.ignored) !== null;
}

/** Meanings a confirmed profile gives to headers of this sheet, over the lexicon's. */
export type HeaderLexicon = (text: string) => Meaning | null;

/** Whether a row is a table's header: enough known words, no values, not a line of `label value label value`. */
function isHeaderRow(grid: Grid, row: number, reading: RowReading): boolean {
  const { columns, meanings, months, known, periods } = reading;
  const others = columns.filter((column) => !months.has(column));
  if (others.length === 0 || known + (months.size > 0 ? 1 : 0) < 2) {
    if (!(known === 1 && periods >= 2)) return false;
  }
  if ((known + periods) * 2 < others.length) return false;
  if (others.some((column) => isValue(grid, row, column))) return false;
  const texts = others.map((column) => textAt(grid, row, column));
  if (texts.filter((text) => text.endsWith(':')).length * 2 > texts.length) return false;
  const flags = others.map((column) => isKnown(meanings.get(column) ?? readHeader('')));
  const alternates = flags.length % 2 === 0 && flags.every((flag, i) => flag === (i % 2 === 0));
  if (alternates && !others.some((column) => meanings.get(column)?.period)) return false;
  const real = others.filter((column) => {
    const meaning = meanings.get(column);
    return meaning && isKnown(meaning) && (meaning.subject !== null || meaning.attribute !== 'ordinal');
  });
  const distinct = new Set(
    real.map((column) => {
      const meaning = meanings.get(column);
      return `${meaning?.subject ?? ''}.${meaning?.attribute ?? meaning?.ignored ?? ''}.${meaning?.period ?? ''}`;
    }),
  );
  return distinct.size >= 2 || (distinct.size === 1 && (months.size > 0 || periods >= 2));
}

/** A number that is not a year, a percentage or a date: headers hold none. */
function isValue(grid: Grid, row: number, column: number): boolean {
  const cell = cellAt(grid, row, column);
  if (!cell) return false;
  if (typeof cell.value === 'boolean' || cell.error) return true;
  if (typeof cell.value !== 'number') {
    const text = cell.text.trim();
    if (/^(?:19|20)\d\d$/.test(text)) return false;
    return /^[-+]?\d+(?:[.,]\d+)*\s*%?$/.test(text) || isCodeText(text);
  }
  return isDateFormat(cell.format)
    ? false
    : !(Number.isInteger(cell.value) && cell.value >= 1990 && cell.value <= 2100);
}

/** Finds the tables of a sheet, top to bottom. */
export function findTables(grid: Grid, extra: HeaderLexicon = () => null): FoundTable[] {
  const used = usedArea(grid);
  if (!used) return [];
  const headers: { top: number; bottom: number; columns: HeaderColumn[] }[] = [];
  for (let row = used.top; row <= used.bottom; row++) {
    const reading = readRow(grid, row, extra);
    if (!isHeaderRow(grid, row, reading)) continue;
    const previous = headers.at(-1);
    if (previous && (isRepeated(grid, row, reading, previous) || !startsTable(grid, row, reading, previous)))
      continue;
    const below = subHeaderRows(grid, row, reading, used.bottom, extra);
    const above = groupRow(grid, row, reading, previous ? previous.bottom + 1 : used.top, extra);
    const rows = [...(above === null ? [] : [above]), row, ...below];
    headers.push({
      top: rows[0] ?? row,
      bottom: rows.at(-1) ?? row,
      columns: columnsOf(grid, rows, used.left, used.right, extra),
    });
    row += below.length;
  }
  return headers.map((header, i) => {
    const next = headers[i + 1];
    const previousLast =
      i === 0 ? used.top - 1 : lastRowBefore(grid, headers[i - 1]?.bottom ?? 0, header.top);
    return {
      grid,
      headerTop: header.top,
      headerBottom: header.bottom,
      columns: header.columns,
      lastRow: next ? lastRowBefore(grid, header.bottom, next.top) : used.bottom,
      firstTitleRow: previousLast + 1,
    };
  });
}

/** The header printed again (on a new page): the table goes on. */
function isRepeated(
  grid: Grid,
  row: number,
  reading: RowReading,
  previous: { bottom: number; columns: readonly HeaderColumn[] },
): boolean {
  for (let between = previous.bottom + 1; between < row; between++) {
    const labelled = filledColumns(grid, between).some((column) => {
      const text = textAt(grid, between, column);
      return inlineLabel(text) !== null || (text.endsWith(':') && bareLabel(text) !== null);
    });
    if (labelled) return false;
  }
  return (
    reading.columns.length >= 2 &&
    reading.columns.every((column) => {
      const text = textAt(grid, row, column).replace(/\n/g, ' ').toLowerCase();
      return previous.columns.some(
        (own) => own.column === column && own.texts.some((one) => one.toLowerCase() === text),
      );
    })
  );
}

/** Inside a table only a row that names a subject, or repeats headers in place, starts another one. */
function startsTable(
  grid: Grid,
  row: number,
  reading: RowReading,
  previous: { bottom: number; columns: readonly HeaderColumn[] },
): boolean {
  if (row <= previous.bottom) return false;
  const repeated = reading.columns.filter(
    (column) =>
      previous.columns.find((own) => own.column === column)?.text.toLowerCase() ===
      textAt(grid, row, column).toLowerCase(),
  );
  if (repeated.length >= 2) return true;
  const named = [...reading.meanings.values()].some(
    (meaning) => meaning.subject !== null && isKnown(meaning),
  );
  const plain = reading.known >= 3 || (filledColumns(grid, row - 1).length === 0 && reading.known >= 2);
  return (named || plain) && (reading.known + reading.periods) * 4 >= reading.meanings.size * 3;
}

/** Rows directly under a header row that refine it: years, months, `Codice | Descrizione` under merged groups. */
function subHeaderRows(
  grid: Grid,
  row: number,
  reading: RowReading,
  bottom: number,
  extra: HeaderLexicon,
): number[] {
  const next = row + 1;
  if (next > bottom) return [];
  const below = readRow(grid, next, extra);
  if (below.columns.length === 0) return [];
  const others = below.columns.filter((column) => !below.months.has(column));
  const refining =
    below.months.size > 0
      ? others.length === 0 || below.known + below.periods > 0
      : below.known + below.periods >= 1;
  if (!refining || (below.known + below.periods) * 5 < others.length * 3) return [];
  if (others.some((column) => isValue(grid, next, column))) return [];
  const grouped = others.every((column) => {
    const top = textAt(grid, row, column);
    const area = mergeAt(grid, row, column);
    return top === '' || (area !== null && area.right > area.left);
  });
  const someUnderGroup =
    others.some((column) => mergeAt(grid, row, column) !== null) || below.months.size > 0;
  const disjoint = others.every((column) => textAt(grid, row, column) === '');
  const leftOfGroup = others.filter((column) => textAt(grid, row, column) !== '').length;
  const sharesGroup =
    leftOfGroup > 0 && leftOfGroup < others.length && reading.columns.length < below.columns.length;
  return (grouped && someUnderGroup) || (disjoint && below.known >= 2) || sharesGroup || below.months.size > 0
    ? [next]
    : [];
}

/** A row directly above whose cells group the header's columns, or null. A title over the whole table is none. */
function groupRow(
  grid: Grid,
  row: number,
  reading: RowReading,
  top: number,
  extra: HeaderLexicon,
): number | null {
  const above = row - 1;
  if (above < top) return null;
  const group = readRow(grid, above, extra);
  if (group.columns.length < 2 && !spansPart(grid, above, reading.columns)) return null;
  if (group.known === 0 || group.columns.some((column) => isValue(grid, above, column))) return null;
  if ((group.known + group.periods) * 2 < group.columns.length) return null;
  const spanning = group.columns.filter((column) => {
    const area = mergeAt(grid, above, column);
    return area !== null && area.right > area.left;
  });
  return spanning.length > 0 ? above : null;
}

function spansPart(grid: Grid, row: number, columns: readonly number[]): boolean {
  const [only] = filledColumns(grid, row);
  const area = only === undefined ? null : mergeAt(grid, row, only);
  return (
    area !== null &&
    area.right > area.left &&
    columns.some((column) => column < area.left || column > area.right)
  );
}

/** The columns of a table: every used column, with the texts of all header rows above it joined. */
function columnsOf(
  grid: Grid,
  rows: readonly number[],
  left: number,
  right: number,
  extra: HeaderLexicon,
): HeaderColumn[] {
  const months = new Map(rows.flatMap((row) => [...monthColumns(grid, row)]));
  const columns: HeaderColumn[] = [];
  for (let column = left; column <= right; column++) {
    const places: Place[] = [];
    const texts: string[] = [];
    for (const row of rows) {
      const area = mergeAt(grid, row, column);
      const place = area ? { row: area.top, column: area.left } : { row, column };
      const text = textAt(grid, place.row, place.column);
      if (text === '' || places.some((own) => own.row === place.row && own.column === place.column)) continue;
      places.push(place);
      texts.push(text.replace(/\n/g, ' '));
    }
    const month = months.get(column) ?? null;
    const text = texts.join(' ');
    columns.push({ column, text, texts, places, month, meaning: meaningOf(texts, month, extra) });
  }
  return columns;
}

/** The lowest header text says what the column is; those above say of what. */
function meaningOf(texts: readonly string[], month: number | null, extra: HeaderLexicon): Meaning {
  const whole = texts.join(' ');
  const confirmed = extra(whole);
  if (confirmed) return confirmed;
  if (month !== null)
    return { subject: 'phase', attribute: 'month', period: null, ignored: null, confidence: 1 };
  if (texts.length < 2) return extra(texts[0] ?? '') ?? readHeader(texts[0] ?? '');
  const meanings = texts.map((text) => extra(text) ?? readHeader(text));
  const own = meanings.at(-1) ?? readHeader('');
  const group = meanings.slice(0, -1).reduce((a, b) => (b.confidence >= a.confidence ? b : a));
  return {
    subject:
      own.subject === null || own.subject === 'objective' ? (group.subject ?? own.subject) : own.subject,
    attribute: own.attribute ?? group.attribute,
    period: own.period ?? group.period,
    ignored:
      own.ignored ??
      (own.subject || own.attribute || group.subject || group.attribute ? null : group.ignored),
    confidence: Math.max(own.confidence, group.confidence),
  };
}

/**
 * The last row of a table whose next table's header begins at `nextTop`: the titles, labels and blank rows right
 * above the next header are left to it.
 */
function lastRowBefore(grid: Grid, headerBottom: number, nextTop: number): number {
  let last = nextTop - 1;
  let blank = false;
  for (let row = nextTop - 1; row > headerBottom; row--) {
    const columns = filledColumns(grid, row);
    if (columns.length === 0) blank = true;
    else if (!isTitleRow(grid, row, columns)) break;
    last = row - 1;
  }
  return blank || last === nextTop - 1 ? last : trimTitles(grid, last, nextTop);
}

/** Titles that touch the data above (no blank row between) are told from data only by a label or a merge. */
function trimTitles(grid: Grid, last: number, nextTop: number): number {
  let row = nextTop - 1;
  while (row > last && isLabelRow(grid, row)) row -= 1;
  return row;
}

/** A row that can only stand above a table: one text, or labels with their values. */
function isTitleRow(grid: Grid, row: number, columns: readonly number[]): boolean {
  return columns.length === 1 || isLabelRow(grid, row);
}
