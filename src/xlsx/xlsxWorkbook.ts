import {
  WorkbookError,
  type CellEdit,
  type CellMark,
  type CellRef,
  type ReportSheet,
  type Unsubscribe,
  type WorkbookChange,
  type WorkbookPort,
  type WorkbookSnapshot,
} from '../workbook';
import { openPackage } from './guard';
import { READ_LIMITS, type ReadLimits } from './limits';
import { patchWorkbook, type WorkbookPatch } from './patch';
import { namingFile, readPackage, readWorkbook } from './reader';

/**
 * The Workbook port on the bytes of a file held in memory. Opening and saving files is the caller's: it hands
 * over the bytes and takes {@link bytes} when it is done.
 */
export class XlsxWorkbook implements WorkbookPort {
  private readonly listeners = new Set<(change: WorkbookChange) => void>();

  /** @param name file name without folders. Nothing is read yet: errors show at the first call. */
  constructor(
    private content: Uint8Array,
    readonly name: string,
    private readonly limits: ReadLimits = READ_LIMITS,
  ) {}

  /** The file as it is now; the very bytes that were handed in as long as nothing was written. */
  bytes(): Uint8Array {
    return this.content;
  }

  snapshot(sheets?: readonly string[]): Promise<WorkbookSnapshot> {
    return this.run(() =>
      sheets
        ? namingFile(this.name, () =>
            readPackage(openPackage(this.content, this.limits), this.name, new Set(sheets)),
          )
        : readWorkbook(this.content, this.name, this.limits),
    );
  }

  /** Tells only of what is written through this object: nobody else changes bytes in memory. */
  watch(listener: (change: WorkbookChange) => void): Promise<Unsubscribe> {
    this.listeners.add(listener);
    return Promise.resolve(() => void this.listeners.delete(listener));
  }

  /** Does nothing: a file has no screen to show a cell on. */
  select(_ref: CellRef): Promise<void> {
    return Promise.resolve();
  }

  /** A file has no selection. */
  selection(): Promise<readonly CellRef[]> {
    return Promise.reject(new WorkbookError('only-in-excel'));
  }

  /** Marks are for the eyes of somebody at work in Excel: a file gets none, and those it has stay. */
  mark(_marks: readonly CellMark[]): Promise<void> {
    return Promise.reject(new WorkbookError('only-in-excel'));
  }

  marked(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async write(edits: readonly CellEdit[]): Promise<void> {
    if (edits.length === 0) return;
    await this.patch({ cells: edits });
    this.emit({ sheets: [...new Set(edits.map(({ sheet }) => sheet))] });
  }

  async writeReport(report: ReportSheet): Promise<void> {
    await this.patch({ report });
    this.emit({ sheets: null });
  }

  writeStore(xml: string | null): Promise<void> {
    return this.patch({ store: xml });
  }

  private patch(patch: WorkbookPatch): Promise<void> {
    return this.run(() => {
      this.content = namingFile(this.name, () => patchWorkbook(this.content, patch, this.limits));
    });
  }

  private run<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => resolve(work()));
  }

  private emit(change: WorkbookChange): void {
    for (const listener of [...this.listeners]) listener(change);
  }
}
