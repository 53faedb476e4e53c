/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { closeSession, sharedSession } from '../../src/excel';
import { liveCells } from '../../src/functions';
import { openXlsx, type StandInExcel } from '../../src/workbench/host';
import { associateFunctions, functionsMetadata, type FunctionsMetadata } from '../support/functions';
import { closeExcel, openExcel, until } from '../support/office';

const NAME = 'prato-peg-2017-dati.xlsx';
const bytes = new Uint8Array(readFileSync(path.join(__dirname, '../fixtures', NAME)));

let excel: StandInExcel;
let metadata: FunctionsMetadata;

async function open(): Promise<void> {
  excel = await openExcel({ ...openXlsx(bytes, NAME) });
  excel.engine.addSheet('Prova');
  excel.loadFunctions('PEG', metadata.functions);
}

beforeAll(async () => {
  metadata = await functionsMetadata();
  await openExcel();
  associateFunctions();
});
beforeEach(open);
afterEach(async () => {
  liveCells.reset();
  await closeSession();
});
afterAll(closeExcel);

/** Types formulas below each other and waits until none of them is busy. */
async function shown(...formulas: string[]): Promise<string[]> {
  formulas.forEach((formula, row) => excel.type('Prova', `A${row + 1}`, formula));
  return settled(formulas.length);
}

async function settled(rows: number): Promise<string[]> {
  const read = (): Promise<string[]> =>
    Promise.all(Array.from({ length: rows }, (_cell, row) => excel.text('Prova', `A${row + 1}`)));
  await until(async () => !(await read()).includes('#OCCUPATO!'), 20_000);
  return read();
}

const message = (row: number): string => excel.functionMessage('Prova', `A${row}`);

describe('PEG.INDICATOR in a cell', () => {
  test('gives the value, of the period asked for, by name, near name or code', async () => {
    const [latest, of2016, near, missing, unknown, period] = await shown(
      '=PEG.INDICATOR("Pressione tributaria")',
      '=PEG.INDICATOR("Pressione tributaria";2016)',
      '=PEG.INDICATOR("pressione  TRIBUTARIA.")',
      '=PEG.INDICATOR("Autonomia")',
      '=PEG.INDICATOR("Qualcosa che non esiste")',
      '=PEG.INDICATOR("Pressione tributaria";"gennaio")',
    );
    expect(latest).toMatch(/^[\d.]+,\d\d €\/ab\.$/);
    expect(near).toBe(latest);
    expect(of2016).toMatch(/^[\d.]+,\d\d €\/ab\.$/);
    expect(await excel.value('Prova', 'A1')).toBeGreaterThan(0);
    expect([missing, unknown, period]).toEqual(['#N/D', '#N/D', '#VALORE!']);
    expect(message(5)).toMatch(
      /Nessun indicatore si chiama «Qualcosa che non esiste»\. I più vicini: «.+», «.+», «.+»/,
    );
    expect(message(6)).toMatch(/non è un periodo/);
  });

  test('follows the workbook: a changed base datum changes the value, and only where it matters', async () => {
    const before = await shown('=PEG.INDICATOR("Pressione tributaria")', '=PEG.TITLE("2017-PE02")');
    const requests = excel.requests.length;
    expect(requests).toBeGreaterThan(0);
    const sheet = excel.engine.sheets().find(({ name }) => name === 'Dati di base');
    const area = sheet && excel.engine.usedArea(sheet.id, true);
    for (let row = 0; area && row <= area.bottom; row++) {
      const label = excel.engine.cell(sheet.id, row, 0)?.value;
      if (typeof label !== 'string' || !/^Popolazione/i.test(label)) continue;
      for (let column = 2; column <= area.right; column++) {
        if (typeof excel.engine.cell(sheet.id, row, column)?.value === 'number') {
          excel.engine.patch(sheet.id, [{ row, column, content: { value: 1000 } }]);
        }
      }
    }
    await until(async () => (await excel.text('Prova', 'A1')) !== before[0], 20_000);
    expect((await settled(2))[1]).toBe(before[1]);
  });

  test('a formula that is deleted ends its invocation', async () => {
    await shown('=PEG.TITLE("2017-PE02")', '=PEG.CHECK()');
    expect(excel.runningFunctions).toBe(2);
    excel.type('Prova', 'A1', '');
    excel.type('Prova', 'A2', '');
    await until(() => excel.runningFunctions === 0);
  });
});

describe('PEG.CHECK and PEG.TITLE', () => {
  test('verdict of the plan, findings and title of one objective, near codes for a wrong one', async () => {
    const [verdict, one, title, wrong] = await shown(
      '=PEG.CHECK()',
      '=PEG.CHECK("2017-PE02")',
      '=PEG.TITLE("2017-pe02")',
      '=PEG.TITLE("2017-ZZ99")',
    );
    expect(verdict).toMatch(/^NON PRONTO.*: \d+ bloccanti/i);
    expect(one).not.toMatch(/^#/);
    expect(title).not.toMatch(/^#/);
    expect(title).not.toBe('');
    expect(wrong).toBe('#N/D');
    expect(message(4)).toMatch(/Nessun obiettivo ha il codice o il titolo «2017-ZZ99»\. I più vicini: 2017-/);
  });
});

test('PEG.CHECK says whether the attestation holds, and follows it', async () => {
  const session = await sharedSession();
  await session.attest('Anna Rovere', '2017-03-01T10:00:00+01:00', '0.1.0');
  const [verdict] = await shown('=PEG.CHECK()');
  expect(verdict).toMatch(/; attestazione valida$/);
  await session.writeCells([{ sheet: '05 Ambiente migliore', address: 'D9', value: 'Barriere acustichE' }]);
  await until(async () =>
    /; attestazione non più valida, il piano è cambiato$/.test((await settled(1))[0] ?? ''),
  );
});

describe('PEG.EVALUATE', () => {
  test('computes over a range of two columns, without any plan', async () => {
    const rows: [string, string][] = [
      ['Titolo I', '1200'],
      ['Titolo III', '300'],
      ['Popolazione', '500'],
    ];
    rows.forEach(([name, value], row) => {
      excel.type('Prova', `D${row + 1}`, name);
      excel.type('Prova', `E${row + 1}`, value);
    });
    const [sum, share, missing, shape] = await shown(
      '=PEG.EVALUATE("(Titolo I + III) / Popolazione";D1:E3)',
      '=PEG.EVALUATE("Titolo III / Titolo I";D1:E3;"%")',
      '=PEG.EVALUATE("Alberi / Popolazione";D1:E4)',
      '=PEG.EVALUATE("Titolo I";D1:D3)',
    );
    expect([sum, share, missing, shape]).toEqual(['3 €/ab.', '25,0%', '#N/D', '#VALORE!']);
    expect(message(3)).toMatch(/Alberi/);
    expect(message(4)).toMatch(/due colonne/);
    // Pure: no request about the workbook.
    expect(excel.requests).toHaveLength(0);
  });
});

describe('when the workbook cannot be read', () => {
  test('the cells say why and come right by themselves', async () => {
    excel.intercept = () => ({ error: { Code: 'GeneralException', Message: 'Guasto' } });
    const [title] = await shown('=PEG.TITLE("2017-PE02")');
    expect(title).toBe('#N/D');
    expect(message(1)).toMatch(/Guasto/);
    excel.intercept = () => undefined;
    await until(async () => (await excel.text('Prova', 'A1')) !== '#N/D', 20_000);
  });
});
