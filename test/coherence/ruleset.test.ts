import { judge, loadRuleSet, planFromExample, type RuleSettings } from '../../src/coherence';
import { NORMALISED, PAGES, withCell } from './support/plans';

const bad = withCell(NORMALISED, 'Obiettivi', 2, 5, 40.4);
const findings = async (settings: RuleSettings, plan = bad) => {
  const { ruleSet, problems } = loadRuleSet(settings);
  const judgement = await judge(planFromExample(plan), { ruleSet, today: '2025-01-15' });
  return { problems, ...judgement };
};

test('an option changes what a rule tolerates', async () => {
  const strict = await findings({ options: { 'WGT-02': { tolerance: 0.1 } } });
  expect(strict.findings.map((one) => one.rule)).toContain('WGT-02');
  const loose = await findings({});
  expect(loose.findings.map((one) => one.rule)).not.toContain('WGT-02');
});

test('a rule can be switched off, on, or given another severity', async () => {
  const wrong = withCell(NORMALISED, 'Obiettivi', 2, 5, 10);
  const off = await findings({ off: ['WGT-02'] }, wrong);
  expect(off.rules.find((one) => one.rule === 'WGT-02')).toMatchObject({ status: 'off', findings: 0 });
  const softer = await findings({ severity: { 'WGT-02': 'info' } }, wrong);
  expect(softer.findings.find((one) => one.rule === 'WGT-02')?.severity).toBe('info');
  const on = await findings({ on: ['LNK-08'] }, wrong);
  expect(on.rules.find((one) => one.rule === 'LNK-08')?.status).not.toBe('off');
});

test('an old name in the alias table is the new one', async () => {
  const renamed = withCell(PAGES, '02 Sport', 5, 0, '02-Benessere e movimento');
  const settings = { aliases: [{ from: 'Benessere e movimento', to: 'Sport per tutti' }] };
  const rulesOf = async (chosen: RuleSettings) =>
    (await findings(chosen, renamed)).findings.map((one) => one.rule);
  expect(await rulesOf({})).toContain('LNK-03');
  expect(await rulesOf(settings)).not.toContain('NAM-01');
  expect(await rulesOf(settings)).not.toContain('LNK-03');
});

test('settings that name what does not exist are problems, and the rest works', async () => {
  const { problems, rules } = await findings({
    off: ['XYZ-01'],
    options: { 'WGT-02': { tollerance: 1 }, 'WGT-01': { tolerance: 'poca' } },
  });
  expect(problems.map((one) => one.code)).toEqual(['unknown-rule', 'bad-option', 'unknown-option']);
  expect(problems.find((one) => one.code === 'unknown-option')?.message.it).toContain('tolerance');
  expect(rules.find((one) => one.rule === 'WGT-01')?.status).toBe('passed');
});

test('the id of a rule set says what ran', () => {
  const id = (settings: RuleSettings) => loadRuleSet(settings).ruleSet.id;
  expect(id({})).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(id({})).toBe(id({ off: [] }));
  expect(new Set([id({}), id({ off: ['STR-01'] }), id({ severity: { 'STR-01': 'info' } })]).size).toBe(3);
});

test('an override of one rule never touches another', async () => {
  const wrong = withCell(NORMALISED, 'Obiettivi', 2, 5, 10);
  const { findings: plain } = await findings({}, wrong);
  const { findings: changed } = await findings({ severity: { 'STR-01': 'info' } }, wrong);
  expect(changed).toEqual(plain);
});
