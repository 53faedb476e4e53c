/** The pane on a workbook in memory: what the browser tests and the screenshots drive. */
import { PlanSession } from '../../src/application';
import type { Plan } from '../../src/plan';
import {
  MemoryWorkbook,
  WorkbookError,
  textAt,
  type CellEdit,
  type CellMark,
  type CellRef,
} from '../../src/workbook';
import { readWorkbook } from '../../src/xlsx';
import { entryOf, exampleAt } from '../../src/taskpane/model/reading';
import { mountPane, type PaneEnvironment } from '../../src/taskpane/mount';

export interface HarnessOptions {
  readonly name: string;
  /** The workbook, base64. */
  readonly bytes: string;
  readonly language: 'it' | 'en';
  readonly theme: 'light' | 'dark';
  readonly view?: PaneEnvironment['view'];
  /** Starts with the sentences of the first run. */
  readonly firstRun?: boolean;
  /** What somebody said of a cell before, by example: a field, or `ignore`. */
  readonly said?: CellRef & { readonly field: string };
  /** Fails with this WorkbookError code; `never` keeps reading. */
  readonly fail?: string;
}

export interface Harness {
  open(options: HarnessOptions): Promise<void>;
  write(edits: readonly CellEdit[]): Promise<void>;
  selected(): CellRef | null;
  select(ref: CellRef): Promise<void>;
  /** What is coloured in the sheets. */
  marks(): readonly CellMark[];
  /** Displayed text of a cell, zero-based; '' when empty. */
  cell(sheet: string, row: number, column: number): Promise<string>;
  /** The plan as it is read now. */
  plan(): Plan | null;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

let port: MemoryWorkbook | null = null;
/** Kept while the same workbook is looked at: what a page shows does not depend on reading it again. */
let kept: { readonly bytes: string; readonly session: PlanSession } | null = null;
let unmount: (() => void) | null = null;

function bookOf({ bytes, name }: HarnessOptions): MemoryWorkbook {
  return new MemoryWorkbook(
    readWorkbook(
      Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)),
      name,
    ),
  );
}

/** Says of a cell what somebody says who points at it, for all sheets like its own. */
async function say(session: PlanSession, { field, ...cell }: CellRef & { field: string }): Promise<void> {
  const { mapping } = await session.check();
  const example = exampleAt([cell], session.workbook, mapping.sheets);
  if (example) await session.confirmations.correct([entryOf(example, 'field', { field, shared: true })]);
}

window.harness = {
  async open(options) {
    unmount?.();
    const book = kept?.bytes === options.bytes && port ? port : bookOf(options);
    port = book;
    const remembered = new Map<string, string>(options.firstRun ? [] : [['started', 'yes']]);
    const root = document.getElementById('pane');
    if (!root) return;
    unmount = mountPane(root, {
      openSession: async () => {
        if (options.fail === 'never') await new Promise(() => undefined);
        if (options.fail === 'protected-sheet') throw new WorkbookError('protected-sheet', { sheet: 'DUP' });
        if (options.fail === 'damaged') throw new WorkbookError('damaged');
        if (kept?.bytes === options.bytes) return kept.session;
        const session = await PlanSession.open(book, { today: '2026-11-20' });
        if (options.said) await say(session, options.said);
        await session.follow();
        kept = { bytes: options.bytes, session };
        return session;
      },
      language: options.language,
      theme: options.theme,
      today: '2026-11-20',
      now: () => '2026-11-20T10:30:00+01:00',
      version: '1.0.0',
      memory: {
        read: (key) => remembered.get(key) ?? null,
        write: (key, value) => void remembered.set(key, value),
      },
      ...(options.view === undefined ? {} : { view: options.view }),
      insertFormula: (_formula, over) =>
        Promise.resolve({
          state: 'written',
          cell: over ?? { sheet: 'Foglio1', address: 'A1' },
          undo: () => Promise.resolve(),
        }),
      openDupFile: () => Promise.resolve(null),
    });
  },
  write: async (edits) => port?.write(edits),
  selected: () => port?.selected ?? null,
  select: async (ref) => port?.select(ref),
  marks: () => port?.marks ?? [],
  cell: async (sheet, row, column) => {
    const grid = (await port?.snapshot([sheet]))?.sheets[0];
    return grid ? textAt(grid, row, column) : '';
  },
  plan: () => kept?.session.plan ?? null,
};
