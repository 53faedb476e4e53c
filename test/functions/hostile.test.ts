import fc from 'fast-check';
import type { PlanSession } from '../../src/application';
import type { CellAnswer, CellContent } from '../../src/functions/answer';
import { findingsAnswer, objectiveAnswer } from '../../src/functions/answers/findings';
import {
  achievementAnswer,
  explainAnswer,
  indicatorsAnswer,
  progressAnswer,
  targetAnswer,
} from '../../src/functions/answers/measures';
import {
  childrenAnswer,
  parentAnswer,
  pathAnswer,
  titleAnswer,
} from '../../src/functions/answers/objectives';
import { evaluateAnswer, indicatorAnswer } from '../../src/functions/answers/values';
import { MAX_CELL_TEXT } from '../../src/workbook';
import { CellError, pretendExcel } from '../support/functions';
import { openPlan, smallPlan } from '../support/plans';

/** What Excel hands over: texts, numbers, truth values, blanks, ranges, errors as objects. */
const HOSTILE: readonly unknown[] = [
  '',
  ' ',
  null,
  undefined,
  0,
  -1,
  1e308,
  -1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=HYPERLINK("http://example.org","x")',
  '+1',
  '@SUM(A1)',
  '\u0000\u0001\u001b[31m',
  '\u202etxet',
  '💥'.repeat(50),
  'x'.repeat(40_000),
  '('.repeat(5_000),
  '1/0',
  '0/0',
  'A'.repeat(500),
  '2026-S9',
  '9999999',
  '31/02/2026',
  [],
  [[]],
  [['a']],
  [['a', 1, 2]],
  { code: '#N/A' },
  new Date(0),
];

beforeAll(() => pretendExcel({ language: () => 'it-IT', runtime: () => 1.4 }));

/** What Excel can show: short text, a finite number, a truth value, a number with its format. */
function isContent(content: CellContent): boolean {
  if (typeof content === 'string') return content.length <= MAX_CELL_TEXT;
  if (typeof content === 'number') return Number.isFinite(content);
  if (typeof content === 'boolean') return true;
  return content.type === 'FormattedNumber' && Number.isFinite(content.basicValue);
}

function problemOf(answer: CellAnswer): string | null {
  if (answer instanceof CellError) return answer.message.length > 8 ? null : `a bare ${answer.code}`;
  if (!Array.isArray(answer)) return isContent(answer as CellContent) ? null : `shows ${String(answer)}`;
  const table = answer as readonly (readonly CellContent[])[];
  const width = table[0]?.length ?? 0;
  if (width === 0) return 'an empty table';
  if (table.some((row) => row.length !== width)) return 'a ragged table';
  return table.flat().every(isContent) ? null : 'a table with what no cell can show';
}

const rowsOf = (range: unknown): unknown[][] =>
  Array.isArray(range) && range.length > 0
    ? range.map((row: unknown) => (Array.isArray(row) ? row : [row]))
    : [[range]];

type Answer = (session: PlanSession, a: never, b: never, c: never) => CellAnswer | Promise<CellAnswer>;
const ANSWERS: Readonly<Record<string, Answer>> = {
  INDICATOR: indicatorAnswer,
  // Excel makes text of a text argument and rows of a range, whatever stands there.
  EVALUATE: (_session, formula: unknown, quantities: unknown, unit: unknown) =>
    evaluateAnswer(String(formula ?? ''), rowsOf(quantities), unit == null ? null : String(unit)),
  CHECK: objectiveAnswer,
  TITLE: titleAnswer,
  INDICATORS: indicatorsAnswer,
  TARGET: targetAnswer,
  ACHIEVEMENT: achievementAnswer,
  PROGRESS: progressAnswer,
  EXPLAIN: explainAnswer,
  PARENT: parentAnswer,
  PATH: pathAnswer,
  CHILDREN: childrenAnswer,
  FINDINGS: findingsAnswer,
};

describe('whatever stands in its arguments, a function answers with a value or says why not', () => {
  let session: PlanSession;
  beforeAll(async () => {
    session = await openPlan(smallPlan());
  });

  test.each(Object.entries(ANSWERS))('PEG.%s', async (_name, answer) => {
    const known: readonly unknown[] = ['Tasso di riscossione', '2026-RA01', 'S1.1', 2025, '2026'];
    const argument = fc.constantFrom(...HOSTILE, ...known);
    await fc.assert(
      fc.asyncProperty(argument, argument, argument, async (a, b, c) => {
        expect(problemOf(await answer(session, a as never, b as never, c as never))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
