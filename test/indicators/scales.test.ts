import { gridOf, snapshotOf } from '../../src/workbook';
import { evaluateIndicator, readBaseData, type IndicatorOutcome } from '../../src/indicators';

const data = readBaseData(
  snapshotOf([
    gridOf('Dati di base', [
      ['Grandezza', 'Unità', '2024', '2025'],
      ['Domande accolte', 'n.', '80', '90'],
      ['Domande presentate', 'n.', '100', '120'],
      ['Percentuale di raccolta', '%', '55 %', '60 %'],
      ['Spese correnti', '€', '1.900', '2.000'],
      ['Rimborsi', '€', '400', '500'],
      ['Entrate proprie', 'migliaia di €', '5', '6'],
      ['Trasferimenti', 'mln €', '1', '2'],
      ['Popolazione', 'ab.', '19', '20'],
      ['Lato', 'm', '4', '5'],
    ]),
  ]),
);

function outcomeOf(formula: string, unit: string): IndicatorOutcome {
  return evaluateIndicator({ name: 'Indicatore di prova', formula, unit }, data, '2025');
}

describe('terms that are added in a percentage are on one scale', () => {
  test.each([
    ['100 x (Domande accolte / Domande presentate) - 5', 0.7],
    ['Domande accolte / Domande presentate x 100 - 5', 0.7],
    ['(Domande accolte / Domande presentate) x 100 + 5', 0.8],
    ['media (Domande accolte / Domande presentate x 100; Percentuale di raccolta)', 0.675],
    ['media (Domande accolte / Domande presentate; Percentuale di raccolta)', 0.675],
    ['Percentuale di raccolta + 5', 0.65],
    ['Percentuale di raccolta + 5%', 0.65],
    ['Percentuale di raccolta - Domande accolte / Domande presentate x 100', -0.15],
    ['100 - Percentuale di raccolta', 0.4],
    ['1 - Percentuale di raccolta', 0.4],
    ['1 - Domande accolte / Domande presentate', 0.25],
    ['(1 - Domande accolte / Domande presentate) x 100', 0.25],
    ['100 - (Domande accolte / Domande presentate x 100)', 0.25],
    ['min (Domande accolte / Domande presentate x 100; 50)', 0.5],
    ['(Domande accolte - 30) / Domande presentate', 0.5],
    ['(Domande accolte / Domande presentate x 100 + 5) / 2', 0.4],
  ])('%s', (formula, value) => {
    const made = outcomeOf(formula, '%');
    expect({ outcome: made.outcome, problem: made.problem }).toEqual({ outcome: 'value', problem: null });
    expect(made.value).toBeCloseTo(value, 9);
  });

  test.each(['100 - Domande accolte / Domande presentate', 'Domande accolte / Domande presentate + 5'])(
    '%s: nothing tells which scale is meant',
    (formula) => {
      expect(outcomeOf(formula, '%')).toMatchObject({
        outcome: 'not-computable',
        value: null,
        problem: { code: 'mixed-scales' },
      });
    },
  );

  test('other units stay as written', () => {
    expect(outcomeOf('100 - Domande accolte / Domande presentate', 'n.').value).toBeCloseTo(99.25, 9);
  });
});

describe('raised signs', () => {
  test.each([
    ['Lato²', 25],
    ['Lato³', 125],
    ['(Lato + Popolazione)²', 625],
    ['Lato² / Popolazione', 1.25],
  ])('%s is a power', (formula, value) => {
    expect(outcomeOf(formula, 'mq')).toMatchObject({ outcome: 'value', value });
  });

  test.each(['Superficie in m²', 'Volume in km³', 'Emissioni di CO²'])('%s is a name', (name) => {
    const named = readBaseData(
      snapshotOf([
        gridOf('Dati di base', [
          ['Grandezza', 'Unità', '2025'],
          [name, '', '7'],
          ['Altro dato', 'n.', '3'],
        ]),
      ]),
    );
    expect(evaluateIndicator({ name: 'Prova', formula: name, unit: '' }, named)).toMatchObject({ value: 7 });
  });
});
