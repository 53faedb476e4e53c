/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { wording } from '../../src/cli/wording';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PlanSession, checkJson } from '../../src/application';
import { registerCommands, lastNotice, setNotice } from '../../src/commands';
import { closeSession, sharedSession } from '../../src/excel';
import { openXlsx, type Fault, type StandInExcel } from '../../src/workbench/host';
import { XlsxWorkbook } from '../../src/xlsx';
import { closeExcel, openExcel } from '../support/office';

const NAME = 'prato-peg-2017.xlsx';
const bytes = new Uint8Array(readFileSync(path.join(__dirname, '../fixtures', NAME)));

let excel: StandInExcel;
let registered = false;
beforeEach(async () => {
  excel = await openExcel(openXlsx(bytes, NAME));
  if (!registered) registerCommands();
  registered = true;
  setNotice(null);
});
afterEach(closeSession);
afterAll(closeExcel);

const press = (): Promise<number> => excel.press('verificaCoerenza', 'PEG.Check');
const sheetNames = (): string[] => excel.engine.sheets().map(({ name }) => name);

/** Contents of every sheet but the check sheet. */
const contents = (): unknown =>
  excel.engine
    .sheets()
    .filter(({ name }) => name !== 'Verifica PEG')
    .map(({ id, name }) => {
      const area = excel.engine.usedArea(id, false);
      const cells: unknown[] = [];
      for (let row = 0; area && row <= area.bottom; row++) {
        for (let column = 0; column <= area.right; column++) {
          cells.push(excel.engine.cell(id, row, column), excel.engine.style(id, row, column));
        }
      }
      return { name, cells, merges: excel.engine.merges(id) };
    });

describe('“Verifica coerenza” with the pane closed', () => {
  test('writes the check sheet, shows it, changes nothing else, and is done', async () => {
    const before = contents();
    expect(await press()).toBe(0);
    expect(sheetNames().at(-1)).toBe('Verifica PEG');
    expect(excel.selected).toEqual({ sheet: 'Verifica PEG', address: 'A1' });
    const column = await Promise.all(
      Array.from({ length: 12 }, (_cell, row) => excel.text('Verifica PEG', `A${row + 1}`)),
    );
    expect(column.join('\n')).toMatch(/NON PRONTO/);
    expect(contents()).toEqual(before);
    expect(lastNotice()).toBeNull();
    expect(excel.pane).toBe('Hidden');
  });

  test('pressed again it rewrites the same sheet, and the sheet is not read as part of the plan', async () => {
    await press();
    const first = sheetNames();
    const { judgement } = await (await sharedSession()).check();
    await press();
    expect(sheetNames()).toEqual(first);
    const again = await (await sharedSession()).check();
    expect(again.judgement.findings.map((finding) => finding.fingerprint)).toEqual(
      judgement.findings.map((finding) => finding.fingerprint),
    );
  });

  test('pressed again while it is at work, it works once, and no button is changed for it', async () => {
    const fault = jest.fn(() => ({ error: { Code: 'GeneralException', Message: 'Nastro' } }));
    excel.interceptService = (name) =>
      name === 'Microsoft.DynamicRibbon.DynamicRibbon' ? fault() : undefined;
    expect(await Promise.all([press(), press()])).toEqual([0, 0]);
    const added = excel.undoEmptied.filter((call) => call === 'WorksheetCollection.Add');
    expect([added.length, sheetNames().at(-1), fault.mock.calls.length]).toEqual([1, 'Verifica PEG', 0]);
    expect(await press()).toBe(0);
  });

  test('gives exactly the findings of the command', async () => {
    const options = { today: '2017-12-31' };
    const fromFile = await PlanSession.open(new XlsxWorkbook(bytes, NAME), options);
    const inExcel = await sharedSession();
    const json = async (session: PlanSession): Promise<unknown> =>
      checkJson(NAME, await session.check(), wording('it'));
    expect(await json(inExcel)).toEqual(await json(fromFile));
  });
});

const FAULTS: [string, Fault, RegExp][] = [
  ['the user edits a cell', { status: 5004 }, /scrivendo in una cella/],
  ['an error of the API', { error: { Code: 'GeneralException', Message: 'Guasto' } }, /Guasto/],
];

/** A plan of a few rows: what fails is Excel, not the plan. */
const SMALL = [
  ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
  ['2017-AA01', 'Manutenzione delle strade', 'Città sicura'],
  ['2017-AA02', 'Illuminazione pubblica', 'Città sicura'],
  ['', 'Barriere acustiche', 'Città sicura'],
];

describe.each(FAULTS)('%s, at every round trip of the command', (_name, fault, sentence) => {
  test('one clear sentence, the pane opened, the workbook as it was', async () => {
    excel = await openExcel({ sheets: ['Obiettivi'] });
    SMALL.forEach((row, r) => row.forEach((text, c) => excel.type('Obiettivi', `${'ABC'[c]}${r + 1}`, text)));
    const before = contents();
    let worked = false;
    for (let at = 1; !worked; at++) {
      expect(at).toBeLessThan(40);
      await closeSession();
      const from = excel.requests.length;
      let hit = false;
      excel.intercept = () => {
        if (hit || excel.requests.length - from !== at) return undefined;
        hit = true;
        return fault;
      };
      expect(await press()).toBe(0);
      excel.intercept = () => undefined;
      worked = !hit;
      if (lastNotice() !== null) {
        expect(lastNotice()?.text).toMatch(sentence);
        expect(excel.pane).toBe('Visible');
      }
      expect(contents()).toEqual(before);
      setNotice(null);
    }
  });
});

describe('a workbook that cannot be written', () => {
  test('read-only: the check itself works, and the reason is told', async () => {
    excel.state.readOnly = true;
    expect(await press()).toBe(0);
    expect(lastNotice()?.text).toMatch(/sola lettura/);
    expect(sheetNames()).not.toContain('Verifica PEG');
    expect((await (await sharedSession()).check()).plan.pegObjectives.length).toBeGreaterThan(0);
  });

  test('a sheet of the user with the name of ours', async () => {
    excel.engine.addSheet('Verifica PEG');
    excel.type('Verifica PEG', 'A1', 'appunti');
    expect(await press()).toBe(0);
    expect(lastNotice()).not.toBeNull();
    expect(await excel.text('Verifica PEG', 'A1')).toBe('appunti');
  });
});
