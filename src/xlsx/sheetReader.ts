import {
  RowCollector,
  WorkbookError,
  cellAddress,
  parseArea,
  type Area,
  type Cell,
  type Grid,
} from '../workbook';
import type { CellMaker } from './cells';
import { isTrue } from './formats';
import { moveFormula } from './formulas';
import type { ReadLimits } from './limits';
import { scanSheet } from './sheetScan';
import { readStringItem, decodeString } from './strings';
import type { XmlCursor } from './xml';

/** What a sheet needs from the rest of the workbook. */
export interface SheetContext {
  readonly maker: CellMaker;
  readonly limits: ReadLimits;
  /** What the sheets of this workbook may still hold; counted down. */
  readonly budget: { cells: number; movedCharacters: number };
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Reads a worksheet part. Cells with nothing but a style are no cells, so a sheet formatted to its last row
 * costs only the reading of its text.
 * @throws WorkbookError `damaged`, `too-large`, with the sheet and where it applies the address.
 */
export function readSheet(
  cursor: XmlCursor,
  { name, visibility }: Pick<Grid, 'name' | 'visibility'>,
  context: SheetContext,
): Grid {
  const cells = new CellReader(cursor, name, context);
  const collector = new RowCollector();
  const merges: Area[] = [];
  const hiddenRows: number[] = [];
  const hiddenRanges: [number, number][] = [];
  let width = 0;

  scanSheet(cursor, {
    row(row) {
      if (isTrue(cursor.attribute('hidden'))) hiddenRows.push(row);
    },
    cell(row, column) {
      const cell = cursor.empty ? null : cells.read(row, column);
      if (!cell) return;
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

/** Reads the cells of one sheet, and refuses what is beyond the limits. */
class CellReader {
  private readonly shared = new Map<string, SharedFormula>();
  private readonly columns = new Set<number>();

  constructor(
    private readonly cursor: XmlCursor,
    private readonly sheet: string,
    private readonly context: SheetContext,
  ) {}

  /** Reads the `c` the cursor stands on to its end; null when it holds nothing. */
  read(row: number, column: number): Cell | null {
    const { cursor, context } = this;
    const type = cursor.attribute('t') ?? 'n';
    const style = Number(cursor.attribute('s') ?? 0);
    let raw: string | null = null;
    let formula: string | undefined;
    while (cursor.next()) {
      if (cursor.kind === 'close' && cursor.name === 'c') break;
      if (cursor.kind !== 'open') continue;
      if (cursor.name === 'v') raw = cursor.textContent();
      else if (cursor.name === 'f') formula = this.formula(row, column);
      else if (cursor.name === 'is') raw = readStringItem(cursor);
      else cursor.skip();
    }
    const cell = context.maker.cell({ type, style, raw, formula });
    if (cell === undefined)
      throw new WorkbookError('damaged', { reason: 'shared-string', ...this.at(row, column) });
    if (cell) this.count(row, column);
    return cell;
  }

  private count(row: number, column: number): void {
    const { limits, budget } = this.context;
    budget.cells -= 1;
    if (budget.cells < 0) this.refuse('cells', limits.cells, row, column);
    if (!this.columns.has(column)) this.columns.add(column);
    if (this.columns.size > limits.columns) this.refuse('columns', limits.columns, row, column);
  }

  private refuse(what: string, limit: number, row: number, column: number): never {
    throw new WorkbookError('too-large', { what, limit, ...this.at(row, column) });
  }

  private at(row: number, column: number): { sheet: string; address: string } {
    return { sheet: this.sheet, address: cellAddress(row, column) };
  }

  /** Reads the `f` the cursor stands on; the formula without `=`, that of a group moved to this cell. */
  private formula(row: number, column: number): string | undefined {
    const { cursor, context, shared } = this;
    const type = cursor.attribute('t');
    const group = cursor.attribute('si');
    const text = decodeString(cursor.textContent()).replace(/_xlfn\.(_xlws\.)?/g, '');
    if (text.length > context.limits.formula) this.refuse('formula', context.limits.formula, row, column);
    if (type === 'dataTable') return 'TABLE()';
    if (type !== 'shared' || group === null) return text || undefined;
    if (text) {
      shared.set(group, { formula: text, row, column });
      return text;
    }
    const first = shared.get(group);
    if (!first) return undefined;
    context.budget.movedCharacters -= first.formula.length;
    return context.budget.movedCharacters < 0
      ? first.formula
      : moveFormula(first.formula, row - first.row, column - first.column);
  }
}
