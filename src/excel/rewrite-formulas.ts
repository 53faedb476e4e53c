import { parseArea, areaAddress, type CellRef } from '../workbook';
import { isFormula } from './neutral';
import { LOCKED, askRefusals } from './refusals';
import { writeExcel } from './run';

/** A formula and where it stands. */
export interface FormulaCell extends CellRef {
  /** Without its equals sign, English. */
  readonly formula: string;
}

interface Seen {
  readonly ranges: readonly Excel.Range[];
  readonly before: readonly (string | number | boolean)[][][];
}

/**
 * Writes formulas again where they stand: a formula that Excel did not understand when the workbook was opened
 * (`#NAME?`) is understood now that the add-in is there (office-js 5865, 6355). Cells that no longer hold a formula are
 * left alone.
 * @returns how many were written
 */
export async function rewriteFormulas(cells: readonly FormulaCell[]): Promise<number> {
  if (cells.length === 0) return 0;
  const { ranges } = await writeExcel<Seen>({
    sheet: cells[0]?.sheet,
    look: async (context) => {
      const refusals = askRefusals(
        context,
        cells.map(({ sheet }) => sheet),
      );
      const all = cells.map(({ sheet, address }) =>
        refusals.sheet(sheet).getRange(singleCell(address)).load(`formulas,values,${LOCKED}`),
      );
      await context.sync();
      const bySheet = new Map<string, Excel.Range[]>();
      cells.forEach(({ sheet }, position) => {
        const range = all[position];
        if (range) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), range]);
      });
      refusals.check(bySheet);
      return { ranges: all, before: all.map(({ formulas }) => formulas) };
    },
    write: async (context, seen) => {
      cells.forEach(({ formula }, position) => {
        const range = seen.ranges[position];
        if (range && holdsFormula(range)) range.formulas = [[`=${formula}`]];
      });
      await context.sync();
    },
    restore: async (context, { before }) => {
      cells.forEach(({ sheet, address }, position) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange(singleCell(address));
        range.formulas = before[position] ?? [];
      });
      await context.sync();
    },
  });
  return ranges.filter(holdsFormula).length;
}

const holdsFormula = (range: Excel.Range): boolean => isFormula(range.formulas[0]?.[0], range.values[0]?.[0]);

const singleCell = (address: string): string => {
  const area = parseArea(address);
  return area ? areaAddress({ ...area, bottom: area.top, right: area.left }) : address;
};
