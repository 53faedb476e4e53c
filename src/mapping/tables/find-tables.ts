import { contains, type Area } from '../../workbook';
import { isLabelRow, valuesBelow } from '../grid/label-rows';
import { rowsBetween, type SheetView } from '../grid/sheet-view';
import { isName } from '../words/field';
import { bandLabel, bareLabel, inlineLabel } from '../words/labels';
import { isKnown, type Meaning } from '../words/meaning';
import { isTotalRow } from '../words/texts';
import { columnsOf, headerBlock, type HeaderBlock, type HeaderColumn } from './header-block';
import { HeaderReader, type HeaderLexicon } from './header-row';
import { sideBySide } from './side-by-side';

/** A table found in a sheet: header rows, columns and the rows that may hold data. */
export interface FoundTable {
  readonly sheet: SheetView;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly columns: readonly HeaderColumn[];
  readonly lastRow: number;
  readonly left: number;
  readonly right: number;
  /** Rows between the table before (or the top of the sheet) and this header: titles, labels, paragraphs. */
  readonly firstTitleRow: number;
}

/**
 * Finds the tables of a sheet: Excel's own first, then those that headers announce, top to bottom.
 *
 * @param taken  rectangles that are read elsewhere
 */
export function findTables(
  sheet: SheetView,
  extra: HeaderLexicon = () => null,
  taken: readonly Area[] = [],
): FoundTable[] {
  if (!sheet.used) return [];
  const own = sheet.areas.map((area) => excelTable(sheet, area, extra));
  const finder = new TableFinder(sheet, extra, [...sheet.areas, ...taken]);
  const found = sheet.blocks().flatMap((area) => finder.find(area));
  return [...own, ...found].sort((a, b) => a.headerTop - b.headerTop || a.left - b.left);
}

/** An Excel table: its first row is the header, whatever it says. */
function excelTable(sheet: SheetView, area: Area, extra: HeaderLexicon): FoundTable {
  const reader = new HeaderReader(sheet, area, extra);
  let firstTitleRow = area.top;
  while (firstTitleRow > 0 && isAlone(sheet, firstTitleRow - 1, area)) firstTitleRow -= 1;
  return {
    sheet,
    headerTop: area.top,
    headerBottom: area.top,
    columns: columnsOf(reader, [area.top], area),
    lastRow: Math.min(
      area.bottom,
      sheet.blocks().findLast((block) => block.top <= area.bottom)?.bottom ?? area.bottom,
    ),
    left: area.left,
    right: area.right,
    firstTitleRow,
  };
}

/** At most one text in a row: a title, when it stands above a table. */
function isAlone(sheet: SheetView, row: number, area: Area): boolean {
  const [first, ...rest] = sheet.filled(row);
  const taken = sheet.areas.some((other) => contains(other, row, first ?? area.left));
  return first !== undefined && rest.length === 0 && first >= area.left && first <= area.right && !taken;
}

class TableFinder {
  constructor(
    private readonly sheet: SheetView,
    private readonly extra: HeaderLexicon,
    private readonly taken: readonly Area[],
  ) {}

  find(region: Area): FoundTable[] {
    const reader = new HeaderReader(this.sheet, region, this.extra, this.taken);
    const { top, bottom, left, right } = region;
    const headers: HeaderBlock[] = [];
    const forms: number[] = [];
    /** Lines that name an objective stand above its tables: cards, not bands of one table. */
    let headed = false;
    for (let row = top; row <= bottom; row++) {
      if (startsForm(reader, row) || (headers.length > 0 && isLabelLine(reader, row))) forms.push(row);
      if (namesObjective(reader, row)) {
        headed ||= headers.length === 0;
        if (headed) forms.push(row);
      }
      const { form } = this.sheet;
      if (form?.labels.has(row) || form?.starts.includes(row)) forms.push(row);
      const sure = form?.headers.has(row) ?? false;
      if (!sure && (!reader.isHeader(row) || isRowOfLabels(reader, row) || isAmongLabels(reader, row)))
        continue;
      const previous = headers.at(-1);
      if (previous && !sure && !startsTable(reader, row, previous, (forms.at(-1) ?? -1) > previous.bottom))
        continue;
      const header = headerBlock(reader, row, previous ? previous.bottom + 1 : top);
      const parts = sideBySide(reader, header);
      if (parts) {
        const above = this.tables(reader, headers, forms, { ...region, bottom: header.top - 1 });
        const below = { ...region, top: parts.bottom + 1 };
        const beside = parts.spans.flatMap((span) =>
          this.find({ ...span, top: header.top, bottom: parts.bottom }),
        );
        return [...above, ...beside, ...(below.top > bottom ? [] : this.find(below))];
      }
      headers.push(header);
      row = header.bottom;
    }
    return this.tables(reader, headers, forms, { top, bottom, left, right });
  }

  private tables(
    reader: HeaderReader,
    headers: readonly HeaderBlock[],
    forms: readonly number[],
    region: Area,
  ): FoundTable[] {
    return headers.map((header, i) => {
      const before = headers[i - 1];
      const next = [headers[i + 1]?.top, forms.find((row) => row > header.bottom)]
        .flatMap((row) => row ?? [])
        .sort((a, b) => a - b)[0];
      return {
        sheet: this.sheet,
        headerTop: header.top,
        headerBottom: header.bottom,
        columns: header.columns,
        lastRow:
          next === undefined ? this.lastRow(header, region) : lastRowBefore(reader, header.bottom, next),
        left: region.left,
        right: region.right,
        firstTitleRow: before ? lastRowBefore(reader, before.bottom, header.top) + 1 : region.top,
      };
    });
  }

  /** A table ends above an Excel table that stands below it. */
  private lastRow(header: HeaderBlock, region: Area): number {
    const below = this.taken.filter(
      (area) => area.top > header.bottom && area.left <= region.right && area.right >= region.left,
    );
    return Math.min(region.bottom, ...below.map((area) => area.top - 1));
  }
}

/**
 * Labels with their values in the next row, and another row of labels or headers right below: a form, not a table.
 * Tables of phases or indicators may well have one row.
 */
function isRowOfLabels(reader: HeaderReader, row: number): boolean {
  const { sheet, region } = reader;
  const finer = [...reader.row(row).meanings.values()].some(
    ({ subject }) => subject === 'phase' || subject === 'indicator' || subject === 'quantity',
  );
  if (finer || valuesBelow(sheet, row, region) !== row + 1) return false;
  return (
    reader.isHeader(row + 2) ||
    valuesBelow(sheet, row + 2, region) !== null ||
    isLoneLabel(sheet, row + 2) ||
    // The title of the table that follows.
    (reader.filled(row + 2).length === 1 && reader.isHeader(row + 3))
  );
}

/** A label and its value between rows of the same two columns: `Titolo | Indicatori di bilancio` in a card. */
function isAmongLabels({ sheet, region }: HeaderReader, row: number): boolean {
  const columns = sheet.filled(row, region);
  const isPair = (at: number) => {
    const [first, second, ...more] = sheet.filled(at, region);
    if (first === undefined || second === undefined || more.length > 0 || first !== columns[0]) return false;
    const label = bareLabel(sheet.text(at, first), sheet.words);
    // Phases begin with such words too: `Avvio | 31/03` under `Fase | Termine` is none of a card's labels.
    const named = label !== null && label.subject !== 'phase' && !/^(?:start|end)$/.test(label.attribute);
    return named && bareLabel(sheet.text(at, second), sheet.words) === null;
  };
  return columns.length === 2 && isPair(row - 1) && isPair(row + 1);
}

/** A label alone in its row, its value alone right below. */
function isLoneLabel(sheet: SheetView, row: number): boolean {
  const [column, ...more] = sheet.filled(row);
  if (column === undefined || more.length > 0 || bareLabel(sheet.text(row, column), sheet.words) === null)
    return false;
  const below = sheet.filled(row + 1);
  return (
    below.length === 1 && below[0] === column && bareLabel(sheet.text(row + 1, column), sheet.words) === null
  );
}

/** A line of its own that names an objective: `Ob. 10.02.01 - Piazza`, `Obiettivo n. 3: Piazza`. */
function namesObjective(reader: HeaderReader, row: number): boolean {
  const [first, ...rest] = reader.filled(row);
  if (first === undefined || rest.length > 0) return false;
  const field = bandLabel(reader.sheet.line(row, first), reader.sheet.words)?.field;
  return field?.subject === 'pegObjective' && isName(field);
}

/** The first of several rows of labels with their values, below a blank row or a heading: a form begins, a table ends. */
function startsForm(reader: HeaderReader, row: number): boolean {
  if (isRowOfLabels(reader, row)) return true;
  const { sheet } = reader;
  // A row of data may begin with a word that is a label too, but has no second one.
  const isForm = (at: number) => {
    const [, second, third] = reader.filled(at);
    const pairs = third === undefined || bareLabel(sheet.text(at, third), sheet.words) !== null;
    return second !== undefined && pairs && isLabelRow(sheet, at);
  };
  return reader.filled(row - 1).length <= 1 && isForm(row) && isForm(row + 1);
}

/** A label with a colon at the left of a row: the sheet or the workbook has it again, or its words are known. */
function isLabelLine({ sheet, region }: HeaderReader, row: number): boolean {
  const [first] = sheet.filled(row, region);
  const text = first === undefined ? '' : sheet.line(row, first);
  if (first === undefined || !text.endsWith(':') || !/\p{L}{2}/u.test(text) || isTotalRow([text]))
    return false;
  return (
    sheet.words.own(text) !== null ||
    bareLabel(text, sheet.words) !== null ||
    sheet.rows().some((other) => other !== row && sheet.line(other, first) === text)
  );
}

/** Share of its words that must be known for a row below a table to begin another: less is enough after a blank row. */
const ENOUGH = 0.75;
const ENOUGH_APART = 0.6;

/** Below a header only another one that is not its repetition starts a table: one that names a subject, or clear words. */
function startsTable(reader: HeaderReader, row: number, previous: HeaderBlock, afterForm: boolean): boolean {
  if (row <= previous.bottom || (!afterForm && isRepeated(reader, row, previous))) return false;
  if (row - 1 > previous.bottom && hasDatesOfRowAbove(reader, row)) return false;
  const { columns, meanings, known, periods } = reader.row(row);
  if (namesItsHeaders(meanings, previous) || (known < SURE_HEADERS && hasDay(reader, row))) return false;
  const text = (column: number) => reader.sheet.line(row, column).toLowerCase();
  const same = columns.filter(
    (column) => previous.columns.find((own) => own.column === column)?.text.toLowerCase() === text(column),
  );
  if (same.length >= 2) return true;
  if (standsApart(reader, row, previous) && reader.looksLikeHeader(row)) return true;
  const named = [...meanings.values()].some((meaning) => meaning.subject !== null && isKnown(meaning));
  const apart = reader.filled(row - 1).length === 0;
  const plain = known >= 3 || (known >= 2 && apart);
  const share = apart ? ENOUGH_APART : ENOUGH;
  const worded = [...meanings.keys()].filter((column) => /\p{L}/u.test(text(column))).length;
  return (named || plain) && known + periods >= worded * share;
}

/** Titles a block may have between the blank row above it and its header. */
const MOST_TITLES = 3;

/** Below a blank row, with nothing but titles of the new block in between. */
function standsApart(reader: HeaderReader, row: number, previous: HeaderBlock): boolean {
  let above = row - 1;
  for (let titles = 0; titles < MOST_TITLES && reader.filled(above).length === 1; titles++) above -= 1;
  return above > previous.bottom && reader.filled(above).length === 0;
}

/** A row with a day among its cells needs so many known headers to be more than data. */
const SURE_HEADERS = 3;

function hasDay({ sheet, region }: HeaderReader, row: number): boolean {
  return sheet
    .filled(row, region)
    .some((column) => /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(sheet.text(row, column)));
}

/** Dates under dates: one more row of data, whatever its name begins with. */
function hasDatesOfRowAbove({ sheet, region }: HeaderReader, row: number): boolean {
  const isDate = (at: number, column: number) => sheet.date(at, column, null) !== null;
  return sheet.filled(row, region).some((column) => isDate(row, column) && isDate(row - 1, column));
}

/** `Fase 1`, `Indicatore 1` under `Fase` and `Indicatore`: names of things, however much they look like headers. */
function namesItsHeaders(meanings: ReadonlyMap<number, Meaning>, previous: HeaderBlock): boolean {
  const said = [...meanings].filter(([, meaning]) => isKnown(meaning));
  const named = said.filter(([column, { group, subject }]) => {
    const above = previous.columns.find((own) => own.column === column)?.meaning;
    return group !== null && above?.group === null && subject !== null && above.subject === subject;
  });
  return named.length > 0 && named.length * 3 >= said.length;
}

/** The header printed again (on a new page): the table goes on, unless labels in between begin something else. */
function isRepeated(reader: HeaderReader, row: number, previous: HeaderBlock): boolean {
  const { sheet } = reader;
  for (let between = previous.bottom + 1; between < row; between++) {
    if (reader.filled(between).some((column) => isLabel(sheet, sheet.text(between, column)))) return false;
  }
  const { columns } = reader.row(row);
  return (
    columns.length >= 2 &&
    columns.every((column) => {
      const text = sheet.line(row, column).toLowerCase();
      const own = previous.columns.find((one) => one.column === column);
      return own?.texts.some((one) => one.toLowerCase() === text) ?? false;
    })
  );
}

/** `Avvio`, `Attività di formazione`: words that phases begin with, right under other rows of data and without a colon. */
function isPhase({ sheet, region }: HeaderReader, row: number): boolean {
  const [first, ...rest] = sheet.filled(row, region);
  if (first === undefined || rest.length === 0 || sheet.text(row, first).endsWith(':')) return false;
  const field = bareLabel(sheet.text(row, first), sheet.words);
  const above = sheet.filled(row - 1, region);
  const phase = field?.subject === 'phase' || field?.attribute === 'start' || field?.attribute === 'end';
  return phase && above.length > 1 && above.includes(first);
}

function isLabel(sheet: SheetView, text: string): boolean {
  return (
    inlineLabel(text, sheet.words) !== null || (text.endsWith(':') && bareLabel(text, sheet.words) !== null)
  );
}

/**
 * The last row of a table whose next table's header begins at `nextTop`: the titles, labels and blank rows right
 * above the next header are left to it. Titles that touch the data (no blank row between) must read as labels.
 */
function lastRowBefore(reader: HeaderReader, headerBottom: number, nextTop: number): number {
  let last = nextTop - 1;
  let blank = false;
  for (let row = nextTop - 1; row > headerBottom; row--) {
    const columns = reader.filled(row);
    if (columns.length === 0) blank = true;
    else if (columns.length > 1 && (!isLabelRow(reader.sheet, row) || isPhase(reader, row))) break;
    last = row - 1;
  }
  if (blank || last === nextTop - 1) return withoutHeadline(reader, headerBottom, last);
  let row = nextTop - 1;
  while (row > last && isLabelRow(reader.sheet, row) && !isPhase(reader, row)) row -= 1;
  return row;
}

/** Below a blank row, one row with other cells than any above heads what follows. */
function withoutHeadline(reader: HeaderReader, headerBottom: number, last: number): number {
  if (reader.filled(last).length === 0 || reader.filled(last - 1).length > 0) return last;
  const key = (row: number) => reader.filled(row).join();
  const own = key(last);
  const above = rowsBetween(headerBottom + 1, last - 2).map(key);
  return above.some((one) => one !== '') && !above.includes(own) ? last - 2 : last;
}
