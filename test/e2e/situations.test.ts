/** The workbench around the add-in: reachable by everybody, any workbook, and the situations of every day. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { HOST_SCRIPT, OFFICE_PATH, type Bench } from '../../src/workbench/serve';
import { serious, sideways } from '../support/axe';
import { launchBrowser } from '../support/browser';
import {
  ADDIN,
  OFFICE,
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
  until,
  type OpenedBench,
  unfoldFindings,
} from '../support/workbench';

const PLAN = 'templates/prato-peg-2017.xlsx';
const EMPTY = 'templates/peg-modello.xlsx';
const INVERTED = 'è calcolato al contrario';
/** The cell of that finding. */
const CELL = { sheet: 'Indicatori città', address: 'C41' };
/** The cell of the first finding, a blocking one. */
const FIRST = { sheet: '04 Mobilità sostenibile', address: 'C14' };

let browser: Browser;
let bench: Bench;
let opened: OpenedBench;
let page: Page;

beforeAll(async () => {
  await prepareWorkbench();
  bench = await serve(PLAN, EMPTY);
  browser = await launchBrowser();
  opened = await openBench(browser, bench);
  page = opened.page;
  await readPlan(page);
  await page.locator('#scenario-side summary').click();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

const finding = (text: string) => paneOf(page).getByRole('listitem').filter({ hasText: text });
const says = (text: RegExp) => paneOf(page).getByRole('status').filter({ hasText: text });
const control = (name: string) => page.locator(`#scenario-${name}`);

/** The frame of the pane, for what is measured inside it. */
async function paneFrame(): Promise<Frame> {
  const frame = await (await page.locator('#pane').elementHandle())?.contentFrame();
  if (!frame) throw new TypeError('the pane is a frame');
  return frame;
}

/** Sets the situation back and waits for the plan. */
async function usual(): Promise<void> {
  await page.getByRole('button', { name: /Tutto normale|Everything usual/ }).click();
  await readPlan(page);
}

/** Unfolds the groups of findings and chooses the inverted formula: warnings are folded at first. */
async function chooseInverted(): Promise<void> {
  await unfoldFindings(page);
  await finding(INVERTED)
    .getByRole('button', { name: new RegExp(INVERTED) })
    .click();
}

/** Applies the remedy of the inverted formula from the pane. */
async function applyRemedy(): Promise<void> {
  await chooseInverted();
  await finding(INVERTED).getByRole('button', { name: 'Applica…' }).click();
  await finding(INVERTED).getByRole('button', { name: 'Scrivi 1 cella' }).click();
}

describe('what is served', () => {
  test('is the production build, byte for byte, but for the address of office.js and the host script', async () => {
    const names = readdirSync(ADDIN, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ADDIN, path.join(entry.parentPath, entry.name)));
    expect(names).toContain('taskpane.html');
    for (const name of names) {
      const answer = await fetch(`${bench.address}addin/${name.split(path.sep).join('/')}`);
      const served = Buffer.from(await answer.arrayBuffer());
      const built = readFileSync(path.join(ADDIN, name));
      if (name !== 'taskpane.html') {
        expect([name, served.equals(built)]).toEqual([name, true]);
        continue;
      }
      const [cdn = ''] =
        /https:\/\/appsforoffice\.microsoft\.com\/[^"'> ]*office\.js/.exec(String(built)) ?? [];
      expect(String(served).replace(HOST_SCRIPT, '').replace(OFFICE_PATH, cdn)).toBe(String(built));
    }
  });

  test('with Microsoft’s office.js as it is in its package', async () => {
    const answer = await fetch(`${bench.address}${OFFICE_PATH.slice(1)}`);
    const served = Buffer.from(await answer.arrayBuffer());
    expect(served.equals(readFileSync(path.join(OFFICE, 'office.js')))).toBe(true);
  });
});

describe('for everybody', () => {
  // The grid is Univer's own, as Excel's would be Microsoft's.
  const around = { exclude: ['#grid', '#pane'] };

  test('axe finds nothing serious, around the grid and in the pane', async () => {
    expect(await serious(page, around)).toEqual([]);
    expect(await serious(await paneFrame())).toEqual([]);
  });

  test('by keyboard alone: into the pane with F6, to a finding, to its cell, and back to the grid', async () => {
    const inPane = () => page.evaluate(() => document.activeElement?.id === 'pane');
    for (let press = 0; press < 6 && !(await inPane()); press++) await page.keyboard.press('F6');
    expect(await inPane()).toBe(true);
    const frame = await paneFrame();
    const onFinding = () =>
      frame.evaluate(() => document.activeElement?.hasAttribute('data-selected') ?? false);
    for (let press = 0; press < 40 && !(await onFinding()); press++) await page.keyboard.press('Tab');
    expect(await onFinding()).toBe(true);
    await page.keyboard.press('Enter');
    await until(async () => (await selected(page)).address === FIRST.address);
    expect(await selected(page)).toEqual(FIRST);
    await page.keyboard.press('Shift+F6');
    await until(() =>
      page.evaluate(() => document.querySelector('#grid')?.contains(document.activeElement) ?? false),
    );
  });

  test('at 200 % and in a narrow window the parts stand below each other and nothing is cut off', async () => {
    const before = page.viewportSize();
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await sideways(await paneFrame())).toBeLessThanOrEqual(0);
    await page.locator('#pane').scrollIntoViewIfNeeded();
    await picture(page, 'zoom-200');
    expect(await serious(page, around)).toEqual([]);
    if (before) await page.setViewportSize(before);
  });
});

describe('any workbook', () => {
  const shown = (name: string) => page.getByRole('heading', { level: 1, name });

  test('from the file picker', async () => {
    await page.locator('#file').setInputFiles(path.join(ROOT, EMPTY));
    await shown('peg-modello.xlsx').waitFor();
    await paneOf(page).getByRole('heading', { level: 1, name: 'Il piano è ancora vuoto' }).waitFor();
    await picture(page, 'empty-plan');
  });

  test('one that cannot be read is refused with a sentence, and the open one stays', async () => {
    const buffer = Buffer.from('this is no workbook');
    await page.locator('#file').setInputFiles({ name: 'rotta.xlsx', mimeType: 'application/zip', buffer });
    await page
      .getByRole('status')
      .filter({ hasText: /rotta\.xlsx non si apre\. .+/ })
      .waitFor();
    expect(await shown('peg-modello.xlsx').count()).toBe(1);
  });

  test('dropped on the page', async () => {
    const bytes = readFileSync(path.join(ROOT, PLAN)).toString('base64');
    await page.evaluate((content) => {
      const data = new DataTransfer();
      const letters = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      data.items.add(new File([letters], 'trascinata.xlsx'));
      window.dispatchEvent(new DragEvent('dragenter', { dataTransfer: data }));
      document.getElementById('drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data }));
    }, bytes);
    await shown('trascinata.xlsx').waitFor();
    await readPlan(page);
    expect(await textOf(page, 'Premessa', 'A1')).toBe('Comune di Prato');
  });

  test('looks as in a spreadsheet program: widths, heights, merged cells, fonts', async () => {
    await goTo(page, 'DUP', 'A1');
    await until(async () => {
      const sizes = await page.evaluate(() => {
        const { workplace } = window.pegWorkbench;
        const sheets = Object.values(workplace?.content().workbook.sheets ?? {});
        const dup = sheets.find(({ name }) => name === 'DUP');
        return [dup?.rowData?.[0]?.ah, dup?.rowData?.[5]?.h, dup?.columnData?.[0]?.w].map(Number);
      });
      // 14 points of letters; what the file says, in points and in characters.
      return sizes.map(Math.round).join() === '25,39,294';
    });
    await picture(page, 'dup-sheet');
  });
});

describe('between pane and sheets', () => {
  /** The colours a cell shows: its own, or the mark over it. */
  const fills = () =>
    page.evaluate(({ sheet }) => {
      const { engine, state } = window.pegWorkbench.excel;
      const id = engine.sheets().find(({ name }) => name === sheet)?.id ?? '';
      return { marks: state.conditionalFormats.length, own: engine.style(id, 40, 2).fill ?? null };
    }, CELL);

  test('cells are marked when asked, over the colours of the sheet, and come back as they were', async () => {
    await goTo(page, CELL.sheet, CELL.address);
    const before = await fills();
    expect(before.marks).toBe(0);
    const toggle = paneOf(page).getByRole('button', { name: 'Evidenzia le celle nei fogli' });
    await toggle.click();
    await says(/Celle evidenziate/).waitFor();
    const during = await fills();
    expect(during.marks).toBeGreaterThan(0);
    expect(during.own).toBe(before.own);
    await picture(page, 'marks');
    await toggle.click();
    await says(/Evidenza tolta/).waitFor();
    expect(await fills()).toEqual(before);
  });

  test('the list of an office becomes a sheet', async () => {
    await paneOf(page).getByRole('button', { name: 'Elenco per ufficio' }).click();
    await paneOf(page).getByRole('button', { name: 'Scrivi come foglio' }).click();
    await page.getByRole('tab', { selected: true, name: 'Elenco PEG per ufficio' }).waitFor();
    expect(await textOf(page, 'Elenco PEG per ufficio', 'A3')).toBe('Gravità');
    await picture(page, 'office-sheet');
    await paneOf(page).locator('#view').getByRole('button', { name: 'Coerenza' }).click();
    await paneOf(page)
      .getByRole('heading', { level: 1, name: '6 segnalazioni bloccanti da risolvere' })
      .waitFor();
  });

  test('a column is said by selecting it', async () => {
    await goTo(page, '05 Ambiente migliore', 'C5');
    const pane = paneOf(page);
    await pane.getByRole('tab', { name: 'Lettura' }).click();
    await pane.getByRole('button', { name: 'Usa la cella selezionata' }).click();
    await pane.getByRole('group', { name: /05 Ambiente migliore.*C5|C5.*05 Ambiente migliore/ }).waitFor();
    await pane.getByLabel('Questa cella').waitFor();
    await picture(page, 'selection');
    await pane.getByRole('tab', { name: 'Coerenza' }).click();
  });
});

describe('situations', () => {
  test('a protected sheet: nothing is written, and the pane says why', async () => {
    await goTo(page, CELL.sheet, CELL.address);
    const before = await textOf(page, CELL.sheet, CELL.address);
    await control('protect').check();
    await applyRemedy();
    await says(/protett/).waitFor();
    expect(await textOf(page, CELL.sheet, CELL.address)).toBe(before);
    await picture(page, 'protected');
    await control('protect').uncheck();
    await finding(INVERTED).getByRole('button', { name: 'Scrivi 1 cella' }).click();
    await finding(INVERTED).waitFor({ state: 'detached' });
    await paneOf(page).getByRole('button', { name: 'Annulla la modifica' }).click();
    await finding(INVERTED).waitFor();
    expect(await textOf(page, CELL.sheet, CELL.address)).toBe(before);
  });

  test('a synchronisation that fails once: a sentence, and the next try succeeds', async () => {
    await goTo(page, CELL.sheet, 'A1');
    await chooseInverted();
    await goTo(page, CELL.sheet, 'A1');
    await control('fails').selectOption('next');
    const link = finding(INVERTED).getByRole('button', { name: `Vai alla cella '${CELL.sheet}'!C41` });
    await link.click();
    await paneOf(page)
      .getByRole('status')
      .filter({ hasText: /\w{3,}/ })
      .first()
      .waitFor();
    expect(await selected(page)).not.toEqual(CELL);
    await until(async () => (await control('fails').inputValue()) === 'never');
    await link.click();
    await until(async () => (await selected(page)).address === CELL.address);
  });

  test('a cell being edited: the pane asks to finish it', async () => {
    await control('fails').selectOption('editing');
    await finding(INVERTED)
      .getByRole('button', { name: /Vai alla cella .*B41/ })
      .click();
    await says(/cella/).waitFor();
    await picture(page, 'editing');
    await control('fails').selectOption('never');
  });

  test('a slow Excel: the pane shows what it is doing, can be stopped, and arrives', async () => {
    await control('delay').selectOption('2000');
    await control('dark').check();
    const stop = paneOf(page).getByRole('button', { name: 'Interrompi' });
    await stop.waitFor();
    await picture(page, 'slow');
    await stop.click();
    await paneOf(page).getByRole('heading', { name: 'Lettura interrotta' }).waitFor();
    await control('delay').selectOption('300');
    await paneOf(page).getByRole('button', { name: 'Leggi il file' }).click();
    await readPlan(page);
  });

  test('a dark Excel: page and pane are dark, and readable', async () => {
    await usual();
    await control('dark').check();
    await readPlan(page);
    const frame = await paneFrame();
    const back = await frame.evaluate(
      () => getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor,
    );
    expect(back).toBe('rgb(41, 41, 41)');
    expect(await serious(frame)).toEqual([]);
    expect(await serious(page, { exclude: ['#grid', '#pane'] })).toEqual([]);
    await picture(page, 'dark');
  });

  test('a narrow pane: 320 pixels, nothing sticks out', async () => {
    await control('paneWidth').selectOption('320');
    const frame = await paneFrame();
    await until(async () => (await frame.evaluate(() => window.innerWidth)) <= 320);
    expect(await sideways(frame)).toBe(0);
    await picture(page, 'narrow');
  });

  test('an English Excel: ribbon, page and pane', async () => {
    await usual();
    await control('language').selectOption('en');
    await readPlan(page);
    await paneOf(page).getByRole('heading', { level: 1, name: 'Before the executive board' }).waitFor();
    await page.getByRole('button', { name: 'Check coherence' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await picture(page, 'english');
    await control('language').selectOption('it');
    await readPlan(page);
  });

  test('a read-only workbook: the check works, writing says why not', async () => {
    await control('readOnly').check();
    await readPlan(page);
    await applyRemedy();
    await says(/sola lettura/).waitFor();
    await usual();
  });

  test('an old Excel: no ribbon tab and no functions, but the pane and the check', async () => {
    await control('oldExcel').check();
    await readPlan(page);
    expect(await page.getByRole('button', { name: 'Verifica coerenza' }).count()).toBe(0);
    await page.getByRole('toolbar', { name: 'Componenti aggiuntivi' }).waitFor();
    await picture(page, 'old-excel');
    await usual();
  });

  test('a second user who types: the pane follows, nothing fails', async () => {
    await goTo(page, CELL.sheet, 'A1');
    await page.evaluate(() => window.pegWorkbench.workplace?.letSecondUserWrite());
    const [, address = ''] =
      /ha scritto in .*!([A-Z]+\d+)\./.exec((await page.locator('#status').textContent()) ?? '') ?? [];
    expect(await textOf(page, CELL.sheet, address)).toContain('(bozza)');
    await page.evaluate(() => window.pegWorkbench.workplace?.letSecondUserWrite());
    expect(await textOf(page, CELL.sheet, address)).not.toContain('(bozza)');
    await paneOf(page)
      .getByRole('heading', { level: 1, name: '6 segnalazioni bloccanti da risolvere' })
      .waitFor();
  });

  test('a server that does not answer: the pane says so, and arrives with the next try', async () => {
    const other = await openBench(browser, bench);
    await readPlan(other.page);
    const later = /\/addin\/(?!taskpane)[^/]+\.js$/;
    await other.page.route(later, (route) => route.abort());
    await other.page.reload();
    await paneOf(other.page).getByRole('heading', { name: 'Manca il collegamento' }).waitFor();
    await picture(other.page, 'offline');
    await other.page.unroute(later);
    await paneOf(other.page).getByRole('button', { name: 'Riprova' }).click();
    await readPlan(other.page);
    await other.page.context().close();
  });

  test('nothing was asked of any other server, and no script failed', () => {
    expect(opened.outside).toEqual([]);
    expect(opened.errors).toEqual([]);
  });
});
