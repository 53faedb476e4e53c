import type { StandInExcel } from '../../src/workbench/host';
import type { WorkbookSnapshot } from '../../src/workbook';

/** Puts the sheets of a workbook into an open Excel that has sheets of these names, texts as texts. */
export function fillExcel(excel: StandInExcel, book: WorkbookSnapshot): void {
  for (const grid of book.sheets) {
    const cells = grid.rows.flatMap((line) =>
      line.cells.map((cell, at) => ({
        row: line.row,
        column: line.columns[at] ?? 0,
        content: { value: cell.value },
      })),
    );
    excel.engine.patch(excel.sheetId(grid.name), cells);
  }
}
