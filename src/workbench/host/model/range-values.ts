import type { Area } from '../../../workbook';
import { GENERAL } from '../engine/cells';
import type { CellPatch, EngineCell } from '../engine/port';
import { interpret } from '../excel-input';
import { decimalComma, textOf } from '../excel-text';
import { HostError } from '../protocol';
import { columnsIn, rowsIn } from './addresses';
import type { HostContext } from './context';
import { ensureWritable } from './guards';

/** Above it Excel answers null instead of values ("Resource limits and performance optimization", Microsoft). */
const MAX_CELLS = 5_000_000;

type Read = (cell: EngineCell | null, row: number, column: number) => unknown;

/** One value per cell, row by row. */
export function readCells(context: HostContext, sheetId: string, area: Area, read: Read): unknown[][] | null {
  if (rowsIn(area) * columnsIn(area) > MAX_CELLS) return null;
  return Array.from({ length: rowsIn(area) }, (_row, r) =>
    Array.from({ length: columnsIn(area) }, (_cell, c) => {
      const [row, column] = [area.top + r, area.left + c];
      return read(context.engine.cell(sheetId, row, column), row, column);
    }),
  );
}

export const readValue: Read = (cell) => cell?.value ?? '';
export const readFormula: Read = (cell) => cell?.formula ?? cell?.value ?? '';

export function readValueType(cell: EngineCell | null): string {
  const value = cell?.value ?? null;
  if (cell === null || value === null) return 'Empty';
  if (cell.error) return 'Error';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

export const readText =
  (locale: string): Read =>
  (cell) =>
    textOf(cell, locale);

/** Dates as the computer's language has them: Excel names such a format as an American one would have it. */
const OF_THE_COMPUTER: readonly (readonly [shown: string, named: string])[] = [
  ['dd/mm/yyyy', 'm/d/yyyy'],
  ['dd/mm/yyyy hh:mm', 'm/d/yyyy h:mm'],
];

export const readFormat =
  (context: HostContext, sheetId: string): Read =>
  (_cell, row, column) => {
    const format = context.engine.style(sheetId, row, column).format ?? GENERAL;
    if (!decimalComma(context.locale)) return format;
    return OF_THE_COMPUTER.find(([shown]) => shown === format)?.[1] ?? format;
  };

/** One value for all cells, or one per cell; anything else is refused as Excel refuses it. */
export function spread(area: Area, value: unknown): unknown[][] {
  const [rows, columns] = [rowsIn(area), columnsIn(area)];
  if (!Array.isArray(value)) {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
  }
  const matrix = value as unknown[];
  if (matrix.length !== rows || !matrix.every((row) => Array.isArray(row) && row.length === columns)) {
    throw new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return matrix as unknown[][];
}

/** Writes values or formulas as Excel takes them: null leaves the cell as it is, '' empties it. */
export function writeCells(context: HostContext, sheetId: string, area: Area, value: unknown): void {
  ensureWritable(context, sheetId, area);
  const patches: CellPatch[] = [];
  spread(area, value).forEach((line, r) =>
    line.forEach((input, c) => {
      if (input === null) return;
      const [row, column] = [area.top + r, area.left + c];
      const format = context.engine.style(sheetId, row, column).format ?? GENERAL;
      patches.push({ row, column, ...interpret(input, format, false) });
    }),
  );
  context.engine.patch(sheetId, patches);
}

export function writeFormats(context: HostContext, sheetId: string, area: Area, value: unknown): void {
  ensureWritable(context, sheetId);
  const patches: CellPatch[] = [];
  spread(area, value).forEach((line, r) =>
    line.forEach((format, c) => {
      if (typeof format !== 'string') return;
      const shown = OF_THE_COMPUTER.find(([, named]) => named === format)?.[0] ?? format;
      patches.push({ row: area.top + r, column: area.left + c, style: { format: shown } });
    }),
  );
  context.engine.patch(sheetId, patches);
}
