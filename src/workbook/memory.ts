import { parseArea, type CellRef } from './address';
import { WorkbookError } from './errors';
import type { Cell, CellValue, Grid, WorkbookSnapshot } from './grid';
import { RowCollector, gridRows } from './rows';
import type { CellEdit, CellMark, ReportSheet, Unsubscribe, WorkbookChange, WorkbookPort } from './port';

/** How a plain value looks when nobody formatted it. */
export function cellOf(value: CellValue): Cell | null {
  if (value === null || value === '') return null;
  const text = typeof value === 'boolean' ? (value ? 'VERO' : 'FALSO') : String(value);
  return { value, text };
}

/** A grid from rows of plain values (or ready cells); merges as `A1:B2`. */
export function gridOf(
  name: string,
  rows: readonly (readonly (CellValue | Cell | undefined)[])[],
  options: { merges?: readonly string[]; visibility?: Grid['visibility'] } = {},
): Grid {
  return {
    name,
    visibility: options.visibility ?? 'visible',
    rows: gridRows(
      rows.map((row) =>
        Array.from(row, (value) =>
          typeof value === 'object' && value !== null ? value : cellOf(value ?? null),
        ),
      ),
    ),
    merges: (options.merges ?? []).flatMap((address) => parseArea(address) ?? []),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
}

/** A snapshot from grids. */
export function snapshotOf(sheets: readonly Grid[], rest: Partial<WorkbookSnapshot> = {}): WorkbookSnapshot {
  return { name: 'prova.xlsx', names: [], tables: [], date1904: false, store: null, ...rest, sheets };
}

/** The Workbook port in memory: what tests and previews stand on. */
export class MemoryWorkbook implements WorkbookPort {
  private current: WorkbookSnapshot;
  private readonly listeners = new Set<(change: WorkbookChange) => void>();
  selected: CellRef | null = null;
  marks: readonly CellMark[] = [];

  constructor(snapshot: WorkbookSnapshot) {
    this.current = snapshot;
  }

  snapshot(sheets?: readonly string[]): Promise<WorkbookSnapshot> {
    const wanted = sheets && new Set(sheets);
    return Promise.resolve(
      wanted
        ? { ...this.current, sheets: this.current.sheets.filter((grid) => wanted.has(grid.name)) }
        : this.current,
    );
  }

  watch(listener: (change: WorkbookChange) => void): Promise<Unsubscribe> {
    this.listeners.add(listener);
    return Promise.resolve(() => void this.listeners.delete(listener));
  }

  select(ref: CellRef): Promise<void> {
    this.selected = ref;
    return Promise.resolve();
  }

  selection(): Promise<readonly CellRef[]> {
    return this.selected
      ? Promise.resolve([this.selected])
      : Promise.reject(new WorkbookError('no-selection'));
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    const gone = marks.find((one) => !this.current.sheets.some((grid) => grid.name === one.sheet));
    if (gone) return Promise.reject(new WorkbookError('sheet-gone', { sheet: gone.sheet }));
    this.marks = marks;
    return Promise.resolve();
  }

  marked(): Promise<boolean> {
    return Promise.resolve(this.marks.length > 0);
  }

  write(edits: readonly CellEdit[]): Promise<void> {
    const touched = new Map<string, Grid>();
    for (const edit of edits) {
      const grid = touched.get(edit.sheet) ?? this.current.sheets.find((sheet) => sheet.name === edit.sheet);
      if (!grid) return Promise.reject(new WorkbookError('no-such-sheet', { sheet: edit.sheet }));
      const area = parseArea(edit.address);
      if (!area) return Promise.reject(new WorkbookError('no-such-cell', { address: edit.address }));
      touched.set(edit.sheet, withCell(grid, area.top, area.left, cellOf(edit.value)));
    }
    this.replace([...touched.values()]);
    this.emit({ sheets: [...touched.keys()] });
    return Promise.resolve();
  }

  writeReport(report: ReportSheet): Promise<void> {
    const rows = report.rows.map((row) => row.map((cell) => cell.value));
    const known = this.current.sheets.some((grid) => grid.name === report.name);
    const grid = gridOf(report.name, rows);
    if (known) this.replace([grid]);
    else this.current = { ...this.current, sheets: [...this.current.sheets, grid] };
    this.emit({ sheets: known ? [report.name] : null });
    return Promise.resolve();
  }

  writeStore(xml: string | null): Promise<void> {
    this.current = { ...this.current, store: xml };
    return Promise.resolve();
  }

  private replace(grids: readonly Grid[]): void {
    const byName = new Map(grids.map((grid) => [grid.name, grid]));
    this.current = {
      ...this.current,
      sheets: this.current.sheets.map((grid) => byName.get(grid.name) ?? grid),
    };
  }

  private emit(change: WorkbookChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }
}

/** The grid with one cell replaced. */
function withCell(grid: Grid, row: number, column: number, cell: Cell | null): Grid {
  const rows = new RowCollector();
  for (const line of grid.rows) {
    line.cells.forEach((one, at) => {
      const place = line.columns[at] ?? 0;
      if (cell || line.row !== row || place !== column) rows.add(line.row, place, one);
    });
  }
  if (cell) rows.add(row, column, cell);
  return { ...grid, rows: rows.finish() };
}
