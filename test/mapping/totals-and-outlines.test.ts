import { inferScheme } from '../../src/plan';
import { mapWorkbook } from '../../src/mapping';
import { gridOf, snapshotOf, type CellValue } from '../../src/workbook';

const plan = (name: string, rows: readonly (readonly CellValue[])[]) =>
  mapWorkbook({ workbooks: [snapshotOf([gridOf(name, rows)])] }).plan;

const HEAD = ['Codice', 'Obiettivo di PEG', 'Responsabile', 'Peso', 'Indicatore', 'Target 2026'];
const ROWS = [
  ['A01', 'Curare i parchi', 'Anna Conti', 60, 'Mq curati', 12500],
  ['A02', 'Aprire la biblioteca il sabato', 'Anna Conti', 40, 'Sabati', 45],
];

describe('rows that sum', () => {
  test.each([
    ['alone, with the name of the office', [null, 'Totale Settore Cultura e sport', null, null, null, null]],
    ['of points under the rows of an objective', [null, 'Punteggio obiettivo', null, 100, null, 68]],
    ['beside a sum of money', [null, 'TOTALE GENERALE USCITE', null, null, null, '1,427,000.00']],
  ])('%s are no objectives', (_, total) => {
    const { pegObjectives } = plan('PEG 2026', [['PEG 2026'], HEAD, ...ROWS, total]);
    expect(pegObjectives.map(({ title }) => title.value)).toEqual(ROWS.map(([, title]) => title));
  });

  test('an objective that begins with the word and has what objectives have stays one', () => {
    const own = ['A03', 'Totale digitalizzazione degli atti', 'Ugo Neri', 100, 'Atti digitali', 900];
    const { pegObjectives } = plan('PEG 2026', [['PEG 2026'], HEAD, ...ROWS, own]);
    expect(pegObjectives).toHaveLength(3);
  });
});

test('what an indicator measures in points is no sum', () => {
  const { indicators } = plan('Indicatori 2026', [
    ['Indicatore', 'Baseline 2025', 'Target 2026'],
    ['Punteggio medio dei questionari', 7.5, 8],
    ['Punti luce sostituiti', 300, 350],
  ]);
  expect(indicators.map(({ title }) => title.value)).toEqual([
    'Punteggio medio dei questionari',
    'Punti luce sostituiti',
  ]);
});

describe('codes with a tail', () => {
  test('most have it and a fifth has none: it may be left out', () => {
    const scheme = inferScheme(['AG1/D', 'AG2/D', 'AG3/E', 'FT1/D', 'FT2/E', 'FT4/D', 'AG4', 'FT3']);
    expect(scheme).toMatchObject({ mask: 'LL0[/L]', fitting: 8, total: 8 });
  });

  test('one of many without it is a slip', () => {
    const codes = ['AG1/D', 'AG2/D', 'AG3/E', 'FT1/D', 'FT2/E', 'FT4/D', 'FT5/D', 'FT6/D', 'FT3'];
    expect(inferScheme(codes)).toMatchObject({ mask: 'LL0/L', fitting: 8, total: 9 });
  });
});
