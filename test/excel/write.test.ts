/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import fc from 'fast-check';
import { ExcelWorkbook } from '../../src/excel';
import { REPORT_MARK, type ReportSheet, type WorkbookError } from '../../src/workbook';
import type { Fault, StandInExcel } from '../../src/workbench/host';
import { closeExcel, openExcel } from '../support/office';

afterAll(closeExcel);

const port = new ExcelWorkbook();
const HOSTILE = [
  '=1+1',
  '+39 0574',
  '-5 %',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '1.10',
  '0101',
  '1E5',
  'VERO',
  'TRUE',
];
const MORE = [
  "'già",
  '3-4',
  '12%',
  '1,5',
  'gen 2017',
  '=HYPERLINK("http://x")',
  '#N/A',
  '  =A1',
  '(5)',
  '£5',
];

/** Everything a user sees of the workbook. */
async function contents(excel: StandInExcel): Promise<unknown> {
  await excel.engine.settle();
  return excel.engine.sheets().map(({ id, name, hidden }) => {
    const area = excel.engine.usedArea(id, false);
    const cells: unknown[] = [];
    for (let row = area?.top ?? 0; area && row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        cells.push(excel.engine.cell(id, row, column), excel.engine.style(id, row, column));
      }
    }
    return { name, hidden, area, cells, merges: excel.engine.merges(id) };
  });
}

const REPORT: ReportSheet = {
  name: 'Verifica PEG',
  rows: [
    [{ value: 'Verifica di coerenza', style: 'title' }],
    [
      { value: 'Regola', style: 'heading' },
      { value: 'Messaggio', style: 'heading' },
      { value: 'Cella', style: 'heading' },
    ],
    [
      { value: 'STR-01', style: 'error' },
      { value: '=testo che comincia con uguale' },
      { value: 'Dati!A1', link: { sheet: 'Dati di "base"', address: 'A1' } },
    ],
    [{ value: 'STR-02', style: 'warning' }, { value: '1.10' }, { value: 66 }],
  ],
  widths: [12, 80, 14],
  printTitles: [1, 1],
  header: 'Comune & PEG',
};

describe('writing cells', () => {
  test('text stays this text: no formula, number, date or truth value comes of it', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    const texts = [...HOSTILE, ...MORE];
    await port.write(texts.map((value, row) => ({ sheet: 'Dati', address: `B${row + 2}`, value })));
    const read = await Promise.all(texts.map((_text, row) => excel.value('Dati', `B${row + 2}`)));
    expect(read).toEqual(texts);
    for (let row = 0; row < texts.length; row++) {
      expect(excel.engine.cell('s1', row + 1, 1)?.formula).toBeNull();
    }
  });

  test('any text stays this text (property)', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 }),
        async (texts) => {
          await port.write(texts.map((value, row) => ({ sheet: 'Dati', address: `A${row + 1}`, value })));
          const read = await Promise.all(texts.map((_text, row) => excel.value('Dati', `A${row + 1}`)));
          expect(read).toEqual(texts);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a code column formatted as text keeps its format', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    excel.engine.patch('s1', [{ row: 0, column: 0, content: { value: '1.9' }, style: { format: '@' } }]);
    await port.write([{ sheet: 'Dati', address: 'A1', value: '1.10' }]);
    expect(await excel.value('Dati', 'A1')).toBe('1.10');
    expect(excel.engine.style('s1', 0, 0).format).toBe('@');
  });

  test('takes two round trips, however many cells, and is one step of undo', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    excel.type('Dati', 'A1', 'prima');
    const edits = Array.from({ length: 3000 }, (_edit, row) => ({
      sheet: 'Dati',
      address: `A${row + 1}`,
      value: `v${row}`,
    }));
    await port.write(edits);
    expect(
      excel.requests.filter((request) => request.Actions.some(({ ActionType }) => ActionType === 4)),
    ).toHaveLength(1);
    expect(await excel.value('Dati', 'A3000')).toBe('v2999');
    excel.engine.undo();
    expect(await excel.value('Dati', 'A1')).toBe('prima');
    expect(await excel.value('Dati', 'A3000')).toBeNull();
  });

  test.each<[string, (excel: StandInExcel) => void, Partial<WorkbookError>]>([
    [
      'a protected sheet',
      (excel) => excel.state.protectedSheets.add('s1'),
      { code: 'protected-sheet', details: { sheet: 'Dati' } },
    ],
    ['a read-only workbook', (excel) => (excel.state.readOnly = true), { code: 'read-only' }],
    ['a filtered row', (excel) => excel.engine.setHidden('s1', 'row', 1, 1, true), { code: 'hidden-cell' }],
    [
      'a hidden column',
      (excel) => excel.engine.setHidden('s1', 'column', 0, 0, true),
      { code: 'hidden-cell' },
    ],
    [
      'a sheet that is gone',
      (excel) => excel.engine.removeSheet('s1'),
      { code: 'sheet-gone', details: { sheet: 'Dati' } },
    ],
  ])('%s: one clear reason, and the workbook as it was', async (_name, prepare, error) => {
    const excel = await openExcel({ sheets: ['Dati', 'Altro'] });
    excel.type('Dati', 'A1', 'uno');
    excel.type('Dati', 'A2', 'due');
    prepare(excel);
    const before = await contents(excel);
    const edits = ['A1', 'A2', 'A3'].map((address) => ({ sheet: 'Dati', address, value: 'nuovo' }));
    await expect(port.write(edits)).rejects.toMatchObject({ name: 'WorkbookError', ...error });
    expect(await contents(excel)).toEqual(before);
  });
});

describe('the check sheet', () => {
  test('is added once, marked, and rewritten in place', async () => {
    const excel = await openExcel({ sheets: ['Dati'] });
    excel.engine.select('s1', { top: 2, left: 1, bottom: 2, right: 1 });
    await port.writeReport(REPORT);
    await port.writeReport({ ...REPORT, rows: REPORT.rows.slice(0, 3) });
    expect(excel.engine.sheets().map(({ name }) => name)).toEqual(['Dati', 'Verifica PEG']);
    const id = excel.sheetId('Verifica PEG');
    expect(excel.engine.names()).toEqual([
      expect.objectContaining({ name: REPORT_MARK, hidden: true, sheetId: id }),
    ]);
    expect(await excel.value('Verifica PEG', 'B3')).toBe('=testo che comincia con uguale');
    expect(excel.engine.cell(id, 2, 2)?.formula).toBe(`=HYPERLINK("#'Dati di ""base""'!A1","Dati!A1")`);
    expect(await excel.value('Verifica PEG', 'A4')).toBeNull();
    const heading = excel.engine.style(id, 1, 0);
    expect(heading).toMatchObject({ bold: true, fill: '#1F3864' });
    expect(heading?.wrap ?? false).toBe(false);
    expect(excel.engine.style(id, 2, 1)?.wrap).toBe(true);
    expect(excel.state.sheetSettings.get(id)).toMatchObject({
      printTitleRows: '$2:$2',
      leftHeader: 'Comune && PEG',
    });
    // The user stays where he was.
    expect(excel.selected).toEqual({ sheet: 'Dati', address: 'B3' });
  });

  test('a sheet of the user with this name is never written', async () => {
    const excel = await openExcel({ sheets: ['Dati', 'Verifica PEG'] });
    excel.type('Verifica PEG', 'A1', 'appunti miei');
    const before = await contents(excel);
    await expect(port.writeReport(REPORT)).rejects.toMatchObject({
      code: 'cannot-write',
      details: { reason: 'sheet-name-taken' },
    });
    expect(await contents(excel)).toEqual(before);
  });

  test('thousands of findings arrive in blocks', async () => {
    const excel = await openExcel({ sheets: ['Dati'], maxPayload: 5_000_000 });
    const rows = Array.from({ length: 4500 }, (_row, index) => [
      { value: `riga ${index}` },
      { value: 'x'.repeat(150) },
    ]);
    await port.writeReport({ ...REPORT, rows });
    expect(await excel.value('Verifica PEG', 'A4500')).toBe('riga 4499');
  });
});

describe('the private part', () => {
  test('is added, replaced and removed; parts of others stay', async () => {
    const excel = await openExcel({
      state: { xmlParts: [{ id: '{altro}', xml: '<a xmlns="urn:altro"/>' }] },
    });
    const xml = (version: number): string =>
      `<store xmlns="urn:coerenza-peg:store:1" version="${version}">{}</store>`;
    await port.writeStore(xml(1));
    await port.writeStore(xml(2));
    expect((await port.snapshot()).store).toBe(xml(2));
    expect(excel.state.xmlParts).toHaveLength(2);
    await port.writeStore(null);
    expect((await port.snapshot()).store).toBeNull();
    expect(excel.state.xmlParts.map(({ id }) => id)).toEqual(['{altro}']);
  });
});

const FAULTS: [string, Fault, string][] = [
  ['the user edits a cell', { status: 5004 }, 'cell-edit-mode'],
  ['Excel is busy', { status: 5102 }, 'busy'],
  ['an error of the API', { error: { Code: 'GeneralException', Message: 'Errore interno' } }, 'host-failure'],
];

describe.each(FAULTS)('%s, at every round trip', (_name, fault, code) => {
  const works: [string, () => Promise<unknown>][] = [
    [
      'write',
      () =>
        port.write([
          { sheet: 'Dati', address: 'A1', value: 'nuovo' },
          { sheet: 'Altro', address: 'B2', value: 1 },
        ]),
    ],
    ['first report', () => port.writeReport(REPORT)],
    ['private part', () => port.writeStore('<store xmlns="urn:coerenza-peg:store:1" version="1">{}</store>')],
    ['select', () => port.select({ sheet: 'Altro', address: 'C3' })],
    ['snapshot', () => port.snapshot()],
  ];
  test.each(works)('%s: the reason is told and nothing is half done', async (_work, work) => {
    for (let at = 1; ; at++) {
      const excel = await openExcel({ sheets: ['Dati', 'Altro'] });
      excel.type('Dati', 'A1', 'uno');
      const before = await contents(excel);
      let hit = false;
      excel.intercept = (_request, number) => {
        if (number !== at) return undefined;
        hit = true;
        return fault;
      };
      const outcome = await work().then(
        () => null,
        (error: unknown) => error,
      );
      if (!hit) {
        expect(at).toBeGreaterThan(2);
        return;
      }
      // The last requests only give back ranges: their failure concerns nobody.
      if (outcome === null) continue;
      expect(outcome).toMatchObject({ name: 'WorkbookError', code });
      expect(await contents(excel)).toEqual(before);
      expect(excel.state.xmlParts).toEqual([]);
    }
  });
});

test('a failure in the middle of a batch puts the contents back', async () => {
  const excel = await openExcel({ sheets: ['Dati', 'Altro'] });
  excel.type('Dati', 'A1', "'1.10");
  excel.type('Dati', 'A2', '=A1');
  excel.type('Altro', 'A1', 'due');
  const before = await contents(excel);
  excel.intercept = (request) => {
    // Protection that came between looking and writing: the second sheet refuses.
    if (request.Actions.some(({ ActionType }) => ActionType === 4)) {
      excel.state.protectedSheets.add('s2');
      excel.intercept = () => {
        excel.state.protectedSheets.clear();
        return undefined;
      };
    }
    return undefined;
  };
  const edits = [
    { sheet: 'Dati', address: 'A1', value: 'x' },
    { sheet: 'Dati', address: 'A2', value: 'y' },
    { sheet: 'Altro', address: 'A1', value: 'z' },
  ];
  await expect(port.write(edits)).rejects.toMatchObject({ code: 'protected-sheet' });
  expect(await contents(excel)).toEqual(before);
});

test('when not even that works, it is said', async () => {
  const excel = await openExcel({ sheets: ['Dati', 'Altro'] });
  excel.intercept = (request) => {
    if (request.Actions.some(({ ActionType }) => ActionType === 4)) excel.state.protectedSheets.add('s2');
    return undefined;
  };
  const edits = [
    { sheet: 'Dati', address: 'A1', value: 'x' },
    { sheet: 'Altro', address: 'A1', value: 'z' },
  ];
  await expect(port.write(edits)).rejects.toMatchObject({ code: 'not-restored' });
});

describe('showing a cell', () => {
  test('activates the sheet and selects', async () => {
    const excel = await openExcel({ sheets: ['Dati', '05 L’ambiente'] });
    await port.select({ sheet: '05 L’ambiente', address: 'D9:D11' });
    expect(excel.selected).toEqual({ sheet: '05 L’ambiente', address: 'D9:D11' });
  });
  test.each([
    [{ sheet: 'Nessuno', address: 'A1' }, 'no-such-sheet'],
    [{ sheet: 'Dati', address: 'Z' }, 'no-such-cell'],
    [{ sheet: 'Nascosto', address: 'A1' }, 'hidden-cell'],
    [{ sheet: 'Dati', address: 'A5' }, 'hidden-cell'],
  ])('%j: %s, and nothing is shown that was hidden', async (ref, code) => {
    const excel = await openExcel({ sheets: ['Dati', 'Nascosto'] });
    excel.engine.setSheetHidden('s2', true);
    excel.engine.setHidden('s1', 'row', 4, 4, true);
    await expect(port.select(ref)).rejects.toMatchObject({ code });
    expect(excel.engine.sheets()[1]?.hidden).toBe(true);
    expect(excel.engine.isHidden('s1', 'row', 4)).toBe(true);
  });
});
