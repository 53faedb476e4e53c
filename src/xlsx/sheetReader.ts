import {
  RowCollector,
  WorkbookError,
  cellAddress,
  parseArea,
  type Area,
  type Cell,
  type CellValue,
  type Grid,
  type Visibility,
} from '../workbook';
import { displayText, isTrue, type CellStyle } from './formats';
import { moveFormula } from './formulas';
import { scanSheet } from './sheetScan';
import { readStringItem, decodeString } from './strings';
import type { XmlCursor } from './xml';

/** What a sheet needs from the rest of the workbook. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  /** Cells still allowed in the grids of this workbook; counted down. */
  readonly budget: { cells: number };
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

const ISO_DATE_FORMAT = 'dd/mm/yyyy';

/**
 * Reads a worksheet part. Cells with nothing but a style are no cells, so a sheet formatted to its last row
 * costs only the reading of its text.
 */
export function readSheet(
  cursor: XmlCursor,
  name: string,
  visibility: Visibility,
  context: SheetContext,
): Grid {
  const collector = new RowCollector();
  const merges: Area[] = [];
  const hiddenRows: number[] = [];
  const hiddenRanges: [number, number][] = [];
  const shared = new Map<string, SharedFormula>();
  let width = 0;

  scanSheet(cursor, {
    row(row) {
      if (isTrue(cursor.attribute('hidden'))) hiddenRows.push(row);
    },
    cell(row, column) {
      if (cursor.empty) return;
      const cell = readCell(cursor, row, column, shared, name, context);
      if (!cell) return;
      context.budget.cells -= 1;
      if (context.budget.cells < 0) {
        throw new WorkbookError('too-large', { sheet: name, address: cellAddress(row, column) });
      }
      collector.add(row, column, cell);
      width = Math.max(width, column + 1);
    },
    other(element) {
      if (element === 'mergeCell') {
        const area = parseArea(cursor.attribute('ref') ?? '');
        if (area) merges.push(area);
      } else if (
        element === 'col' &&
        (isTrue(cursor.attribute('hidden')) || cursor.attribute('width') === '0')
      ) {
        hiddenRanges.push([Number(cursor.attribute('min')) - 1, Number(cursor.attribute('max')) - 1]);
      }
    },
  });

  const rows = collector.finish();
  const last = rows[rows.length - 1]?.row ?? -1;
  const hiddenColumns = new Set<number>();
  for (const [from, to] of hiddenRanges) {
    for (let column = Math.max(from, 0); column <= to && column < width; column++) hiddenColumns.add(column);
  }
  return {
    name,
    visibility,
    rows,
    merges,
    hiddenRows: new Set(hiddenRows.filter((row) => row <= last)),
    hiddenColumns,
  };
}

/** Reads the `c` the cursor stands on to its end; null when it holds nothing. */
function readCell(
  cursor: XmlCursor,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
  sheet: string,
  context: SheetContext,
): Cell | null {
  const type = cursor.attribute('t') ?? 'n';
  const style = context.styles[Number(cursor.attribute('s') ?? 0)];
  let raw: string | null = null;
  let formula: string | undefined;
  while (cursor.next()) {
    if (cursor.kind === 'close' && cursor.name === 'c') break;
    if (cursor.kind !== 'open') continue;
    if (cursor.name === 'v') raw = cursor.textContent();
    else if (cursor.name === 'f') formula = readFormula(cursor, row, column, shared);
    else if (cursor.name === 'is') raw = readStringItem(cursor);
    else cursor.skip();
  }
  if (raw === null && formula === undefined) return null;
  const found = typedValue(raw ?? '', type, context, { sheet, address: cellAddress(row, column) });
  const format = found.format ?? style?.format;
  const rest = {
    ...(format === undefined ? {} : { format }),
    ...(formula === undefined ? {} : { formula }),
  };
  if (type === 'e') return { value: null, text: raw ?? '', error: true, ...rest };
  const { value } = found;
  if (value === null && formula === undefined) return null;
  return { value, text: displayText(value, format, context.date1904), ...rest };
}

function typedValue(
  raw: string,
  type: string,
  context: SheetContext,
  where: { sheet: string; address: string },
): { value: CellValue; format?: string } {
  switch (type) {
    case 's': {
      if (raw.trim() === '') return { value: null };
      const text = context.strings[Number(raw)];
      if (text === undefined) throw new WorkbookError('damaged', { reason: 'shared-string', ...where });
      return { value: text === '' ? null : text };
    }
    case 'str':
      return { value: decodeString(raw) || null };
    case 'inlineStr':
      return { value: raw || null };
    case 'b':
      return { value: raw.trim() === '' ? null : isTrue(raw.trim()) };
    case 'e':
      return { value: null };
    case 'd':
      return isoValue(raw.trim(), context.date1904);
    default: {
      const text = raw.trim();
      if (text === '') return { value: null };
      const number = Number(text);
      return { value: Number.isFinite(number) ? number : text };
    }
  }
}

/** A date cell of the strict format (ISO 8601) as Excel would hold it: serial number and date format. */
function isoValue(raw: string, date1904: boolean): { value: CellValue; format?: string } {
  if (raw === '') return { value: null };
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(raw) ? raw : `${raw.replace(/Z$/, '')}Z`);
  if (Number.isNaN(time)) return { value: raw };
  const days = (time - Date.UTC(1899, 11, 30)) / 86_400_000;
  const serial = days < 61 ? days - 1 : days;
  return { value: date1904 ? days - 1462 : serial, format: ISO_DATE_FORMAT };
}

/** Reads the `f` the cursor stands on; the formula without `=`, that of a group moved to this cell. */
function readFormula(
  cursor: XmlCursor,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
): string | undefined {
  const type = cursor.attribute('t');
  const group = cursor.attribute('si');
  const text = decodeString(cursor.textContent()).replace(/_xlfn\.(_xlws\.)?/g, '');
  if (type === 'dataTable') return 'TABLE()';
  if (type !== 'shared' || group === null) return text || undefined;
  if (text) {
    shared.set(group, { formula: text, row, column });
    return text;
  }
  const first = shared.get(group);
  return first && moveFormula(first.formula, row - first.row, column - first.column);
}
