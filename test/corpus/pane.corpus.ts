/**
 * Workbooks of a folder confirmed in the pane by somebody who knows what they say: `npm run corpus:pane -- FOLDER`.
 * Each as it is, with every header word replaced, from a wrong statement about its objectives, and by keyboard alone.
 */
import type { Browser } from 'playwright-core';
import { plainWorkbook } from '../../src/xlsx';
import { folderCases, type Case } from '../reading/support/measure';
import { withOtherWords } from '../reading/support/relabel';
import { launchBrowser } from '../support/browser';
import { panePages, type PanePages } from '../support/pane-page';
import { PaneUser, type Journey } from '../support/pane-user';

/** What somebody is asked at most, and how long it takes at most. */
const MOST = 3;
const SECONDS = 120;
/** The true tree, but for one thing in fifty; links are lost with what they hang on. */
const ENTITIES = 0.98;
const LINKS = 0.95;

const only = (process.env['PEG_ONLY'] ?? '').split(',').filter(Boolean);
const cases = [...folderCases(process.env['PEG_CORPUS'] ?? '.')].filter(
  ({ name }) => only.length === 0 || only.includes(name),
);
const lines: string[] = [];
let browser: Browser;
let pages: PanePages;

beforeAll(async () => {
  browser = await launchBrowser();
  pages = await panePages(browser);
});
afterAll(async () => {
  await browser?.close();
  process.stdout.write(
    `${['workbook', 'how', 'entities', 'links', 'answers', 'corrections', 'seconds', 'doubt'].join('\t')}\n${lines.join('\n')}\n`,
  );
});

type How = 'as it is' | 'other words' | 'wrong profile' | 'keyboard';

async function journey({ name, workbooks, truth }: Case, how: How): Promise<Journey> {
  const [book] = how === 'other words' ? withOtherWords(workbooks, truth, name) : workbooks;
  if (!book) throw new RangeError(`${name}: no workbook`);
  const [peg] = truth.entities.filter(({ kind, cell }) => kind === 'pegObjective' && cell !== null);
  const [sheet = '', address = ''] = (peg?.cell ?? '').split(/!(?=[A-Z]+\d+$)/);
  const page = await pages.open(
    {
      name: `${name}.xlsx`,
      bytes: Buffer.from(plainWorkbook(book)).toString('base64'),
      language: 'it',
      theme: 'light',
      ...(how === 'wrong profile' ? { said: { sheet, address, field: 'phase.title' } } : {}),
    },
    400,
  );
  const done = await new PaneUser(page, truth, how === 'keyboard' ? 'keyboard' : 'mouse').confirm();
  await page.close();
  const { entities, links, answers, corrections, seconds, doubt } = done;
  lines.push(
    [
      name,
      how,
      entities.toFixed(2),
      links.toFixed(2),
      answers,
      corrections,
      seconds,
      doubt ? 'yes' : 'no',
    ].join('\t'),
  );
  lines.push(...done.steps.map((step) => `\t${step}`));
  return done;
}

const HOWS: readonly How[] = ['as it is', 'other words', 'wrong profile', 'keyboard'];

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  test.each(HOWS.filter((how) => how !== 'keyboard' || one === cases[0]))('%s', async (how) => {
    const { answers, corrections, seconds, entities, links, wrong } = await journey(one, how);
    expect({
      tree: entities >= ENTITIES && links >= LINKS ? [] : wrong.slice(0, 5),
      few: answers + corrections <= MOST,
      soon: seconds <= SECONDS,
    }).toEqual({ tree: [], few: true, soon: true });
  });
});
