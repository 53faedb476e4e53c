import { MAX_COLUMNS, parseArea, type Area } from '../workbook';
import { isTrue } from './formats';
import { scanSheet } from './sheetScan';
import type { XmlCursor } from './xml';

/** A cell as it lies in the text of a worksheet part. */
export interface CellSpan {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly hasFormula: boolean;
  /** Nothing but a style. */
  readonly bare: boolean;
}

/** A row with the places a change of some of its cells needs. */
export interface RowSpan {
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  readonly empty: boolean;
  /** Before the closing tag. */
  closeStart: number;
  /** Style of cells that are not there yet, when the row has one. */
  readonly style: number | null;
  /** The wanted cells that exist, by column. */
  readonly cells: Map<number, CellSpan>;
  /** For wanted columns without a cell: before the first cell further right. */
  readonly insertAt: Map<number, number>;
}

/** A formula shared by a group of cells: those that have it, in the order of the part. */
export interface SharedCell {
  readonly group: string;
  readonly row: number;
  readonly column: number;
  /** The whole `f` element. */
  readonly start: number;
  readonly end: number;
  /** The formula, only in the first cell of the group. */
  readonly formula: string | null;
}

/** Where everything lies that a change of some cells touches. */
export interface SheetIndex {
  /** Wanted rows that exist. */
  readonly rows: Map<number, RowSpan>;
  /** For wanted rows that do not: before the first row further down. */
  readonly insertRowAt: Map<number, number>;
  /** Tag of `sheetData`; `closeStart` is before its closing tag. */
  data: { start: number; openEnd: number; closeStart: number; empty: boolean } | null;
  dimension: { start: number; area: Area } | null;
  protected: boolean;
  readonly merges: Area[];
  /** Rectangles that one formula fills: array formulas and data tables. */
  readonly filled: Area[];
  readonly shared: SharedCell[];
  readonly columnStyles: { from: number; to: number; style: number }[];
}

/**
 * Goes once through a worksheet part and notes where the wanted cells are.
 * @param wanted zero-based rows, each with its zero-based columns.
 */
export function indexSheet(cursor: XmlCursor, wanted: ReadonlyMap<number, ReadonlySet<number>>): SheetIndex {
  const index: SheetIndex = {
    rows: new Map(),
    insertRowAt: new Map(),
    data: null,
    dimension: null,
    protected: false,
    merges: [],
    filled: [],
    shared: [],
    columnStyles: [],
  };
  const rowsToFind = [...wanted.keys()].sort((a, b) => a - b);
  let tag = { start: 0, end: 0, empty: false, style: null as number | null };
  let current: RowSpan | null = null;

  const rowSpan = (row: number): RowSpan => ({
    row,
    start: tag.start,
    openEnd: tag.end,
    empty: tag.empty,
    closeStart: tag.end,
    style: tag.style,
    cells: new Map(),
    insertAt: new Map(),
  });
  const meetRow = (row: number) => {
    for (const missing of rowsToFind) {
      if (missing >= row) break;
      if (!index.insertRowAt.has(missing)) index.insertRowAt.set(missing, tag.start);
    }
    current = wanted.has(row) && !index.rows.has(row) ? rowSpan(row) : null;
    if (current) index.rows.set(row, current);
  };

  scanSheet(cursor, {
    row(row) {
      const styled = isTrue(cursor.attribute('customFormat'));
      tag = {
        start: cursor.start,
        end: cursor.end,
        empty: cursor.empty,
        style: styled ? Number(cursor.attribute('s') ?? 0) : null,
      };
      meetRow(row);
    },
    cell(row, column) {
      // a row without number whose cells say where it is
      if (current && current.row !== row) index.rows.delete(current.row);
      if (current?.row !== row && wanted.has(row)) meetRow(row);
      const columns = wanted.get(row);
      const { start } = cursor;
      if (current && columns) {
        for (const missing of columns) {
          if (missing < column && !current.insertAt.has(missing)) current.insertAt.set(missing, start);
        }
      }
      const style = columns?.has(column) ? Number(cursor.attribute('s') ?? 0) : 0;
      const content = readContent(cursor, row, column, index);
      if (current && columns?.has(column) && !current.cells.has(column)) {
        current.cells.set(column, { start, end: cursor.end, style, ...content });
      }
    },
    rowEnd() {
      if (current && !current.empty) current.closeStart = cursor.start;
    },
    other(name) {
      noteElement(cursor, name, index);
    },
  });
  return index;
}

function noteElement(cursor: XmlCursor, name: string, index: SheetIndex): void {
  if (name === 'sheetData') {
    if (cursor.kind === 'close') {
      if (index.data) index.data.closeStart = cursor.start;
    } else {
      index.data = { start: cursor.start, openEnd: cursor.end, closeStart: cursor.end, empty: cursor.empty };
    }
  } else if (name === 'dimension') {
    const area = parseArea(cursor.attribute('ref') ?? '');
    if (area) index.dimension = { start: cursor.start, area };
  } else if (name === 'mergeCell') {
    const area = parseArea(cursor.attribute('ref') ?? '');
    if (area) index.merges.push(area);
  } else if (name === 'sheetProtection') index.protected = isTrue(cursor.attribute('sheet'));
  else if (name === 'col' && cursor.attribute('style') !== null) {
    index.columnStyles.push({
      from: Number(cursor.attribute('min')) - 1,
      to: Math.min(Number(cursor.attribute('max')), MAX_COLUMNS) - 1,
      style: Number(cursor.attribute('style')),
    });
  }
}

/** Reads a cell to its end, noting formulas that reach beyond it. */
function readContent(
  cursor: XmlCursor,
  row: number,
  column: number,
  index: SheetIndex,
): { hasFormula: boolean; bare: boolean } {
  if (cursor.empty) return { hasFormula: false, bare: true };
  let hasFormula = false;
  let bare = true;
  while (cursor.next()) {
    if (cursor.kind === 'close' && cursor.name === 'c') break;
    if (cursor.kind !== 'open') continue;
    bare = false;
    if (cursor.name !== 'f') {
      cursor.skip();
      continue;
    }
    hasFormula = true;
    const { start } = cursor;
    const type = cursor.attribute('t');
    const group = cursor.attribute('si');
    const area = parseArea(cursor.attribute('ref') ?? '');
    const formula = cursor.textContent();
    if (type === 'shared' && group !== null) {
      index.shared.push({ group, row, column, start, end: cursor.end, formula: formula || null });
    } else if ((type === 'array' || type === 'dataTable') && area) index.filled.push(area);
  }
  return { hasFormula, bare };
}
