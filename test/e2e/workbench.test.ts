/** The whole product without Excel: workbook on screen, real pane beside it, functions in cells; as a person works. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readWorkbook } from '../../src/xlsx';
import { textAt } from '../../src/workbook';
import type { Bench } from '../../src/workbench/serve';
import { launchBrowser } from '../support/browser';
import {
  ROOT,
  goTo,
  openBench,
  paneOf,
  picture,
  prepareWorkbench,
  readPlan,
  selected,
  serve,
  textOf,
  typeInto,
  until,
  type OpenedBench,
  unfoldFindings,
} from '../support/workbench';

const PLAN = 'templates/prato-peg-2017.xlsx';
const DATA = 'templates/prato-peg-2017-dati.xlsx';

let browser: Browser;
let bench: Bench;
let opened: OpenedBench;
let page: Page;

beforeAll(async () => {
  await prepareWorkbench();
  bench = await serve(PLAN, DATA);
  browser = await launchBrowser();
  opened = await openBench(browser, bench);
  page = opened.page;
  await readPlan(page);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

const finding = (text: string) => paneOf(page).getByRole('listitem').filter({ hasText: text });

describe('the Prato plan', () => {
  test('is open in the grid, with the verdict in the pane beside it', async () => {
    expect(await textOf(page, 'Premessa', 'A1')).toBe('Comune di Prato');
    await paneOf(page)
      .getByRole('heading', { level: 1, name: '6 segnalazioni bloccanti da risolvere' })
      .waitFor();
    await picture(page, 'prato');
  });

  test('a click on a finding leads to its cell', async () => {
    await unfoldFindings(page);
    await finding('«Barriere acustiche» non ha codice')
      .getByRole('button', { name: 'Vai alla cella' })
      .click();
    await until(async () => (await selected(page)).address === 'D9');
    expect(await selected(page)).toEqual({ sheet: '05 Ambiente migliore', address: 'D9' });
    expect(await page.getByRole('tab', { selected: true, name: '05 Ambiente migliore' }).count()).toBe(1);
    await picture(page, 'finding');
  });

  test('a cell put right takes the finding away, undo brings it back', async () => {
    await typeInto(page, '05 Ambiente migliore', 'C9', '2017-PF99');
    await finding('«Barriere acustiche» non ha codice').waitFor({ state: 'detached' });
    await paneOf(page)
      .getByRole('heading', { level: 1, name: '6 segnalazioni bloccanti da risolvere' })
      .waitFor();
    await page.keyboard.press('Control+z');
    await until(async () => (await textOf(page, '05 Ambiente migliore', 'C9')) === '');
    await finding('«Barriere acustiche» non ha codice').waitFor();
  });

  test('the ribbon command writes the check sheet and shows it', async () => {
    await page.getByRole('button', { name: 'Verifica coerenza' }).click();
    await page.getByRole('tab', { selected: true, name: 'Verifica PEG' }).waitFor({ timeout: 30_000 });
    await until(
      async () =>
        /NON PRONTO/i.test(await textOf(page, 'Verifica PEG', 'A1')) ||
        (await textOf(page, 'Verifica PEG', 'A1')) !== '',
    );
    await picture(page, 'check-sheet');
  });

  test('a saved copy is the original with the changed cells and the check sheet', async () => {
    await typeInto(page, '04 Mobilità sostenibile', 'C7', '2017-PH98');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Salva una copia' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('prato-peg-2017 (copia).xlsx');
    const saved = readWorkbook(readFileSync(await file.path()), 'copia.xlsx');
    const original = readWorkbook(readFileSync(path.join(ROOT, PLAN)), 'originale.xlsx');
    const names = original.sheets.map(({ name }) => name);
    expect(saved.sheets.map(({ name }) => name)).toEqual([...names, 'Verifica PEG']);
    const changed = saved.sheets.find(({ name }) => name === '04 Mobilità sostenibile');
    expect(changed && textAt(changed, 6, 2)).toBe('2017-PH98');
    const same = original.sheets.filter(({ name }) => name !== '04 Mobilità sostenibile');
    expect(saved.sheets).toEqual(expect.arrayContaining(same));
    await page.getByRole('status').filter({ hasText: '1 cella cambiata' }).waitFor();
  });

  test('nothing was asked of any other server, and nothing went wrong', () => {
    expect(opened.outside).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});

describe('functions in cells', () => {
  const SHEET = 'Dati di base';
  beforeAll(async () => {
    await page.getByLabel('Cartelle di esempio').selectOption({ label: path.basename(DATA) });
    await page.getByRole('heading', { level: 1, name: path.basename(DATA) }).waitFor();
    await readPlan(page);
  }, 60_000);

  test('a formula typed in Italian computes and follows the base data', async () => {
    await typeInto(page, SHEET, 'J2', '=PEG.INDICATOR("Pressione tributaria";"2017")');
    await until(async () => (await textOf(page, SHEET, 'J2')).startsWith('628,05'));
    await typeInto(page, SHEET, 'E29', '96234,5');
    await until(async () => (await textOf(page, SHEET, 'J2')).replace('.', '').startsWith('1256,1'));
    await goTo(page, SHEET, 'J2');
    await picture(page, 'function');
  });

  test('an unknown indicator says so in the cell', async () => {
    await typeInto(page, SHEET, 'J3', '=PEG.INDICATOR("Indice di felicità lunare")');
    await until(async () => (await textOf(page, SHEET, 'J3')) === '#N/D');
    expect(
      await page.evaluate(() => window.pegWorkbench.excel.functionMessage('Dati di base', 'J3')),
    ).toContain('Indice di felicità lunare');
  });
});
