import type { PlanSession } from '../../src/application';
import type { CellAnswer } from '../../src/functions/answer';
import { findingsAnswer, objectiveAnswer, verdictAnswer } from '../../src/functions/answers/findings';
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
import { snapshotOf } from '../../src/workbook';
import { CellError, pretendExcel } from '../support/functions';
import { openPlan, smallPlan } from '../support/plans';

let runtime = '1.4';
let language = 'it-IT';
beforeAll(() => pretendExcel({ language: () => language, runtime: () => Number(runtime) }));
beforeEach(() => {
  runtime = '1.4';
  language = 'it-IT';
});

/** Code of an error and its sentence, or the answer as it is. */
const said = (answer: CellAnswer): unknown =>
  answer instanceof CellError ? `${answer.code} ${answer.message}` : answer;

const open = (): Promise<PlanSession> => openPlan(smallPlan());

describe('arguments', () => {
  test('what is left out arrives as null, an empty cell as blank or zero: all mean nothing was said', async () => {
    const session = await open();
    const latest = said(indicatorAnswer(session, 'Tasso di riscossione', null));
    for (const nothing of ['', '0', 0, undefined, '  '])
      expect(said(indicatorAnswer(session, 'Tasso di riscossione', nothing))).toEqual(latest);
    expect(said(parentAnswer(session, '2026-RA01', ''))).toBe('S1.1');
    expect(said(progressAnswer(session, '2026-RA01', null))).toMatch(/^#N\/A/);
    expect(await findingsAnswer(session, null, '')).toEqual(await findingsAnswer(session, '', null));
  });

  test('a missing name is not found, and does not match a blank one', async () => {
    const session = await open();
    expect(said(titleAnswer(session, ''))).toMatch(/^#N\/A/);
    expect(said(titleAnswer(session, null))).toMatch(/^#N\/A/);
    expect(said(indicatorAnswer(session, '', null))).toMatch(/^#N\/A/);
  });

  test.each([2025, '2025', '31/12/2025', '46022', 'anno 2025'])('period %s', async (period) => {
    expect(said(indicatorAnswer(await open(), 'Tasso di riscossione', period))).toMatchObject({
      basicValue: 0.75,
    });
  });

  test('dates count from 1904 where the workbook says so', async () => {
    const book = snapshotOf(smallPlan().sheets, { date1904: true });
    const session = await openPlan(book);
    const answer = indicatorAnswer(session, 'Tasso di riscossione', String(46_022 - 1_462));
    expect(said(answer)).toMatchObject({ basicValue: 0.75 });
  });

  test.each([
    ['operativo', 'S1.1'],
    ['obiettivo strategico', 'S1'],
    ['strategic', 'S1'],
    ['2', 'S1'],
    [1, 'S1.1'],
  ])('level %s', async (level, parent) => {
    expect(said(parentAnswer(await open(), '2026-RA01', level))).toBe(parent);
  });

  test.each(['ambito', 'area', 'ambito strategico', 'strategic area', '3'])(
    'a level the plan does not have: %s',
    async (level) => {
      expect(said(parentAnswer(await open(), '2026-RA01', level))).toMatch(/^#N\/A/);
    },
  );

  test.each(['bloccante', 'Bloccanti', 'error', 'blocking', 'avviso', 'warning', 'info', 'informazione'])(
    'severity %s',
    async (severity) => {
      expect(await findingsAnswer(await open(), null, severity)).not.toBeInstanceOf(CellError);
    },
  );
});

describe('numbers', () => {
  test('bring their format along where Excel knows data types', async () => {
    const session = await open();
    expect(indicatorAnswer(session, 'Tasso di riscossione', 2025)).toEqual({
      type: 'FormattedNumber',
      basicValue: 0.75,
      numberFormat: '0.0%',
    });
    expect(targetAnswer(session, 'Tasso di riscossione', 2026)).toEqual({
      type: 'FormattedNumber',
      basicValue: 0.75,
      numberFormat: '0%',
    });
    const euros = [
      ['Spesa', 1284.5],
      ['Abitanti', 1],
    ];
    expect(evaluateAnswer('Spesa / Abitanti', euros, '€')).toEqual({
      type: 'FormattedNumber',
      basicValue: 1284.5,
      numberFormat: '#,##0.00 "€"',
    });
    // Neither hours nor a percentage: the number in its own unit, as in the pane.
    for (const unit of ['ore', '%'])
      expect(evaluateAnswer('Spesa / Abitanti', euros, unit)).toMatchObject({
        basicValue: 1284.5,
        numberFormat: '#,##0.0 "€/ab."',
      });
  });

  test('are plain where it does not', async () => {
    runtime = '1.3';
    const session = await open();
    expect(indicatorAnswer(session, 'Tasso di riscossione', 2025)).toBe(0.75);
    expect(targetAnswer(session, 'Tasso di riscossione', 2026)).toBe(0.75);
    const table = indicatorsAnswer(session, null, 2025) as readonly (readonly unknown[])[];
    expect(table[1]?.slice(0, 5)).toEqual(['Tasso di riscossione', 0.75, '%', '2025', '']);
  });

  test('a table has only plain values: text, numbers, truth values', async () => {
    runtime = '1.3';
    const session = await open();
    for (const table of [indicatorsAnswer(session, '', ''), childrenAnswer(session, 'S1')]) {
      const rows = table as readonly (readonly unknown[])[];
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      for (const value of rows.flat()) expect(['string', 'number', 'boolean']).toContain(typeof value);
    }
  });
});

describe('languages', () => {
  test('everything is in English in an English Excel', async () => {
    language = 'en-GB';
    const session = await open();
    expect(said(titleAnswer(session, '2026-XX99'))).toMatch(/^#N\/A No objective has the code or the title/);
    expect(said(targetAnswer(session, 'Tasso di riscossione', 1999))).toMatch(/has no target for 1999/);
    expect(said(explainAnswer(session, 'Tasso di riscossione', 2025))).toMatch(/^Formula as written/);
    expect(childrenAnswer(session, 'S1')).toContainEqual(['Code', 'Title', 'Level']);
    expect(said(await verdictAnswer(session))).toMatch(/READY/);
    expect(said(await objectiveAnswer(session, '2026-RA01'))).toMatch(/finding/i);
    expect(said(achievementAnswer(session, 'Tasso di riscossione', null))).toMatch(
      /^#N\/A There is no result/,
    );
    expect(said(pathAnswer(session, '2026-RA01'))).toContain(' › ');
  });
});
