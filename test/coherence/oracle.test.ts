import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRuleSet, planFromExample } from '../../src/coherence';
import { runEngine } from '../../src/coherence/engine';
import { factContext } from '../../src/coherence/facts';
import { mapWorkbook } from '../../src/mapping';
import type { Plan } from '../../src/plan';
import { readWorkbook } from '../../src/xlsx';
import { slowAnswer, valuesOf } from './support/oracle';
import { layouts } from '../support/layouts';
import { onlyInTheLongRun, shareOf } from '../support/share';
import { FAMILIES, workbooksOf } from './support/families';
import { FAMILY_MUTATIONS } from './support/family-mutations';
import { MUTATIONS } from './support/mutations';
import { NORMALISED, OUTLINE, PAGES } from './support/plans';

const { ruleSet } = loadRuleSet();

const settled = ruleSet.settings.map(({ rule, options }) => ({ rule, options }));

/** Asks rules both ways: all of them, those that are off too, or the one whose answer a planted violation changes. */
async function compare(plan: Plan, only?: string): Promise<void> {
  const rules = settled.filter(({ rule }) => only === undefined || rule.id === only);
  expect(rules).not.toEqual([]);
  const fast = await runEngine(rules, factContext(plan));
  const slow = await Promise.all(
    rules.map(async ({ rule, options }) => {
      const { holds, facts } = await slowAnswer(rule, options, factContext(plan));
      return [rule.id, holds, facts];
    }),
  );
  const answers = rules.map(({ rule: { id } }) => {
    const answer = fast.get(id);
    return answer?.kind === 'answered'
      ? [id, answer.holds, answer.found.map(({ view, entry }) => valuesOf(view, entry))]
      : [id, answer?.kind];
  });
  expect(answers).toEqual(slow);
}

describe('one question per collection answers as one run per entity', () => {
  test.each([
    ['normalised sheets', NORMALISED],
    ['outline codes', OUTLINE],
    ['pages', PAGES],
  ])('%s', async (_, plan) => {
    await compare(planFromExample(plan));
  });

  test.each(shareOf(layouts, 10, 1).map((layout) => [layout.family, layout.name, layout] as const))(
    'the layout %s, %s',
    async (_family, _name, { snapshot, others = [] }) => {
      await compare(mapWorkbook({ workbooks: [snapshot, ...others] }).plan);
    },
  );

  test.each(FAMILIES.map((family) => [family.family, family] as const))(
    'the family %s',
    async (_, family) => {
      await compare(mapWorkbook({ workbooks: workbooksOf(family) }).plan);
    },
  );

  test.each(shareOf(MUTATIONS, 2).map((mutation) => [mutation.rule, mutation.what, mutation.plan] as const))(
    '%s, %s',
    async (rule, _what, plan) => {
      await compare(planFromExample(plan), rule);
    },
  );

  test.each(
    shareOf(FAMILY_MUTATIONS, 8).map(
      ({ clean, rule, what, plan }) => [clean.family, rule, what, plan] as const,
    ),
  )('%s, %s: %s', async (_family, rule, _what, plan) => {
    await compare(mapWorkbook({ workbooks: workbooksOf(plan) }).plan, rule);
  });

  // Hundreds of entities, each asked by itself: the collections above are small.
  test.each(['a small part of the Prato plan', ...onlyInTheLongRun('the Prato plan')])(
    '%s',
    async (which) => {
      const bytes = readFileSync(join(__dirname, '../fixtures/prato-peg-2017.xlsx'));
      const { sheets, ...book } = readWorkbook(new Uint8Array(bytes), 'prato-peg-2017.xlsx');
      const some = which === 'the Prato plan' ? sheets : sheets.slice(0, 5);
      const { plan } = mapWorkbook({ workbooks: [{ ...book, sheets: some }] });
      expect(plan.pegObjectives.length).toBeGreaterThan(10);
      await compare(plan);
    },
  );
});
