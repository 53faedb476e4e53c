import {
  judge,
  loadRuleSet,
  type ExamplePlan,
  type Judgement,
  type Rule,
  type RuleSet,
} from '../../src/coherence';
import { views, type View } from '../../src/coherence/facts';
import { operators, type Operator } from '../../src/coherence/operators';
import { NORMALISED, PAGES, changed, withCell, planOf } from './support/plans';

const { ruleSet } = loadRuleSet();
const run = (plan: ExamplePlan, rules: RuleSet = ruleSet): Promise<Judgement> =>
  judge(planOf(plan), { ruleSet: rules, today: '2025-01-15' });
const statusOf = (judgement: Judgement, id: string) => judgement.rules.find((one) => one.rule === id);
const without = (plan: ExamplePlan, sheet: string): ExamplePlan =>
  Object.fromEntries(Object.entries(plan).filter(([name]) => name !== sheet));

/** The rule set with one rule changed. */
const withRule = (id: string, change: (rule: Rule) => Rule): RuleSet => ({
  ...ruleSet,
  settings: ruleSet.settings.map((setting) =>
    setting.rule.id === id ? { ...setting, rule: change(setting.rule) } : setting,
  ),
});

describe('run status', () => {
  test('every rule answers exactly once', async () => {
    const { rules } = await run(NORMALISED);
    expect(rules.map((one) => one.rule)).toEqual(ruleSet.settings.map(({ rule }) => rule.id));
  });

  test('passed when there was something to check and nothing was wrong', async () => {
    expect(statusOf(await run(NORMALISED), 'STR-01')).toEqual({
      rule: 'STR-01',
      status: 'passed',
      reason: null,
      missing: [],
      findings: 0,
    });
  });

  test('a missing column is one answer, never a finding per row', async () => {
    const plan = changed(NORMALISED, 'Obiettivi', (rows) =>
      rows.map((row) => row.filter((_, column) => column !== 3 && column !== 4)),
    );
    const judgement = await run(without(plan, 'Centri di responsabilità'));
    expect(statusOf(judgement, 'RSP-01')).toMatchObject({
      status: 'notVerifiable',
      missing: ['pegObjective.owner', 'pegObjective.centre'],
      findings: 0,
    });
    expect(statusOf(judgement, 'RSP-01')?.reason?.it).toBe(
      'Non eseguito, nel piano manca ciò che serve: la colonna del responsabile oppure la colonna del centro di responsabilità.',
    );
  });

  test('without a DUP the rules that need it are not verifiable, never passed', async () => {
    const judgement = await run(without(NORMALISED, 'DUP'));
    for (const id of ['LNK-02', 'LNK-03', 'LNK-04', 'NAM-01']) {
      expect([id, statusOf(judgement, id)?.status]).toEqual([id, 'notVerifiable']);
    }
  });

  test('not applicable before the duty existed, and where the plan has nothing of the kind', async () => {
    const judgement = await run(PAGES);
    expect(statusOf(judgement, 'WGT-04')?.status).toBe('notApplicable');
    expect(statusOf(judgement, 'CMP-02')?.status).toBe('notApplicable');
  });

  test('a duty with a first year is not verifiable in a plan without a year', async () => {
    const plan = changed(without(NORMALISED, 'Premessa'), 'Obiettivi', (rows) =>
      rows.map((row) => row.map((value) => (typeof value === 'string' ? value.replace('2025-', '') : value))),
    );
    const yearless = planOf({ Obiettivi: plan['Obiettivi'] ?? [] });
    const judgement = await judge(yearless, { ruleSet, today: '2025-01-15' });
    expect(statusOf(judgement, 'PRF-01')).toMatchObject({ status: 'notVerifiable', missing: ['plan.year'] });
  });

  test('off rules say so', async () => {
    expect(statusOf(await run(NORMALISED), 'LNK-08')?.status).toBe('off');
  });
});

describe('one rule failing never hides the others', () => {
  const broken = (where: unknown) =>
    withRule('STR-02', (rule) => ({
      ...rule,
      conditions: {
        all: [{ fact: 'pegRows', params: { where }, operator: 'isNotEmpty', value: true }],
      } as Rule['conditions'],
    }));

  test.each([
    ['an unknown field', { field: 'nope', operator: 'isPresent' }],
    ['an unknown operator', { field: 'code', operator: 'nope' }],
    ['an unknown option', { field: 'code', operator: 'equals', value: { option: 'nope' } }],
    ['a field called constructor', { field: 'constructor', operator: 'isPresent' }],
  ])('%s', async (_, where) => {
    const plan = withCell(NORMALISED, 'Obiettivi', 2, 5, 30);
    const judgement = await run(plan, broken(where));
    expect(statusOf(judgement, 'STR-02')?.status).toBe('failed');
    expect(statusOf(judgement, 'STR-02')?.reason?.it).toMatch(/non ha potuto essere eseguita/);
    expect(statusOf(judgement, 'WGT-02')?.status).toBe('violated');
    expect(judgement.rules.filter((one) => one.status === 'failed')).toHaveLength(1);
  });

  test('an unknown set of facts', async () => {
    const judgement = await run(
      NORMALISED,
      withRule('STR-02', (rule) => ({
        ...rule,
        conditions: { all: [{ fact: 'nope', operator: 'isNotEmpty', value: true }] },
      })),
    );
    expect(judgement.rules.filter((one) => one.status === 'failed').map((one) => one.rule)).toEqual([
      'STR-02',
    ]);
  });

  test('a set of facts that throws fails the rules that ask for it, and only those', async () => {
    const set = views.get('codeGroups') as View;
    const spy = jest.spyOn(set, 'entries').mockImplementation(() => {
      throw new RangeError('no such group');
    });
    const judgement = await run(NORMALISED);
    spy.mockRestore();
    expect(judgement.rules.filter((one) => one.status === 'failed').map((one) => one.rule)).toEqual([
      'STR-03',
    ]);
    expect(statusOf(judgement, 'STR-03')?.reason?.en).toContain('RangeError: no such group');
  });

  test('an operator that throws fails its rule', async () => {
    const operator = operators.get('longerThan') as Operator;
    const spy = jest.spyOn(operator, 'test').mockImplementation(() => {
      throw new TypeError('boom');
    });
    const judgement = await run(NORMALISED, broken({ field: 'title', operator: 'longerThan', value: 3 }));
    spy.mockRestore();
    expect(judgement.rules.filter((one) => one.status === 'failed').map((one) => one.rule)).toEqual([
      'STR-02',
    ]);
  });
});

test('two checks at the same time do not disturb each other', async () => {
  const bad = withCell(NORMALISED, 'Obiettivi', 2, 5, 30);
  const [a, b, c] = await Promise.all([run(NORMALISED), run(bad), run(NORMALISED)]);
  expect(a).toEqual(c);
  expect(statusOf(b, 'WGT-02')?.status).toBe('violated');
});

test('the plan is not changed and the answer is plain data', async () => {
  const plan = planOf(withCell(NORMALISED, 'Obiettivi', 2, 5, 30));
  const copy = structuredClone(plan);
  const judgement = await judge(plan, { ruleSet, today: '2025-01-15' });
  expect(plan).toEqual(copy);
  expect(JSON.parse(JSON.stringify(judgement))).toEqual(judgement);
});
