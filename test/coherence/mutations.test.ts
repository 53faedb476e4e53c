import { judge, loadRuleSet, planFromExample, shippedRules } from '../../src/coherence';
import type { Finding } from '../../src/coherence';
import { mapWorkbook } from '../../src/mapping';
import type { Plan } from '../../src/plan';
import { FAMILIES, workbooksOf, type FamilyPlan } from './support/families';
import { FAMILY_MUTATIONS } from './support/family-mutations';
import { shareOf } from '../support/share';
import { MUTATIONS } from './support/mutations';
import { NORMALISED, OUTLINE, PAGES } from './support/plans';

const findingsOf = async (plan: Plan, on: readonly string[] = []): Promise<readonly Finding[]> => {
  const judgement = await judge(plan, { ruleSet: loadRuleSet({ on }).ruleSet, today: '2025-01-15' });
  expect(judgement.rules.filter((run) => run.status === 'failed')).toEqual([]);
  return judgement.findings;
};
const familyPlan = (plan: FamilyPlan): Plan => mapWorkbook({ workbooks: workbooksOf(plan) }).plan;
const line = (finding: Finding): string => `${finding.rule} ${finding.severity}: ${finding.message.it}`;

describe.each([
  ['normalised sheets', planFromExample(NORMALISED)] as const,
  ['normalised sheets with outline codes', planFromExample(OUTLINE)] as const,
  ['one page per strategic objective', planFromExample(PAGES)] as const,
  ...FAMILIES.map((family) => [`the family ${family.family}`, familyPlan(family)] as const),
])('a clean plan in %s', (_, plan) => {
  test('has no errors and no warnings', async () => {
    expect(plan.pegObjectives.length).toBeGreaterThan(1);
    const findings = await findingsOf(plan);
    // A sample of one or two offices need not have what the whole plan must (PRF-01).
    const said = findings.filter((one) => one.severity !== 'info' && one.rule !== 'PRF-01');
    expect(said.map(line)).toEqual([]);
  });
});

/** What a fault of form brings about in substance stands on its own: it is never folded under it. */
const BROUGHT_ABOUT: Readonly<Record<string, readonly string[]>> = {
  'STR-02': ['LNK-09', 'COV-04', 'TIM-01'],
  'STR-09': ['LNK-01'],
  'CMP-01': ['TGT-01'],
  // Ten of a hundred leave ninety to the others.
  'WGT-04': ['WGT-05'],
};

/** What is found in the clean plans, read and judged once each: many violations are planted in every one. */
const found = new Map<unknown, Promise<ReadonlySet<string>>>();
function foundIn<T>(clean: T, read: (clean: T) => Plan, on: readonly string[]): Promise<ReadonlySet<string>> {
  const known = on.length === 0 ? found.get(clean) : undefined;
  if (known) return known;
  const prints = findingsOf(read(clean), on).then(
    (findings) => new Set(findings.map((one) => one.fingerprint)),
  );
  if (on.length === 0) found.set(clean, prints);
  return prints;
}

/** What is new is found by its rule and by no other, but for what follows from it. */
async function foundOnlyBy(
  rule: string,
  severity: Finding['severity'],
  before: ReadonlySet<string>,
  plan: Plan,
  on: readonly string[] = [],
): Promise<void> {
  const after = (await findingsOf(plan, on)).filter((one) => !before.has(one.fingerprint));
  const roots = after.filter((one) => one.rule === rule);
  expect({ found: roots.map((one) => one.severity), other: after.map(line) }).toMatchObject({
    found: expect.arrayContaining([severity]) as unknown,
  });
  const own = new Set(roots.map((one) => one.fingerprint));
  const strangers = after.filter(
    (one) =>
      one.rule !== rule &&
      !BROUGHT_ABOUT[rule]?.includes(one.rule) &&
      one.severity !== 'info' &&
      !(one.causes.length > 0 && one.causes.every((cause) => own.has(cause))),
  );
  expect(strangers.map(line)).toEqual([]);
}

describe('one violation planted in a clean plan', () => {
  test.each(shareOf(MUTATIONS, 1).map((mutation) => [mutation.rule, mutation.what, mutation] as const))(
    '%s: %s',
    async (rule, _what, { severity, clean, plan, on }) => {
      const before = await foundIn(clean, planFromExample, on ?? []);
      await foundOnlyBy(rule, severity, before, planFromExample(plan), on);
    },
  );

  test('every rule of the first catalogue has one; rules added since bring their own examples', () => {
    const planted = new Set(MUTATIONS.map((mutation) => mutation.rule));
    const first = shippedRules().filter((rule) => rule.since === '1.0.0');
    expect(first).toHaveLength(61);
    expect(first.map((rule) => rule.id).filter((id) => !planted.has(id))).toEqual([]);
  });
});

describe('one violation planted in a clean plan of each family', () => {
  test.each(
    // The others are found under changes of layout, in moved.test.ts.
    shareOf(FAMILY_MUTATIONS, 3, 1).map(
      (mutation) => [mutation.clean.family, mutation.rule, mutation.what, mutation] as const,
    ),
  )('%s, %s: %s', async (_family, rule, _what, { severity, clean, plan }) => {
    expect(plan).not.toEqual(clean);
    await foundOnlyBy(rule, severity, await foundIn(clean, familyPlan, []), familyPlan(plan));
  });
});
