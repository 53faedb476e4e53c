/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { ExcelWorkbook } from '../../src/excel';
import type { Unsubscribe, WorkbookChange } from '../../src/workbook';
import { closeExcel, openExcel, until } from '../support/office';

let stop: Unsubscribe | null = null;
afterEach(async () => {
  await stop?.();
  stop = null;
});
afterAll(closeExcel);

const port = new ExcelWorkbook();

/** What the listener was told, gathered; `undefined` entries never occur. */
async function follow(): Promise<WorkbookChange[]> {
  const told: WorkbookChange[] = [];
  stop = await port.watch((change) => told.push(change));
  return told;
}

describe('following the workbook', () => {
  test('edits of the user are told per sheet, once when he pauses', async () => {
    const excel = await openExcel({ sheets: ['Uno', 'Due', 'Tre'] });
    const told = await follow();
    excel.type('Uno', 'A1', 'a');
    excel.type('Uno', 'A2', 'b');
    excel.type('Tre', 'A1', 'c');
    await until(() => told.length > 0);
    expect(told).toEqual([{ sheets: ['Uno', 'Tre'] }]);
  });

  test('a sheet whose formulas gave other results is told, too', async () => {
    const excel = await openExcel({ sheets: ['Dati', 'Calcoli'] });
    excel.type('Dati', 'A1', '1');
    excel.type('Calcoli', 'A1', '=Dati!A1*2');
    await excel.engine.settle();
    const told = await follow();
    excel.type('Dati', 'A1', '2');
    await until(() => told.length > 0);
    expect([...(told[0]?.sheets ?? [])].sort()).toEqual(['Calcoli', 'Dati']);
  });

  test.each<[string, (excel: Awaited<ReturnType<typeof openExcel>>) => void, WorkbookChange]>([
    [
      'formats change what is shown',
      (excel) => excel.engine.patch('s1', [{ row: 0, column: 0, style: { format: '0000' } }]),
      { sheets: ['Uno'] },
    ],
    ['rows are hidden', (excel) => excel.engine.setHidden('s1', 'row', 0, 0, true), { sheets: ['Uno'] }],
    ['rows are inserted', (excel) => excel.engine.insert('s1', 'row', 0, 1), { sheets: ['Uno'] }],
    ['a sheet is added', (excel) => void excel.engine.addSheet('Nuovo'), { sheets: null }],
    ['a sheet is deleted', (excel) => excel.engine.removeSheet('s2'), { sheets: null }],
    ['a sheet is renamed', (excel) => excel.engine.renameSheet('s2', 'Altro nome'), { sheets: null }],
  ])('%s', async (_name, change, expected) => {
    const excel = await openExcel({ sheets: ['Uno', 'Due'] });
    excel.type('Uno', 'A1', '7');
    await excel.engine.settle();
    const told = await follow();
    change(excel);
    await until(() => told.length > 0);
    expect(told).toEqual([expected]);
  });

  test('when Excel cannot say which sheet it was, everything is told as changed', async () => {
    const excel = await openExcel({ sheets: ['Uno', 'Due'] });
    const told = await follow();
    excel.intercept = () => ({ error: { Code: 'GeneralException', Message: 'Guasto' } });
    excel.type('Uno', 'A1', 'a');
    await until(() => told.length > 0);
    expect(told).toEqual([{ sheets: null }]);
    excel.intercept = () => undefined;
  });

  test('nothing is told any more after the end', async () => {
    const excel = await openExcel({ sheets: ['Uno'] });
    const told = await follow();
    await stop?.();
    stop = null;
    excel.type('Uno', 'A1', 'a');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(told).toEqual([]);
  });
});
