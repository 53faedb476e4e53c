import { exampleWorkbook, judge, loadRuleSet, type Finding } from '../../src/coherence';
import { mapWorkbook } from '../../src/mapping';
import type { WorkbookSnapshot } from '../../src/workbook';
import { mutations, type Mutation } from '../support/layouts/mutations';
import { FAMILIES, workbooksOf } from './support/families';
import { FAMILY_MUTATIONS } from './support/family-mutations';
import { NORMALISED, PAGES } from './support/plans';
import { shareOf } from '../support/share';

const { ruleSet } = loadRuleSet();

/** What is said of workbooks after the same change of layout in each. */
async function findingsOf(books: readonly WorkbookSnapshot[], change: Mutation): Promise<readonly Finding[]> {
  const { plan } = mapWorkbook({ workbooks: books.map((book) => change.apply(book)) });
  return (await judge(plan, { ruleSet, today: '2025-01-15' })).findings;
}
const line = (finding: Finding): string => `${finding.rule} ${finding.severity}: ${finding.message.it}`;

const clean: readonly (readonly [string, readonly WorkbookSnapshot[]])[] = [
  ['normalised', [exampleWorkbook(NORMALISED)]],
  ['pages', [exampleWorkbook(PAGES)]],
  ...FAMILIES.map((family) => [family.family, workbooksOf(family)] as const),
];

/** In pages an operating objective is written once for several rows: that holds only left of what it groups. */
const REGROUPED = 'the last two columns of each table first';

/** Changes of layout that leave the meaning of a family's sheets alone. */
const changesOf = (family: string): readonly Mutation[] =>
  mutations.filter(
    ({ families, name }) =>
      (!families || families.some((one) => one === family)) && !(family === 'pages' && name === REGROUPED),
  );

// Every sixth pair of a change and a family.
test.each(
  shareOf(
    mutations.flatMap((change) =>
      clean
        .filter(([family]) => changesOf(family).includes(change))
        .map(([family, books]) => [change.name, family, books, change] as const),
    ),
    6,
  ),
)('with %s the clean plan %s has no errors and no warnings', async (_change, _family, books, change) => {
  const findings = await findingsOf(books, change);
  // A sample of one or two offices need not have what the whole plan must (PRF-01).
  const said = findings.filter((one) => one.severity !== 'info' && one.rule !== 'PRF-01');
  expect(said.map(line)).toEqual([]);
});

// Every violation under one change of layout, each change in turn.
test.each(
  shareOf(
    FAMILY_MUTATIONS.map((planted, at) => {
      const changes = changesOf(planted.clean.family);
      const change = changes[at % changes.length] as Mutation;
      return [planted.clean.family, planted.rule, change.name, planted, change] as const;
    }),
    3,
  ),
)('%s, %s is found with %s, and nothing else', async (_family, rule, _name, planted, change) => {
  const findings = await findingsOf(workbooksOf(planted.plan), change);
  const own = findings.filter((one) => one.rule === rule);
  expect(own.map((one) => one.severity)).toContain(planted.severity);
  const roots = new Set(own.map((one) => one.fingerprint));
  const strangers = findings.filter(
    (one) =>
      one.rule !== rule &&
      one.rule !== 'PRF-01' &&
      !(rule === 'STR-02' && ['LNK-09', 'COV-04'].includes(one.rule)) &&
      !(rule === 'WGT-04' && one.rule === 'WGT-05') &&
      one.severity !== 'info' &&
      !(one.causes.length > 0 && one.causes.every((cause) => roots.has(cause))),
  );
  expect(strangers.map(line)).toEqual([]);
});
