import { mapWorkbook } from '../../src/mapping';
import { layouts } from '../support/layouts';
import type { Answer, Question, Reading, ReadingInput } from './support/adapter';
import { readAsking } from './support/oracle';
import { truthOfLayout } from './support/truth';

/** A reader that asks: its answers decide which plan it gives. */
const reader = {
  read: (_input: ReadingInput): Reading => {
    throw new RangeError('no reader');
  },
};

jest.mock('./support/adapter', () => ({ read: (input: ReadingInput) => reader.read(input) }));

const fixture = layouts.find(({ name }) => name === 'every-level-coded');
if (!fixture) throw new RangeError('no such fixture');
const truth = truthOfLayout(fixture.truth);
const { plan: right } = mapWorkbook({ workbooks: [fixture.snapshot] });
const without = { ...right, pegObjectives: right.pegObjectives.slice(1) };
const half = { ...right, pegObjectives: right.pegObjectives.slice(2) };

function question(id: string, sampled: string): Question {
  const about = { sheet: 'A', address: 'A1', template: null, sheets: 1, header: '', column: null };
  const option = (name: string) => ({
    id: name,
    says: null,
    probability: 0.4,
    counts: {},
    sample: [
      { kind: 'strategicArea' as const, code: null, title: sampled, sheet: 'A', address: 'A1', parent: null },
    ],
  });
  return { id, about, options: [option('a'), option('b'), { ...option('none'), sample: [] }] };
}

/** Asks the questions one after the other; `b` is right for each, and `plans` says what is read after so many. */
function asks(questions: readonly Question[], plans: readonly (typeof right)[]): ReadingInput[] {
  const seen: ReadingInput[] = [];
  reader.read = (input) => {
    seen.push(input);
    const answers: readonly Answer[] = input.answers ?? [];
    const good = answers.filter(({ option }) => option === 'b').length;
    const open = questions.slice(answers.length, answers.length + 1);
    return {
      plan: plans[Math.min(good, plans.length - 1)] ?? right,
      confidence: 0.5,
      state: open.length > 0 ? 'ask' : 'sure',
      questions: open,
    };
  };
  return seen;
}

test('the option after which most is right is chosen, question after question', () => {
  asks([question('q1', 'x'), question('q2', 'x')], [half, without, right]);
  const { atOnce, after, answers, none, last } = readAsking([fixture.snapshot], truth);
  expect(atOnce.right).toBe(false);
  expect(after.right).toBe(true);
  expect(answers).toEqual([
    { question: 'q1', option: 'b' },
    { question: 'q2', option: 'b' },
  ]);
  expect([none, last.state]).toEqual([false, 'sure']);
});

test('what is read now is confirmed where nothing is better and what it shows is so', () => {
  asks([question('q1', 'Città accogliente')], [right]);
  expect(readAsking([fixture.snapshot], truth)).toMatchObject({
    answers: [{ question: 'q1', option: 'a' }],
    none: false,
  });
});

test('none of these, where nothing gets better and what is shown is not so', () => {
  asks([question('q1', 'Tutt’altro')], [half]);
  expect(readAsking([fixture.snapshot], truth)).toMatchObject({ answers: [], none: true });
});

test('that all is read well says only who finds nothing wrong', () => {
  const whole = {
    ...question('q1', 'Città accogliente'),
    options: question('q1', 'Città accogliente').options.flatMap((option) =>
      option.id === 'b' ? [] : { ...option, says: option.id === 'a' ? { says: 'as-read' as const } : null },
    ),
  };
  asks([whole], [right]);
  expect(readAsking([fixture.snapshot], truth)).toMatchObject({ none: false, last: { state: 'sure' } });
  asks([whole], [half]);
  expect(readAsking([fixture.snapshot], truth)).toMatchObject({
    answers: [],
    none: false,
    last: { state: 'ask' },
  });
});

test('three answers at most', () => {
  asks(
    ['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => question(id, 'Città accogliente')),
    [right],
  );
  expect(readAsking([fixture.snapshot], truth).answers).toHaveLength(3);
});
