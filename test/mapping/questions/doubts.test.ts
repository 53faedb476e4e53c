import { roleNamed, type Role } from '../../../src/mapping/evidence/roles';
import { doubtsOf, type Asked } from '../../../src/mapping/questions/doubts';
import { Settled } from '../../../src/mapping/questions/settled';
import { isEnough, type Weighed } from '../../../src/mapping/questions/weighed';
import { mapWorkbook } from '../../../src/mapping';
import { layouts } from '../../support/layouts';

const role = (name: string): Role => roleNamed(name) ?? 'other';
const [peg, phase, measure, area, owner] = [
  'pegObjective.title',
  'phase.title',
  'indicator.title',
  'strategicArea.title',
  'pegObjective.owner',
].map(role) as [Role, Role, Role, Role, Role];

function asked(id: string, readings: readonly (readonly Role[])[], step = 0.2): Asked {
  const columns = (readings[0] ?? []).map((_, at) => ({
    header: `h${at}`,
    sheet: id,
    address: `${'ABC'.charAt(at)}2`,
    column: 'ABC'.charAt(at),
  }));
  return {
    id,
    readings: readings.map((roles, at) => ({ roles, score: -at * step, key: String(at) })),
    columns,
    sheets: [id],
    relation: { tables: [], columns: [] },
    context: { role: null, inCard: false, year: null, known: null },
    columnOf: () => null,
  };
}

const wide = asked('t', [
  [peg, owner],
  [phase, owner],
  [measure, owner],
  [area, peg],
]);

test('a column is asked about with three options at most; what is left comes in its next turn', () => {
  const [first, second] = doubtsOf([wide], Settled.NOTHING);
  expect(first).toMatchObject({ at: 0, turn: 0 });
  expect(first?.options.map((one) => one.role)).toEqual([peg, phase, measure]);
  expect(second).toMatchObject({ at: 0, turn: 1 });
  expect(second?.options.map((one) => one.role)).toEqual([peg, area]);
});

test('then other columns of the template have their turn', () => {
  expect(doubtsOf([wide], Settled.NOTHING)[2]).toMatchObject({ at: 1, turn: 2 });
});

test('every template has its first turn before any has its second', () => {
  const other = asked('u', [[peg], [phase]]);
  const doubts = doubtsOf([wide, other], Settled.NOTHING);
  expect(doubts.map(({ turn }) => turn)).toEqual([0, 0, 1, 2]);
  expect(new Set(doubts.slice(0, 2).map((one) => one.asked.id))).toEqual(new Set(['t', 'u']));
});

test('a template of which a question was answered with none of its options is left alone', () => {
  const [first] = doubtsOf([wide], Settled.NOTHING);
  expect(doubtsOf([wide], Settled.NOTHING.without(first?.id ?? ''))).toEqual([]);
});

test('a template that is nearly sure is not asked about', () => {
  expect(doubtsOf([asked('t', [[peg], [phase]], 2.7)], Settled.NOTHING)).toEqual([]);
  expect(doubtsOf([asked('t', [[peg], [phase]], 2.5)], Settled.NOTHING)).toHaveLength(1);
});

describe('how many doubts are tried', () => {
  const fixture = layouts.find(({ name }) => name === 'every-level-coded');
  if (!fixture) throw new RangeError('no such fixture');
  const { plan } = mapWorkbook({ workbooks: [fixture.snapshot] });
  const other = { ...plan, pegObjectives: plan.pegObjectives.slice(1) };
  const [doubt] = doubtsOf([wide], Settled.NOTHING);
  if (!doubt) throw new RangeError('no doubt');
  const telling: Weighed = { doubt, plans: [plan, other] };
  const idle: Weighed = { doubt, plans: [plan, plan] };
  test.each([
    ['nothing tried', [], false],
    ['one question', [telling], false],
    ['two questions', [telling, telling], true],
    ['one question of two tried', [telling, idle], false],
    ['one question of three tried', [idle, telling, idle], true],
    ['three tried that change nothing', [idle, idle, idle], false],
    ['five tried that change nothing', Array<Weighed>(5).fill(idle), false],
    ['six tried that change nothing', Array<Weighed>(6).fill(idle), true],
  ])('%s', (_name, weighed, enough) => expect(isEnough(weighed)).toBe(enough));
});
