import { frozenFormulas, isPegFormula, newYear } from '../../src/application';
import { gridOf, snapshotOf } from '../../src/workbook';
import { openPlan } from '../support/plans';

describe('which formulas are ours', () => {
  test.each([
    'PEG.INDICATOR("Pressione tributaria")',
    'IFERROR(PEG.CHECK(),"")',
    'peg.title (A1)',
    '1+PEG.TARGET("a")',
    // As Excel saves them, and shows them where the add-in is not there.
    '_xldudf_PEG_INDICATOR("Pressione tributaria",2016)',
    '[2]!_xldudf_PEG_TITLE(A1)',
    "'Foglio 2'!A1&PEG.PATH(A1)",
  ])('%s', (formula) => expect(isPegFormula(formula)).toBe(true));

  test.each([
    '"PEG.TITLE(A1)"',
    "'PEG.Obiettivi (2026)'!A1",
    'PEG.Obiettivi!A1',
    'SPEG.TITLE(A1)',
    'MIOPEG_TITLE(A1)',
    'SUM(A1:A3)',
    '',
  ])('not %s', (formula) => expect(isPegFormula(formula)).toBe(false));
});

test('frozen are the cells with our formulas, with what they show', () => {
  const book = snapshotOf([
    gridOf('A', [
      [
        { value: 0.5, text: '50%', formula: 'PEG.INDICATOR("x")' },
        { value: 2, text: '2', formula: '1+1' },
      ],
      [{ value: null, text: '#N/D', formula: '_xldudf_PEG_TITLE("x")', error: true }],
    ]),
  ]);
  expect(frozenFormulas(book)).toEqual([
    { sheet: 'A', address: 'A1', value: 0.5 },
    { sheet: 'A', address: 'A2', value: '#N/D' },
  ]);
});

describe('a copy for the next year', () => {
  const plan = (title: string) =>
    openPlan(
      snapshotOf([
        gridOf('Obiettivi', [
          [title],
          ['Codice', 'Obiettivo di PEG', 'Indicatore', 'Target', 'Consuntivo'],
          ['A.01', 'Sponde del fiume', 'Metri ripuliti', '100', '80'],
          ['A.02', 'Bando degli orti', 'Orti assegnati', '20', '20'],
          ['A.03', 'Rotatorie', 'Rotatorie aperte', '3', '2'],
        ]),
      ]),
    );

  test('codes without a year stay, results go', async () => {
    const session = await plan('Piano esecutivo di gestione 2025');
    const made = newYear(session.plan, session.workbook);
    expect(made).toMatchObject({ from: 2025, to: 2026, recoded: 0, cleared: 3 });
    expect(made?.edits.map(({ address, value }) => [address, value])).toEqual([
      ['E3', null],
      ['E4', null],
      ['E5', null],
    ]);
  });

  test('without any year it asks for one', async () => {
    const session = await plan('Piano esecutivo di gestione');
    expect(newYear(session.plan, session.workbook)).toBeNull();
    expect(newYear(session.plan, session.workbook, 2026)).toMatchObject({ to: 2026, cleared: 3 });
  });
});
