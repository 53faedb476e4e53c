import { mapWorkbook } from '../mapping';
import type { Plan } from '../plan';
import { gridOf, snapshotOf, type CellValue, type WorkbookSnapshot } from '../workbook';

/**
 * A small workbook as rule files and tests write it: sheets by name, rows of cells, the first row a header.
 * Blank cells are `""` or left out at the end of a row.
 */
export type ExamplePlan = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** The workbook of an example, in the order of its sheets. */
export function exampleWorkbook(example: ExamplePlan): WorkbookSnapshot {
  return snapshotOf(
    Object.entries(example).map(([sheet, rows]) => gridOf(sheet, rows)),
    { name: 'esempio.xlsx' },
  );
}

/** The plan of an example, read as any workbook is. */
export function planFromExample(example: ExamplePlan): Plan {
  return mapWorkbook({ workbooks: [exampleWorkbook(example)] }).plan;
}
