import { rowsBetween, type SheetView } from '../grid/sheet-view';
import type { FoundTable } from '../tables/find-tables';
import type { HeaderColumn } from '../tables/header-block';
import { readHeader } from '../words/lexicon';
import { commonKind } from '../relation/content';
import { monthColumns } from '../tables/months';
import { officeColumns } from './office-matrix';
import { treeColumns } from './tree-columns';

/** A header has so many names. */
const LEAST_COLUMNS = 3;
/** Rows above a header: titles. */
const MOST_ABOVE = 12;
const MAX_HEADER = 100;
/** A register has so many columns and rows, most of them filled. */
const LEAST_WIDE = 5;
const LEAST_ROWS = 4;
const FILLED = 0.5;
/** Share of the texts of a column that are of one kind, and of the columns of which that is so. */
const ALIKE = 0.7;

/**
 * The table of a sheet whose header says nothing that is known: a row of names that are all different, over rows that
 * its own columns put under each other, that say by marks which offices take part, or whose columns each hold one kind
 * of thing. Empty where there is none.
 */
export function plainTable(sheet: SheetView): FoundTable[] {
  const rows = sheet.rows();
  const last = rows.at(-1) ?? 0;
  const header = rows.slice(0, MOST_ABOVE).find((row) => isHeader(sheet, row, last));
  if (header === undefined) return [];
  const filled = sheet.filled(header);
  const span = { left: filled[0] ?? 0, right: filled.at(-1) ?? 0 };
  const columns = sheet.columns(span).map((column): HeaderColumn => {
    const text = sheet.line(header, column);
    return {
      column,
      text,
      texts: text === '' ? [] : [text],
      places: text === '' ? [] : [{ row: header, column }],
      meaning: readHeader(text),
      months: null,
    };
  });
  const isTree = treeColumns({ sheet, columns, firstRow: header + 1, lastRow: last }) !== null;
  const months = monthColumns(sheet, header, filled);
  const plain = columns.filter(({ column }) => !months.has(column));
  const isMatrix = () => officeColumns(plain, { sheet, headerBottom: header, lastRow: last }).length > 0;
  if (!isTree && !isMatrix() && !isRegister(sheet, filled, rowsBetween(header + 1, last))) return [];
  const table = { sheet, headerTop: header, headerBottom: header, columns, lastRow: last, ...span };
  return [{ ...table, firstTitleRow: sheet.used?.top ?? 0 }];
}

/** Many rows filled across, each column with one kind of thing. */
function isRegister(sheet: SheetView, columns: readonly number[], below: readonly number[]): boolean {
  const rows = below.filter((row) => sheet.filled(row).length > 0);
  if (columns.length < LEAST_WIDE || rows.length < LEAST_ROWS) return false;
  const across = rows.filter((row) => sheet.filled(row).length >= columns.length * FILLED);
  if (across.length < rows.length * ALIKE) return false;
  const texts = columns.map((column) =>
    rows.map((row) => sheet.line(row, column)).filter((text) => text !== ''),
  );
  const alike = texts.filter((own) => own.length === 0 || commonKind(own, ALIKE) !== null);
  return alike.length >= columns.length * ALIKE;
}

/** Short words, each once, over rows that are filled no wider. */
function isHeader(sheet: SheetView, row: number, last: number): boolean {
  const columns = sheet.filled(row);
  const texts = columns.map((column) => sheet.line(row, column).toLowerCase());
  const below = rowsBetween(row + 1, last).filter((one) => sheet.filled(one).length > 0);
  const widest = Math.max(0, ...below.map((one) => sheet.filled(one).at(-1) ?? 0));
  return (
    columns.length >= LEAST_COLUMNS &&
    new Set(texts).size === texts.length &&
    texts.every((text) => /\p{L}{2}/u.test(text) && text.length <= MAX_HEADER) &&
    widest <= (columns.at(-1) ?? 0) &&
    below.length >= LEAST_COLUMNS
  );
}
