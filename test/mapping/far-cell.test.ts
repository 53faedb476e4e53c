import { mapWorkbook } from '../../src/mapping';
import { RowCollector, forEachCell, gridOf, snapshotOf, type Grid } from '../../src/workbook';

const plan = gridOf('PEG', [
  ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
  ['2025-AA01', 'Aprire lo sportello', 'Servizi al cittadino'],
  ['2025-AA02', 'Riordinare gli archivi', 'Servizi al cittadino'],
]);

/** The plan with one more cell, and how often its rows were asked for while it was read. */
function readWith(
  row: number,
  column: number,
): { codes: (string | undefined)[]; notes: unknown; asked: number } {
  let asked = 0;
  const rows = new RowCollector();
  forEachCell(plan, (cell, at, place) => rows.add(at, place, cell));
  rows.add(row, column, { value: 'Fuori posto', text: 'Fuori posto' });
  const counted = new Proxy(rows.finish(), {
    get(target, key, receiver) {
      asked += 1;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  const grid: Grid = { ...plan, rows: counted };
  const result = mapWorkbook({ workbooks: [snapshotOf([grid])] });
  return {
    codes: result.plan.pegObjectives.map((one) => one.code?.value),
    notes: result.notes.map(({ code, address }) => `${code} ${address}`),
    asked,
  };
}

test.each([
  ['in the last row', 1_048_575, 0, 'cells-not-read A1048576'],
  ['in the last column', 1, 16_383, null],
  ['in the last cell of the sheet', 1_048_575, 16_383, 'cells-not-read XFD1048576'],
])('a stray cell %s neither hides the plan nor multiplies the work, and is told', (_, row, column, note) => {
  const { codes, notes, asked } = readWith(row, column);
  expect(codes).toEqual(['2025-AA01', '2025-AA02']);
  if (note !== null) expect(notes).toContain(note);
  expect(asked).toBeLessThan(1000 * plan.rows.length);
});
