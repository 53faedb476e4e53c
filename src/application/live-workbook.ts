import { writeStore, type StoreReading } from '../plan';
import type { Grid, TableArea, WorkbookChange, WorkbookPort, WorkbookSnapshot } from '../workbook';
import { sameGrid, sameValue } from './same';
import { readContent } from './store-content';
import { mergeSection, type Section } from './store-merge';

/** The private store must not be overwritten: a newer version wrote it, or it cannot be read. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(readonly state: 'newer' | 'damaged') {
    super(`private store: ${state}`);
  }
}

/**
 * The workbook as last read, and its private store. Readings and writings follow one another, so that an older answer
 * never takes the place of a newer one; a change that could not be read is read again with the next. A sheet whose
 * cells are the same as before stays the very same grid.
 */
export class LiveWorkbook {
  private current: WorkbookSnapshot;
  private stored: StoreReading;
  /** Told by the port and not read yet. */
  private unread: WorkbookChange | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private next: Promise<boolean> | null = null;

  constructor(
    private readonly port: WorkbookPort,
    book: WorkbookSnapshot,
  ) {
    this.current = book;
    this.stored = readContent(book.store);
  }

  get book(): WorkbookSnapshot {
    return this.current;
  }

  get store(): StoreReading {
    return this.stored;
  }

  /** Whether the workbook is known to have changed since it was read. */
  get isBehind(): boolean {
    return this.unread !== null;
  }

  /**
   * Reads what changed; changes that arrive before the reading begins are read with it.
   * @returns whether anything is different now
   */
  refresh(change: WorkbookChange): Promise<boolean> {
    this.unread = both(this.unread, change);
    this.next ??= this.queue(() => {
      this.next = null;
      return this.read();
    });
    return this.next;
  }

  /** Reads what could not be read before. */
  async catchUp(): Promise<boolean> {
    return this.unread === null ? false : this.refresh(this.unread);
  }

  /**
   * Replaces sections of the private store. It is read first: what somebody else wrote meanwhile stays.
   * @throws StoreError when the store must not be written over
   */
  save(change: Readonly<Partial<Record<Section, unknown>>>): Promise<void> {
    const known = this.stored.sections;
    return this.queue(async () => {
      const { store } = await this.port.snapshot([]);
      const fresh = readContent(store);
      if (fresh.state === 'newer' || fresh.state === 'damaged') throw new StoreError(fresh.state);
      const sections: Record<string, unknown> = { ...fresh.sections };
      for (const [name, mine] of Object.entries(change))
        sections[name] = mergeSection(known[name], fresh.sections[name], mine);
      const xml = writeStore(sections);
      await this.port.writeStore(xml);
      this.current = { ...this.current, store: xml };
      this.stored = readContent(xml);
    });
  }

  /** One piece of work after the other; one that fails does not stop the next. */
  private queue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    // Whoever asked hears of the failure.
    this.last = done.catch(() => undefined);
    return done;
  }

  private async read(): Promise<boolean> {
    const change = this.unread;
    if (change === null) return false;
    this.unread = null;
    try {
      const before = this.current;
      this.current = await this.fresh(change.sheets);
      if (this.current === before) return false;
      if (this.current.store !== before.store) this.stored = readContent(this.current.store);
      return true;
    } catch (error) {
      this.unread = both(change, this.unread);
      throw error;
    }
  }

  /** The workbook now; the very same object when nothing is different. */
  private async fresh(sheets: readonly string[] | null): Promise<WorkbookSnapshot> {
    const before = this.current;
    if (sheets !== null) {
      const some = await this.port.snapshot(sheets);
      const known = new Set(before.sheets.map(({ name }) => name));
      const came = new Set(some.sheets.map(({ name }) => name));
      const asKnown = sheets.every((name) => known.has(name) === came.has(name));
      const all = {
        ...some,
        sheets: replaced(before.sheets, some.sheets),
        tables: tablesOf(before, some, came),
      };
      // A sheet that came or went meanwhile: then everything is read.
      if (asKnown && [...came].every((name) => known.has(name))) return settled(before, all);
    }
    return settled(before, await this.port.snapshot());
  }
}

const both = (a: WorkbookChange | null, b: WorkbookChange | null): WorkbookChange | null => {
  if (a === null || b === null) return a ?? b;
  if (a.sheets === null || b.sheets === null) return { sheets: null };
  return { sheets: [...new Set([...a.sheets, ...b.sheets])] };
};

function replaced(old: readonly Grid[], fresh: readonly Grid[]): readonly Grid[] {
  const byName = new Map(fresh.map((grid) => [grid.name, grid]));
  return old.map((grid) => byName.get(grid.name) ?? grid);
}

/** Tables of sheets that were not read are told by some ports and not by others. */
function tablesOf(
  before: WorkbookSnapshot,
  some: WorkbookSnapshot,
  read: ReadonlySet<string>,
): readonly TableArea[] {
  const told = new Set([...read, ...some.tables.map(({ ref }) => ref.sheet)]);
  return [...before.tables.filter(({ ref }) => !told.has(ref.sheet)), ...some.tables];
}

/** The new snapshot with the old grids where nothing in them is different; the old snapshot when nothing is at all. */
function settled(before: WorkbookSnapshot, now: WorkbookSnapshot): WorkbookSnapshot {
  const byName = new Map(before.sheets.map((grid) => [grid.name, grid]));
  const sheets = now.sheets.map((grid) => {
    const old = byName.get(grid.name);
    return old && sameGrid(old, grid) ? old : grid;
  });
  const { sheets: _old, ...restBefore } = before;
  const { sheets: _new, ...restNow } = now;
  const same =
    sheets.length === before.sheets.length &&
    sheets.every((grid, position) => grid === before.sheets[position]) &&
    sameValue(restBefore, restNow);
  if (same) return before;
  return {
    ...now,
    sheets,
    names: sameValue(before.names, now.names) ? before.names : now.names,
    tables: sameValue(before.tables, now.tables) ? before.tables : now.tables,
  };
}
