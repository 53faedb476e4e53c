/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { lastNotice, registerCommands, setNotice } from '../../src/commands';
import { closeSession } from '../../src/excel';
import { liveCells } from '../../src/functions';
import type { Fault, StandInExcel } from '../../src/workbench/host';
import { associateFunctions, functionsMetadata, type FunctionsMetadata } from '../support/functions';
import { closeExcel, openExcel, until } from '../support/office';
import { smallPlan } from '../support/plans';
import { fillExcel } from '../support/sheets';

let excel: StandInExcel;
let metadata: FunctionsMetadata;

beforeAll(async () => {
  metadata = await functionsMetadata();
  await openExcel();
  associateFunctions();
  registerCommands();
});
beforeEach(open);
afterEach(async () => {
  liveCells.reset();
  await closeSession();
});
afterAll(closeExcel);

async function open(): Promise<void> {
  const book = smallPlan();
  excel = await openExcel({ sheets: [...book.sheets.map(({ name }) => name), 'Prova', 'Altra'] });
  fillExcel(excel, book);
  excel.loadFunctions('PEG', metadata.functions);
  setNotice(null);
  await closeSession();
}

const press = (): Promise<number> => excel.press('congelaValori', 'PEG.Freeze');
const formula = (sheet: string, row: number, column: number): string | null =>
  excel.engine.cell(excel.sheetId(sheet), row, column)?.formula ?? null;
const select = (sheet: string, top: number, left: number, bottom: number, right: number): void =>
  excel.engine.select(excel.sheetId(sheet), { top, left, bottom, right });

/** Types formulas and waits until they show something. */
async function show(sheet: string, formulas: Readonly<Record<string, string>>): Promise<void> {
  for (const [address, text] of Object.entries(formulas)) excel.type(sheet, address, text);
  const read = (): Promise<string[]> =>
    Promise.all(Object.keys(formulas).map((address) => excel.text(sheet, address)));
  await until(async () => !(await read()).includes('#OCCUPATO!'), 20_000);
}

/** Content and formula of every cell of the two sheets of formulas. */
async function contents(): Promise<unknown> {
  await excel.engine.settle();
  return ['Prova', 'Altra'].map((sheet) => {
    const id = excel.sheetId(sheet);
    return Array.from({ length: 12 }, (_row, row) =>
      Array.from({ length: 8 }, (_cell, column) => [
        excel.engine.cell(id, row, column),
        excel.engine.style(id, row, column),
      ]),
    );
  });
}

describe('“Trasforma le formule in valori”', () => {
  test('of the whole workbook: values stay, also those of tables that spill, and nothing else changes', async () => {
    await show('Prova', {
      A1: '=PEG.CHILDREN("S1")',
      E1: '=PEG.INDICATOR("Tasso di riscossione";2025)*2',
      E2: '=PEG.TITLE("2026-RA01")',
      E3: '=1+1',
      E4: '="PEG.TITLE("',
    });
    await show('Altra', { B2: '=PEG.TARGET("Tasso di riscossione")' });
    select('Prova', 10, 0, 10, 0);
    expect(await press()).toBe(0);
    await until(() => excel.runningFunctions === 0);
    const shown = await Promise.all(
      ['A1', 'B2', 'C3', 'E1', 'E2', 'E3'].map((address) => excel.text('Prova', address)),
    );
    expect(shown).toEqual([
      'Codice',
      'Entrate certe',
      'obiettivo operativo',
      '1,5',
      'Riscuotere i residui',
      '2',
    ]);
    expect([formula('Prova', 0, 0), formula('Prova', 0, 4), formula('Prova', 1, 4)]).toEqual([
      null,
      null,
      null,
    ]);
    expect([formula('Prova', 2, 4), formula('Prova', 3, 4)]).toEqual(['=1+1', '="PEG.TITLE("']);
    expect(await excel.value('Altra', 'B2')).toBe(0.75);
    expect(await excel.text('Altra', 'B2')).toBe('75%');
    expect(lastNotice()).toMatchObject({
      failed: false,
      text: expect.stringMatching(/^4 formule PEG sono ora un valore\./),
    });
    expect(excel.pane).toBe('Hidden');
  });

  test('of the selection when it has some, also of a table of which a part is selected', async () => {
    await show('Prova', { A1: '=PEG.CHILDREN("S1")', E1: '=PEG.TITLE("2026-RA01")' });
    select('Prova', 2, 1, 2, 1);
    await press();
    expect([formula('Prova', 0, 0), formula('Prova', 0, 4)]).toEqual([null, '=PEG.TITLE("2026-RA01")']);
    expect(await excel.text('Prova', 'B3')).toBe('Spesa efficiente');
    expect(lastNotice()?.text).toMatch(/^Una formula PEG è ora un valore \(solo nelle celle scelte\)/);
  });

  test('text stays text: codes, texts that look like numbers or formulas', async () => {
    excel.type('Obiettivi', 'B2', "'=1+1");
    excel.type('Obiettivi', 'A3', "'1.10");
    await show('Prova', {
      A1: '=PEG.TITLE("2026-RA01")',
      A2: '=PEG.PARENT("2026-RA01")',
      A5: '=PEG.CHILDREN("S1.2")',
    });
    await press();
    const values = await Promise.all(['A1', 'A2', 'A6'].map((address) => excel.value('Prova', address)));
    expect(values).toEqual(['=1+1', 'S1.1', '1.10']);
    expect([0, 1, 4].map((row) => formula('Prova', row, 0))).toEqual([null, null, null]);
  });

  test('is one step of undo', async () => {
    await show('Prova', { A1: '=PEG.CHILDREN("S1")', E2: '=PEG.TARGET("Tasso di riscossione")' });
    await press();
    expect(formula('Prova', 0, 0)).toBeNull();
    excel.engine.undo();
    expect(formula('Prova', 0, 0)).toBe('=PEG.CHILDREN("S1")');
    expect(formula('Prova', 1, 4)).toBe('=PEG.TARGET("Tasso di riscossione")');
    await until(async () => (await excel.text('Prova', 'B2')) === 'Entrate certe', 20_000);
  });

  test('errors and cells still being worked out are left alone, and told in the pane', async () => {
    await show('Prova', { A1: '=PEG.TITLE("2026-RA99")', A3: '=PEG.TITLE("2026-RA01")' });
    excel.type('Prova', 'A2', '=PEG.CHECK("2026-RA02")');
    excel.intercept = () => undefined;
    await press();
    expect(formula('Prova', 0, 0)).toBe('=PEG.TITLE("2026-RA99")');
    expect(formula('Prova', 2, 0)).toBeNull();
    expect(lastNotice()?.text).toMatch(/^Una formula PEG è ora un valore.*Prova!A1/);
    expect(excel.pane).toBe('Visible');
  });

  test('without any PEG formula it says so', async () => {
    excel.type('Prova', 'A1', '=1+1');
    await press();
    expect(lastNotice()?.text).toMatch(/non ci sono formule PEG/);
    expect(excel.pane).toBe('Visible');
    expect(formula('Prova', 0, 0)).toBe('=1+1');
  });
});

describe('when it cannot', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'a protected sheet',
      () => excel.state.protectedSheets.add(excel.sheetId('Altra')),
      /«Altra» è protetto/,
    ],
    ['a read-only workbook', () => (excel.state.readOnly = true), /sola lettura/],
  ])('%s: one clear sentence, the workbook as it was', async (_name, prepare, sentence) => {
    await show('Prova', { A1: '=PEG.CHILDREN("S1")' });
    await show('Altra', { A1: '=PEG.TITLE("2026-RA01")' });
    prepare();
    const before = await contents();
    expect(await press()).toBe(0);
    expect(lastNotice()).toMatchObject({ failed: true, text: expect.stringMatching(sentence) });
    expect(await contents()).toEqual(before);
  });

  test.each<[string, Fault, RegExp]>([
    ['the user edits a cell', { status: 5004 }, /scrivendo in una cella/],
    ['an error of the API', { error: { Code: 'GeneralException', Message: 'Guasto' } }, /Guasto/],
  ])('%s, at every round trip: the workbook as it was', async (_name, fault, sentence) => {
    await show('Prova', { A1: '=PEG.CHILDREN("S1")', E2: '=PEG.TARGET("Tasso di riscossione")' });
    const before = await contents();
    let at = 1;
    for (let worked = false; !worked; at++) {
      expect(at).toBeLessThan(30);
      const from = excel.requests.length;
      let hit = false;
      excel.intercept = () => {
        if (hit || excel.requests.length - from !== at) return undefined;
        hit = true;
        return fault;
      };
      setNotice(null);
      await press();
      excel.intercept = () => undefined;
      worked = !hit;
      // The last request of a conversation only gives back ranges: its failure concerns nobody.
      if (lastNotice()?.failed === false) excel.engine.undo();
      else expect(lastNotice()?.text).toMatch(sentence);
      await until(async () => (await excel.text('Prova', 'B2')) === 'Entrate certe', 20_000);
      await until(async () => (await excel.text('Prova', 'E2')) === '75%', 20_000);
      expect(await contents()).toEqual(before);
    }
    // Reading, looking, and writing were all hit.
    expect(at).toBeGreaterThan(6);
  });
});
