import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRuleSet, planFromExample, type ExamplePlan } from '../../src/coherence';
import { runEngine } from '../../src/coherence/engine';
import { factContext } from '../../src/coherence/facts';
import { mapWorkbook } from '../../src/mapping';
import type { Plan } from '../../src/plan';
import { readWorkbook } from '../../src/xlsx';
import { slowAnswer } from './support/oracle';
import { MUTATIONS } from './support/mutations';
import { NORMALISED, OUTLINE, PAGES } from './support/plans';

const { ruleSet } = loadRuleSet();

/** Asks every rule both ways, those that are off too. */
async function compare(plan: Plan): Promise<void> {
  const context = factContext(plan);
  const rules = ruleSet.settings.map(({ rule, options }) => ({ rule, options }));
  const fast = await runEngine(rules, context);
  for (const { rule, options } of rules) {
    const slow = await slowAnswer(rule, options, factContext(plan));
    const answer = fast.get(rule.id);
    expect([rule.id, answer?.kind]).toEqual([rule.id, 'answered']);
    if (answer?.kind !== 'answered') continue;
    expect([rule.id, answer.holds, answer.facts.map((fact) => fact.values)]).toEqual([
      rule.id,
      slow.holds,
      slow.facts.map((fact) => fact.values),
    ]);
  }
}

describe('one question per collection answers as one run per entity', () => {
  test.each([
    ['normalised sheets', NORMALISED],
    ['outline codes', OUTLINE],
    ['pages', PAGES],
  ])('%s', async (_, plan) => {
    await compare(planFromExample(plan));
  });

  test('all planted violations together', async () => {
    for (const mutation of MUTATIONS.filter((_, at) => at % 6 === 0)) {
      await compare(planFromExample(mutation.plan as ExamplePlan));
    }
  });

  test('the Prato plan', async () => {
    const bytes = readFileSync(join(__dirname, '../fixtures/prato-peg-2017.xlsx'));
    const book = readWorkbook(new Uint8Array(bytes), 'prato-peg-2017.xlsx');
    await compare(mapWorkbook({ workbooks: [book] }).plan);
  });
});
