import { WorkbookError, areaAddress, cellAddress, parseArea, type CellEdit } from '../workbook';
import { asWritten, contentsOf } from './neutral';
import { hasApi, runExcel, writeOrRestore } from './run';

/** Cells below each other in one column, written with one call. */
interface Run {
  readonly sheet: string;
  readonly column: number;
  readonly top: number;
  readonly edits: CellEdit[];
}

/**
 * Writes cells: all or none. First everything is looked at (protection, filters, formats, what was there), then
 * written in one round trip; should that fail half way, what was there is put back.
 */
export async function writeCells(edits: readonly CellEdit[]): Promise<void> {
  if (edits.length === 0) return;
  const runs = runsOf(edits);
  await runExcel(async (context) => {
    const ranges = await inspect(context, runs);
    const before = ranges.map(contentsOf);
    const write = async (changed: () => void): Promise<void> => {
      runs.forEach((run, position) => {
        const range = ranges[position];
        const formats = (range?.numberFormat ?? []) as string[][];
        if (range) range.values = run.edits.map((edit, row) => [asWritten(edit.value, formats[row]?.[0])]);
      });
      await context.sync();
      changed();
    };
    const restore = async (): Promise<void> => {
      ranges.forEach((range, position) => (range.formulas = before[position] ?? []));
      await context.sync();
    };
    await writeOrRestore(write, restore, runs[0]?.sheet);
  });
}

/** One round trip in which nothing is written; rejects with the reason why it must not be. */
async function inspect(context: Excel.RequestContext, runs: readonly Run[]): Promise<Excel.Range[]> {
  const { workbook } = context;
  const readOnlyKnown = hasApi('1.8');
  if (readOnlyKnown) workbook.load('readOnly');
  const sheets = new Map<string, Excel.Worksheet>();
  for (const { sheet } of runs) {
    if (!sheets.has(sheet)) sheets.set(sheet, workbook.worksheets.getItemOrNullObject(sheet));
  }
  for (const sheet of sheets.values()) sheet.protection.load('protected');
  const ranges = runs.map((run) =>
    sheetFor(sheets, run.sheet)
      .getRange(addressOf(run))
      .load('values,formulas,numberFormat,rowHidden,columnHidden'),
  );
  await context.sync();
  if (readOnlyKnown && workbook.readOnly) throw new WorkbookError('read-only');
  for (const [name, sheet] of sheets) {
    if (sheet.isNullObject) throw new WorkbookError('sheet-gone', { sheet: name });
    if (sheet.protection.protected) throw new WorkbookError('protected-sheet', { sheet: name });
  }
  runs.forEach((run, position) => {
    const range = ranges[position];
    // null: some of the rows; a user must see what is changed.
    if (range && (range.rowHidden !== false || range.columnHidden !== false)) {
      throw new WorkbookError('hidden-cell', { sheet: run.sheet, address: addressOf(run) });
    }
  });
  return ranges;
}

function sheetFor(sheets: ReadonlyMap<string, Excel.Worksheet>, name: string): Excel.Worksheet {
  const sheet = sheets.get(name);
  if (!sheet) throw new WorkbookError('no-such-sheet', { sheet: name });
  return sheet;
}

/** Edits of neighbouring cells of a column together; a cell named twice gets the last value. */
function runsOf(edits: readonly CellEdit[]): Run[] {
  const byPlace = new Map<string, { edit: CellEdit; row: number; column: number }>();
  for (const edit of edits) {
    const area = parseArea(edit.address);
    if (!area) throw new WorkbookError('no-such-cell', { sheet: edit.sheet, address: edit.address });
    byPlace.set(`${edit.sheet}!${cellAddress(area.top, area.left)}`, {
      edit,
      row: area.top,
      column: area.left,
    });
  }
  const places = [...byPlace.values()].sort(
    (a, b) => a.edit.sheet.localeCompare(b.edit.sheet) || a.column - b.column || a.row - b.row,
  );
  const runs: Run[] = [];
  for (const { edit, row, column } of places) {
    const last = runs[runs.length - 1];
    const next = last?.sheet === edit.sheet && last.column === column && last.top + last.edits.length === row;
    if (last && next) last.edits.push(edit);
    else runs.push({ sheet: edit.sheet, column, top: row, edits: [edit] });
  }
  return runs;
}

const addressOf = ({ top, column, edits }: Run): string =>
  areaAddress({ top, left: column, bottom: top + edits.length - 1, right: column });
