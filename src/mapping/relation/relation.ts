import type { SheetView } from '../grid/sheet-view';
import { rowsBetween } from '../grid/sheet-view';
import type { FoundTable } from '../tables/find-tables';
import type { HeaderColumn } from '../tables/header-block';
import { isSignature, isTotalRow } from '../words/texts';
import { contentOf, type Content } from './content';

/**
 * Records of one kind as rows and columns, whatever they look like in the sheet. Everything the reader decides about
 * the meaning of columns is decided on relations.
 */
export interface Relation {
  /** The tables of one shape it is made of. */
  readonly tables: readonly FoundTable[];
  readonly columns: readonly RelationColumn[];
  /** The sheet each row stands on; left out where each record is a card of its own. */
  readonly sheets?: readonly string[];
}

/** A column of a relation: its header, and what stands below it row by row. */
export interface RelationColumn {
  readonly header: HeaderColumn;
  /** Place among the relation's columns, from 0. */
  readonly at: number;
  /** Place among the columns of its tables, from 0. */
  readonly place: number;
  /** Text of each row, '' where blank; a cell merged downwards speaks for each of its rows. */
  readonly texts: readonly string[];
  /** The same with blanks filled from above. */
  readonly filled: readonly string[];
  readonly content: Content;
  /** Rows in which a cell of its own begins, rather than one merged from above goes on. */
  readonly begins: ReadonlySet<number>;
  /** Its header is another in each table: the theme of a block. */
  readonly themed: boolean;
}

/** Rows that tell what the columns of a long table mean. */
const LOOKED_AT = 240;
/** Tables of one shape that tell what their columns mean. */
const TABLES_LOOKED_AT = 40;

/** The relation of tables of one shape: the same headers in the same columns. Columns without header and content are left out. */
export function relationOf(tables: readonly FoundTable[]): Relation {
  const parts = tables.slice(0, TABLES_LOOKED_AT).map((table) => ({ table, rows: dataRows(table) }));
  const columns: RelationColumn[] = [];
  for (const [i, header] of (tables[0]?.columns ?? []).entries()) {
    const texts: string[] = [];
    const written: string[] = [];
    const filled: string[] = [];
    const begins = new Set<number>();
    for (const { table, rows } of parts) {
      const column = table.columns[i]?.column ?? header.column;
      const own = rows.map((row) => textOf(table.sheet, row, column));
      for (const [at, row] of rows.entries())
        if (table.sheet.line(row, column) !== '') begins.add(texts.length + at);
      texts.push(...own);
      written.push(...rows.map((row) => table.sheet.text(row, column)));
      filled.push(...filledDown(own));
    }
    if (header.text === '' && texts.every((text) => text === '')) continue;
    columns.push({
      header,
      at: columns.length,
      place: i,
      texts,
      filled,
      content: contentOf(texts, written),
      begins,
      themed: isThemed(tables, i),
    });
  }
  return { tables, columns, sheets: parts.flatMap(({ table, rows }) => rows.map(() => table.sheet.name)) };
}

function isThemed(tables: readonly FoundTable[], at: number): boolean {
  const headers = new Set(tables.map((table) => table.columns[at]?.text ?? ''));
  return headers.size > 1 && headers.size === tables.length;
}

function dataRows(table: FoundTable): number[] {
  const { sheet, headerBottom, lastRow } = table;
  const rows: number[] = [];
  const stairs = isStaircase(table);
  for (const row of rowsBetween(headerBottom + 1, lastRow)) {
    const filled = sheet.filled(row, table);
    if (filled.length < (stairs ? 1 : Math.min(2, table.columns.length))) continue;
    const texts = filled.map((column) => sheet.line(row, column));
    if (isTotalRow(texts) || isSignature(texts) || repeatsHeader(table, row, filled)) continue;
    rows.push(row);
    if (rows.length >= LOOKED_AT) break;
  }
  return rows;
}

/** Levels that stand alone in their rows, each in a column of its own: lines over the table stand in one. */
function isStaircase({ sheet, columns, headerBottom, lastRow, left, right }: FoundTable): boolean {
  const alone = new Map<number, number>();
  for (const row of rowsBetween(headerBottom + 1, lastRow)) {
    const [column, ...more] = sheet.filled(row, { left, right });
    if (column === undefined || more.length > 0) continue;
    alone.set(column, (alone.get(column) ?? 0) + 1);
  }
  const steps = [...alone].filter(
    ([column, times]) => times > 1 && columns.some((own) => own.column === column && own.text !== ''),
  );
  return steps.length > 1;
}

/** The header printed again, on a new page. */
export function repeatsHeader(
  { sheet, columns }: FoundTable,
  row: number,
  filled: readonly number[],
): boolean {
  let same = 0;
  for (const column of filled) {
    const text = sheet.line(row, column);
    if (columns.some((own) => own.column === column && own.texts.includes(text))) same += 1;
  }
  return same >= 2 && same * 2 >= filled.length;
}

function textOf(sheet: SheetView, row: number, column: number): string {
  const own = sheet.line(row, column);
  if (own !== '') return own;
  const area = sheet.merge(row, column);
  return area && area.left === column && area.top < row ? sheet.line(area.top, area.left) : '';
}

function filledDown(texts: readonly string[]): string[] {
  let last = '';
  return texts.map((text) => (text === '' ? last : (last = text)));
}
