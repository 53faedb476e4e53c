import type { Unsubscribe, WorkbookChange } from '../workbook';
import { hasApi, runExcel } from './run';

/** How long the workbook must be quiet before a change is told: people type faster than a check is worth. */
export const QUIET_MS = 400;

type Removable = { remove(): void };

/**
 * Follows the sheets of the workbook. Events come from everybody who edits it together, for contents, formats
 * (they change what a cell shows), hidden rows and calculated results; they are gathered, and told per sheet.
 */
export async function watchWorkbook(listener: (change: WorkbookChange) => void): Promise<Unsubscribe> {
  const gathered = new Set<string>();
  let structure = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const tell = async (): Promise<void> => {
    const ids = [...gathered];
    gathered.clear();
    const all = structure;
    structure = false;
    // Where Excel cannot say which sheets they are, all are read: no change is lost.
    const sheets = all ? null : await namesOf(ids).catch(() => null);
    if (!stopped) listener({ sheets });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), QUIET_MS);
  };
  const changed = async (event: { worksheetId: string }): Promise<void> => {
    gathered.add(event.worksheetId);
    later();
  };
  const restructured = async (): Promise<void> => {
    structure = true;
    later();
  };

  const handlers = await register(changed, restructured);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await remove(handlers);
  };
}

/** Every event that this Excel knows; an Excel without events is not followed, and the user checks by hand. */
async function register(
  changed: (event: { worksheetId: string }) => Promise<void>,
  restructured: () => Promise<void>,
): Promise<Removable[]> {
  return runExcel(
    async (context) => {
      const { worksheets } = context.workbook;
      const handlers: Removable[] = [];
      if (hasApi('1.7'))
        handlers.push(worksheets.onAdded.add(restructured), worksheets.onDeleted.add(restructured));
      if (hasApi('1.8')) handlers.push(worksheets.onCalculated.add(changed));
      if (hasApi('1.9'))
        handlers.push(worksheets.onChanged.add(changed), worksheets.onFormatChanged.add(changed));
      if (hasApi('1.11')) handlers.push(worksheets.onRowHiddenChanged.add(changed));
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
  return runExcel(
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
