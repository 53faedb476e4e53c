/** From the check to the Giunta, as the Segretario works: check, accept, attest, reopen, and see what changed since. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { attestationsFrom } from '../../src/approval';
import { readStore } from '../../src/plan';
import { readWorkbook } from '../../src/xlsx';
import type { Bench } from '../../src/workbench/serve';
import { launchBrowser } from '../support/browser';
import {
  openBench,
  paneOf,
  picture,
  prepareWorkbench,
  readPlan,
  serve,
  textOf,
  typeInto,
  until,
  type OpenedBench,
  unfoldFindings,
} from '../support/workbench';

const AUTHOR = 'Anna Rovere';
const REASON = 'Seconda variante dello stesso intervento, concordata con gli uffici.';
const SHEET = '05 Ambiente migliore';

let browser: Browser;
let bench: Bench;
let opened: OpenedBench;
let page: Page;
let saved: string;

beforeAll(async () => {
  await prepareWorkbench();
  bench = await serve('templates/prato-peg-2017.xlsx');
  browser = await launchBrowser();
  opened = await openBench(browser, bench);
  page = opened.page;
  await readPlan(page);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

const pane = () => paneOf(page);
/** Opens the view, also where the pane is too narrow for its tab. */
async function approval(): Promise<void> {
  const tab = pane().getByRole('tab', { name: 'Approvazione', exact: true });
  if (await tab.isVisible()) return tab.click();
  await pane().getByRole('button', { name: 'Altro', exact: true }).click();
  await pane().getByRole('menuitem', { name: 'Approvazione' }).click();
}

test('a finding is accepted with a reason', async () => {
  await unfoldFindings(page);
  const item = pane().getByRole('listitem').filter({ hasText: '«Barriere acustiche» non ha codice' });
  await item.getByRole('button', { name: '«Barriere acustiche» non ha codice' }).click();
  await item.getByRole('button', { name: 'Accetta…' }).click();
  const form = pane().getByRole('form', { name: 'Motivazione dell’accettazione' });
  await form.getByRole('textbox').first().fill(REASON);
  await form.getByRole('textbox').nth(1).fill(AUTHOR);
  await form.getByRole('button', { name: 'Accetta', exact: true }).click();
  await pane().getByRole('heading', { level: 1, name: '6 segnalazioni bloccanti da risolvere' }).waitFor();
});

test('the plan is attested, and the attestation holds', async () => {
  await approval();
  await pane().getByLabel('Chi attesta').fill(AUTHOR);
  await pane().getByRole('button', { name: 'Attesta il piano com’è' }).click();
  await pane().getByText(`Attestato da ${AUTHOR}`).first().waitFor();
  await pane().getByText('Da allora piano e regole non sono cambiati').waitFor();
  await picture(page, 'attested');
});

test('the check sheet names who accepted what and why, and which attestation holds', async () => {
  await pane().getByRole('button', { name: 'Scrivi il foglio di verifica' }).click();
  await page.getByRole('tab', { name: 'Verifica PEG' }).waitFor();
  await page.getByRole('tab', { name: 'Verifica PEG' }).click();
  const sheet = await Promise.all(
    Array.from({ length: 160 }, async (_, row) => [
      await textOf(page, 'Verifica PEG', `A${row + 1}`),
      await textOf(page, 'Verifica PEG', `D${row + 1}`),
      await textOf(page, 'Verifica PEG', `E${row + 1}`),
    ]),
  );
  expect(sheet.find(([label]) => label === 'Attestazione')?.[1]).toMatch(`valida (${AUTHOR}`);
  expect(sheet.some(([, , reason]) => reason?.startsWith(`${REASON} – ${AUTHOR}`))).toBe(true);
  await picture(page, 'check-sheet-attested');
});

test('it holds in the copy that is saved and opened again', async () => {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Salva una copia' }).click();
  const file = await coming;
  saved = path.join(mkdtempSync(path.join(tmpdir(), 'peg-approval-')), 'attestato.xlsx');
  await file.saveAs(saved);
  const { store } = readWorkbook(readFileSync(saved), 'attestato.xlsx');
  expect(attestationsFrom(readStore(store).sections['attestations'])).toMatchObject([
    { author: AUTHOR, verdict: { ready: false, waived: 1 } },
  ]);
  await page.locator('#file').setInputFiles(saved);
  await page.getByRole('heading', { level: 1, name: 'attestato.xlsx' }).waitFor();
  await readPlan(page);
  await approval();
  await pane().getByText('Da allora piano e regole non sono cambiati').waitFor();
}, 120_000);

test('one changed character breaks it, and the comparison names the objective', async () => {
  await typeInto(page, SHEET, 'D9', 'Barriere acustichE');
  await pane().getByText('Da allora il piano è cambiato: 1 differenza').waitFor();
  await pane()
    .getByRole('button', { name: /^Mostra: Attestato da/ })
    .click();
  await pane().getByText('«Barriere acustichE»: prima «Barriere acustiche».').waitFor();
  await picture(page, 'attestation-broken');
  await typeInto(page, SHEET, 'D9', 'Barriere acustiche');
  await pane().getByText('Da allora piano e regole non sono cambiati').waitFor();
});

test('at the monitoring stage the view says what is late and what has no result', async () => {
  await pane().getByLabel('Momento della verifica').selectOption('monitoring');
  await pane().getByLabel('Stato al giorno').fill('2017-06-30');
  await pane().getByRole('heading', { name: 'Monitoraggio al 30/06/2017' }).waitFor();
  await picture(page, 'monitoring');
  await pane().getByLabel('Momento della verifica').selectOption('pre-approval');
  await until(
    async () =>
      (await pane()
        .getByRole('heading', { name: /^Monitoraggio/ })
        .count()) === 0,
  );
});

test('nothing went wrong, nothing was asked of any other server', () => {
  expect(opened.errors).toEqual([]);
  expect(opened.outside).toEqual([]);
});
