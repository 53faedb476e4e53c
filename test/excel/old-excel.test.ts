/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { ExcelWorkbook, freezeFormulas, insertFormula } from '../../src/excel';
import { closeExcel, openExcel, until, withUndoGroups } from '../support/office';

afterEach(() => jest.restoreAllMocks());
afterAll(closeExcel);

/**
 * Microsoft's own gate, which names the API version a call needs. In this build of office.js it looks at a switch
 * that is never set: the test sets it.
 */
const closeGate = (): void => {
  Object.assign((OfficeExtension as unknown as { CommonUtility: object }).CommonUtility, {
    _doApiNotSupportedCheck: true,
  });
};

/** Excel 2021 with a volume licence: the oldest that the manifest lets in. */
const OLD = { requirements: { ExcelApi: '1.14' } };
const port = new ExcelWorkbook();

describe('an Excel with ExcelApi 1.14', () => {
  test('has the gate closed', async () => {
    await openExcel(OLD);
    closeGate();
    await expect(
      Excel.run(async (context) => {
        context.workbook.worksheets.onNameChanged.add(() => Promise.resolve());
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  test('reads the workbook, its merged cells and its hidden rows', async () => {
    const excel = await openExcel({ ...OLD, sheets: ['Dati'] });
    excel.type('Dati', 'B2', "'1.10");
    excel.type('Dati', 'C2', '=1+1');
    excel.engine.merge('s1', { top: 1, left: 1, bottom: 2, right: 1 });
    const [grid] = (await port.snapshot()).sheets;
    expect(grid?.rows).toEqual([
      {
        row: 1,
        columns: [1, 2],
        cells: [
          { value: '1.10', text: '1.10' },
          { value: 2, text: '2', formula: '1+1' },
        ],
      },
    ]);
    expect(grid?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
  });

  test('writes cells, the check sheet, the private part and marks, and asks for no undo group', async () => {
    const excel = await openExcel({ ...OLD, sheets: ['Dati'] });
    const begun = withUndoGroups();
    await port.write([{ sheet: 'Dati', address: 'A1', value: '=testo' }]);
    await port.writeReport({
      name: 'Verifica PEG',
      rows: [[{ value: 'Titolo', style: 'title' }]],
      widths: [20],
    });
    await port.writeStore('<store xmlns="urn:coerenza-peg:store:1" version="1">{}</store>');
    await port.mark([{ sheet: 'Dati', address: 'A1', level: 'error' }]);
    await port.select({ sheet: 'Dati', address: 'A1' });
    expect(await excel.value('Dati', 'A1')).toBe('=testo');
    expect(await excel.value('Verifica PEG', 'A1')).toBe('Titolo');
    expect(excel.state.xmlParts).toHaveLength(1);
    expect(await port.marked()).toBe(true);
    expect(begun.filter((options) => 'mergeUndoGroup' in options)).toEqual([]);
  });

  test('tells its selection, inserts a formula and freezes it', async () => {
    const excel = await openExcel({ ...OLD, sheets: ['Dati'] });
    excel.type('Dati', 'A1', "'1.10");
    excel.engine.select('s1', { top: 0, left: 1, bottom: 3, right: 2 });
    expect(await port.selection()).toEqual([{ sheet: 'Dati', address: 'B1:C4' }]);
    await insertFormula('=A1');
    const frozen = await freezeFormulas(await port.snapshot(), (formula) => formula === 'A1');
    expect(frozen).toMatchObject({ frozen: 1, left: [], selected: true });
    expect(await excel.value('Dati', 'B1')).toBe('1.10');
    expect(excel.engine.cell('s1', 0, 1)?.formula).toBeNull();
  });

  test('is followed', async () => {
    const excel = await openExcel({ ...OLD, sheets: ['Dati'] });
    const told = jest.fn();
    const stop = await port.watch(told);
    excel.type('Dati', 'A1', 'nuovo');
    await until(() => told.mock.calls.length > 0);
    expect(told).toHaveBeenCalledWith({ sheets: ['Dati'] });
    await stop();
  });
});
