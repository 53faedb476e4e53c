import { cellAddress, type Area, type CellRef } from './address';
import { MergeIndex } from './merges';

/** What a cell holds. Dates are Excel serial numbers with a date format, as in Excel itself. */
export type CellValue = string | number | boolean | null;

/** Excel's limit for the characters of a cell. */
export const MAX_CELL_TEXT = 32_767;

/** A text as it fits into a cell: what is longer ends in an ellipsis. */
export function fitting(text: string): string {
  return text.length > MAX_CELL_TEXT ? `${text.slice(0, MAX_CELL_TEXT - 1)}…` : text;
}

/** One non-empty cell. */
export interface Cell {
  readonly value: CellValue;
  /**
   * What it says, format included: codes and dates are read from here, never rebuilt from the value. One notation for
   * files and for Excel in every language (`1.1`, `45.3%`, `VERO`, `#N/A`).
   */
  readonly text: string;
  /** What Excel shows where that is not `text` (`1,1`, `#N/D`): to be shown to people, never read. */
  readonly shown?: string;
  /** Number format code when it is not General, e.g. `0000`, `dd/mm/yyyy`, `0.0%`. */
  readonly format?: string;
  /** The cell's formula without the leading `=`. */
  readonly formula?: string;
  /** An error such as `#N/A`: `value` is null and `text` the error in English. */
  readonly error?: true;
}

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/** A row with at least one cell; what is not listed is empty. */
export interface GridRow {
  /** Zero-based in the sheet. */
  readonly row: number;
  /** Zero-based columns of the cells, left to right; rows filled alike share one list. */
  readonly columns: readonly number[];
  /** The cells, one per entry of `columns`. */
  readonly cells: readonly Cell[];
}

/** A sheet as values and their text. Nothing in it means anything yet. */
export interface Grid {
  readonly name: string;
  /** The workbook it comes from, only where several are joined into one plan. */
  readonly file?: string;
  readonly visibility: Visibility;
  /** The rows that hold something, top to bottom: what a sheet costs follows its filled cells, not its bounds. */
  readonly rows: readonly GridRow[];
  /** Merged rectangles, zero-based in the sheet. Only the top left cell of one holds a value. */
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** A defined name that points at a rectangle of cells. Names that are formulas or broken are left out. */
export interface DefinedName {
  readonly name: string;
  readonly ref: CellRef;
  /** The sheet the name belongs to, when it is known only there. */
  readonly scope?: string;
}

/** An Excel table (ListObject): its whole rectangle, header row included where it shows one. */
export interface TableArea {
  readonly name: string;
  readonly ref: CellRef;
  readonly columns: readonly string[];
  readonly hasHeader: boolean;
}

/** A workbook at one moment. */
export interface WorkbookSnapshot {
  /** File name without folders, as the user knows it. */
  readonly name: string;
  readonly sheets: readonly Grid[];
  /** Names of sheets that the file lists but does not hold: modules of old macros, or damaged relations. */
  readonly missing?: readonly string[];
  readonly names: readonly DefinedName[];
  readonly tables: readonly TableArea[];
  /** Dates count from 1904 (old Mac workbooks) instead of 1900. */
  readonly date1904: boolean;
  /** Our private part as XML, or null. */
  readonly store: string | null;
}

/** The cell at a zero-based place of the sheet, or null when it is empty. */
export function cellAt(grid: Grid, row: number, column: number): Cell | null {
  const line = rowAt(grid, row);
  if (!line) return null;
  const { columns, cells } = line;
  // most rows are filled from their first column on, without gaps
  const guess = column - (columns[0] ?? 0);
  return (columns[guess] === column ? cells[guess] : cells[placeOf(columns, column)]) ?? null;
}

/** A row by its zero-based number, or null when it is empty. */
export function rowAt(grid: Grid, row: number): GridRow | null {
  const { rows } = grid;
  const guess = rows[row - (rows[0]?.row ?? 0)];
  if (guess?.row === row) return guess;
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle];
    if (!found || found.row === row) return found ?? null;
    if (found.row < row) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** Where a number stands in an ascending list, or -1. */
function placeOf(list: readonly number[], wanted: number): number {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = list[middle] ?? wanted;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Text at a place, trimmed, non-breaking and repeated spaces made plain; '' when empty. */
export function textAt(grid: Grid, row: number, column: number): string {
  return plainSpaces(cellAt(grid, row, column)?.text ?? '');
}

/** {@link textAt} as the user sees it on the screen. */
export function shownAt(grid: Grid, row: number, column: number): string {
  const cell = cellAt(grid, row, column);
  return plainSpaces(cell?.shown ?? cell?.text ?? '');
}

/** Anything {@link plainSpaces} would change: most texts have none of it. */
const ODD_SPACES = /[^\S ]| {2}|^ | $|[\u200B-\u200D\u2060\uFEFF\u00AD]/;

/** Spaces as people see them: non-breaking and zero-width ones made plain, runs of spaces one space, ends trimmed; line breaks stay. */
export function plainSpaces(text: string): string {
  if (!ODD_SPACES.test(text)) return text;
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** The reference of a cell of this grid. */
export function refAt(grid: Grid, row: number, column: number): CellRef {
  const place = { sheet: grid.name, address: cellAddress(row, column) };
  return grid.file === undefined ? place : { ...place, file: grid.file };
}

const mergeIndexes = new WeakMap<readonly Area[], MergeIndex>();

/** The merged rectangle a cell belongs to, or null. The merges of a grid are indexed once. */
export function mergeAt(grid: Grid, row: number, column: number): Area | null {
  let index = mergeIndexes.get(grid.merges);
  if (!index) mergeIndexes.set(grid.merges, (index = new MergeIndex(grid.merges)));
  return index.at(row, column);
}

/** Bounds of everything in the grid (zero-based in the sheet), or null for an empty sheet. */
export function usedArea(grid: Grid): Area | null {
  let area: { top: number; left: number; bottom: number; right: number } | null = null;
  forEachCell(grid, (_cell, row, column) => {
    if (!area) area = { top: row, left: column, bottom: row, right: column };
    else {
      area.bottom = Math.max(area.bottom, row);
      area.left = Math.min(area.left, column);
      area.right = Math.max(area.right, column);
    }
  });
  return area;
}

/** Visits the non-empty cells, row by row; rows and columns are zero-based in the sheet. */
export function forEachCell(grid: Grid, visit: (cell: Cell, row: number, column: number) => void): void {
  for (const { row, columns, cells } of grid.rows) {
    cells.forEach((cell, at) => {
      if (!isBlank(cell)) visit(cell, row, columns[at] ?? 0);
    });
  }
}

/** A cell with nothing to see: no value, or only spaces. */
export function isBlank(cell: Cell | null): boolean {
  return !cell || (plainSpaces(cell.text) === '' && (cell.value === null || typeof cell.value === 'string'));
}

/** Whether a number format shows a day, month or year (times alone do not): `dd/mm/yyyy`, `mmm-yy`, not `hh:mm`. */
export function isDateFormat(format: string | undefined): boolean {
  if (!format) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|general|am\/pm|a\/p/gi, '');
  const [first = ''] = bare.split(';');
  return /y|d|e|mmm/i.test(first) && !/[0#?@]/.test(first.replace(/\.0+/g, ''));
}

/**
 * A cell's date as ISO `yyyy-mm-dd` when Excel knows it as a date (number with a date format), else null.
 * The fictitious 29/2/1900 of the 1900 system is kept apart as Excel does.
 */
export function isoDateOf(cell: Cell | null, date1904 = false): string | null {
  if (!cell || typeof cell.value !== 'number' || !isDateFormat(cell.format)) return null;
  const serial = Math.floor(cell.value) + (date1904 ? 1462 : 0);
  if (serial < 1 || serial > 2_958_465) return null;
  const days = serial < 60 ? serial : serial - 1;
  return new Date(Date.UTC(1899, 11, 31 + days)).toISOString().slice(0, 10);
}
