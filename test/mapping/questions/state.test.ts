import { mapWorkbook } from '../../../src/mapping';
import { roleNamed, type Role } from '../../../src/mapping/evidence/roles';
import { doubtsOf, type Asked } from '../../../src/mapping/questions/doubts';
import { Settled } from '../../../src/mapping/questions/settled';
import { readingOf } from '../../../src/mapping/questions/state';
import { layouts } from '../../support/layouts';

const fixture = layouts.find(({ name }) => name === 'every-level-coded');
if (!fixture) throw new RangeError('no such fixture');
const result = mapWorkbook({ workbooks: [fixture.snapshot] });
const { plan } = result;
const other = { ...plan, pegObjectives: plan.pegObjectives.slice(1) };

const role = (name: string): Role => roleNamed(name) ?? 'other';
const asked: Asked = {
  id: 't',
  readings: ['pegObjective.title', 'phase.title', 'indicator.title'].map((name, at) => ({
    roles: [role(name)],
    score: -at * 0.3,
    key: name,
  })),
  columns: [{ header: 'Nome', sheet: 'A', address: 'A2:A9', column: 'A' }],
  sheets: ['A'],
  relation: { tables: [], columns: [] },
  context: { role: null, inCard: false, year: null, known: null },
  columnOf: () => null,
};
const pass = { result, asked: [asked], explained: [], sheets: [] };
const [doubt] = doubtsOf([asked], Settled.NOTHING);
if (!doubt) throw new RangeError('no doubt');

test('competing readings leave a plan in doubt until their options are tried', () => {
  expect(readingOf(pass)).toMatchObject({
    state: 'ask',
    questions: [{ options: [{ says: { says: 'as-read' } }, { id: 'none' }] }],
  });
});

test('where no option changes anything the reading is sure and asks nothing', () => {
  const reading = readingOf(pass, [{ doubt, plans: [plan, plan, plan] }]);
  expect(reading).toMatchObject({ state: 'sure', questions: [] });
  expect(reading.confidence).toBeGreaterThan(readingOf(pass).confidence);
});

test('one option that changes something is asked about, and what changes nothing beside it counts for the reading', () => {
  const reading = readingOf(pass, [{ doubt, plans: [plan, other, plan] }]);
  expect(reading.state).toBe('ask');
  expect(reading.confidence).toBeGreaterThan(readingOf(pass).confidence);
  expect(reading.questions[0]?.options.map(({ id }) => id)).toEqual(['a', 'b', 'none']);
});
