import { judge, loadRuleSet, planFromExample, shippedRules } from '../../src/coherence';
import type { ExamplePlan, Finding } from '../../src/coherence';
import { MUTATIONS } from './support/mutations';
import { NORMALISED, OUTLINE, PAGES } from './support/plans';

const { ruleSet } = loadRuleSet();
const findingsOf = async (plan: ExamplePlan): Promise<readonly Finding[]> =>
  (await judge(planFromExample(plan), { ruleSet, today: '2025-01-15' })).findings;
const line = (finding: Finding): string => `${finding.rule} ${finding.severity}: ${finding.message.it}`;

describe.each([
  ['normalised sheets', NORMALISED],
  ['normalised sheets with outline codes', OUTLINE],
  ['one page per strategic objective', PAGES],
])('a clean plan in %s', (_, plan) => {
  test('has no errors and no warnings', async () => {
    const findings = await findingsOf(plan);
    expect(findings.filter((one) => one.severity !== 'info').map(line)).toEqual([]);
  });
});

describe('one violation planted in a clean plan', () => {
  test.each(MUTATIONS.map((mutation) => [mutation.rule, mutation.what, mutation] as const))(
    '%s: %s',
    async (rule, _what, mutation) => {
      const before = new Set((await findingsOf(mutation.clean)).map((one) => one.fingerprint));
      const after = (await findingsOf(mutation.plan)).filter((one) => !before.has(one.fingerprint));
      const roots = after.filter((one) => one.rule === rule);
      expect(roots.map((one) => one.severity)).toContain(mutation.severity);
      const own = new Set(roots.map((one) => one.fingerprint));
      const strangers = after.filter(
        (one) =>
          one.rule !== rule &&
          one.severity !== 'info' &&
          !(one.causes.length > 0 && one.causes.every((cause) => own.has(cause))),
      );
      expect(strangers.map(line)).toEqual([]);
    },
  );

  test('every rule of the default profile has one', () => {
    const planted = new Set(MUTATIONS.map((mutation) => mutation.rule));
    const without = shippedRules().filter((rule) => rule.recommended && !planted.has(rule.id));
    expect(without.map((rule) => rule.id)).toEqual([]);
  });
});
