import { forEachCell, refAt, type CellRef, type Grid, type WorkbookSnapshot } from '../workbook';

/** What became of a cell. */
export type Fate = 'mapped' | 'ignored' | 'noted';

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
  | 'other-sheet'
  | 'placeholder';

/** How many cells met which fate, per sheet: together they are all the filled cells. */
export interface SheetAccount {
  readonly sheet: string;
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
  private readonly fates = new Map<string, { fate: Fate; as: IgnoredAs | null }>();

  map(grid: Grid, row: number, column: number): void {
    this.fates.set(key(grid, row, column), { fate: 'mapped', as: null });
  }

  /** A cell already mapped stays mapped. */
  ignore(grid: Grid, row: number, column: number, as: IgnoredAs): void {
    const place = key(grid, row, column);
    if (this.fates.get(place)?.fate !== 'mapped') this.fates.set(place, { fate: 'ignored', as });
  }

  note(grid: Grid, row: number, column: number): void {
    const place = key(grid, row, column);
    if (this.fates.get(place)?.fate !== 'mapped') this.fates.set(place, { fate: 'noted', as: null });
  }

  isSettled(grid: Grid, row: number, column: number): boolean {
    return this.fates.has(key(grid, row, column));
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
        const found = this.fates.get(key(grid, row, column));
        if (found?.fate === 'mapped') mapped += 1;
        else if (found?.as) ignored[found.as] = (ignored[found.as] ?? 0) + 1;
        else if (found) noted += 1;
      });
      return { sheet: grid.name, filled, mapped, ignored, noted };
    });
  }
}

function key(grid: Grid, row: number, column: number): string {
  return `${row},${column},${grid.file ?? ''}|${grid.name}`;
}
