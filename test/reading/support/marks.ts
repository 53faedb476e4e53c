import {
  gridOf,
  parseArea,
  type Area,
  type Cell,
  type Grid,
  type WorkbookSnapshot,
} from '../../../src/workbook';
import type { LayoutFixture } from '../../support/layouts';
import headers from '../../support/layouts/headers.json';
import { rowsOf } from '../../support/layouts/rows';

/**
 * Headers and labels of a fixture and what they stand for. They are told once, in `headers.json`, by people: the
 * battery must not ask the reader that it measures where the headers are.
 */
export interface Mark {
  readonly row: number;
  readonly column: number;
  /** `owner`, `phase`, `pegObjective`, `pegObjective.code` … */
  readonly concept: string;
  /** The words of the cell that are the label, folded, where a value stands with it in the cell. */
  readonly label: string | null;
}

/** A sheet that can be changed, with its marks. */
export interface Sheet {
  readonly name: string;
  readonly rows: (Cell | null)[][];
  readonly marks: readonly Mark[];
  merges: readonly Area[];
  readonly grid: Grid;
}

export interface Book {
  readonly snapshot: WorkbookSnapshot;
  readonly sheets: readonly Sheet[];
}

/** The workbooks of a fixture, open to changes. */
export function booksOf(fixture: LayoutFixture): Book[] {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = headers;
  const own = Object.entries(all[fixture.name] ?? {});
  const snapshots = [fixture.snapshot, ...(fixture.others ?? [])];
  return snapshots.map((snapshot) => ({
    snapshot,
    sheets: snapshot.sheets.map((grid) => {
      const prefix = snapshots.length > 1 ? `${snapshot.name}|${grid.name}!` : `${grid.name}!`;
      const marks = own.flatMap(([place, said]): Mark[] => {
        const area = place.startsWith(prefix) ? parseArea(place.slice(prefix.length)) : null;
        if (!area) return [];
        const [concept = '', label = null] = said.split(':');
        return [{ row: area.top, column: area.left, concept, label }];
      });
      return { name: grid.name, rows: rowsOf(grid), marks, merges: grid.merges, grid };
    }),
  }));
}

/** Books as they are now. */
export function closed(books: readonly Book[]): WorkbookSnapshot[] {
  return books.map(({ snapshot, sheets }) => ({
    ...snapshot,
    sheets: sheets.map(({ grid, rows, merges }) => ({
      ...gridOf(grid.name, rows),
      merges,
      visibility: grid.visibility,
    })),
  }));
}

export function textCell(value: string): Cell {
  return { value, text: value };
}

export function textOf(cell: Cell | null | undefined): string {
  return cell?.text.trim() ?? '';
}

/** A table as its header shows it. */
export interface Table {
  readonly sheet: Sheet;
  /** Row of the lowest line of the header. */
  readonly header: number;
  /** Last row of data. */
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly Mark[];
}

/** Tables with a header of at least three known columns, from its lowest line to the first blank row or header below. */
export function tablesOf(sheet: Sheet): Table[] {
  const byRow = new Map<number, Mark[]>();
  for (const mark of sheet.marks.filter(({ label }) => label === null))
    byRow.set(mark.row, [...(byRow.get(mark.row) ?? []), mark]);
  const tops = [...byRow.keys()].sort((a, b) => a - b);
  return tops.flatMap((header): Table[] => {
    const columns = [...(byRow.get(header) ?? [])].sort((a, b) => a.column - b.column);
    // Of a header of several lines only the lowest counts.
    if (columns.length < 3 || byRow.has(header + 1)) return [];
    const next = tops.find((row) => row > header) ?? Infinity;
    const width = sheet.rows[header]?.length ?? 0;
    const [left, right] = [extent(sheet, header, columns[0]?.column ?? 0, -1), width - 1];
    let bottom = header;
    while (bottom + 1 < next && isFull(sheet, bottom + 1, left, right)) bottom += 1;
    return bottom > header ? [{ sheet, header, bottom, left, right, columns }] : [];
  });
}

function extent(sheet: Sheet, row: number, column: number, step: number): number {
  let at = column;
  while (textOf(sheet.rows[row]?.[at + step]) !== '') at += step;
  return at;
}

function isFull(sheet: Sheet, row: number, left: number, right: number): boolean {
  return (sheet.rows[row] ?? []).slice(left, right + 1).some((cell) => textOf(cell) !== '');
}

/** First line of the header of a table: lines of marks right above the lowest. */
export function topOf({ sheet, header, left, right }: Table): number {
  let top = header;
  while (sheet.marks.some(({ row, column }) => row === top - 1 && column >= left && column <= right))
    top -= 1;
  return top;
}

/** Whether merged cells reach into the header or the rows of a table. */
export function hasMerges(table: Table): boolean {
  const top = topOf(table);
  return table.sheet.merges.some((area) => area.top <= table.bottom && area.bottom >= top);
}

/** Whether a sheet holds tables only: no label stands beside or in front of its value. */
export function isAllTables(sheet: Sheet): boolean {
  const tables = tablesOf(sheet);
  return (
    tables.length > 0 &&
    sheet.marks.every(({ row }) => tables.some((table) => row <= table.header && row >= topOf(table)))
  );
}
