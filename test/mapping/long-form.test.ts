import { monitoringOf } from '../../src/approval';
import { mapWorkbook } from '../../src/mapping';
import type { Indicator, Plan } from '../../src/plan';
import { gridOf, snapshotOf } from '../../src/workbook';

type Row = readonly (string | number)[];

function planOf(...rows: readonly Row[]): Plan {
  const objectives = gridOf('PEG 2026', [
    ['Codice', 'Obiettivo di PEG', 'Responsabile'],
    ['2026-A01', 'Ridurre i tempi di pagamento', 'Anna Conti'],
    ['2026-A02', 'Aumentare la riscossione', 'Anna Conti'],
  ]);
  return mapWorkbook({ workbooks: [snapshotOf([objectives, gridOf('Indicatori', rows)])] }).plan;
}

const values = ({ title, targets, actuals, baselines }: Indicator): unknown[] => [
  title.value,
  ...[baselines, actuals, targets].map((facts) => facts.map((one) => `${one.period}: ${one.value}`)),
];

describe('a table with one value a row', () => {
  test.each([
    ['Valore atteso', (one: readonly unknown[]) => one[3]],
    ['Consuntivo', (one: readonly unknown[]) => one[2]],
  ])('whose kind its header tells is one too: %s', (header, kept) => {
    const plan = planOf(
      ['Codice PEG', 'Indicatore', 'Unità', 'Anno', header],
      ['2026-A01', 'Tempo medio', 'gg', 2025, 40],
      ['2026-A01', 'Tempo medio', 'gg', 2026, 38],
      ['2026-A02', 'Tasso di riscossione', '%', 2025, '70%'],
      ['2026-A02', 'Tasso di riscossione', '%', 2026, '75%'],
    );
    expect(plan.indicators.map((one) => kept(values(one)))).toEqual([
      ['2025: 40', '2026: 38'],
      ['2025: 70%', '2026: 75%'],
    ]);
  });

  test('a year beside indicators that do not come again is no series', () => {
    const plan = planOf(
      ['Codice PEG', 'Indicatore', 'Unità', 'Anno', 'Valore atteso'],
      ['2026-A01', 'Tempo medio', 'gg', 2026, 40],
      ['2026-A01', 'Pratiche evase', 'n.', 2026, 300],
      ['2026-A02', 'Tasso di riscossione', '%', 2026, '75%'],
    );
    expect(plan.indicators).toHaveLength(3);
  });

  test.each([
    ['Anno', 'Valore', 'Tipo', 'Consuntivo', 'Target'],
    ['Periodo', 'Dato', 'Tipo di valore', 'rilevato', 'previsto'],
    ['Esercizio', 'Valore', 'Natura', 'Risultato', 'Atteso'],
  ])('%s | %s | %s is a series of each indicator', (year, value, type, measured, expected) => {
    const plan = planOf(
      ['Codice PEG', 'Indicatore', 'Unità', year, value, type],
      ['2026-A01', 'Tempo medio', 'gg', 2024, 40, measured],
      ['2026-A01', 'Tempo medio', 'gg', 2025, 38, measured],
      ['2026-A02', 'Tasso di riscossione', '%', 2025, '70%', measured],
      ['2026-A01', 'Tempo medio', 'gg', 2026, 30, expected],
      ['2026-A02', 'Tasso di riscossione', '%', 2026, '75%', expected],
    );
    expect(plan.indicators.map(values)).toEqual([
      ['Tempo medio', [], ['2024: 40', '2025: 38'], ['2026: 30']],
      ['Tasso di riscossione', [], ['2025: 70%'], ['2026: 75%']],
    ]);
  });

  test('words of another kind in the column of kinds leave the table as it is', () => {
    const plan = planOf(
      ['Codice PEG', 'Indicatore', 'Unità', 'Anno', 'Valore', 'Tipo'],
      ['2026-A01', 'Tempo medio', 'gg', 2025, 38, 'Efficienza'],
      ['2026-A01', 'Tempo medio', 'gg', 2026, 30, 'Efficienza'],
    );
    expect(plan.indicators.length).toBe(2);
  });
});

describe('results under any heading are results, never targets', () => {
  test.each([
    ['Risultato al 30/06/2026', '2026-06-30'],
    ['Rilevazione al 30 giugno 2026', '2026-06-30'],
    ['Stato al 30.06.2026', '2026-06-30'],
    ['Risultato I semestre 2026', '2026-S1'],
    ['Risultato III trimestre 2026', '2026-T3'],
    ['Risultato 2026', '2026'],
    ['Result at 30/06/2026', '2026-06-30'],
    ['Valore raggiunto', null],
    ['Valore conseguito', null],
    ['Rilevazione', null],
    ['Risultato', null],
    ['Risultati', null],
    ['Risultato finale', null],
    ['Valore raggiunto al 30/6', '2026-06-30'],
    ['Monitoraggio al 30 giugno', '2026-06-30'],
    ['Risultato I semestre', '2026-S1'],
  ])('%s: %s', (heading, period) => {
    const plan = planOf(
      ['Codice PEG', 'Indicatore', 'Unità', 'Target 2026', heading],
      ['2026-A01', 'Tempo medio', 'gg', '30', '38'],
    );
    const [only] = plan.indicators;
    expect(only?.targets.map((one) => one.value)).toEqual(['30']);
    expect(only?.actuals.map((one) => [one.period, one.value])).toEqual([[period, '38']]);
  });

  test.each(['Risultato atteso 2027', 'Risultato atteso al 30/06/2027'])('%s is a target', (heading) => {
    const plan = planOf(
      ['Codice PEG', 'Indicatore', 'Unità', 'Target 2026', heading],
      ['2026-A01', 'Tempo medio', 'gg', '30', '28'],
    );
    expect(plan.indicators[0]?.targets.map((one) => one.value)).toEqual(['30', '28']);
  });

  test('a percentage written for days says how far the target is reached', () => {
    const plan = planOf(
      ['Codice PEG', 'Indicatore', 'Unità', 'Target 2026', '% realizzazione al 30/06/2026'],
      ['2026-A01', 'Tempo medio', 'gg', '30', '60%'],
    );
    const { indicators, objectives } = monitoringOf(plan, '2026-07-15');
    expect(indicators[0]?.achievement).toMatchObject({ degree: 0.6, reached: false });
    expect(objectives[0]?.progress.degree).toBe(0.6);
  });
});

test.each([
  ['% di realizzazione', null],
  ['% realizzazione al 30/06/2026', '2026-06-30'],
  ['Grado di raggiungimento al 30/06', '2026-06-30'],
  ['% raggiungimento', null],
])('%s says how far, and is no value of the indicator', (heading, period) => {
  const plan = planOf(
    ['Codice PEG', 'Indicatore', 'Unità', 'Target 2026', heading],
    ['2026-A01', 'Tasso di riscossione', '%', '85%', '90%'],
    ['2026-A02', 'Tempo medio', 'gg', '30', '100%'],
  );
  const [only] = plan.indicators;
  expect([only?.targets.map((one) => one.value), only?.actuals]).toEqual([['85%'], []]);
  expect(only?.degrees?.map((one) => [one.period, one.value])).toEqual([[period, '90%']]);
  const { indicators } = monitoringOf(plan, '2026-07-15');
  expect(indicators.map(({ achievement }) => [achievement.degree, achievement.reached])).toEqual([
    [0.9, false],
    [1, true],
  ]);
});

test('without phases an objective is expected by its own term, and stands where its result says', () => {
  const plan = mapWorkbook({
    workbooks: [
      snapshotOf([
        gridOf('PEG 2026', [
          ['Codice', 'Obiettivo di PEG', 'Responsabile', 'Data fine', '% realizzazione al 30/06/2026'],
          ['2026-A01', 'Approvare il regolamento', 'Anna Conti', '30/06/2026', '50%'],
          ['2026-A02', 'Rifare la piazza', 'Anna Conti', '31/12/2026', '50%'],
        ]),
      ]),
    ],
  }).plan;
  const [late, due] = monitoringOf(plan, '2026-07-15').objectives;
  expect([late?.progress.degree, late?.expected.degree]).toEqual([0.5, 1]);
  expect(due?.progress.degree).toBe(0.5);
  expect(due?.expected.degree).toBeCloseTo(196 / 365, 10);
});
