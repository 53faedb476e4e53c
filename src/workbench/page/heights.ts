import {
  ICommandService,
  IUniverInstanceService,
  UniverInstanceType,
  type IRowAutoHeightInfo,
  type Univer,
  type Workbook,
} from '@univerjs/core';
import { SetWorksheetRowAutoHeightMutation } from '@univerjs/sheets';
import { AutoHeightController } from '@univerjs/sheets-ui';
import type { EngineWorkbook } from '../host';
import type { SpreadsheetEngine } from '../host/engine/port';

/** Pixels of a line of text per point of its font: Excel gives 25 to 14 points, 20 to 11. */
const LINE = 1.79;

/**
 * Rows without a height of their own are as high as their wrapped text: a spreadsheet program measures them when it
 * shows a sheet, Univer only after an edit. Here they are measured when a sheet is shown for the first time.
 */
export function fitRows(univer: Univer, engine: SpreadsheetEngine, workbook: Partial<EngineWorkbook>): void {
  const fitted = new Set<string>();
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const fit = (sheetId: string): void => {
    if (fitted.has(sheetId)) return;
    fitted.add(sheetId);
    const sheet = workbook.sheets?.[sheetId];
    const rows = Object.keys(sheet?.cellData ?? {})
      .map(Number)
      .filter((row) => sheet?.rowData?.[row]?.h === undefined);
    const lastColumn = (sheet?.columnCount ?? 1) - 1;
    const ranges = rows.map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: lastColumn }));
    const { redos } = injector.get(AutoHeightController).getUndoRedoParamsOfAutoHeight(ranges, sheetId);
    for (const { id, params } of redos) commands.syncExecuteCommand(id, params, { onlyLocal: true });
    const book = injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    const shown = book?.getSheetBySheetId(sheetId);
    if (!book || !shown) return;
    const low = lowRows(workbook, sheetId, rows, (row) => shown.getRowHeight(row));
    const room = { unitId: book.getUnitId(), subUnitId: sheetId, rowsAutoHeightInfo: low };
    commands.syncExecuteCommand(SetWorksheetRowAutoHeightMutation.id, room, { onlyLocal: true });
  };
  engine.onEvent((event) => {
    if (event.kind === 'sheet-activated') setTimeout(() => fit(event.sheetId), 0);
  });
  setTimeout(() => fit(engine.activeSheet()), 0);
}

/**
 * Rows lower than their letters, with the height they need: Univer does not measure merged cells at all, but a title
 * across the columns still wants its room.
 */
function lowRows(
  workbook: Partial<EngineWorkbook>,
  sheetId: string,
  rows: readonly number[],
  heightOf: (row: number) => number,
): IRowAutoHeightInfo[] {
  const cells = workbook.sheets?.[sheetId]?.cellData ?? {};
  return rows.flatMap((row) => {
    const sizes = Object.values(cells[row] ?? {}).map((cell) => {
      const style = typeof cell.s === 'string' ? workbook.styles?.[cell.s] : cell.s;
      return cell.v === undefined || cell.v === null ? 0 : (style?.fs ?? 0);
    });
    const autoHeight = Math.round(Math.max(0, ...sizes) * LINE);
    return autoHeight > heightOf(row) ? [{ row, autoHeight }] : [];
  });
}
