import { WorkbookError } from '../workbook';
import { runExcel } from './run';

/** Writes a formula (with its equals sign, English, commas) into the first cell of the selection. */
export async function insertFormula(formula: string): Promise<void> {
  await runExcel(async (context) => {
    const cell = context.workbook.getSelectedRange().getCell(0, 0).load('formulas,address');
    const { protection } = cell.worksheet.load('name');
    protection.load('protected');
    await context.sync();
    const sheet = cell.worksheet.name;
    if (protection.protected) throw new WorkbookError('protected-sheet', { sheet });
    cell.formulas = [[formula]];
    await context.sync();
  });
}
