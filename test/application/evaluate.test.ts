import { evaluateFormula } from '../../src/application';

describe('a formula in words over given quantities', () => {
  const data = [
    ['Titolo I', 1200],
    ['Titolo III', 300],
    ['Popolazione', 500],
    ['Titolo II', null],
    ['Note', 'n.d.'],
  ] as const;

  test('is read and computed as in a plan', () => {
    expect(evaluateFormula('(Titolo I + III) / Popolazione', data)).toMatchObject({
      outcome: 'value',
      value: 3,
    });
    expect(evaluateFormula('Titolo I / Titolo III x 100', data, '%')).toMatchObject({ value: 4 });
  });

  test('tells what is missing and what cannot be read', () => {
    expect(evaluateFormula('Titolo II / Popolazione', data)).toMatchObject({
      outcome: 'missing-data',
      value: null,
    });
    expect(evaluateFormula('Alberi / Popolazione', data)).toMatchObject({ outcome: 'missing-data' });
    expect(evaluateFormula('Titolo I / / 3', data)).toMatchObject({ outcome: 'not-computable' });
    expect(evaluateFormula('', data)).toMatchObject({ outcome: 'not-computable' });
  });

  test.each([
    // Weights in percent before what they weigh: only where things are added.
    ['50% Titolo I + 40% Titolo III', 'n.', 720],
    ['60 % del Titolo I + 40 % di Titolo III', 'n.', 840],
    ['Titolo I + 10% Titolo III', 'n.', 1230],
    ['media aritmetica (Titolo I; Titolo III)', 'n.', 750],
    ['Media semplice(Titolo I, Titolo III)', 'n.', 750],
    ['(Titolo III / Titolo I)%', '%', 0.25],
    ['Tasso = (Titolo III/Titolo I) %', '%', 0.25],
  ])('%s [%s]', (formula, unit, value) => {
    const outcome = evaluateFormula(formula, data, unit);
    expect(outcome).toMatchObject({ outcome: 'value' });
    expect(outcome.value).toBeCloseTo(value, 9);
  });

  test('a share of one thing alone is a target, no weight', () => {
    expect(evaluateFormula('90% del Titolo I', data)).toMatchObject({ value: null });
  });

  test('without quantities nothing breaks', () => {
    expect(evaluateFormula('Titolo I / Popolazione', [])).toMatchObject({ outcome: 'missing-data' });
    expect(evaluateFormula('12 / 3', [])).toMatchObject({ outcome: 'value', value: 4 });
  });
});
