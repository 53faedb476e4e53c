import type { StandInExcel } from '../../src/workbench/host';
import type { WorkbookSnapshot } from '../../src/workbook';

/** Puts the sheets of a workbook into an open Excel that has sheets of these names, texts as texts. */
export function fillExcel(excel: StandInExcel, book: WorkbookSnapshot): void {
  for (const grid of book.sheets) {
    const cells = grid.cells.flatMap((line, row) =>
      line.flatMap((cell, column) => (cell ? [{ row, column, content: { value: cell.value } }] : [])),
    );
    excel.engine.patch(excel.sheetId(grid.name), cells);
  }
}
