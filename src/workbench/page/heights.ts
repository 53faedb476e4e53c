import { ICommandService, type Univer } from '@univerjs/core';
import { AutoHeightController } from '@univerjs/sheets-ui';
import type { EngineWorkbook } from '../host';
import type { SpreadsheetEngine } from '../host/engine/port';

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
  };
  engine.onEvent((event) => {
    if (event.kind === 'sheet-activated') setTimeout(() => fit(event.sheetId), 0);
  });
  setTimeout(() => fit(engine.activeSheet()), 0);
}
