import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRuleSet, planFromExample } from '../../src/coherence';
import { runEngine } from '../../src/coherence/engine';
import { factContext } from '../../src/coherence/facts';
import { mapWorkbook } from '../../src/mapping';
import type { Plan } from '../../src/plan';
import { readWorkbook } from '../../src/xlsx';
import { slowAnswer } from './support/oracle';
import { layouts } from '../support/layouts';
import { workbooksOf } from './support/families';
import { FAMILY_MUTATIONS } from './support/family-mutations';
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

  test.each(layouts.map((layout) => [layout.family, layout.name, layout] as const))(
    'the layout %s, %s',
    async (_family, _name, { snapshot, others = [] }) => {
      await compare(mapWorkbook({ workbooks: [snapshot, ...others] }).plan);
    },
  );

  test.each(MUTATIONS.map((mutation) => [mutation.rule, mutation.what, mutation.plan] as const))(
    '%s, %s',
    async (_rule, _what, plan) => {
      await compare(planFromExample(plan));
    },
  );

  test.each(FAMILY_MUTATIONS.map(({ clean, rule, what, plan }) => [clean.family, rule, what, plan] as const))(
    '%s, %s: %s',
    async (_family, _rule, _what, plan) => {
      await compare(mapWorkbook({ workbooks: workbooksOf(plan) }).plan);
    },
  );

  test('the Prato plan', async () => {
    const bytes = readFileSync(join(__dirname, '../fixtures/prato-peg-2017.xlsx'));
    const book = readWorkbook(new Uint8Array(bytes), 'prato-peg-2017.xlsx');
    await compare(mapWorkbook({ workbooks: [book] }).plan);
  });
});
