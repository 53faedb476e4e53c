import { judge, loadRuleSet, type RuleSettings } from '../../src/coherence';
import { NORMALISED, PAGES, withCell, planOf } from './support/plans';

const bad = withCell(NORMALISED, 'Obiettivi', 2, 5, 40.4);
const findings = async (settings: RuleSettings, plan = bad) => {
  const { ruleSet, problems } = loadRuleSet(settings);
  const judgement = await judge(planOf(plan), { ruleSet, today: '2025-01-15' });
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

test.each([
  ['a text for a list', { off: 'STR-01' }, '/off'],
  ['a number in a list', { off: ['STR-01', 1] }, '/off/1'],
  ['a severity that does not exist', { severity: { 'STR-01': 'fatal' } }, '/severity/STR-01'],
  ['a list of options', { options: [] }, '/options'],
  ['a text for options', { options: { 'WGT-02': 'molto' } }, '/options/WGT-02'],
  ['an alias of nothing', { aliases: [{ from: '', to: 'Nome' }] }, '/aliases/0'],
  ['a misspelt entry', { offf: ['STR-01'] }, '/offf'],
  ['no settings at all', null, ''],
  ['a list', [], ''],
])('settings with %s: the entry is named and does not count', async (_, settings, path) => {
  const wrong = withCell(NORMALISED, 'Obiettivi', 2, 5, 10);
  const { problems, findings: found } = await findings(settings as unknown as RuleSettings, wrong);
  expect(problems).toMatchObject([{ code: 'bad-setting', path }]);
  expect(problems[0]?.example).not.toBe(undefined);
  expect(found).toEqual((await findings({}, wrong)).findings);
});

test.each([NaN, Infinity, -1])(
  'an option of %s is refused and the rule’s own value holds',
  async (tolerance) => {
    const wrong = withCell(NORMALISED, 'Obiettivi', 2, 5, 10);
    const { problems, findings: found } = await findings({ options: { 'WGT-02': { tolerance } } }, wrong);
    expect(problems).toMatchObject([{ code: 'bad-option', rule: 'WGT-02', path: '/options/tolerance' }]);
    expect(found.map((one) => one.rule)).toContain('WGT-02');
  },
);

const own = (id: string): Record<string, unknown> => ({
  id,
  name: 'titolo-con-punto',
  group: 'LOC',
  class: 'formale',
  recommended: true,
  since: '1.0.0',
  title: { it: 'Titolo lungo', en: 'Long title' },
  rationale: { it: 'Non sta nel tabellone.', en: 'It does not fit the board.' },
  whenFine: { it: 'Mai.', en: 'Never.' },
  references: [],
  requires: ['pegObjective.title'],
  reliability: 'exact',
  conditions: {
    all: [
      {
        fact: 'pegObjectives',
        params: { where: { field: 'title', operator: 'longerThan', value: 34 } },
        operator: 'isNotEmpty',
        value: true,
      },
    ],
  },
  evidence: ['title'],
  cases: [{ severity: 'warning', message: 'long' }],
  messages: { long: { it: 'Il titolo «{title}» è lungo.', en: 'Title “{title}” is long.' } },
  fix: { kind: 'none' },
  examples: {
    coherent: [
      {
        plan: {
          Obiettivi: [
            ['Codice', 'Obiettivo di PEG'],
            ['PA01', 'Breve'],
          ],
        },
      },
    ],
    incoherent: [
      {
        plan: {
          Obiettivi: [
            ['Codice', 'Obiettivo di PEG'],
            ['PA01', 'Un titolo che sul tabellone non ci sta'],
          ],
        },
        findings: [{ severity: 'warning' }],
      },
    ],
  },
});

test('a rule kept in the workbook’s settings runs like one in a file', async () => {
  const { problems, rules, findings: found } = await findings({ rules: [own('LOC-01')] }, NORMALISED);
  expect(problems).toEqual([]);
  expect(rules.find((one) => one.rule === 'LOC-01')).toMatchObject({ status: 'violated' });
  const codes = found.filter((one) => one.rule === 'LOC-01').map((one) => one.subject.code);
  expect(codes.sort()).toEqual(['2025-AM01', '2025-SC01', '2025-SC02']);
});

test('a bad rule among the settings is named with its place, the good ones run', async () => {
  const bad = { ...own('LOC-02'), evidence: ['titel'] };
  const { problems, rules } = await findings({ rules: [bad, own('LOC-01')] }, NORMALISED);
  expect(problems).toMatchObject([{ file: 'rules[0]', rule: 'LOC-02', path: '/evidence/0' }]);
  expect(rules.map((one) => one.rule)).toContain('LOC-01');
  expect(rules.map((one) => one.rule)).not.toContain('LOC-02');
});

test('a rule that follows one nobody knows says so', () => {
  const rule = { ...own('LOC-01'), follows: [{ rule: 'STR-99' }] };
  expect(loadRuleSet({ rules: [rule] }).problems).toMatchObject([
    { code: 'unknown-rule', rule: 'LOC-01', path: '/follows/0/rule' },
  ]);
});
