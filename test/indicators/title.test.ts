import { evaluateIndicator, explainIndicator, formulaInTitle, readBaseData } from '../../src/indicators';
import { gridOf, snapshotOf } from '../../src/workbook';

const data = readBaseData(
  snapshotOf([
    gridOf('Dati di base', [
      ['Grandezza', 'Unità', '2024', '2025'],
      ['Domande accolte', 'n.', 80, 90],
      ['Domande presentate', 'n.', 100, 120],
      ['Popolazione', 'ab.', 19, 20],
      ['Spese correnti', '€', 1900, 2000],
      ['Tempo/attesa allo sportello', 'min', 12, 10],
    ]),
  ]),
);
const named = (name: string, unit = '%'): ReturnType<typeof evaluateIndicator> =>
  evaluateIndicator({ name, formula: null, unit }, data, '2025');

describe('the formula stands in the name of the indicator', () => {
  test.each([
    ['n. domande accolte / n. domande presentate', '%', 0.75],
    ['Accoglimento = domande accolte / domande presentate', '%', 0.75],
    ['Accoglimento (domande accolte / domande presentate)', '%', 0.75],
    ['Accoglimento: domande accolte su domande presentate x 100', '%', 0.75],
    ['Spesa per abitante (Spese correnti / Popolazione)', '€/ab.', 100],
    ['n. domande accolte / n. domande presentate >= 70%', '%', 0.75],
  ])('%s', (name, unit, value) => {
    const made = named(name, unit);
    expect(made).toMatchObject({ outcome: 'value', formula: name });
    expect(made.value).toBeCloseTo(value, 9);
    expect(made.notes.map((note) => note.code)).toContain('formula-in-title');
  });

  test('what it asks for and the data lack is missing, not the formula', () => {
    expect(named('n. domande respinte / n. domande presentate')).toMatchObject({
      outcome: 'missing-data',
      missing: [{ name: 'n. domande respinte' }],
    });
  });

  test.each([
    'Manutenzione strade/piazze',
    'Eventi (concerti/mostre)',
    'Tempo medio di attesa',
    'Rispetto dei tempi (SI/NO)',
  ])('%s only names', (name) => {
    expect(formulaInTitle({ name, unit: 'n.' }, data)).toBeNull();
    expect(formulaInTitle({ name, unit: 'n.' })).toBeNull();
  });

  test('a quantity of that very name comes first', () => {
    expect(named('Tempo/attesa allo sportello', 'min')).toMatchObject({ outcome: 'value', value: 10 });
  });

  test('the explanation says where the formula was found', () => {
    const { steps } = explainIndicator(
      { name: 'n. domande accolte / n. domande presentate', formula: '', unit: '%' },
      data,
      '2025',
    );
    expect(steps.map((step) => step.it)).toContain('La formula è quella scritta nel nome dell’indicatore.');
  });
});
