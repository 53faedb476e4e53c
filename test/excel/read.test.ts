/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ExcelWorkbook } from '../../src/excel';
import { openXlsx } from '../../src/workbench/host';
import { XlsxWorkbook } from '../../src/xlsx';
import { cellAt, shownAt, type Grid, type WorkbookSnapshot } from '../../src/workbook';
import { closeExcel, openExcel, until } from '../support/office';

afterAll(closeExcel);

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(__dirname, '../fixtures', name)));

/** The cells of a grid by their places. */
function cellsOf(grid: Grid): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const line of grid.rows)
    line.cells.forEach((cell, at) => (cells[`${line.row},${line.columns[at]}`] = cell));
  return cells;
}

const comparable = (book: WorkbookSnapshot): unknown => ({
  sheets: book.sheets.map((grid) => ({
    name: grid.name,
    visibility: grid.visibility,
    cells: cellsOf(grid),
    merges: [...grid.merges].sort((a, b) => a.top - b.top || a.left - b.left),
  })),
  names: book.names,
  tables: book.tables,
  date1904: book.date1904,
  store: book.store,
});

describe('reading through Office.js', () => {
  test.each(['prato-peg-2017.xlsx', 'prato-peg-2017-dati.xlsx'])(
    '%s: the same cells, texts and merges as from the file',
    async (name) => {
      const bytes = fixture(name);
      // A file says nothing about the reader's country: texts are compared in English.
      await openExcel({ ...openXlsx(bytes, name), locale: 'en-US' });
      const fromExcel = await new ExcelWorkbook().snapshot();
      const fromFile = await new XlsxWorkbook(bytes, name).snapshot();
      expect(comparable(fromExcel)).toEqual(comparable(fromFile));
      expect(fromExcel.name).toBe(name);
    },
  );

  test('a workbook of one block takes four round trips, whatever its sheets', async () => {
    const name = 'prato-peg-2017.xlsx';
    const excel = await openExcel(openXlsx(fixture(name), name));
    await new ExcelWorkbook().snapshot();
    await until(() => excel.heldReferences === 0);
    // The fifth is the client's own: it gives back the ranges it kept.
    expect(excel.requests).toHaveLength(5);
  });

  test('a large sheet comes in blocks of 8,000 cells, and blocks too large for Excel are halved', async () => {
    const excel = await openExcel({ sheets: ['Grande'], maxPayload: 400_000 });
    const id = excel.sheetId('Grande');
    const rows = 3000;
    excel.engine.patch(
      id,
      Array.from({ length: rows * 4 }, (_cell, position) => ({
        row: Math.floor(position / 4) + 10,
        column: (position % 4) + 1,
        content: { value: position % 4 === 0 ? `1.${position}0` : `testo ${position}` },
      })),
    );
    const { sheets } = await new ExcelWorkbook().snapshot();
    const [grid] = sheets;
    expect(grid?.rows).toHaveLength(rows);
    expect(grid?.rows[0]?.row).toBe(10);
    expect(grid && cellAt(grid, rows + 9, 1)).toEqual({ value: '1.119960', text: '1.119960' });
    expect(grid?.rows.every(({ columns }) => columns.join() === '1,2,3,4')).toBe(true);
  });

  test('what a cell shows, what it holds, its format, its formula and its error are kept apart', async () => {
    const excel = await openExcel({ sheets: ['Foglio1'] });
    excel.type('Foglio1', 'A1', '31/12/2017');
    excel.type('Foglio1', 'B1', '45,3%');
    excel.type('Foglio1', 'C1', "'1.10");
    excel.type('Foglio1', 'D1', '=1/0');
    excel.type('Foglio1', 'E1', 'VERO');
    excel.type('Foglio1', 'F1', '=B1*2');
    const { sheets } = await new ExcelWorkbook().snapshot();
    expect(sheets[0]?.rows[0]?.cells).toEqual([
      { value: 43100, text: '31/12/2017', format: 'dd/mm/yyyy' },
      { value: 0.453, text: '45.30%', shown: '45,30%', format: '0.00%' },
      { value: '1.10', text: '1.10' },
      { value: null, text: '#DIV/0!', error: true, formula: '1/0' },
      { value: true, text: 'VERO' },
      { value: 0.906, text: '0.906', shown: '0,906', formula: 'B1*2' },
    ]);
  });

  test.each(['it-IT', 'en-US'])('%s: what a cell says is the same in every language', async (locale) => {
    const excel = await openExcel({ sheets: ['Foglio1'], locale });
    const contents = [1.1, 1234.5, 45658, true, false, '1.10'];
    const formats = ['General', '#,##0.00', 'dd/mm/yyyy', 'General', 'General', '@'];
    excel.engine.patch(
      's1',
      contents.map((value, column) => ({
        row: 0,
        column,
        content: { value },
        style: { format: formats[column] ?? 'General' },
      })),
    );
    excel.type('Foglio1', 'G1', '=NA()');
    excel.type('Foglio1', 'H1', '=NOSUCHNAME');
    excel.type('Foglio1', 'I1', '=""');
    const [sheet] = (await new ExcelWorkbook().snapshot()).sheets;
    expect(sheet?.rows[0]?.cells.map(({ text }) => text)).toEqual(
      ['1.1', '1,234.50', '01/01/2025', 'VERO', 'FALSO', '1.10'].concat('#N/A', '#NAME?', ''),
    );
    expect(sheet?.rows[0]?.cells.at(-1)).toMatchObject({ value: null, text: '', formula: '""' });
    expect(sheet && shownAt(sheet, 0, 0)).toBe(locale === 'it-IT' ? '1,1' : '1.1');
    expect(sheet && shownAt(sheet, 0, 6)).toBe(locale === 'it-IT' ? '#N/D' : '#N/A');
  });

  test('hidden rows, columns and sheets, names, tables, 1904 dates, merges beyond what Excel lists at once', async () => {
    const excel = await openExcel({ sheets: ['Dati', 'Nascosto', 'L’altro'], state: { date1904: true } });
    const id = excel.sheetId('Dati');
    const cells = Array.from({ length: 1400 }, (_cell, row) => ({
      row,
      column: 0,
      content: { value: `r${row}` },
    }));
    excel.engine.patch(id, [...cells, { row: 0, column: 3, content: { value: 'Codice' } }]);
    for (let row = 0; row < 1200; row += 2)
      excel.engine.merge(id, { top: row, left: 0, bottom: row + 1, right: 0 });
    excel.engine.setHidden(id, 'row', 3, 4, true);
    excel.engine.setHidden(id, 'column', 1, 1, true);
    excel.engine.setSheetHidden(excel.sheetId('Nascosto'), true);
    excel.engine.setName({ name: 'codici', refersTo: "'L’altro'!$A$2:$B$9" });
    excel.engine.setName({ name: 'rotto', refersTo: '#REF!' });
    excel.engine.setName({ name: 'formula', refersTo: 'SUM(Dati!$A$1:$A$3)' });
    excel.state.tables.push({
      id: '{T1}',
      name: 'Tabella',
      sheetId: id,
      area: { top: 0, left: 3, bottom: 5, right: 3 },
      showHeaders: true,
      style: '',
    });
    const book = await new ExcelWorkbook().snapshot();
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Dati', 'visible'],
      ['Nascosto', 'hidden'],
      ['L’altro', 'visible'],
    ]);
    const [grid] = book.sheets;
    expect(grid?.merges).toHaveLength(600);
    expect(new Set(grid?.merges.map((area) => area.top)).size).toBe(600);
    expect([...(grid?.hiddenRows ?? [])]).toEqual([3, 4]);
    expect([...(grid?.hiddenColumns ?? [])]).toEqual([1]);
    expect(book.names).toEqual([{ name: 'codici', ref: { sheet: 'L’altro', address: 'A2:B9' } }]);
    expect(book.tables).toEqual([
      { name: 'Tabella', ref: { sheet: 'Dati', address: 'D1:D6' }, columns: ['Codice'], hasHeader: true },
    ]);
    expect(book.date1904).toBe(true);
  });

  test('only the sheets asked for are read, and unknown names are left out', async () => {
    const excel = await openExcel({ sheets: ['Uno', 'Due'] });
    excel.type('Due', 'A1', 'testo');
    const { sheets } = await new ExcelWorkbook().snapshot(['Due', 'Tre']);
    expect(sheets.map(({ name }) => name)).toEqual(['Due']);
  });
});
