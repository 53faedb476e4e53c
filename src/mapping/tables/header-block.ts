import { isoDate } from '../../plan';
import { isLabelRow } from '../grid/label-rows';
import type { Place, Span } from '../grid/sheet-view';
import { inlineLabel } from '../words/labels';
import type { MonthSpan } from '../words/field';
import { NO_MEANING, type Meaning } from '../words/meaning';
import type { HeaderReader, RowReading } from './header-row';

/** A column of a table, with what its header says. */
export interface HeaderColumn {
  readonly column: number;
  /** Header as read over all its rows, '' when blank. */
  readonly text: string;
  /** The text of each header row, from the top. */
  readonly texts: readonly string[];
  readonly places: readonly Place[];
  readonly meaning: Meaning;
  /** The months it stands for in a calendar. */
  readonly months: MonthSpan | null;
}

/** The rows of a header and its columns. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeaderColumn[];
}

/** Rows under the main one of a header. */
const MOST_BELOW = 2;

/** The whole header around a row that reads as one: groups above it, refinements below. */
export function headerBlock(reader: HeaderReader, row: number, from: number): HeaderBlock {
  const inForm = reader.sheet.form?.headers.has(row) ?? false;
  const above = !inForm && isGroupRow(reader, row, from) ? [row - 1] : [];
  const below: number[] = [];
  while (below.length < MOST_BELOW && isSubHeader(reader, below.at(-1) ?? row))
    below.push((below.at(-1) ?? row) + 1);
  const rows = [...above, row, ...below];
  return { top: rows[0] ?? row, bottom: rows.at(-1) ?? row, columns: columnsOf(reader, rows, reader.region) };
}

/** Whether the next row refines a header row: years, months, `Codice | Descrizione` under merged groups. */
function isSubHeader(reader: HeaderReader, row: number): boolean {
  const { sheet, region } = reader;
  const next = row + 1;
  if (next > region.bottom) return false;
  const below = reader.row(next);
  if (below.columns.length === 0) return false;
  if (isUnderGroups(reader, row, below.columns)) return true;
  if (!refines(below)) return false;
  if (below.others.some((column) => reader.isValue(next, column))) return false;
  if (below.months.size > 0) return true;
  const under = below.others.filter((column) => sheet.text(row, column) !== '');
  const grouped = under.every((column) => sheet.isWide(row, column));
  if (grouped && below.others.some((column) => sheet.merge(row, column) !== null)) return true;
  if (under.length === 0) return below.known >= 2;
  return under.length < below.others.length && reader.row(row).columns.length < below.columns.length;
}

/**
 * Cells under merged headings only, beside headers merged over both rows or written twice: `Target 2025`
 * over `30/06 | 31/12`.
 */
function isUnderGroups({ sheet, region }: HeaderReader, row: number, below: readonly number[]): boolean {
  const again = (column: number) => sheet.line(row + 1, column) === sheet.line(row, column);
  const grouped = below.filter((column) => {
    const area = sheet.merge(row, column);
    return area !== null && area.right > area.left && area.bottom === row;
  });
  if (grouped.length === 0 || !below.every((column) => grouped.includes(column) || again(column)))
    return false;
  return sheet
    .filled(row, region)
    .some(
      (column) =>
        (sheet.merge(row, column)?.bottom ?? row) > row || (below.includes(column) && again(column)),
    );
}

function refines({ known, periods, months, others }: RowReading): boolean {
  const said = known + periods;
  if (said * 5 < others.length * 3) return false;
  return said > 0 || (months.size > 0 && others.length === 0);
}

/** Whether the cells of the row above group the header's columns. A title over the whole table does not. */
function isGroupRow(reader: HeaderReader, row: number, from: number): boolean {
  const { sheet } = reader;
  const above = row - 1;
  if (above < from) return false;
  const group = reader.row(above);
  if (group.columns.length < 2 && !spansPart(reader, above, reader.row(row).columns)) return false;
  if (group.columns.some((column) => inlineLabel(sheet.line(above, column), sheet.words) !== null))
    return false;
  // The last of a card's labels, right above its table.
  if (isLabelRow(sheet, above) && isLabelRow(sheet, above - 1)) return false;
  if (group.known === 0 || group.columns.some((column) => reader.isValue(above, column))) return false;
  if ((group.known + group.periods) * 2 < group.columns.length) return false;
  return group.columns.some((column) => sheet.isWide(above, column));
}

function spansPart({ sheet, region }: HeaderReader, row: number, columns: readonly number[]): boolean {
  const [only] = sheet.filled(row, region);
  const area = only === undefined ? null : sheet.merge(row, only);
  return (
    area !== null &&
    area.right > area.left &&
    columns.some((column) => column < area.left || column > area.right)
  );
}

/** The columns of a table, with the texts of all header rows above each joined. */
export function columnsOf(reader: HeaderReader, rows: readonly number[], span: Span): HeaderColumn[] {
  const { sheet } = reader;
  const calendar = new Map(rows.flatMap((row) => [...reader.row(row).months]));
  const columns: HeaderColumn[] = [];
  for (const column of sheet.columns(span)) {
    const places: Place[] = [];
    const texts: string[] = [];
    for (const row of rows) {
      const area = sheet.merge(row, column);
      const place = area ? { row: area.top, column: area.left } : { row, column };
      const text = sheet.line(place.row, place.column);
      if (text === '' || places.some((own) => own.row === place.row && own.column === place.column)) continue;
      places.push(place);
      texts.push(text);
    }
    const months = calendar.get(column) ?? null;
    columns.push({
      column,
      text: texts.join(' '),
      texts,
      places,
      months,
      meaning: meaningOf(reader, texts, months),
    });
  }
  return columns;
}

/** `30/06` under `Target 2025`: the day of that year. */
function dayOf(text: string, period: string | null): string | null {
  const [, day, month] = /^(?:al )?(\d{1,2})[./](\d{1,2})$/.exec(text.trim()) ?? [];
  if (!day || !month || !/^\d{4}$/.test(period ?? '')) return null;
  return isoDate(Number(period), Number(month), Number(day));
}

const MONTH: Meaning = { ...NO_MEANING, subject: 'phase', attribute: 'month', confidence: 1 };

/** The lowest header text says what the column is; those above say of what. */
function meaningOf(reader: HeaderReader, texts: readonly string[], months: MonthSpan | null): Meaning {
  const confirmed = reader.confirmed(texts.join(' '));
  if (confirmed) return confirmed;
  if (months !== null) return MONTH;
  const meanings = texts.map((text) => reader.meaning(text));
  const own = meanings.at(-1) ?? NO_MEANING;
  if (meanings.length < 2) return own;
  const group = meanings.slice(0, -1).reduce((a, b) => (b.confidence >= a.confidence ? b : a));
  const says = own.subject ?? own.attribute ?? group.subject ?? group.attribute;
  return {
    subject:
      own.subject === null || own.subject === 'objective' ? (group.subject ?? own.subject) : own.subject,
    attribute: own.attribute ?? group.attribute,
    period: own.period ?? dayOf(texts.at(-1) ?? '', group.period) ?? group.period,
    coded: own.coded,
    soft: own.soft,
    group: own.group ?? group.group,
    ignored: own.ignored ?? (says === null ? group.ignored : null),
    confidence: Math.max(own.confidence, group.confidence),
  };
}
