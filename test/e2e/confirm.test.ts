/** The reading confirmed in the pane, by somebody who knows what the workbook says and sees only what the pane shows. */
import type { Browser } from 'playwright-core';
import { cellAddress, forEachCell, type WorkbookSnapshot } from '../../src/workbook';
import { plainWorkbook } from '../../src/xlsx';
import { booksOf, closed } from '../reading/support/marks';
import { Random } from '../reading/support/random';
import { reworded } from '../reading/support/reword';
import { folded } from '../reading/support/score';
import { truthOfLayout, type Truth } from '../reading/support/truth';
import { launchBrowser } from '../support/browser';
import { layouts } from '../support/layouts';
import { panePages, type PanePages } from '../support/pane-page';
import { PaneUser, type Journey } from '../support/pane-user';

jest.setTimeout(300_000);

let browser: Browser;
let pages: PanePages;

beforeAll(async () => {
  browser = await launchBrowser();
  pages = await panePages(browser);
});
afterAll(async () => {
  await browser?.close();
});

interface Way {
  readonly reworded?: boolean;
  readonly said?: { readonly sheet: string; readonly address: string; readonly field: string };
  readonly by?: 'mouse' | 'keyboard';
}

async function confirmed(name: string, { by = 'mouse', said, ...way }: Way = {}): Promise<Journey> {
  const fixture = layouts.find((one) => one.name === name);
  if (!fixture) throw new RangeError(`${name}: no such fixture`);
  const books = booksOf(fixture);
  if (way.reworded) expect(reworded(books, 'all', new Random(`confirm ${name}`))).toBe(true);
  const [book] = closed(books);
  if (!book) throw new RangeError(`${name}: no workbook`);
  const bytes = Buffer.from(plainWorkbook(book)).toString('base64');
  const truth = placed(truthOfLayout(fixture.truth), book);
  const options = {
    name: `${name}.xlsx`,
    bytes,
    language: 'it',
    theme: 'light',
    ...(said ? { said } : {}),
  } as const;
  const page = await pages.open(options, 400);
  const journey = await new PaneUser(page, truth, by).confirm();
  await page.close();
  return journey;
}

/** A truth with the cells where its titles stand: whoever knows a workbook finds them. */
function placed(truth: Truth, book: WorkbookSnapshot): Truth {
  const places = new Map<string, string>();
  for (const grid of book.sheets)
    forEachCell(grid, ({ text }, row, column) => {
      const key = folded(text);
      if (!places.has(key)) places.set(key, `${grid.name}!${cellAddress(row, column)}`);
    });
  const entities = truth.entities.map((one) => ({
    ...one,
    cell: one.cell ?? places.get(folded(one.title)) ?? null,
  }));
  return { ...truth, entities };
}

/** All is read as it is, after three answers or corrections at most and within two minutes. */
function expectRight({ right, wrong, answers, corrections, seconds, steps }: Journey): void {
  expect({ wrong: right ? [] : wrong, steps: answers + corrections > 3 ? steps : [] }).toEqual({
    wrong: [],
    steps: [],
  });
  expect(seconds).toBeLessThanOrEqual(120);
}

test.each(['cards-one-per-sheet', 'one-sheet-per-service', 'outline-not-missione-programma'])(
  '%s is sure: nothing is asked',
  async (name) => {
    const journey = await confirmed(name);
    expectRight(journey);
    expect([journey.steps, journey.doubt]).toEqual([[], false]);
  },
);

test('every header in other words: right after a few answers, one of them not offered', async () => {
  const journey = await confirmed('every-level-coded', { reworded: true });
  expectRight(journey);
  expect(journey.doubt).toBe(false);
  expect(journey.answers + journey.corrections).toBeGreaterThan(0);
});

test.each(['mouse', 'keyboard'] as const)(
  'a wrong statement about the objectives is repaired by example, by %s alone',
  async (by) => {
    const said = { sheet: 'PDO 2024', address: 'C5', field: 'phase.title' };
    const journey = await confirmed('wide-one-row', { said, by });
    expectRight(journey);
    expect(journey.corrections).toBe(1);
  },
);
