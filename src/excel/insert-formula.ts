import { WorkbookError, type CellRef } from '../workbook';
import { withoutSheet } from './addresses';
import { contentsOf, isFormula, type Contents } from './neutral';
import { LOCKED, askRefusals } from './refusals';
import { readExcel, writeExcel } from './run';

/** What became of a formula that was to be inserted. */
export type InsertedFormula =
  /** Written; `undo` puts back what was there, unless somebody changed the cell meanwhile. */
  | { readonly state: 'written'; readonly cell: CellRef; readonly undo: () => Promise<void> }
  /** Nothing was written: the cell holds something, which shows as `text`. */
  | { readonly state: 'occupied'; readonly cell: CellRef; readonly text: string };

/**
 * Writes a formula (with its equals sign, English, commas) into the active cell. A cell that holds something is left
 * alone.
 * @param over the cell whose content the user gives up for the formula
 */
export async function insertFormula(formula: string, over?: CellRef): Promise<InsertedFormula> {
  const cell = over ?? (await activeCell());
  const text: string[] = [];
  const seen = await writeExcel<Seen>({
    sheet: cell.sheet,
    look: async (context) => {
      const found = await look(context, cell);
      if (!over && !found.empty) text.push(found.text);
      return found;
    },
    write: async (context, { range }) => {
      if (text.length > 0) return;
      range.formulas = [[formula]];
      await context.sync();
    },
    restore: (context, { before }) => put(context, cell, before),
  });
  const [shown] = text;
  if (shown !== undefined) return { state: 'occupied', cell, text: shown };
  return { state: 'written', cell, undo: () => takeBack(formula, cell, seen.before) };
}

interface Seen {
  readonly range: Excel.Range;
  readonly before: Contents;
  readonly text: string;
  readonly empty: boolean;
}

function activeCell(): Promise<CellRef> {
  return readExcel(async (context) => {
    const cell = context.workbook.getActiveCell().load('address');
    const { worksheet } = cell;
    worksheet.load('name');
    await context.sync();
    return { sheet: worksheet.name, address: withoutSheet(cell.address) };
  });
}

async function look(context: Excel.RequestContext, { sheet, address }: CellRef): Promise<Seen> {
  const refusals = askRefusals(context, [sheet]);
  const range = refusals.sheet(sheet).getRange(address).load(`values,formulas,numberFormat,text,${LOCKED}`);
  await context.sync();
  refusals.check(new Map([[sheet, [range]]]));
  const [formula, value]: unknown[] = [range.formulas[0]?.[0], range.values[0]?.[0]];
  const empty = value === '' && !isFormula(formula, value);
  return { range, before: contentsOf(range), text: range.text[0]?.[0] ?? '', empty };
}

async function put(
  context: Excel.RequestContext,
  { sheet, address }: CellRef,
  contents: Contents,
): Promise<void> {
  context.workbook.worksheets.getItem(sheet).getRange(address).formulas = contents;
  await context.sync();
}

/** @throws WorkbookError `changed-meanwhile` when the cell no longer holds the formula */
async function takeBack(formula: string, cell: CellRef, before: Contents): Promise<void> {
  await writeExcel<Seen>({
    sheet: cell.sheet,
    look: async (context) => {
      const found = await look(context, cell);
      const now: unknown = found.range.formulas[0]?.[0];
      if (String(now).toUpperCase() !== formula.toUpperCase())
        throw new WorkbookError('changed-meanwhile', { ...cell });
      return found;
    },
    write: (context) => put(context, cell, before),
    restore: (context) => put(context, cell, [[formula]]),
  });
}
