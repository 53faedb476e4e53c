import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { SMALL_DOUBTS } from '../support/asking';
import { serious, sideways } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { panePages, type PanePages } from '../support/pane-page';
import { fileOf, smallPlan } from '../support/plans';
import type { HarnessOptions } from './pane.harness';

const SCREENS = join(__dirname, '../output/screens');
jest.setTimeout(300_000);

let browser: Browser;
let pages: PanePages;

beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  browser = await launchBrowser();
  pages = await panePages(browser, SMALL_DOUBTS);
});

afterAll(async () => {
  await browser?.close();
});

async function open(look: Partial<HarnessOptions> = {}, width = 320, height = 800): Promise<Page> {
  const bytes = Buffer.from(fileOf(smallPlan())).toString('base64');
  const options: HarnessOptions = { name: 'piano.xlsx', bytes, language: 'it', theme: 'light', ...look };
  const page = await pages.open(options, width, height);
  await page.waitForSelector(look.view === undefined ? '#question' : '#doubt');
  return page;
}

const shot = (page: Page, name: string) => page.screenshot({ path: join(SCREENS, `${name}.png`) });

/** Accessible, and nothing sticks out. */
async function look(page: Page, name: string): Promise<void> {
  await shot(page, name);
  expect((await serious(page)).map((one) => `${name}: ${one}`)).toEqual([]);
  expect([name, await sideways(page)]).toEqual([name, 0]);
}

describe('a reading that is not sure', () => {
  test.each([
    [320, 'it', 'light'],
    [450, 'it', 'dark'],
    [480, 'en', 'light'],
    [320, 'en', 'dark'],
  ] as const)('%d px, %s, %s: the question first, accessible', async (width, language, theme) => {
    const page = await open({ language, theme }, width);
    await look(page, `reading-question-${width}-${language}-${theme}`);
    await page.close();
  });

  test('at 200 % and in forced colours nothing is cut off or lost', async () => {
    const page = await open({}, 320, 380);
    expect(await sideways(page)).toBe(0);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize({ width: 320, height: 800 });
    await page.getByRole('switch', { name: 'Colora il foglio secondo il significato' }).click();
    await page.getByRole('checkbox', { name: 'Fasi' }).waitFor();
    await look(page, 'reading-forced-colours');
    await page.close();
  });

  test('no view shows a verdict without the doubt above it', async () => {
    for (const view of ['findings', 'plan', 'indicators', 'approval', 'rules'] as const) {
      const page = await open({ view });
      await page.waitForSelector('#doubt');
      const above = await page.evaluate(() => {
        const doubt = document.querySelector('#doubt')?.getBoundingClientRect();
        const shown = document.querySelector('#view')?.getBoundingClientRect();
        return doubt !== undefined && shown !== undefined && doubt.bottom <= shown.top;
      });
      expect([view, above]).toEqual([view, true]);
      await look(page, `doubt-${view}`);
      await page.close();
    }
  });

  test('an answer looked at colours its cells, and leaving takes the colours away', async () => {
    const page = await open();
    const marks = () =>
      page.evaluate(() => window.harness.marks().map(({ address, level }) => `${address} ${level}`));
    await page.getByRole('button', { name: /^gli obiettivi di PEG/ }).hover();
    await page.waitForFunction(() => window.harness.marks().length > 0);
    expect(await marks()).toEqual(expect.arrayContaining(['B2 peg', 'B3 peg', 'B2:B3 peg']));
    await page.mouse.move(1, 1);
    await page.waitForFunction(() => window.harness.marks().length === 0);
    await page.getByRole('button', { name: /^le fasi/ }).focus();
    await page.waitForFunction(() => window.harness.marks().some(({ level }) => level === 'phase'));
    await page.close();
  });

  test('by keyboard alone: answer, answer, verdict', async () => {
    const page = await open();
    const reach = async (words: string): Promise<void> => {
      for (let press = 0; press < 12; press++) {
        await page.keyboard.press('Tab');
        const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
        if (text.startsWith(words)) return;
      }
      throw new TypeError(`${words} is not reached`);
    };
    await reach('gli obiettivi di PEG');
    await page.keyboard.press('Enter');
    await page.getByText('nel foglio «Fasi» la colonna B', { exact: false }).first().waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'question');
    await shot(page, 'reading-second-question');
    await reach('le fasi');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#verdict');
    expect(await page.locator('#doubt').count()).toBe(0);
    await page.getByRole('button', { name: 'Ho letto 2 obiettivi in 1 foglio' }).click();
    await page.waitForSelector('#how-read');
    await look(page, 'reading-sure');
    await page.close();
  });

  test('“none of these” leads to an example in the sheet; its effect is seen before it is kept', async () => {
    const page = await open();
    await page.getByRole('button', { name: /^nessuna di queste/ }).click();
    await page.getByText('nel foglio «Fasi» la colonna B', { exact: false }).first().waitFor();
    await page.evaluate(() => window.harness.select({ sheet: 'Obiettivi', address: 'B1' }));
    await page.getByRole('button', { name: 'Usa la cella selezionata' }).click();
    await page.getByLabel('Questa cella').selectOption('field');
    await page.getByLabel('Di che cosa').selectOption('pegObjective');
    await page.getByRole('heading', { name: 'Che cosa cambia' }).waitFor();
    await page.getByText('Riscuotere i residui').last().waitFor();
    await look(page, 'reading-effect');
    await page.getByRole('button', { name: 'Conserva la correzione' }).click();
    await page.getByText('Correzione conservata', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^le fasi/ }).click();
    await page.waitForSelector('#verdict');
    expect(await page.locator('#doubt').count()).toBe(0);

    await page.getByRole('tab', { name: 'Lettura' }).click();
    await page.getByRole('heading', { name: 'Risposte e correzioni' }).scrollIntoViewIfNeeded();
    const said = page.getByRole('button', { name: /^Togli: / });
    expect(await said.count()).toBe(3);
    await look(page, 'reading-said');
    // Without the correction the column is in doubt again; its question was answered and is not asked a second time.
    await said.first().click();
    await page.waitForSelector('#partial');
    await look(page, 'reading-partial');
    await page.close();
  });

  test('what is not among the answers is said below them; its effect is seen before it is kept', async () => {
    const page = await open();
    await page.getByLabel('Oppure contiene').selectOption('pegObjective');
    await page.getByRole('heading', { name: 'Che cosa cambia' }).waitFor();
    await page.getByText('Riscuotere i residui').last().waitFor();
    await look(page, 'reading-otherwise');
    await page.getByRole('button', { name: 'Conserva la correzione' }).click();
    await page.getByText('Correzione conservata', { exact: false }).waitFor();
    await page.getByText('nel foglio «Fasi» la colonna B', { exact: false }).first().waitFor();
    expect(await page.getByLabel('Oppure contiene').inputValue()).toBe('');
    await page.getByRole('button', { name: /^le fasi/ }).click();
    await page.waitForSelector('#verdict');
    await page.close();
  });

  test('the sheet is coloured by meaning, kind by kind, and taken back', async () => {
    const page = await open({}, 450);
    const levels = () =>
      page.evaluate(() => [...new Set(window.harness.marks().map(({ level }) => level))].sort());
    await page.getByRole('switch', { name: 'Colora il foglio secondo il significato' }).click();
    await page.waitForFunction(() => window.harness.marks().length > 10);
    expect(await levels()).toEqual(expect.arrayContaining(['attribute', 'dup', 'measure', 'phase']));
    await page.getByRole('checkbox', { name: 'DUP' }).click();
    await page.waitForFunction(() => !window.harness.marks().some(({ level }) => level === 'dup'));
    await page
      .getByRole('switch', { name: 'Colora il foglio secondo il significato' })
      .scrollIntoViewIfNeeded();
    await look(page, 'reading-colours');
    await page.getByRole('switch', { name: 'Colora il foglio secondo il significato' }).click();
    await page.waitForFunction(() => window.harness.marks().length === 0);
    await page.close();
    expect(pages.failures).toEqual([]);
  });
});
