import type { Unsubscribe, WorkbookChange } from '../workbook';
import type { MergeMemory } from './merge-memory';
import { ownSheets } from './own-sheets';
import { hasApi, readExcel } from './run';

/** How long the workbook must be quiet before a change is told: people type faster than a check is worth. */
export const QUIET_MS = 400;

type Removable = { remove(): void };

/**
 * Follows the sheets of the workbook. Events come from everybody who edits it together, for contents, formats
 * (they change what a cell shows), hidden rows and calculated results; they are gathered, and told per sheet. What
 * this add-in writes itself is not told: whoever wrote it knows.
 */
export async function watchWorkbook(
  listener: (change: WorkbookChange) => void,
  merges: MergeMemory,
): Promise<Unsubscribe> {
  const gathered = new Gathered(listener);
  const handlers = await register(gathered, merges);
  return async () => {
    gathered.stop();
    await remove(handlers);
  };
}

/** What was told by Excel and is not told on yet. */
class Gathered {
  private readonly changed = new Set<string>();
  /** Sheets that were added; told when they are not ours. */
  private readonly added = new Set<string>();
  private structure = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(private readonly listener: (change: WorkbookChange) => void) {}

  sheet(id: string): void {
    this.changed.add(id);
    this.later();
  }

  sheetAdded(id: string): void {
    this.added.add(id);
    this.later();
  }

  restructured(): void {
    this.structure = true;
    this.later();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.tell(), QUIET_MS);
  }

  private async tell(): Promise<void> {
    const foreign = (ids: ReadonlySet<string>): string[] => [...ids].filter((id) => !ownSheets.has(id));
    const ids = foreign(this.changed);
    const all = this.structure || foreign(this.added).length > 0;
    this.changed.clear();
    this.added.clear();
    this.structure = false;
    if (!all && ids.length === 0) return;
    // Where Excel cannot say which sheets they are, all are read: no change is lost.
    const sheets = all ? null : await namesOf(ids).catch(() => null);
    if (!this.stopped) this.listener({ sheets });
  }
}

/** Every event that this Excel knows. */
async function register(gathered: Gathered, merges: MergeMemory): Promise<Removable[]> {
  const changed = async (event: { worksheetId: string }): Promise<void> => gathered.sheet(event.worksheetId);
  const restructured = async (): Promise<void> => gathered.restructured();
  return readExcel(
    async (context) => {
      const { worksheets } = context.workbook;
      const handlers: Removable[] = [
        worksheets.onAdded.add(async ({ worksheetId }) => gathered.sheetAdded(worksheetId)),
        worksheets.onDeleted.add(restructured),
        worksheets.onCalculated.add(changed),
        worksheets.onChanged.add(async ({ worksheetId, changeType, triggerSource }) => {
          if (changeType !== 'RangeEdited') merges.moved(worksheetId);
          if (triggerSource !== 'ThisLocalAddin') gathered.sheet(worksheetId);
        }),
        worksheets.onFormatChanged.add(async ({ worksheetId }) => {
          merges.reformatted(worksheetId);
          gathered.sheet(worksheetId);
        }),
        worksheets.onRowHiddenChanged.add(changed),
      ];
      if (hasApi('1.17')) handlers.push(worksheets.onNameChanged.add(restructured));
      await context.sync();
      return handlers;
    },
    { patient: true },
  );
}

/** Handlers are removed in the conversation in which they were added. */
async function remove(handlers: readonly Removable[]): Promise<void> {
  const [first] = handlers as readonly (Removable & { context?: Excel.RequestContext })[];
  if (!first?.context) return;
  await Excel.run(first.context, async (context) => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
}

/** Names of the sheets with these ids; null when one of them is gone. */
async function namesOf(ids: readonly string[]): Promise<string[] | null> {
  return readExcel(
    async (context) => {
      const sheets = context.workbook.worksheets.load('items/id,items/name');
      await context.sync();
      const byId = new Map(sheets.items.map((sheet) => [sheet.id, sheet.name]));
      const names = ids.flatMap((id) => byId.get(id) ?? []);
      return names.length === ids.length ? names : null;
    },
    { patient: true },
  );
}
