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
import { MUTATIONS } from './support/mutations';

const { ruleSet } = loadRuleSet();

async function findingsOf(book: WorkbookSnapshot): Promise<readonly Finding[]> {
  const { plan } = mapWorkbook({ workbooks: [book] });
  return (await judge(plan, { ruleSet, today: '2025-01-15' })).findings;
}

const line = (finding: Finding): string => `${finding.rule} ${finding.severity}: ${finding.message.it}`;

/** Applies the edits of one finding and says what is left of it and what is new. */
async function settle(book: WorkbookSnapshot, finding: Finding, before: readonly Finding[]) {
  const port = new MemoryWorkbook(book);
  await port.write((finding.edits ?? []).map(({ sheet, address, value }) => ({ sheet, address, value })));
  const after = await findingsOf(await port.snapshot());
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
  const examples = shippedRules().flatMap((rule) =>
    rule.examples.incoherent.map(
      (example, at) => [`${rule.id} example ${at + 1}`, rule.id, example.plan] as const,
    ),
  );
  const planted = MUTATIONS.map(
    (mutation) => [`${mutation.rule} ${mutation.what}`, mutation.rule, mutation.plan] as const,
  );

  test.each([...examples, ...planted])('%s', async (_name, rule, plan) => {
    const book = exampleWorkbook(plan as ExamplePlan);
    const before = await findingsOf(book);
    for (const finding of before) {
      if (finding.rule !== rule || finding.edits === null) continue;
      expect(await settle(book, finding, before)).toEqual({ left: [], created: [] });
    }
  });

  test('every proposal a rule names is reached by one of its examples', async () => {
    const reached = new Set<string>();
    for (const [, rule, plan] of [...examples, ...planted]) {
      const findings = await findingsOf(exampleWorkbook(plan as ExamplePlan));
      if (findings.some((one) => one.rule === rule && one.edits !== null)) reached.add(rule);
    }
    const named = shippedRules().filter((rule) => rule.fix.proposal !== undefined);
    expect(named.map((rule) => rule.id).filter((id) => !reached.has(id))).toEqual([]);
  });

  test('on the whole Prato plan, finding by finding', async () => {
    const bytes = readFileSync(join(__dirname, '../fixtures/prato-peg-2017.xlsx'));
    const book = await readWorkbook(new Uint8Array(bytes), 'prato-peg-2017.xlsx');
    const before = await findingsOf(book);
    const fixable = before.filter((finding) => finding.edits !== null);
    expect(fixable.length).toBeGreaterThan(10);
    for (const finding of fixable) {
      expect([line(finding), await settle(book, finding, before)]).toEqual([
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
