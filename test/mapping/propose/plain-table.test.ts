import { viewOf } from '../../../src/mapping/grid/sheet-view';
import { plainTable } from '../../../src/mapping/propose/plain-table';
import { gridOf, snapshotOf } from '../../../src/workbook';

// A table without a known word in its header is found by its columns.

const QUESTIONS = [
  'Da quale ufficio scrivi?',
  'Che cosa otterremo?',
  'Quanto vale?',
  'Entro quando?',
  'Con chi?',
];
const ANSWERS = [
  ['Settore Finanze', 'Bollette in rete per tutti', '30', '30/06/2026', 'Ada Cedro'],
  ['Settore Tecnico', 'Casa delle associazioni', '40', '30/11/2026', 'Ugo Tiglio'],
  ['Settore Sociale', 'Ludoteca nei quartieri', '20', '31/08/2026', 'Eva Timo'],
  ['Settore Finanze', 'Meno residui attivi', '25', '31/12/2026', 'Ada Cedro'],
];
const tablesIn = (rows: readonly (readonly (string | null)[])[]) => {
  const grid = gridOf('Risposte', rows);
  return plainTable(viewOf(snapshotOf([grid]), grid));
};

test('questions over rows of answers are one', () => {
  const [table, ...more] = tablesIn([QUESTIONS, ...ANSWERS]);
  expect(more).toEqual([]);
  expect(table).toMatchObject({ headerTop: 0, headerBottom: 0, lastRow: 4, left: 0, right: 4 });
});

test.each([
  ['four columns', 4, 4, 0],
  ['five columns', 5, 4, 1],
  ['three rows', 5, 3, 0],
])('%s: %#', (_name, columns, rows, found) => {
  const cut = [QUESTIONS, ...ANSWERS.slice(0, rows)].map((row) => row.slice(0, columns));
  expect(tablesIn(cut)).toHaveLength(found);
});

test('columns of mixed kinds are none', () => {
  const mixed = ANSWERS.map((row, at) => [...row.slice(at), ...row.slice(0, at)]);
  expect(tablesIn([QUESTIONS, ...mixed])).toEqual([]);
});

test('rows mostly blank are none', () => {
  const sparse = ANSWERS.map(([first = '']) => [first, null, null, null, null]);
  expect(tablesIn([QUESTIONS, ...sparse])).toEqual([]);
});
