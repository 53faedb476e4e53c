import { WorkbookError, areaAddress, cellAddress, parseArea, type CellEdit } from '../workbook';
import { asWritten, contentsOf, type Contents } from './neutral';
import { LOCKED, askRefusals } from './refusals';
import { writeExcel } from './run';

/** Cells below each other in one column, written with one call. */
interface Run {
  readonly sheet: string;
  readonly column: number;
  readonly top: number;
  readonly edits: CellEdit[];
}

interface Seen {
  readonly ranges: readonly Excel.Range[];
  /** What was there. */
  readonly before: readonly Contents[];
}

/**
 * Writes cells: all or none. First everything is looked at (protection, filters, formats, what was there), then
 * written in one round trip; should that fail half way, what was there is put back.
 */
export async function writeCells(edits: readonly CellEdit[]): Promise<void> {
  if (edits.length === 0) return;
  const runs = runsOf(edits);
  await writeExcel<Seen>({
    sheet: runs[0]?.sheet,
    look: (context) => inspect(context, runs),
    write: async (context, { ranges }) => {
      runs.forEach((run, position) => {
        const range = ranges[position];
        const formats = (range?.numberFormat ?? []) as string[][];
        if (range) range.values = run.edits.map((edit, row) => [asWritten(edit.value, formats[row]?.[0])]);
      });
      await context.sync();
    },
    restore: async (context, { before }) => {
      const { worksheets } = context.workbook;
      runs.forEach((run, position) => {
        worksheets.getItem(run.sheet).getRange(addressOf(run)).formulas = before[position] ?? [];
      });
      await context.sync();
    },
  });
}

/** One round trip in which nothing is written; rejects with the reason why it must not be. */
async function inspect(context: Excel.RequestContext, runs: readonly Run[]): Promise<Seen> {
  const refusals = askRefusals(
    context,
    runs.map(({ sheet }) => sheet),
  );
  const bySheet = new Map<string, Excel.Range[]>();
  const ranges = runs.map((run) => {
    const range = refusals
      .sheet(run.sheet)
      .getRange(addressOf(run))
      .load(`values,formulas,numberFormat,rowHidden,columnHidden,${LOCKED}`);
    bySheet.set(run.sheet, [...(bySheet.get(run.sheet) ?? []), range]);
    return range;
  });
  await context.sync();
  refusals.check(bySheet);
  runs.forEach((run, position) => {
    const range = ranges[position];
    // null: some of the rows; a user must see what is changed.
    if (range && (range.rowHidden !== false || range.columnHidden !== false)) {
      throw new WorkbookError('hidden-cell', { sheet: run.sheet, address: addressOf(run) });
    }
  });
  return { ranges, before: ranges.map(contentsOf) };
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
