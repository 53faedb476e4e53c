import {
  judge,
  loadRuleSet,
  planFromExample,
  ruleProblems,
  shippedRules,
  type ExamplePlan,
  type Finding,
  type Rule,
  type RuleExample,
} from '../../src/coherence';

const rules = shippedRules();

/** Findings of one rule, all the others off, whatever the profile says. */
async function findingsOf(rule: Rule, example: RuleExample): Promise<readonly Finding[]> {
  const { ruleSet } = loadRuleSet({ on: [rule.id] });
  const only = { ...ruleSet, settings: ruleSet.settings.filter((setting) => setting.rule.id === rule.id) };
  const { municipality = {}, monitoredOn } = example;
  const plan = planFromExample(example.plan as ExamplePlan);
  const judgement = await judge(plan, {
    ruleSet: only,
    today: '2025-01-15',
    municipality,
    ...(monitoredOn ? { monitoredOn } : {}),
  });
  expect(judgement.rules.map((run) => run.status)).not.toContain('failed');
  return judgement.findings;
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('is a valid rule file', () => {
    expect(ruleProblems(rule)).toEqual([]);
  });

  test.each(rule.examples.coherent.map((example, at) => [at + 1, example] as const))(
    'coherent example %i gives nothing',
    async (_at, example) => {
      const findings = await findingsOf(rule, example);
      expect(findings.map((finding) => finding.message.en)).toEqual([]);
    },
  );

  test.each(rule.examples.incoherent.map((example, at) => [at + 1, example] as const))(
    'incoherent example %i gives its findings and no other',
    async (_at, example) => {
      const findings = await findingsOf(rule, example);
      const found = findings.map(({ severity, messageId, subject, message, cells: [first] }) => ({
        cell: first && `${first.sheet}!${first.address}`,
        severity,
        message: messageId,
        subject: [subject.code, subject.title],
        says: message.it,
      }));
      expect(found.length ? found : 'no findings').toEqual(
        example.findings.map((wanted) =>
          expect.objectContaining({
            ...(wanted.severity ? { severity: wanted.severity } : {}),
            ...(wanted.message ? { message: wanted.message } : {}),
            ...(wanted.cell ? { cell: wanted.cell } : {}),
            ...(wanted.subject ? { subject: expect.arrayContaining([wanted.subject]) as unknown } : {}),
          }),
        ),
      );
    },
  );
});
