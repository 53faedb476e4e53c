/** The workbench as `npm start` serves it, for tests: builds kept between runs, any free port, one browser. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { folderOf, prepare, serveWorkbench, type Bench } from '../../src/workbench/serve';

export const ROOT = path.join(__dirname, '../..');
/** The production build of the add-in that the tests look at; the builds of `npm start`, so that both have them. */
export const ADDIN = folderOf(ROOT, 'addin');
const PAGE = folderOf(ROOT, 'workbench');
export const OFFICE = path.join(ROOT, 'node_modules/@microsoft/office-js/dist');
/** Pictures of the main views, for people to look at; ignored by git. */
export const PICTURES = path.join(ROOT, 'test/output/workbench');

/** Builds what is older than its sources; two test files never build at the same time. */
export const prepareWorkbench = (): Promise<void> =>
  prepare(ROOT, ['cli', 'addin', 'workbench'], { building: () => undefined, waiting: () => undefined });

/** Serves workbooks, the first one to be opened at the start. */
export const serve = (...workbooks: readonly string[]): Promise<Bench> =>
  serveWorkbench(
    {
      addin: ADDIN,
      page: PAGE,
      office: OFFICE,
      manifest: path.join(ROOT, 'manifest.xml'),
      workbooks: workbooks.map((name) => path.join(ROOT, name)),
    },
    0,
  );

export interface OpenedBench {
  readonly page: Page;
  /** Requests to any other place than the workbench's server. */
  readonly outside: string[];
  /** Errors of scripts and of the console. */
  readonly errors: string[];
}

/** Opens the workbench in a fresh window and waits until the add-in has checked the plan. */
export async function openBench(
  browser: Browser,
  bench: Bench,
  viewport = { width: 1400, height: 900 },
): Promise<OpenedBench> {
  const context = await browser.newContext({ viewport, acceptDownloads: true });
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const local = [bench.address, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!local) outside.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(bench.address);
  return { page, outside, errors };
}

/** Waits until the workbook that was asked for last is open. */
export const settled = (page: Page): Promise<void> => page.evaluate(() => window.pegWorkbench.settled());

/** The frame of the pane. */
export const paneOf = (page: Page): FrameLocator => page.frameLocator('#pane');

/** Opens all groups of findings. */
export async function unfoldFindings(page: Page): Promise<void> {
  const folded = paneOf(page).locator('h2 button[aria-expanded=false]');
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Passes the first page of the pane and waits for the verdict. */
export async function readPlan(page: Page): Promise<void> {
  await settled(page);
  const pane = paneOf(page);
  const verdict = pane.getByRole('heading', { level: 1, name: /giunta|board/i });
  const start = pane.getByRole('button', { name: /^(Leggi il file|Read the workbook)$/ });
  await verdict.or(start).first().waitFor({ timeout: 30_000 });
  if (await start.isVisible()) await start.click();
  await verdict.waitFor({ timeout: 30_000 });
}

/** Chooses a cell as a user does: the tab of the sheet, then the name box. */
export async function goTo(page: Page, sheet: string, address: string): Promise<void> {
  const tab = page.getByRole('tab', { name: sheet, exact: true });
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.click();
  await box.fill(address);
  await box.press('Enter');
  await until(async () => (await selected(page)).address === address);
}

/** Chooses a cell and types into it. */
export async function typeInto(page: Page, sheet: string, address: string, text: string): Promise<void> {
  await goTo(page, sheet, address);
  // The keyboard is back in the grid a moment after the name box: what is typed before would be lost.
  await until(() => page.evaluate(() => document.activeElement?.getAttribute('contenteditable') === 'true'));
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Sheet and address of what is selected in the grid. */
export const selected = (page: Page): Promise<{ sheet: string; address: string }> =>
  page.evaluate(() => window.pegWorkbench.excel.selected);

/** What a cell shows. */
export const textOf = (page: Page, sheet: string, address: string): Promise<string> =>
  page.evaluate(([name = '', at = '']) => window.pegWorkbench.excel.text(name, at), [sheet, address]);

/** Waits for something the page does in its own time. */
export async function until(condition: () => Promise<boolean>, patience = 20_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new RangeError(`waited in vain for ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Keeps a picture of the page for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}
