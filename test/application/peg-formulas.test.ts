import { PlanSession, isPegFormula } from '../../src/application';
import { MemoryWorkbook, gridOf, type WorkbookSnapshot } from '../../src/workbook';
import { smallPlan } from '../support/plans';

/** The small plan with a formula in a cell below its objectives. */
function withFormula(formula: string, text: string): WorkbookSnapshot {
  const book = smallPlan();
  const sheets = book.sheets.map((grid) =>
    grid.name === 'Obiettivi'
      ? { ...grid, rows: [...grid.rows, { row: 99, columns: [2], cells: [{ value: text, text, formula }] }] }
      : grid,
  );
  return { ...book, sheets };
}

const open = (book: WorkbookSnapshot) =>
  PlanSession.open(new MemoryWorkbook(book), { today: '2026-03-01', stage: 'draft' });

test.each([
  ['PEG.CHECK()', true],
  ['IF(A1>0,_xldudf_PEG_TITLE(A2),"")', true],
  ['"PEG.CHECK("&A1', false],
  ["'PEG.2026 ('!A1+1", false],
])('%s is one of ours: %s', (formula, ours) => {
  expect(isPegFormula(formula)).toBe(ours);
});

test('a cell with a PEG formula is no content of the plan, wherever it stands', async () => {
  const before = await open(smallPlan());
  const after = await open(withFormula('PEG.TITLE("2026-RA01")', 'Un altro operativo'));
  expect(after.plan).toEqual(before.plan);
  expect((await after.check()).verdict).toEqual((await before.check()).verdict);
});

test('another formula is content as ever', async () => {
  const before = await open(smallPlan());
  const after = await open(withFormula('A2&"x"', 'Un altro operativo'));
  expect(after.mapping).not.toEqual(before.mapping);
});

test('a workbook without our formulas is read as it is', async () => {
  const grid = gridOf('Obiettivi', [['Codice'], ['2026-RA01']]);
  const session = await open({ ...smallPlan(), sheets: [grid] });
  expect(session.workbook.sheets[0]).toBe(grid);
});
