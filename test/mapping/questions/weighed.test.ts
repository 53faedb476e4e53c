import { mapWorkbook } from '../../../src/mapping';
import { roleNamed } from '../../../src/mapping/evidence/roles';
import type { Doubt } from '../../../src/mapping/questions/doubts';
import { questionOf } from '../../../src/mapping/questions/questions';
import {
  agreement,
  matters,
  outcomeOf,
  tellingOptions,
  type Weighed,
} from '../../../src/mapping/questions/weighed';
import { layouts } from '../../support/layouts';

const fixture = layouts.find(({ name }) => name === 'every-level-coded');
if (!fixture) throw new RangeError('no such fixture');
const { plan } = mapWorkbook({ workbooks: [fixture.snapshot] });
const other = { ...plan, pegObjectives: plan.pegObjectives.slice(1) };
const unlinked = {
  ...plan,
  pegObjectives: plan.pegObjectives.map((one) => ({
    ...one,
    operatingIds: [],
    strategicIds: [],
    areaIds: [],
  })),
};
const unowned = { ...plan, pegObjectives: plan.pegObjectives.map((one) => ({ ...one, owners: [] })) };

const roles = ['pegObjective.title', 'phase.title', 'indicator.title'].map(
  (name) => roleNamed(name) ?? 'other',
);
const asked: Doubt['asked'] = {
  id: 't',
  readings: roles.map((role, at) => ({ roles: [role], score: -at, key: String(at) })),
  columns: [{ header: 'Nome', sheet: 'A', address: 'A2:A9', column: 'A' }],
  sheets: ['A'],
  relation: { tables: [], columns: [] },
  context: { role: null, inCard: false, year: null, known: null },
  columnOf: () => null,
};
const doubt: Doubt = {
  id: 'q-1',
  asked,
  at: 0,
  options: roles.map((role, at) => ({ role, probability: [0.5, 0.3, 0.2][at] ?? 0 })),
  entropy: 1,
  turn: 0,
};
const weighed = (...plans: Weighed['plans']): Weighed => ({ doubt, plans });

test('entities and links make the outcome, attributes do not', () => {
  expect(outcomeOf(unowned)).toBe(outcomeOf(plan));
  expect(outcomeOf(other)).not.toBe(outcomeOf(plan));
  expect(outcomeOf(unlinked)).not.toBe(outcomeOf(plan));
});

test('the order in which entities stand makes no other outcome', () => {
  expect(outcomeOf({ ...plan, pegObjectives: [...plan.pegObjectives].reverse() })).toBe(outcomeOf(plan));
});

test('a doubt whose options all give the same entities and links is none', () => {
  expect(matters(weighed(plan, plan, unowned))).toBe(false);
  expect(matters(weighed(plan, plan, other))).toBe(true);
});

test('options that give the same are one, as likely as they are together, and each keeps its letter', () => {
  const mixed = weighed(plan, unowned, other);
  expect(tellingOptions(mixed).map(({ place }) => place)).toEqual([0, 2]);
  expect(questionOf(mixed).options).toEqual([
    expect.objectContaining({ id: 'a', probability: 0.8 }),
    expect.objectContaining({ id: 'c', probability: 0.2 }),
    expect.objectContaining({ id: 'none', probability: 0 }),
  ]);
});

test('readings that give the same plan as the best count for it', () => {
  const alone = agreement([asked]);
  expect(agreement([asked], [weighed(plan, other, unlinked)])).toBeCloseTo(alone);
  expect(agreement([asked], [weighed(plan, plan, other)])).toBeGreaterThan(alone);
  expect(agreement([asked], [weighed(plan, plan, plan)])).toBeCloseTo(1);
});

test('other readings with the role of a harmless option do not count: they were not tried', () => {
  const [peg, phase] = roles;
  if (!peg || !phase) throw new RangeError('no roles');
  const wide: Doubt['asked'] = {
    ...asked,
    readings: [
      { roles: [peg, peg], score: 0, key: 'a' },
      { roles: [phase, peg], score: -0.1, key: 'b' },
      { roles: [phase, phase], score: -0.2, key: 'c' },
    ],
  };
  const tried: Weighed = {
    doubt: { ...doubt, asked: wide, options: doubt.options.slice(0, 2) },
    plans: [plan, plan],
  };
  const sum = agreement([wide], [tried]);
  expect(sum).toBeGreaterThan(agreement([wide]));
  expect(sum).toBeLessThan(0.8);
});
