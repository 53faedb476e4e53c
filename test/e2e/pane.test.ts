import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serious, sideways } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { panePages, type PanePages } from '../support/pane-page';
import type { HarnessOptions } from './pane.harness';

const SCREENS = join(__dirname, '../output/screens');

const VIEWS = ['findings', 'reading', 'plan', 'indicators', 'approval', 'rules'] as const;
/** Something every view shows once it is there. */
const SIGN: Readonly<Record<(typeof VIEWS)[number], string>> = {
  findings: '#verdict',
  plan: '[role=tree]',
  indicators: '[role=tabpanel] [role=tablist] ~ *, [role=tabpanel] ul li',
  approval: '#attestation',
  reading: '#sheets',
  rules: '#rule-set',
};

// A busy machine may need minutes for two dozen pages.
jest.setTimeout(300_000);

let browser: Browser;
let pages: PanePages;

beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  browser = await launchBrowser();
  pages = await panePages(browser);
});

afterAll(async () => {
  await browser?.close();
});

type Opening = Partial<Omit<HarnessOptions, 'bytes'>> & { readonly width?: number; readonly height?: number };

const PLAN = 'prato-peg-2017.xlsx';
/** Pages that have read a workbook, by its name: reading it is most of the work. */
const read = new Map<string, Page>();

function optionsOf({ name = PLAN, ...rest }: Omit<Opening, 'width' | 'height'>): HarnessOptions {
  const bytes = readFileSync(join(__dirname, '../fixtures', name)).toString('base64');
  return { language: 'it', theme: 'light', ...rest, name, bytes };
}

/** Opens the pane afresh on a workbook that may have been read before: for what leaves the workbook alone. */
async function open({ width = 320, height = 800, ...rest }: Opening): Promise<Page> {
  const options = optionsOf(rest);
  const known = read.get(options.name);
  if (!known) {
    const page = await pages.open(options, width, height);
    read.set(options.name, page);
    return page;
  }
  await known.emulateMedia({ media: 'screen' });
  await known.setViewportSize({ width, height });
  await known.evaluate((wanted) => window.harness.open(wanted), options);
  return known;
}

/** Opens a workbook that nobody has read or changed. */
const openAnew = (opening: Opening): Promise<Page> => pages.open(optionsOf(opening), opening.width);

const shot = (page: Page, name: string) => page.screenshot({ path: join(SCREENS, `${name}.png`) });

describe('every view', () => {
  // Every width with every language and theme, every language with every theme.
  test.each([
    { width: 320, language: 'it', theme: 'light' },
    { width: 320, language: 'en', theme: 'dark' },
    { width: 450, language: 'it', theme: 'dark' },
    { width: 450, language: 'en', theme: 'light' },
  ] as const)('$width px, $language, $theme: accessible, nothing sticks out', async (look) => {
    const found: string[] = [];
    for (const view of VIEWS) {
      const page = await open({ ...look, view, name: 'prato-peg-2017-dati.xlsx' });
      await page.waitForSelector(SIGN[view]);
      const name = `${view}-${look.width}-${look.language}-${look.theme}`;
      await shot(page, name);
      found.push(...(await serious(page)).map((one) => `${name}: ${one}`));
      if ((await sideways(page)) > 0) found.push(`${name}: wider than the pane`);
    }
    expect(found).toEqual([]);
    expect(pages.failures).toEqual([]);
  });

  test('the shapes of the plan, open details and forms are accessible too', async () => {
    const page = await open({ view: 'plan' });
    await page.waitForSelector('[role=tree]');
    for (const [shape, sign] of [
      ['Prospetto', 'svg [role=button]'],
      ['Tabella', 'table'],
    ] as const) {
      await page.getByRole('tab', { name: shape }).click();
      await page.waitForSelector(sign);
      await shot(page, `plan-${shape.toLowerCase()}`);
      expect(await serious(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
    }
    const findings = await open({});
    await findings.locator('[data-selected]').first().click();
    await findings.getByRole('button', { name: 'Accetta…' }).click();
    await findings.getByRole('button', { name: 'Filtri' }).click();
    await shot(findings, 'findings-accept');
    expect(await serious(findings)).toEqual([]);
    const approval = await open({ view: 'approval' });
    await approval
      .getByRole('button', { name: /^Mostra: \d+ controlli non eseguiti: mancano i dati/ })
      .click();
    expect(await serious(approval)).toEqual([]);
  });

  test('explanations, forms and lists that open are accessible too', async () => {
    const name = 'prato-peg-2017-dati.xlsx';
    const page = await open({ view: 'indicators', name });
    const look = async (picture: string): Promise<void> => {
      await shot(page, picture);
      expect((await serious(page)).map((one) => `${picture}: ${one}`)).toEqual([]);
      expect([picture, await sideways(page)]).toEqual([picture, 0]);
    };
    await page.getByLabel('Cerca un indicatore').fill('pressione tributaria');
    await page.getByRole('button', { name: /Pressione tributaria/ }).click();
    await page.getByText('Come l’ho letta').waitFor();
    await page.getByText('Come l’ho letta').scrollIntoViewIfNeeded();
    await look('indicators-explained');
    await page.getByRole('tab', { name: 'Dati mancanti' }).click();
    await page.getByRole('heading', { name: 'Che cosa chiedere, e a chi' }).waitFor();
    await look('indicators-missing');

    await open({ view: 'rules', name });
    await page
      .getByRole('button', { name: /^Pesi.*100/ })
      .first()
      .click();
    await page.getByText('Perché conta').waitFor();
    await page.getByText('Perché conta').scrollIntoViewIfNeeded();
    await look('rules-page');
    await page.getByText('Esempio errato').click();
    await page.getByText('Esempio corretto').click();
    await page.getByText('Esempio corretto').scrollIntoViewIfNeeded();
    expect(await page.getByRole('table').count()).toBeGreaterThan(1);
    await look('rules-examples');

    await open({ view: 'reading', name });
    await page.getByRole('button', { name: /^01 Cultura e turismo/ }).click();
    await page.getByLabel('Questo foglio è').selectOption('ignore');
    await page.getByRole('heading', { name: 'Che cosa cambia' }).waitFor();
    await page.getByRole('columnheader', { name: 'Dopo' }).waitFor();
    // A button that has just become usable fades in: colours are judged when it stands.
    await page.locator('button:enabled', { hasText: 'Conserva la correzione' }).waitFor();
    await page.waitForFunction(() => document.getAnimations().length === 0);
    await look('reading-corrected');

    await open({ view: 'findings', name });
    await page.getByRole('button', { name: 'Filtri' }).click();
    await page.getByRole('button', { name: 'Elenco per ufficio' }).click();
    await page.getByRole('heading', { name: 'Elenco per ufficio' }).waitFor();
    await look('findings-office-list');

    await page.getByRole('button', { name: 'Aiuto: Coerenza' }).click();
    await page.getByText('raccolte per causa').waitFor();
    await look('help');
  });

  test('the chart of the plan prints on A4, in grey, without the controls around it', async () => {
    const page = await open({ view: 'plan', width: 450 });
    await page.getByRole('tab', { name: 'Prospetto' }).click();
    await page.waitForSelector('svg [role=button]');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('tablist').first().isVisible()).toBe(false);
    const chart = page.locator('svg[role=group]');
    expect(await chart.evaluate((svg) => getComputedStyle(svg.parentElement ?? svg).filter)).toBe(
      'grayscale(1)',
    );
    // The whole chart, not only what was on screen.
    const { height, inside } = await chart.evaluate((svg) => ({
      height: svg.getBoundingClientRect().height,
      inside: document.documentElement.scrollHeight,
    }));
    expect(inside).toBeGreaterThanOrEqual(Math.floor(height));
    const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' };
    const pdf = await page.pdf({ path: join(SCREENS, 'plan-chart-a4.pdf'), format: 'A4', margin });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  test('first run, loading and failure', async () => {
    for (const [name, opening, words] of [
      ['first-run', { firstRun: true }, 'Leggi il file'],
      ['loading', { fail: 'never' }, 'Interrompi'],
      ['failed', { fail: 'damaged' }, 'Il file è danneggiato'],
    ] as const) {
      const page = await openAnew(opening);
      await page.getByText(words).waitFor();
      await shot(page, name);
      expect(await serious(page)).toEqual([]);
      await page.close();
    }
  });

  test('at 200 % on a small screen nothing is cut off', async () => {
    for (const view of VIEWS) {
      // 200 % of a 640 pixel wide pane: the page sees 320 pixels and half the height.
      const page = await open({ view, width: 320, height: 380 });
      await page.waitForSelector(SIGN[view]);
      expect(await sideways(page)).toBe(0);
    }
  });
});

describe('working through findings', () => {
  const selected = (page: Page) => page.evaluate(() => window.harness.selected());

  test('with the keyboard alone: down the list, to the cell, next', async () => {
    const page = await openAnew({});
    await page.waitForSelector('#verdict');
    await page.locator('[data-selected]').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.harness.selected() !== null);
    const first = await selected(page);
    await page.keyboard.press('ArrowDown');
    expect(await selected(page)).toEqual(first);
    await page.keyboard.press('Alt+ArrowDown');
    await page.waitForFunction(
      (old) => JSON.stringify(window.harness.selected()) !== old,
      JSON.stringify(first),
    );
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-selected') === 'true');
    await page.close();
  });

  test('every control is reached with Tab and shows where the keyboard is', async () => {
    const page = await open({ view: 'findings' });
    await page.waitForSelector('#verdict');
    const seen = new Set<string>();
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const box = element.getBoundingClientRect();
        return {
          name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
          wide: box.width,
        };
      });
      if (at) seen.add(at.name);
      if (at) expect(at.wide).toBeGreaterThan(0);
    }
    for (const name of ['Coerenza', 'Cerca nelle segnalazioni', 'Filtri', 'Elenco per ufficio', 'Successiva'])
      expect([...seen].join('\n')).toContain(name);
  });

  test('an edit elsewhere leaves the reader where they are', async () => {
    const page = await openAnew({});
    await page.waitForSelector('#verdict');
    const headings = page.locator('h2 button[aria-expanded=false]');
    while ((await headings.count()) > 0) await headings.first().click();
    const list = page.locator('#view > div').first();
    await list.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
    await page.waitForTimeout(50);
    const anchor = await page.evaluate(() => {
      const box = document.querySelector('#view > div');
      const frame = box?.getBoundingClientRect();
      const shown = [...document.querySelectorAll('li[data-anchor]')].find(
        (item) => item.getBoundingClientRect().top > (frame?.top ?? 0) + 150,
      );
      return { name: shown?.getAttribute('data-anchor') ?? '', top: shown?.getBoundingClientRect().top ?? 0 };
    });
    const before = await page.locator('#verdict').textContent();
    await page.evaluate(() =>
      window.harness.write([{ sheet: '01 Cultura e turismo', address: 'C6', value: '2017-PA11' }]),
    );
    await page.waitForFunction((old) => document.querySelector('#verdict')?.textContent !== old, before);
    const top = await page
      .locator(`li[data-anchor="${anchor.name}"]`)
      .first()
      .evaluate((item) => item.getBoundingClientRect().top);
    expect(Math.abs(top - anchor.top)).toBeLessThanOrEqual(2);
    await page.close();
  });

  test('a remedy is previewed, written, and taken back', async () => {
    const page = await openAnew({});
    await page.waitForSelector('#verdict');
    const headings = page.locator('h2 button[aria-expanded=false]');
    while ((await headings.count()) > 0) await headings.first().click();
    const items = page.locator('li[data-anchor] > button');
    const apply = page.getByRole('button', { name: 'Applica…' });
    for (let index = 0; index < (await items.count()) && (await apply.count()) === 0; index++)
      await items.nth(index).click();
    await apply.click();
    await shot(page, 'findings-apply');
    expect(await serious(page)).toEqual([]);
    await page.getByRole('button', { name: /^Scrivi \d/ }).click();
    await page.getByText(/scritt[ae]\./).waitFor();
    await page.getByRole('button', { name: 'Annulla la modifica' }).click();
    await page.getByText('Rimesso com’era.').waitFor();
    await page.close();
  });
});

test('the tree of the plan goes by keyboard', async () => {
  const page = await openAnew({ view: 'plan' });
  const tree = page.getByRole('tree');
  await tree.focus();
  const active = () => tree.getAttribute('aria-activedescendant');
  const first = await active();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(
    (old) => document.querySelector('[role=tree]')?.getAttribute('aria-activedescendant') !== old,
    first,
  );
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.harness.selected() !== null);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.waitForFunction(
    (old) => document.querySelector('[role=tree]')?.getAttribute('aria-activedescendant') === old,
    first,
  );
  await page.close();
});
