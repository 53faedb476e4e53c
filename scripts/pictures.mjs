/**
 * The pictures of the manual: the workbench and every view of the pane, in both languages, taken in Chromium.
 *
 *   npm run pictures          into docs/immagini/it and docs/immagini/en
 *
 * PEG_BROWSER names another browser than the installed Chromium.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, serveTools } from './lib/serve.mjs';

/** Widths that show the pane as it stands beside a sheet. */
const WINDOW = { width: 1360, height: 820 };
const PANE = '480';
const WORKBOOK = 'templates/prato-peg-2017-dati.xlsx';
const VIEWS = ['findings', 'reading', 'plan', 'indicators', 'approval', 'rules'];
/** An indicator whose value shows how it came about. */
const INDICATOR = 'Pressione tributaria';

const { folderOf, prepare, serveWorkbench } = await serveTools();
await prepare(root, ['addin', 'workbench'], { building: () => undefined, waiting: () => undefined });
const bench = await serveWorkbench(
  {
    addin: folderOf(root, 'addin'),
    page: folderOf(root, 'workbench'),
    office: join(root, 'node_modules/@microsoft/office-js/dist'),
    manifest: join(root, 'manifest.xml'),
    workbooks: [join(root, WORKBOOK)],
  },
  0,
);
const executablePath = process.env.PEG_BROWSER ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const language of ['it', 'en']) await takeAll(language);
} finally {
  await browser.close();
  await bench.close();
}

async function takeAll(language) {
  const folder = join(root, 'docs/immagini', language);
  mkdirSync(folder, { recursive: true });
  const page = await browser.newPage({ viewport: WINDOW, reducedMotion: 'reduce' });
  await page.goto(bench.address);
  await settled(page);
  await page.locator('#scenario-side summary').click();
  await page.locator('#scenario-language').selectOption(language);
  await page.locator('#scenario-paneWidth').selectOption(PANE);
  await settled(page);
  await page.locator('#scenario-side summary').click();
  const pane = page.frameLocator('#pane');
  const start = pane.getByRole('button', { name: /^(Leggi la cartella|Read the workbook)$/ });
  const verdict = pane.locator('#verdict');
  await verdict.or(start).first().waitFor({ timeout: 60_000 });
  if (await start.isVisible()) await start.click();
  await verdict.waitFor({ timeout: 60_000 });
  await pane.locator('[data-selected]').first().click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, 'workbench.png') });
  for (const view of VIEWS) {
    await show(pane, view);
    await page.waitForTimeout(1000);
    await page.locator('#pane').screenshot({ path: join(folder, `${view}.png`) });
  }
  await page.close();
}

/** Opens a view by its tab, or by its place among those that do not fit. */
async function show(pane, view) {
  const tab = pane.locator(`#tab-${view}`);
  if (!(await tab.isVisible())) {
    await pane.getByRole('button', { name: /^(Altro|More)$/ }).click();
    const names = {
      approval: /^App/,
      rules: /^(Regole|Rules)$/,
      indicators: /^Indic/,
      plan: /^(Piano|Plan)$/,
    };
    await pane.getByRole('menuitem', { name: names[view] }).click();
  } else await tab.click();
  if (view !== 'indicators') return;
  await pane.locator('#view input').first().fill(INDICATOR);
  await pane
    .getByRole('button', { name: new RegExp(INDICATOR) })
    .first()
    .click();
}

/** Waits until the workbook that was asked for last is open. */
function settled(page) {
  return page.evaluate(() => globalThis.pegWorkbench.settled());
}
