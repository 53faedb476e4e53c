import { forEachCell, MAX_COLUMNS, refAt, type CellRef, type Grid, type WorkbookSnapshot } from '../workbook';

/** What became of a cell. */
export type Fate = 'mapped' | 'ignored' | 'noted';

export interface CellFate {
  readonly fate: Fate;
  readonly as: IgnoredAs | null;
}

const MAPPED: CellFate = { fate: 'mapped', as: null };

/** Why a cell needs no reading. */
export type IgnoredAs =
  | 'title'
  | 'header'
  | 'total'
  | 'note'
  | 'paragraph'
  | 'label'
  | 'unread-column'
  | 'own-sheet'
  | 'very-hidden'
  | 'old-copy'
  | 'other-dup'
  | 'other-sheet'
  | 'placeholder';

/** How many cells met which fate, per sheet: together they are all the filled cells. */
export interface SheetAccount {
  readonly sheet: string;
  readonly file?: string;
  readonly filled: number;
  readonly mapped: number;
  readonly ignored: Readonly<Partial<Record<IgnoredAs, number>>>;
  readonly noted: number;
}

/**
 * Keeps account of every filled cell: mapped to a fact, ignored by name, or noted as not understood.
 * Nothing is dropped in silence.
 */
export class Ledger {
  private readonly sheets = new Map<string, Map<number, CellFate>>();

  map(grid: Grid, row: number, column: number): void {
    this.fates(grid).set(key(row, column), MAPPED);
  }

  /** A cell already mapped stays mapped. */
  ignore(grid: Grid, row: number, column: number, as: IgnoredAs): void {
    this.unlessMapped(grid, row, column, { fate: 'ignored', as });
  }

  note(grid: Grid, row: number, column: number): void {
    this.unlessMapped(grid, row, column, { fate: 'noted', as: null });
  }

  /** What became of a cell; null while nothing has. */
  fateOf(grid: Grid, row: number, column: number): CellFate | null {
    return this.fates(grid).get(key(row, column)) ?? null;
  }

  isSettled(grid: Grid, row: number, column: number): boolean {
    return this.fates(grid).has(key(row, column));
  }

  /** Filled cells of a sheet that nothing has claimed yet, row by row. */
  unsettled(grid: Grid): { row: number; column: number; ref: CellRef }[] {
    const rest: { row: number; column: number; ref: CellRef }[] = [];
    forEachCell(grid, (_cell, row, column) => {
      if (!this.isSettled(grid, row, column)) rest.push({ row, column, ref: refAt(grid, row, column) });
    });
    return rest;
  }

  /** The account of every sheet. */
  accounts(snapshot: WorkbookSnapshot): SheetAccount[] {
    return snapshot.sheets.map((grid) => {
      let filled = 0;
      let mapped = 0;
      let noted = 0;
      const ignored: Partial<Record<IgnoredAs, number>> = {};
      forEachCell(grid, (_cell, row, column) => {
        filled += 1;
        const found = this.fates(grid).get(key(row, column));
        if (found?.fate === 'mapped') mapped += 1;
        else if (found?.as) ignored[found.as] = (ignored[found.as] ?? 0) + 1;
        else if (found) noted += 1;
      });
      const file = grid.file === undefined ? {} : { file: grid.file };
      return { sheet: grid.name, ...file, filled, mapped, ignored, noted };
    });
  }

  private fates(grid: Grid): Map<number, CellFate> {
    const name = `${grid.file ?? ''}|${grid.name}`;
    const own = this.sheets.get(name) ?? new Map<number, CellFate>();
    this.sheets.set(name, own);
    return own;
  }

  private unlessMapped(grid: Grid, row: number, column: number, fate: CellFate): void {
    const own = this.fates(grid);
    const place = key(row, column);
    if (own.get(place)?.fate !== 'mapped') own.set(place, fate);
  }
}

function key(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}
