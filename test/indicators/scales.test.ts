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

  test.each([
    '1 - Domande accolte / Domande presentate x 100',
    '100 - Domande accolte / Domande presentate',
    'Domande accolte / Domande presentate + 5',
  ])('%s: nothing tells which scale is meant', (formula) => {
    expect(outcomeOf(formula, '%')).toMatchObject({
      outcome: 'not-computable',
      value: null,
      problem: { code: 'mixed-scales' },
    });
  });

  test('other units stay as written', () => {
    expect(outcomeOf('100 - Domande accolte / Domande presentate', 'n.').value).toBeCloseTo(99.25, 9);
  });
});

describe('what a bracket takes away', () => {
  test.each([
    'Spese correnti (al netto di Rimborsi) / Popolazione',
    'Spese correnti (al netto dei rimborsi) / Popolazione',
    'Spese correnti (esclusi Rimborsi) / Popolazione',
    'Spese correnti (senza rimborsi) / Popolazione',
    'Spese correnti (- Rimborsi) / Popolazione',
    'Spese correnti (meno i rimborsi) / Popolazione',
    'Spese correnti (detratti i rimborsi) / Popolazione',
    '(Spese correnti al netto di Rimborsi) / Popolazione',
  ])('%s', (formula) => {
    expect(outcomeOf(formula, '€/ab.')).toMatchObject({
      outcome: 'value',
      value: 75,
      reading: { it: expect.stringContaining('Spese correnti meno Rimborsi') as string },
    });
  });

  test('what the base data do not hold is asked for', () => {
    expect(outcomeOf('Spese correnti (al netto di oneri inventati) / Popolazione', '€/ab.')).toMatchObject({
      outcome: 'missing-data',
      missing: [{ name: 'oneri inventati', reason: 'unknown-quantity' }],
    });
  });
});

describe('base data in thousands and millions', () => {
  test.each([
    ['Entrate proprie / Popolazione', '€/ab.', 300],
    ['(Entrate proprie + Spese correnti) / Popolazione', '€/ab.', 400],
    ['Spese correnti / Entrate proprie', '%', 1 / 3],
    ['Entrate proprie', '€', 6000],
    ['Trasferimenti + Entrate proprie', '€', 2_006_000],
    ['Trasferimenti + Entrate proprie', 'migliaia di €', 2006],
  ])('%s [%s]', (formula, unit, value) => {
    const made = outcomeOf(formula, unit);
    expect(made.value).toBeCloseTo(value, 9);
    expect(made.notes).toContainEqual({
      code: 'converted-unit',
      text: unit,
      params: { units: expect.stringContaining('migliaia di €') as string },
    });
  });

  test.each([
    ['Entrate proprie', 'migliaia di €', 6],
    ['Entrate proprie', '', 6],
    ['(Entrate proprie x 1000) / Popolazione', '€/ab.', 300],
  ])('%s [%s] stays as written', (formula, unit, value) => {
    expect(outcomeOf(formula, unit)).toMatchObject({ value, notes: [] });
  });

  test.each([
    ['€/000', 300],
    ['k€', 300],
    ['in migliaia', 300],
    ['Migliaia di euro', 300],
    ['€/1.000', 300],
    ['milioni di €', 300_000],
    ['n./1.000', 0.3],
    ['€ per mille abitanti', 0.3],
  ])('a quantity in %s', (unit, value) => {
    const kept = readBaseData(
      snapshotOf([
        gridOf('Dati di base', [
          ['Grandezza', 'Unità', '2025'],
          ['Entrate inventate', unit, '6'],
          ['Popolazione', 'ab.', '20'],
        ]),
      ]),
    );
    const formula = 'Entrate inventate / Popolazione';
    expect(evaluateIndicator({ name: 'Prova', formula, unit: '€/ab.' }, kept)).toMatchObject({ value });
  });
});

describe('a comparison in SI/NO is the measure', () => {
  test.each([
    ['Domande accolte >= 10', true],
    ['Domande accolte < 10', false],
    ['Domande accolte + Domande presentate = 210', true],
    ['Domande accolte = 25', false],
    ['Domande accolte / Domande presentate >= 80%', false],
    ['Domande accolte <= Domande presentate', true],
  ])('%s', (formula, value) => {
    expect(outcomeOf(formula, 'SI/NO')).toMatchObject({ outcome: 'boolean', value });
  });

  test('in another unit it is a target', () => {
    expect(outcomeOf('Domande accolte >= 10', 'n.')).toMatchObject({ outcome: 'value', value: 90 });
  });
});

describe('a dash before the formula', () => {
  const bullet = { code: 'dash-as-bullet', text: '', params: {} };
  test.each([
    ['- Rimborsi + Spese correnti', 2500, true],
    ['-Rimborsi + Spese correnti', 1500, false],
    ['- 500 € + Spese correnti', 1500, false],
    ['- Spese correnti / Popolazione', 100, false],
  ])('%s', (formula, value, said) => {
    const made = outcomeOf(formula, '€');
    expect(made.value).toBe(value);
    expect(made.notes).toEqual(said ? [bullet] : []);
  });
});

describe('names that hold words for signs', () => {
  const named = readBaseData(
    snapshotOf([
      gridOf('Dati di base', [
        ['Grandezza', 'Unità', '2025'],
        ['Contributi', '€', '900'],
        ['Imprese', 'n.', '30'],
        ['Contributi per imprese', '€', '400'],
        ['Mostre', 'n.', '7'],
        ['Concerti', 'n.', '8'],
        ['Mostre e concerti', 'n.', '11'],
        ['Popolazione', 'ab.', '20'],
      ]),
    ]),
  );
  test.each([
    ['Contributi per imprese', 400],
    ['Contributi per imprese / Popolazione', 20],
    ['Mostre e concerti', 11],
    ['Mostre e concerti / Popolazione', 0.55],
    ['rapporto tra Mostre e concerti e Popolazione', 0.55],
    ['rapporto tra Mostre e Popolazione', 0.35],
    ['Mostre e concerti + Mostre', 18],
  ])('%s', (formula, value) => {
    expect(evaluateIndicator({ name: 'Prova', formula, unit: 'n.' }, named)).toMatchObject({ value });
  });
});

describe('raised signs', () => {
  test.each([
    ['Lato²', 25],
    ['Lato³', 125],
    ['(Lato + Lato)²', 100],
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

test.each([
  ['Spesa / Abitanti', '€/ab.'],
  ['Incontri / Ore di apertura', 'n./ore'],
  ['Cosa / Altra cosa', null],
])('a value whose data have no unit says only what their names tell: %s', (formula, unit) => {
  const bare = readBaseData(
    snapshotOf([
      gridOf('Dati di base', [
        ['Grandezza', '2025'],
        ['Spesa', '1.284,5'],
        ['Abitanti', '2'],
        ['N. incontri', '8'],
        ['Ore di apertura', '4'],
        ['Cosa', '6'],
        ['Altra cosa', '3'],
      ]),
    ]),
  );
  expect(evaluateIndicator({ name: 'Prova', formula, unit: null }, bare)).toMatchObject({
    outcome: 'value',
    unit,
  });
});
