/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { ExcelWorkbook } from '../../src/excel';
import type { CellMark } from '../../src/workbook';
import type { Fault, StandInExcel } from '../../src/workbench/host';
import { closeExcel, openExcel } from '../support/office';

afterAll(closeExcel);

const port = new ExcelWorkbook();

const mark = (address: string, level: CellMark['level'] = 'error', sheet = 'Dati'): CellMark => ({
  sheet,
  address,
  level,
});

/** Marks as they stand in the workbook: sheet, area, colour. */
const marks = (excel: StandInExcel): string[] =>
  excel.state.conditionalFormats
    .filter(({ formula }) => formula.includes('coerenza-peg'))
    .map(
      ({ sheetId, area, fill }) => `${sheetId} ${area.top}-${area.bottom},${area.left}-${area.right} ${fill}`,
    )
    .sort();

/** A format of the user's own on the same cells. */
const USERS = {
  id: '{SUO}',
  sheetId: 's1',
  area: { top: 0, left: 0, bottom: 9, right: 3 },
  type: 'Custom',
  formula: '=$A1>5',
  fill: '#00FF00',
  stopIfTrue: true,
};

describe('marks', () => {
  test('are put on, replaced and taken away; contents, formats and rules of the user stay', async () => {
    const excel = await openExcel({
      sheets: ['Dati', 'Altro'],
      state: { conditionalFormats: [{ ...USERS }] },
    });
    excel.type('Dati', 'A1', "'1.10");
    excel.engine.patch('s1', [{ row: 0, column: 0, style: { fill: '#ABCDEF', bold: true, format: '@' } }]);
    const style = excel.engine.style('s1', 0, 0);
    expect(await port.marked()).toBe(false);
    await port.mark([mark('A1'), mark('A2'), mark('A3', 'warning'), mark('C5', 'info', 'Altro')]);
    expect(marks(excel)).toEqual(['s1 0-1,0-0 #FFC7C7', 's1 2-2,0-0 #FFE699', 's2 4-4,2-2 #CFE2F3']);
    expect(await port.marked()).toBe(true);
    await port.mark([mark('B7')]);
    expect(marks(excel)).toEqual(['s1 6-6,1-1 #FFC7C7']);
    await port.mark([]);
    expect(await port.marked()).toBe(false);
    expect(excel.state.conditionalFormats).toEqual([USERS]);
    expect(excel.engine.style('s1', 0, 0)).toEqual(style);
    expect(await excel.value('Dati', 'A1')).toBe('1.10');
  });

  test('a cell with several findings shows the gravest', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    await port.mark([mark('A1', 'info'), mark('A1', 'error'), mark('A1', 'warning')]);
    expect(marks(excel)).toEqual(['s1 0-0,0-0 #FFC7C7']);
  });

  test('another session finds and removes them, also after rows were inserted', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    await port.mark([mark('A2')]);
    excel.engine.insert('s1', 'row', 0, 2);
    expect(marks(excel)).toEqual(['s1 3-3,0-0 #FFC7C7']);
    const other = new ExcelWorkbook();
    expect(await other.marked()).toBe(true);
    await other.mark([]);
    expect(excel.state.conditionalFormats).toEqual([]);
  });

  test('hundreds of them take few round trips', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    const many = Array.from({ length: 900 }, (_mark, row) => mark(`A${row * 2 + 1}`));
    await port.mark(many);
    expect(marks(excel)).toHaveLength(900);
    expect(excel.requests.length).toBeLessThan(10);
  });

  test.each<[string, (excel: StandInExcel) => void, string]>([
    ['a protected sheet', (excel) => excel.state.protectedSheets.add('s1'), 'protected-sheet'],
    ['a read-only workbook', (excel) => (excel.state.readOnly = true), 'read-only'],
    ['a sheet that is gone', (excel) => excel.engine.removeSheet('s1'), 'sheet-gone'],
  ])('%s: one clear reason, nothing marked', async (_name, prepare, code) => {
    const excel = await openExcel({ sheets: ['Dati', 'Altro'] });
    prepare(excel);
    await expect(port.mark([mark('C5', 'info', 'Altro'), mark('A1')])).rejects.toMatchObject({ code });
    expect(excel.state.conditionalFormats).toEqual([]);
  });

  test.each<[string, Fault]>([
    ['the user edits a cell', { status: 5004 }],
    ['an error of the API', { error: { Code: 'GeneralException', Message: 'Guasto' } }],
  ])('%s, at every round trip: the marks that were there, and no others', async (_name, fault) => {
    for (let at = 1, worked = false; !worked; at++) {
      expect(at).toBeLessThan(20);
      const excel = await openExcel({ sheets: ['Dati', 'Altro'] });
      await port.mark([mark('B2', 'warning')]);
      const [before, from] = [marks(excel), excel.requests.length];
      let hit = false;
      excel.intercept = (_request, number) => {
        if (number - from !== at) return undefined;
        hit = true;
        return fault;
      };
      const outcome = await port.mark([mark('A1'), mark('C5', 'info', 'Altro')]).then(
        () => null,
        (error: unknown) => error,
      );
      worked = !hit;
      if (outcome === null) continue;
      expect(outcome).toMatchObject({ name: 'WorkbookError' });
      expect(marks(excel)).toEqual(before);
    }
  });
});

describe('the selection', () => {
  test.each([
    [{ top: 2, left: 1, bottom: 8, right: 3 }, 'B3:D9'],
    [{ top: 4, left: 0, bottom: 4, right: 0 }, 'A5'],
    [{ top: 0, left: 1, bottom: 1_048_575, right: 2 }, 'B2:C6'],
    [{ top: 2, left: 0, bottom: 3, right: 16_383 }, 'B3:D4'],
  ])('%j is %s', async (area, address) => {
    const excel = await openExcel({ sheets: ["Obiettivi dell'anno, 1; 2"] });
    excel.type("Obiettivi dell'anno, 1; 2", 'B2', 'a');
    excel.type("Obiettivi dell'anno, 1; 2", 'D6', 'b');
    excel.engine.select('s1', area);
    expect(await port.selection()).toEqual([{ sheet: "Obiettivi dell'anno, 1; 2", address }]);
  });

  test('an empty column, or no cells at all, is no selection', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    excel.engine.select('s1', { top: 0, left: 5, bottom: 1_048_575, right: 5 });
    await expect(port.selection()).rejects.toMatchObject({ code: 'no-selection' });
    excel.intercept = () => ({ error: { Code: 'InvalidSelection', Message: 'Un grafico' } });
    await expect(port.selection()).rejects.toMatchObject({ code: 'no-selection' });
  });
});
