import type { Area } from '../workbook';

interface Told {
  readonly areas: readonly Area[];
  /** Formats of the sheet changed since: merging is one, but most are not. */
  readonly doubtful: boolean;
}

/**
 * Merged areas as Excel last told them, by its id of the sheet. Asking may empty the user's list of Undo (office-js
 * 5918), so it is done at the first reading, after rows or columns came or went, and at a whole reading after formats
 * changed; never because somebody typed into a cell. As long as nobody listens to the workbook nothing is remembered.
 */
export class MergeMemory {
  private readonly told = new Map<string, Told>();
  private listening = false;
  private moves = 0;

  /** Whether changes of the workbook are heard of from now on. */
  set followed(on: boolean) {
    this.listening = on;
    if (!on) this.told.clear();
  }

  /** @param whole the whole workbook is read, because somebody wants to know exactly. */
  recall(id: string, whole: boolean): readonly Area[] | null {
    const known = this.listening ? this.told.get(id) : undefined;
    return known && !(whole && known.doubtful) ? known.areas : null;
  }

  /** Counts the changes that moved merged areas: an answer from before one of them is not kept. */
  get turn(): number {
    return this.moves;
  }

  /** @param turn as it was when Excel was asked */
  keep(id: string, areas: readonly Area[], turn: number): void {
    if (turn === this.moves) this.told.set(id, { areas, doubtful: false });
  }

  /** Rows, columns or cells came or went: merged areas moved with them. */
  moved(id: string): void {
    this.moves += 1;
    this.told.delete(id);
  }

  reformatted(id: string): void {
    const known = this.told.get(id);
    if (known) this.told.set(id, { ...known, doubtful: true });
  }
}
