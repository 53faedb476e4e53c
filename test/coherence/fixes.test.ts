import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exampleWorkbook,
  judge,
  loadRuleSet,
  shippedRules,
  type ExamplePlan,
  type Finding,
} from '../../src/coherence';
import { mapWorkbook } from '../../src/mapping';
import { MemoryWorkbook, type WorkbookSnapshot } from '../../src/workbook';
import { readWorkbook } from '../../src/xlsx';
import { shareOf } from '../support/share';
import { workbooksOf } from './support/families';
import { FAMILY_MUTATIONS } from './support/family-mutations';
import { MUTATIONS } from './support/mutations';

const { ruleSet } = loadRuleSet();

async function findingsOf(...workbooks: readonly WorkbookSnapshot[]): Promise<readonly Finding[]> {
  const { plan } = mapWorkbook({ workbooks });
  return (await judge(plan, { ruleSet, today: '2025-01-15' })).findings;
}

const line = (finding: Finding): string => `${finding.rule} ${finding.severity}: ${finding.message.it}`;

/** The workbooks after the edits of one finding, each edit in the file it names. */
async function written(
  books: readonly WorkbookSnapshot[],
  finding: Finding,
): Promise<readonly WorkbookSnapshot[]> {
  return Promise.all(
    books.map(async (book) => {
      const port = new MemoryWorkbook(book);
      const own = (finding.edits ?? []).filter(
        ({ file }) => books.length === 1 || file === undefined || file === book.name,
      );
      await port.write(own.map(({ sheet, address, value }) => ({ sheet, address, value })));
      return port.snapshot();
    }),
  );
}

/** Applies the edits of one finding and says what is left of it and what is new. */
async function settle(books: readonly WorkbookSnapshot[], finding: Finding, before: readonly Finding[]) {
  const after = await findingsOf(...(await written(books, finding)));
  const known = new Set(before.map((one) => one.fingerprint));
  return {
    left: after.filter((one) => one.fingerprint === finding.fingerprint).map(line),
    // The same place said with other figures (a sum, a list that got shorter) is no new finding.
    created: after
      .filter((one) => !known.has(one.fingerprint) && !before.some((old) => old.place === one.place))
      .map(line),
  };
}

describe('a fix makes its finding vanish and creates none', () => {
  /** Rules that propose nothing write nothing. */
  const able = shippedRules().filter((rule) => rule.fix.proposal !== undefined);
  const examples = able.flatMap((rule) =>
    rule.examples.incoherent.map(
      (example, at) => [`${rule.id} example ${at + 1}`, rule.id, example.plan] as const,
    ),
  );
  const planted = shareOf(MUTATIONS, 2)
    .filter((mutation) => able.some((rule) => rule.id === mutation.rule))
    .map((mutation) => [`${mutation.rule} ${mutation.what}`, mutation.rule, mutation.plan] as const);

  const proposing = new Set<string>();

  test.each([...examples, ...planted])('%s', async (_name, rule, plan) => {
    const book = exampleWorkbook(plan as ExamplePlan);
    const before = await findingsOf(book);
    if (before.some((one) => one.rule === rule && one.edits !== null)) proposing.add(rule);
    for (const finding of before) {
      if (finding.rule !== rule || finding.edits === null) continue;
      expect(await settle([book], finding, before)).toEqual({ left: [], created: [] });
    }
  });

  const families = shareOf(FAMILY_MUTATIONS, 8, 1).map(
    ({ clean, rule, what, plan }) => [clean.family, rule, what, plan] as const,
  );

  test.each(families)('%s, %s: %s', async (_family, _rule, _what, plan) => {
    const books = workbooksOf(plan);
    const before = await findingsOf(...books);
    for (const finding of before) {
      if (finding.edits === null) continue;
      expect([line(finding), await settle(books, finding, before)]).toEqual([
        line(finding),
        { left: [], created: [] },
      ]);
    }
  });

  test('every proposal a rule names is reached by one of its examples', () => {
    expect(able.map((rule) => rule.id).filter((id) => !proposing.has(id))).toEqual([]);
  });

  test('on the whole Prato plan, finding by finding', async () => {
    const bytes = readFileSync(join(__dirname, '../fixtures/prato-peg-2017.xlsx'));
    const book = readWorkbook(new Uint8Array(bytes), 'prato-peg-2017.xlsx');
    const before = await findingsOf(book);
    const fixable = before.filter((finding) => finding.edits !== null);
    expect(fixable.length).toBeGreaterThan(10);
    for (const finding of shareOf(fixable, 12)) {
      expect([line(finding), await settle([book], finding, before)]).toEqual([
        line(finding),
        { left: [], created: [] },
      ]);
    }
  });
});

test('an edit says what the cell holds now', async () => {
  const plan = MUTATIONS.find((mutation) => mutation.rule === 'STR-02')?.plan as ExamplePlan;
  const finding = (await findingsOf(exampleWorkbook(plan))).find((one) => one.rule === 'STR-02');
  expect(finding?.edits?.[0]).toEqual({
    sheet: 'Obiettivi',
    address: 'A5',
    before: '2025-LP2',
    value: '2025-LP02',
  });
});
