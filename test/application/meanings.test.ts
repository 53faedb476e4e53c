import { meaningMarks, objectivesAsRead, readFrom } from '../../src/application';
import { mapWorkbook } from '../../src/mapping';
import { gridOf, snapshotOf } from '../../src/workbook';
import { smallPlan } from '../support/plans';

const plan = (book = smallPlan()) => mapWorkbook({ workbooks: [book] }).plan;

describe('cells by meaning', () => {
  const book = smallPlan();
  const level = new Map(
    meaningMarks(plan(book), book).map((mark) => [`${mark.sheet}!${mark.address}`, mark.level]),
  );

  test.each([
    ['Obiettivi!A2', 'peg'],
    ['Obiettivi!B2', 'peg'],
    ['Obiettivi!D2', 'attribute'],
    ['Fasi!B2', 'phase'],
    ['Indicatori!B2', 'measure'],
    ['DUP!D2', 'dup'],
  ])('%s is %s', (cell, wanted) => expect(level.get(cell)).toBe(wanted));

  test('headers and sheets outside of the plan have no colour; what no entity took is not read', () => {
    expect(level.has('Obiettivi!A1')).toBe(false);
    const odd = snapshotOf([
      gridOf('Obiettivi', [
        ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
        ['2026-RA01', 'Riscuotere i residui', 'Entrate certe'],
        ['2026-RA02', 'Ridurre i tempi', 'Spesa efficiente'],
        [null, null, null],
        ['Redatto in bozza dalla Ragioneria', null, null],
      ]),
      gridOf('Appunti', [['chiamare Ada']]),
    ]);
    const marks = meaningMarks(plan(odd), odd);
    expect(marks.find(({ address }) => address === 'A5')?.level).toBe('unread');
    expect(marks.some(({ sheet }) => sheet === 'Appunti')).toBe(false);
  });
});

describe('as read', () => {
  test('an objective with what it stands under, its phases and indicators', () => {
    const [first] = objectivesAsRead(plan());
    expect(first?.objective.code?.value).toBe('2026-RA01');
    expect(first?.parents.map(({ title }) => title.value)).toEqual(['Entrate certe']);
    expect(first?.phases.map(({ title }) => title.value)).toEqual([
      'Estrazione posizioni',
      'Invio solleciti',
    ]);
    expect(first?.indicators.map(({ title }) => title.value)).toEqual(['Tasso di riscossione']);
    expect(first?.cells).toEqual([
      { sheet: 'Obiettivi', address: 'A2' },
      { sheet: 'Obiettivi', address: 'B2' },
    ]);
  });

  test('from so many sheets', () => expect(readFrom(plan())).toEqual({ of: 'sheets', count: 1 }));
});
