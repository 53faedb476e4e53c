/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { closeSession } from '../../src/excel';
import { liveCells } from '../../src/functions';
import type { StandInExcel } from '../../src/workbench/host';
import { associateFunctions, functionsMetadata, type FunctionsMetadata } from '../support/functions';
import { closeExcel, openExcel, until } from '../support/office';
import { planUnderWay } from '../support/plans';
import { fillExcel } from '../support/sheets';

const NAMES = ['DUP', 'Obiettivi', 'Fasi', 'Indicatori', 'Dati di base', 'Prova'];

let excel: StandInExcel;
let metadata: FunctionsMetadata;

async function open(): Promise<void> {
  excel = await openExcel({ sheets: NAMES });
  fillExcel(excel, planUnderWay());
  excel.loadFunctions('PEG', metadata.functions);
}

beforeAll(async () => {
  metadata = await functionsMetadata();
  await openExcel();
  associateFunctions();
});
afterEach(async () => {
  liveCells.reset();
  await closeSession();
});
afterAll(closeExcel);

/** Types formulas below each other, far enough apart for none to spill into the next. */
async function shown(...formulas: string[]): Promise<string[]> {
  formulas.forEach((formula, index) => excel.type('Prova', `A${index * 20 + 1}`, formula));
  const read = (): Promise<string[]> =>
    Promise.all(formulas.map((_formula, index) => excel.text('Prova', `A${index * 20 + 1}`)));
  await until(async () => !(await read()).includes('#OCCUPATO!'), 20_000);
  return read();
}

const message = (index: number): string => excel.functionMessage('Prova', `A${index * 20 + 1}`);

/** The texts of a table that spills from a cell. */
async function table(rows: number, columns: number, first = 1): Promise<string[][]> {
  return Promise.all(
    Array.from({ length: rows }, (_row, row) =>
      Promise.all(
        Array.from({ length: columns }, (_cell, column) =>
          excel.text('Prova', `${String.fromCharCode(65 + column)}${first + row}`),
        ),
      ),
    ),
  );
}

describe('where an objective stands', () => {
  beforeEach(open);

  test('parent, level by name or by steps, way from the top, title of any level', async () => {
    const [parent, strategic, steps, byTitle, path, title, nested] = await shown(
      '=PEG.PARENT("2026-RA01")',
      '=PEG.PARENT("2026-RA01";"strategico")',
      '=PEG.PARENT("2026-RA01";2)',
      '=PEG.PARENT("Entrate certe")',
      '=PEG.PATH("2026-ra01")',
      '=PEG.TITLE("S1.2")',
      '=PEG.TITLE(PEG.PARENT("2026-RA01"))',
    );
    expect([parent, strategic, steps, byTitle]).toEqual(['S1.1', 'S1', 'S1', 'S1']);
    expect(path).toBe('S1 Bilancio sano › S1.1 Entrate certe › 2026-RA01 Riscuotere i residui');
    expect(title).toBe('Spesa efficiente');
    await until(async () => (await excel.text('Prova', 'A121')) === 'Entrate certe');
    expect(nested).not.toBe('');
  });

  test('what cannot be answered says why', async () => {
    const answers = await shown(
      '=PEG.PARENT("S1")',
      '=PEG.PARENT("2026-RA01";"cugino")',
      '=PEG.PARENT("2026-RA99")',
      '=PEG.CHILDREN("2026-RA01")',
      '=PEG.PATH("")',
    );
    expect(answers).toEqual(['#N/D', '#VALORE!', '#N/D', '#N/D', '#N/D']);
    expect(message(0)).toMatch(/non dice sotto quale obiettivo/);
    expect(message(1)).toMatch(/«cugino» non è un livello: scrivi operativo, strategico, ambito/);
    expect(message(2)).toMatch(/I più vicini: 2026-RA0/);
    expect(message(3)).toMatch(/Sotto «2026-RA01» il piano non ha obiettivi/);
  });

  test('children spill as a table with headings', async () => {
    await shown('=PEG.CHILDREN("S1")');
    expect(await table(4, 3)).toEqual([
      ['Codice', 'Titolo', 'Livello'],
      ['S1.1', 'Entrate certe', 'obiettivo operativo'],
      ['S1.2', 'Spesa efficiente', 'obiettivo operativo'],
      ['', '', ''],
    ]);
  });

  test('a table that finds no room says so, as Excel does, and comes when there is room', async () => {
    excel.type('Prova', 'B2', 'appunti');
    await shown('=PEG.CHILDREN("S1")');
    await until(async () => (await excel.text('Prova', 'A1')) === '#ESPANSIONE!');
    expect(await excel.text('Prova', 'B2')).toBe('appunti');
    excel.type('Prova', 'B2', '');
    await until(async () => (await excel.text('Prova', 'B2')) === 'Entrate certe');
  });
});

describe('what is measured', () => {
  beforeEach(open);

  test('targets: a number where it is one, as written otherwise', async () => {
    const answers = await shown(
      '=PEG.TARGET("Tasso di riscossione")',
      '=PEG.TARGET("Tasso di riscossione";2025)',
      '=PEG.TARGET("Tempo medio di pagamento")',
      '=PEG.TARGET("Regolamento approvato")',
      '=PEG.TARGET("Tasso di riscossione";2019)',
    );
    expect(answers).toEqual(['75%', '71%', '2', 'entro il 30/06/2026', '#N/D']);
    expect(await excel.value('Prova', 'A1')).toBe(0.75);
    expect(message(4)).toMatch(/«Tasso di riscossione» non ha un valore atteso per 2019\..*2025, 2026/);
  });

  test('achievement against the target of the same period', async () => {
    const answers = await shown(
      '=PEG.ACHIEVEMENT("Tempo medio di pagamento")',
      '=PEG.ACHIEVEMENT("Tasso di riscossione";2025)',
      '=PEG.ACHIEVEMENT("Tasso di riscossione")',
      '=PEG.ACHIEVEMENT("Tasso di riscossione";2019)',
    );
    // 2,5 days where 2 were wanted; 75% where 71% were wanted; no data for 2026 yet.
    expect(answers).toEqual(['80,0%', '100,0%', '#N/D', '#N/D']);
    expect(message(2)).toMatch(/non c’è ancora un risultato/);
  });

  test('progress: what the phases say, and what their dates expect', async () => {
    const answers = await shown(
      '=PEG.PROGRESS("2026-RA01")',
      '=PEG.PROGRESS("2026-RA01";"28/02/2026")',
      '=PEG.PROGRESS("S1.1")',
      '=PEG.PROGRESS("2026-RA02")',
      '=PEG.PROGRESS("2026-RA01";"domani")',
    );
    expect(answers).toEqual(['65,0%', '30,0%', '65,0%', '#N/D', '#VALORE!']);
    expect(message(3)).toMatch(/non dicono a che punto sono/);
    expect(message(4)).toMatch(/«domani» non è una data/);
  });

  test('a date in a cell is understood as period and as date', async () => {
    excel.type('Prova', 'H1', '31/12/2025');
    const answers = await shown('=PEG.INDICATOR("Tasso di riscossione";H1)', '=PEG.PROGRESS("2026-RA01";H1)');
    expect(answers).toEqual(['75,0%', '0,0%']);
  });

  test('an explanation is a text of several lines', async () => {
    const [text = ''] = await shown('=PEG.EXPLAIN("Tasso di riscossione";2025)');
    expect(text.split('\n')[0]).toBe('Formula come scritta: riscosso / accertato');
    expect(text).toMatch(/Riscosso \(2025\) = .*1\.200.*'Dati di base'!D2/);
    expect(text).toMatch(/Risultato: 75 %/);
  });

  test('the indicators of a branch spill: blank where there is nothing, never zero', async () => {
    await shown('=PEG.INDICATORS("S1.2";2025)');
    const [headings, first, second, none] = await table(4, 8);
    expect(headings).toEqual([
      ...['Indicatore', 'Valore', 'Unità', 'Periodo', 'Valore atteso', 'Raggiungimento', 'Obiettivo', 'Nota'],
    ]);
    expect(first?.slice(0, 6)).toEqual(['Tempo medio di pagamento', '3 gg', 'gg', '2025', '4', '100,0%']);
    expect(second?.slice(0, 3)).toEqual(['Regolamento approvato', '', 'SI/NO']);
    expect(second?.[7]).not.toBe('');
    expect(none?.join('')).toBe('');
    expect(await excel.value('Prova', 'B3')).toBe('');
  });

  test('only the rows that changed are a reason to tell Excel; a table follows the workbook', async () => {
    await shown('=PEG.INDICATORS()', '=PEG.TARGET("Tasso di riscossione")');
    excel.type('Indicatori', 'F2', "'80%");
    await until(async () => (await excel.text('Prova', 'A21')) === '80%', 20_000);
    await until(async () => (await excel.text('Prova', 'E2')) === '80%', 20_000);
  });
});

describe('findings', () => {
  beforeEach(open);

  test('spill with headings, of the plan, of a branch, of one severity', async () => {
    excel.type('Fasi', 'E3', '50');
    const [all, branch, other, wrong] = await shown(
      '=PEG.FINDINGS()',
      '=PEG.FINDINGS("S1.1")',
      '=PEG.FINDINGS("2026-RA02";"bloccante")',
      '=PEG.FINDINGS(;"grave")',
    );
    expect([all, branch]).toEqual(['Gravità', 'Gravità']);
    const [, first] = await table(2, 5, 21);
    expect(first?.[0]).toMatch(/^(bloccante|avviso|informazione)$/);
    expect(first?.[2]).toMatch(/2026-RA01/);
    expect(first?.[4]).toMatch(/^Fasi!/);
    expect(other).toBe('Nessuna segnalazione');
    expect(wrong).toBe('#VALORE!');
    expect(message(3)).toMatch(/«grave» non è una gravità/);
  });
});

describe('formats of values', () => {
  test('what is calculated from a value is a number', async () => {
    await open();
    await shown('=PEG.TARGET("Tasso di riscossione")');
    excel.type('Prova', 'B1', '=A1*2');
    await until(async () => (await excel.value('Prova', 'B1')) === 1.5);
  });
});
