import { viewOf } from '../../../src/mapping/grid/sheet-view';
import { findTables } from '../../../src/mapping/tables/find-tables';
import { withWholeHeader } from '../../../src/mapping/tables/whole-header';
import { gridOf, snapshotOf, type Area } from '../../../src/workbook';

// A header may go on below the row that was taken for it.

const HEADER = ['Codice', 'Obiettivo', 'Inizio', 'Fine', 'Peso'];
const ROWS = [
  ['SO-01', 'Pasti a domicilio', '01/01/2025', '31/03/2025', '30'],
  ['SO-02', 'Nidi aperti la sera', '01/04/2025', '31/10/2025', '50'],
  ['SO-03', 'Orti sociali', '01/11/2025', '31/12/2025', '20'],
];
const found = (rows: readonly (readonly (string | null)[])[], merges: readonly Area[] = []) => {
  const grid = { ...gridOf('PEG', rows), merges };
  return findTables(viewOf(snapshotOf([grid]), grid)).map(withWholeHeader)[0];
};

test('the same in another language is no row', () => {
  const german = ['Kodex', 'Ziel', 'Beginn', 'Ende', 'Gewicht'];
  expect(found([HEADER, german, ...ROWS, ...ROWS])?.headerBottom).toBe(1);
});

test.each([
  ['a row with a date', ['Kodex', 'Ziel', '01/02/2025', 'Ende', 'Gewicht']],
  ['a row with a blank weight', ['Kodex', 'Ziel', 'Beginn', 'Ende', null]],
  ['a row of the table', ['SO-04', 'Museo', 'da definire', 'da definire', '10']],
])('%s is one', (_name, row) => {
  expect(found([HEADER, row, ...ROWS, ...ROWS])?.headerBottom).toBe(0);
});

test('cells merged down tell how many rows a header has, and what stands beside them goes on', () => {
  const [first, second] = [
    ['Serie', 'Obiettivo', 'Peso', 'Alba', 'Stop'],
    [null, null, 'previsto', null, null],
  ];
  const merges = [0, 1, 3, 4].map((column) => ({ top: 0, bottom: 1, left: column, right: column }));
  const table = found([first, second, ...ROWS.map(([a, b, c, d, e]) => [a, b, e, c, d] as string[])], merges);
  expect(table?.headerBottom).toBe(1);
  expect(table?.columns.map(({ text }) => text)).toContain('Peso previsto');
});
