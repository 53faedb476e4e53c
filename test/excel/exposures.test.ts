/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { PlanSession, isPegFormula, unknownFormulas } from '../../src/application';
import { writeCheck } from '../../src/commands';
import { ExcelWorkbook, closeSession, freezeFormulas, insertFormula, rewriteFormulas } from '../../src/excel';
import { writeStore } from '../../src/plan';
import type { ReportSheet } from '../../src/workbook';
import type { StandInExcel } from '../../src/workbench/host';
import { closeExcel, openExcel, until, withUndoGroups } from '../support/office';

/** Where the real Excel was reported or documented to behave otherwise than one would think. */

afterEach(() => jest.restoreAllMocks());
afterAll(closeExcel);

const PLAN = [
  ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
  ['2017-AA01', 'Manutenzione delle strade', 'Città sicura'],
  ['2017-AA02', 'Illuminazione pubblica', 'Città sicura'],
];

async function openPlan(options: Parameters<typeof openExcel>[0] = {}): Promise<StandInExcel> {
  const excel = await openExcel({ sheets: ['Obiettivi', 'Altro'], ...options });
  PLAN.forEach((row, r) => row.forEach((text, c) => excel.type('Obiettivi', `${'ABC'[c]}${r + 1}`, text)));
  excel.type('Altro', 'A1', 'appunti');
  await excel.engine.settle();
  return excel;
}

const open = (): Promise<PlanSession> => PlanSession.open(new ExcelWorkbook(), { today: '2017-06-30' });

const report = (rows: number): ReportSheet => ({
  name: 'Verifica PEG',
  rows: Array.from({ length: rows }, (_row, index) => [{ value: `riga ${index}` }]),
  widths: [20],
});

const sheetNames = (excel: StandInExcel): string[] => excel.engine.sheets().map(({ name }) => name);
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

describe('undo groups', () => {
  test('only what writes asks for one: it is one step of undo over several round trips', async () => {
    const excel = await openPlan();
    const begun = withUndoGroups();
    const port = new ExcelWorkbook();
    await port.snapshot();
    await port.selection();
    await port.marked();
    await port.select({ sheet: 'Altro', address: 'A1' });
    await (
      await port.watch(() => undefined)
    )();
    expect(begun.filter(({ mergeUndoGroup }) => mergeUndoGroup)).toEqual([]);
    begun.length = 0;
    await port.write([{ sheet: 'Altro', address: 'A1', value: 'nuovo' }]);
    expect(begun.map(({ mergeUndoGroup }) => mergeUndoGroup)).toEqual([true]);
    excel.engine.undo();
    expect(await excel.value('Altro', 'A1')).toBe('appunti');
  });

  const writings: [string, (port: ExcelWorkbook) => Promise<unknown>, (excel: StandInExcel) => unknown][] = [
    [
      'cells',
      (port) => port.write([{ sheet: 'Altro', address: 'A1', value: 'nuovo' }]),
      (excel) => excel.value('Altro', 'A1').then((value) => value === 'nuovo'),
    ],
    ['the check sheet', (port) => port.writeReport(report(3)), (excel) => sheetNames(excel).length === 3],
    [
      'the private part',
      (port) => port.writeStore(writeStore({ waivers: [] })),
      (excel) => excel.state.xmlParts.length === 1,
    ],
    [
      'marks',
      (port) => port.mark([{ sheet: 'Altro', address: 'A1', level: 'error' }]),
      (excel) => excel.state.conditionalFormats.length === 1,
    ],
  ];
  test.each(writings)('an Excel that refuses them all the same: %s', async (_name, write, isWritten) => {
    const excel = await openPlan();
    withUndoGroups();
    excel.refusesUndoGroups = true;
    await write(new ExcelWorkbook());
    expect(await isWritten(excel)).toBe(true);
  });

  test('a report that fails half way is taken away outside of the group, which allows no deleting', async () => {
    const excel = await openPlan();
    withUndoGroups();
    let writing = 0;
    excel.intercept = (request) => {
      const writes = request.Actions.some(({ ActionType }) => ActionType === 4);
      return writes && ++writing % 2 === 0
        ? { error: { Code: 'ServiceNotAvailable', Message: 'Pieno' } }
        : undefined;
    };
    await expect(new ExcelWorkbook().writeReport(report(4500))).rejects.toMatchObject({ code: 'busy' });
    expect(sheetNames(excel)).toEqual(['Obiettivi', 'Altro']);
  });
});

describe('the user’s list of Undo', () => {
  test('opening the workbook asks for merged areas once; fifty edits never, and each can be undone', async () => {
    const excel = await openPlan();
    const session = await open();
    await session.follow();
    const asked = (): number => excel.undoEmptied.filter((call) => call.includes('GetMergedAreas')).length;
    const atOpening = asked();
    const requestsWithMerges = excel.requests.filter((request) =>
      Object.values(request.ObjectPaths).some(({ Name }) => Name === 'GetMergedAreasOrNullObject'),
    );
    expect(requestsWithMerges).toHaveLength(1);
    let told = 0;
    session.subscribe(() => (told += 1));
    for (let edit = 0; edit < 50; edit++) {
      excel.type('Obiettivi', 'B3', `Illuminazione ${edit}`);
      if (edit % 10 === 9) await quiet();
    }
    await until(() => told > 0);
    expect(session.workbook.sheets[0]?.rows[2]?.cells[1]?.value).toBe('Illuminazione 49');
    expect(asked()).toBe(atOpening);
    excel.engine.undo();
    expect(await excel.value('Obiettivi', 'B3')).toBe('Illuminazione 48');
    await session.close();
  });

  test('merged areas are right all the same: after inserted rows at once, after a merge with the next whole reading', async () => {
    const excel = await openPlan();
    excel.engine.merge('s1', { top: 1, left: 2, bottom: 2, right: 2 });
    const session = await open();
    await session.follow();
    const merges = (): unknown => session.workbook.sheets[0]?.merges;
    excel.engine.insert('s1', 'row', 0, 1);
    await quiet();
    expect(merges()).toEqual([{ top: 2, left: 2, bottom: 3, right: 2 }]);
    excel.engine.merge('s1', { top: 2, left: 0, bottom: 3, right: 0 });
    // What a user does to a merged cell in Excel is told as a change of format.
    excel.engine.patch('s1', [{ row: 2, column: 0, style: { bold: true } }]);
    await quiet();
    await session.recheck({ sheets: null });
    expect(merges()).toHaveLength(2);
    await session.close();
  });

  test('what the add-in writes itself is told to nobody and read by nobody', async () => {
    const excel = await openPlan();
    const session = await open();
    await session.follow();
    await quiet();
    const told = jest.fn();
    const { port } = session;
    const stop = await port.watch(told);
    await port.writeReport(report(2));
    await port.writeReport(report(3));
    await port.writeStore(writeStore({ waivers: [] }));
    await port.mark([{ sheet: 'Altro', address: 'A1', level: 'error' }]);
    await port.write([{ sheet: 'Altro', address: 'A1', value: 'nuovo' }]);
    await until(() => excel.heldReferences === 0);
    const before = excel.requests.length;
    await quiet();
    expect(excel.requests).toHaveLength(before);
    expect(told).not.toHaveBeenCalled();
    excel.type('Altro', 'A2', 'dell’utente');
    await until(() => told.mock.calls.length > 0);
    await stop();
    await session.close();
  });
});

describe('two private parts in one workbook', () => {
  const waiver = (finding: string) => ({
    ...{ finding, rule: 'STR-01', place: 'Obiettivi!A2', reason: 'Va bene così', author: 'Anna' },
    ...{ date: '2017-03-01', until: null },
  });
  const part = (id: string, sections: Record<string, unknown>) => ({ id, xml: writeStore(sections) ?? '' });

  test('are read as one, and nothing of either is lost with the next save', async () => {
    const xmlParts = [
      part('{1}', { waivers: [waiver('f1'), waiver('both')], profile: { codeMask: null, sheets: [] } }),
      part('{2}', { waivers: [waiver('both'), waiver('f2')], attestations: [{ at: 'x' }], future: { a: 1 } }),
    ];
    const excel = await openPlan({ state: { xmlParts } });
    const session = await open();
    expect(session.waivers.map(({ finding }) => finding)).toEqual(['f1', 'both', 'f2']);
    await session.saveWaivers([...session.waivers, waiver('f3')]);
    expect(excel.state.xmlParts).toHaveLength(1);
    const again = await open();
    expect(again.waivers.map(({ finding }) => finding)).toEqual(['f1', 'both', 'f2', 'f3']);
    const [kept] = excel.state.xmlParts;
    for (const name of ['profile', 'attestations', 'future']) expect(kept?.xml).toContain(`"${name}"`);
  });

  test('one of a newer version is never written over, nor is the other', async () => {
    const xmlParts = [
      part('{1}', { waivers: [waiver('f1')] }),
      { id: '{2}', xml: '<store xmlns="urn:coerenza-peg:store:1" version="9">{}</store>' },
    ];
    const excel = await openPlan({ state: { xmlParts } });
    const session = await open();
    await expect(session.saveWaivers([])).rejects.toMatchObject({ name: 'StoreError', state: 'newer' });
    expect(excel.state.xmlParts).toHaveLength(2);
  });

  test('one that came between reading and writing stays', async () => {
    const excel = await openPlan();
    const session = await open();
    const stranger = part('{2}', { waivers: [waiver('f2')] });
    excel.intercept = (request) => {
      const adds = Object.values(request.ObjectPaths).some(({ Name }) => Name === 'Add');
      if (adds && !excel.state.xmlParts.includes(stranger)) excel.state.xmlParts.push(stranger);
      return undefined;
    };
    await session.saveWaivers([waiver('f1')]);
    expect((await open()).waivers.map(({ finding }) => finding).sort()).toEqual(['f1', 'f2']);
  });
});

test('two who save at the same moment: neither writes over the other', async () => {
  const waiver = (finding: string) => ({
    ...{ finding, rule: 'STR-01', place: 'Obiettivi!A2', reason: 'Va bene così', author: 'Anna' },
    ...{ date: '2017-03-01', until: null },
  });
  await openPlan({
    state: { xmlParts: [{ id: '{1}', xml: writeStore({ waivers: [waiver('f1')] }) ?? '' }] },
  });
  const [one, other] = [await open(), await open()];
  await Promise.all([
    one.saveWaivers([waiver('f1'), waiver('one')]),
    other.saveWaivers([waiver('f1'), waiver('other')]),
  ]);
  expect((await open()).waivers.map(({ finding }) => finding).sort()).toEqual(['f1', 'one', 'other']);
});

test('a check sheet that cannot be shown is a check all the same', async () => {
  const excel = await openPlan();
  excel.interceptCall = (call) =>
    call === 'Worksheet.Activate' ? { Code: 'ServiceNotAvailable', Message: 'Occupato' } : undefined;
  await writeCheck();
  expect(sheetNames(excel)).toContain('Verifica PEG');
  await closeSession();
});

test('cells that were written are no failure when they cannot be read again', async () => {
  const excel = await openPlan();
  const session = await open();
  let written = false;
  excel.interceptCall = (call) => {
    if (call === 'Range.Values=') written = true;
    return written && call === 'Functions.Date' ? { Code: 'GeneralException', Message: 'x' } : undefined;
  };
  await session.writeCells([{ sheet: 'Obiettivi', address: 'B2', value: 'Strade sicure' }]);
  excel.interceptCall = () => undefined;
  await session.check();
  expect(session.plan.pegObjectives[0]?.title.value).toBe('Strade sicure');
});

test('a mark that is refused half way is taken away again', async () => {
  const excel = await openPlan();
  excel.interceptCall = (call) =>
    call === 'ConditionalFormatRule.Formula=' ? { Code: 'ServiceNotAvailable', Message: 'x' } : undefined;
  const marking = new ExcelWorkbook().mark([{ sheet: 'Altro', address: 'A1', level: 'error' }]);
  await expect(marking).rejects.toMatchObject({ code: 'busy' });
  expect(excel.state.conditionalFormats).toEqual([]);
});

describe('what must not decide about the check', () => {
  test('a refused print setup leaves the check sheet whole', async () => {
    const excel = await openPlan();
    excel.intercept = (request) =>
      Object.values(request.ObjectPaths).some(({ Name }) => Name === 'PageLayout')
        ? { error: { Code: 'InvalidArgument', Message: 'Nessuna stampante' } }
        : undefined;
    await new ExcelWorkbook().writeReport(report(2));
    expect(await excel.value('Verifica PEG', 'A2')).toBe('riga 1');
  });

  test('pages are asked for in the documented range', async () => {
    const excel = await openPlan();
    await new ExcelWorkbook().writeReport(report(2));
    expect(excel.state.sheetSettings.get(excel.sheetId('Verifica PEG'))).toMatchObject({
      orientation: 'Landscape',
      zoom: { horizontalFitToPages: 1 },
    });
  });
});

test('only “too many merged areas” is answered with halves: any other failure ends the reading', async () => {
  const excel = await openPlan();
  let asked = 0;
  excel.intercept = (request) => {
    const merges = Object.values(request.ObjectPaths).some(({ Name }) => Name.startsWith('GetMergedAreas'));
    return merges && ++asked > 0
      ? { error: { Code: 'ServiceNotAvailable', Message: 'Occupato' } }
      : undefined;
  };
  await expect(new ExcelWorkbook().snapshot()).rejects.toMatchObject({ code: 'busy' });
  expect(asked).toBe(1);
});

describe('a protected sheet with unlocked cells, as files allow them', () => {
  const protect = async (): Promise<StandInExcel> => {
    const excel = await openPlan();
    excel.state.protectedSheets.add('s2');
    excel.state.unlocked.set('s2', [{ top: 0, left: 0, bottom: 1, right: 1 }]);
    excel.engine.select('s2', { top: 0, left: 1, bottom: 0, right: 1 });
    return excel;
  };
  test('takes what is written into them', async () => {
    const excel = await protect();
    const edits = ['A1', 'A2', 'B2'].map((address) => ({ sheet: 'Altro', address, value: `in ${address}` }));
    await new ExcelWorkbook().write(edits);
    expect(await excel.value('Altro', 'B2')).toBe('in B2');
    expect(await insertFormula('=1+1')).toMatchObject({ state: 'written' });
  });
  test.each([['A3'], ['C1']])('refuses %s, and everything that comes with it', async (address) => {
    const excel = await protect();
    const edits = ['A1', address].map((one) => ({ sheet: 'Altro', address: one, value: 'nuovo' }));
    await expect(new ExcelWorkbook().write(edits)).rejects.toMatchObject({ code: 'protected-sheet' });
    expect(await excel.value('Altro', 'A1')).toBe('appunti');
  });
});

describe('inserting a formula', () => {
  const at = (excel: StandInExcel, row: number): void =>
    excel.engine.select('s2', { top: row, left: 0, bottom: row, right: 0 });

  test('goes into an empty cell, and its undo empties it again', async () => {
    const excel = await openPlan();
    at(excel, 4);
    const done = await insertFormula('=PEG.TITLE("x")');
    expect(done).toMatchObject({ state: 'written', cell: { sheet: 'Altro', address: 'A5' } });
    expect(excel.engine.cell('s2', 4, 0)?.formula).toBe('=PEG.TITLE("x")');
    if (done.state === 'written') await done.undo();
    expect(excel.engine.cell('s2', 4, 0)?.formula ?? null).toBeNull();
  });

  test('asks before it takes the place of something; the undo brings that back', async () => {
    const excel = await openPlan();
    excel.type('Altro', 'A1', "'1.10");
    at(excel, 0);
    const asked = await insertFormula('=1+1');
    expect(asked).toEqual({ state: 'occupied', cell: { sheet: 'Altro', address: 'A1' }, text: '1.10' });
    expect(await excel.value('Altro', 'A1')).toBe('1.10');
    // The user looks elsewhere meanwhile: the cell that was asked about is meant.
    at(excel, 7);
    const done = await insertFormula('=1+1', asked.cell);
    expect(await excel.value('Altro', 'A1')).toBe(2);
    if (done.state === 'written') await done.undo();
    expect(await excel.value('Altro', 'A1')).toBe('1.10');
  });

  test('a cell that changed meanwhile is not undone', async () => {
    const excel = await openPlan();
    at(excel, 4);
    const done = await insertFormula('=1+1');
    await excel.engine.settle();
    excel.type('Altro', 'A5', 'mio');
    await expect(done.state === 'written' && done.undo()).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await excel.value('Altro', 'A5')).toBe('mio');
  });
});

test('formulas that Excel did not know at opening (#NOME?) come right when they are written again', async () => {
  const excel = await openPlan();
  CustomFunctions.associate('TITLE', (code: string) => `titolo di ${code}`);
  excel.type('Altro', 'B1', '=PEG.TITLE("2017-AA01")');
  excel.type('Altro', 'B2', '=SOMMAX(1)');
  await excel.engine.settle();
  const parameters = [{ name: 'code' }];
  excel.loadFunctions('PEG', [{ id: 'TITLE', name: 'TITLE', parameters }], { late: true });
  expect(await excel.text('Altro', 'B1')).toBe('#NOME?');
  const unknown = unknownFormulas(await new ExcelWorkbook().snapshot());
  expect(unknown).toEqual([{ sheet: 'Altro', address: 'B1', formula: 'PEG.TITLE("2017-AA01")' }]);
  expect(await rewriteFormulas(unknown)).toBe(1);
  await until(async () => (await excel.text('Altro', 'B1')) === 'titolo di 2017-AA01');
  expect(unknownFormulas(await new ExcelWorkbook().snapshot())).toEqual([]);
});

test('freezing says in which sheets something is different now', async () => {
  const excel = await openPlan();
  excel.type('Altro', 'B1', '=A1');
  await excel.engine.settle();
  const frozen = await freezeFormulas(await new ExcelWorkbook().snapshot(), (formula) => formula === 'A1');
  expect(frozen).toEqual({ frozen: 1, left: [], selected: false, sheets: ['Altro'] });
  expect(isPegFormula('A1')).toBe(false);
});
