/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ExcelWorkbook, freezeFormulas } from '../../src/excel';
import { mergesIn } from '../../src/excel/merges-from-file';
import { readWorkbook } from '../../src/xlsx';
import { closeExcel, openExcel } from '../support/office';

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

const OLD = { requirements: { ExcelApi: '1.5' } };
const port = new ExcelWorkbook();

describe('an Excel with ExcelApi 1.5', () => {
  test('has the gate closed', async () => {
    await openExcel(OLD);
    closeGate();
    await expect(
      Excel.run(async (context) => {
        context.workbook.comments.load('items/id');
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  test('reads cells, names, tables and the private part, and merged cells from a copy of the file', async () => {
    const excel = await openExcel({ ...OLD, sheets: ['Dati'] });
    excel.type('Dati', 'B2', "'1.10");
    excel.type('Dati', 'C2', '=1+1');
    excel.engine.merge('s1', { top: 1, left: 1, bottom: 2, right: 1 });
    const book = await port.snapshot();
    expect(book.name).toBe('Cartel1.xlsx');
    expect(book.sheets[0]?.rows).toEqual([
      {
        row: 1,
        columns: [1, 2],
        cells: [
          { value: '1.10', text: '1.10' },
          { value: 2, text: '2', formula: '1+1' },
        ],
      },
    ]);
    expect(book.sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 1 }]);
  });

  test('says that it is too old when it hands out no file either', async () => {
    const excel = await openExcel({ ...OLD, sheets: ['Dati'] });
    excel.type('Dati', 'A1', 'testo');
    Object.assign(excel, { documentCopy: () => undefined });
    await expect(port.snapshot()).rejects.toMatchObject({ code: 'api-too-old' });
  });

  test('writes cells, the check sheet and the private part, and shows a cell', async () => {
    const excel = await openExcel({ ...OLD, sheets: ['Dati'] });
    await port.write([{ sheet: 'Dati', address: 'A1', value: '=testo' }]);
    await port.writeReport({
      name: 'Verifica PEG',
      rows: [[{ value: 'Titolo', style: 'title' }]],
      widths: [20],
    });
    await port.writeStore('<store xmlns="urn:coerenza-peg:store:1" version="1">{}</store>');
    await port.select({ sheet: 'Dati', address: 'A1' });
    expect(await excel.value('Dati', 'A1')).toBe('=testo');
    expect(await excel.value('Verifica PEG', 'A1')).toBe('Titolo');
    expect(excel.state.xmlParts).toHaveLength(1);
  });

  test('marks nothing and says so; there are none to take away', async () => {
    await openExcel({ ...OLD, sheets: ['Dati'] });
    const mark = { sheet: 'Dati', address: 'A1', level: 'error' as const };
    await expect(port.mark([mark])).rejects.toMatchObject({ code: 'api-too-old' });
    expect(await port.marked()).toBe(false);
    await port.mark([]);
  });

  test('tells its selection, and freezes the cells of formulas', async () => {
    const excel = await openExcel({ ...OLD, sheets: ['Dati'] });
    excel.type('Dati', 'A1', "'1.10");
    excel.type('Dati', 'B2', '=A1');
    excel.engine.select('s1', { top: 0, left: 1, bottom: 3, right: 2 });
    expect(await port.selection()).toEqual([{ sheet: 'Dati', address: 'B1:C4' }]);
    const frozen = await freezeFormulas(await port.snapshot(), (formula) => formula === 'A1');
    expect(frozen).toEqual({ frozen: 1, left: [], selected: true });
    expect(await excel.value('Dati', 'B2')).toBe('1.10');
    expect(excel.engine.cell('s1', 1, 1)?.formula).toBeNull();
  });

  test('is not followed: it has no events, and says nothing wrong', async () => {
    await openExcel({ ...OLD, sheets: ['Dati'] });
    const stop = await port.watch(() => undefined);
    await stop();
  });
});

describe('merged cells from the bytes of a file', () => {
  test.each(['prato-peg-2017.xlsx', 'xlsx/libreoffice.xlsx', 'xlsx/openpyxl.xlsx'])('%s', (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(__dirname, '../fixtures', name)));
    const merges = mergesIn(bytes);
    for (const grid of readWorkbook(bytes, name).sheets) {
      expect([grid.name, merges.get(grid.name)]).toEqual([grid.name, grid.merges]);
    }
  });
});
