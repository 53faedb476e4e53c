import { isMet, missingText } from '../../src/coherence/requirements';
import { factContext } from '../../src/coherence/facts';
import { hasColumn, hasOnlyOtherYears } from '../../src/coherence/facts/tables';
import { planFromExample } from '../../src/coherence';
import type { PlanTable } from '../../src/plan';

const plan = planFromExample({
  Premessa: [['Piano esecutivo di gestione 2026/2028']],
  Obiettivi: [
    ['Codice', 'Obiettivo di PEG', 'Responsabile', 'Peso'],
    ['A1', 'Guida dei sentieri', 'Anna Conti', '60'],
    ['A2', 'Palestra di via Verdi', 'Luca Neri', '40'],
  ],
});
const without = { ...plan, fields: plan.fields.filter((field) => field !== 'pegObjective.weight') };

test('what most objectives say is there, whatever heading it was read under', () => {
  expect(isMet('pegObjective.weight', factContext(without))).toBe(true);
});

test.each([
  [1, true],
  [2, false],
])('%i of 2 objectives without a weight: half of them is enough, none is not', (blank, met) => {
  const pegObjectives = plan.pegObjectives.map((peg, at) => (at < blank ? { ...peg, weight: null } : peg));
  expect(isMet('pegObjective.weight', factContext({ ...without, pegObjectives }))).toBe(met);
});

test('one of several fields is enough; what no table and no row says is missing by its name', () => {
  const context = factContext(plan);
  expect(isMet({ anyOf: ['phase.weight', 'pegObjective.owner'] }, context)).toBe(true);
  expect(isMet('phase.weight', context)).toBe(false);
  expect(isMet('plan.levels', context)).toBe(false);
  expect(missingText(['phase.weight', { anyOf: ['plan.levels', 'plan.year'] }]).it).toContain(
    'la colonna del peso delle fasi, un elenco di tutti i livelli, ciascuno nella sua riga oppure',
  );
});

test('a column counts for its year, one without a year for every year', () => {
  const table = (...fields: string[]): PlanTable =>
    ({ columns: fields.map((field) => ({ field, header: null, column: 'A' })) }) as unknown as PlanTable;
  const target = 'indicator.target';
  expect(hasColumn(table(target), target, 2026)).toBe(true);
  expect(hasColumn(table(`${target}@2026-S1`), target, 2026)).toBe(true);
  expect(hasColumn(table(`${target}@2028`), target, 2026)).toBe(false);
  expect(hasColumn(table(`${target}@2028`), target)).toBe(true);
  expect(hasOnlyOtherYears(table(`${target}@2028`), target, 2026)).toBe(true);
  expect(hasOnlyOtherYears(table(`${target}@2028`, target), target, 2026)).toBe(false);
  expect(hasOnlyOtherYears(table('indicator.unit'), target, 2026)).toBe(false);
});
