import { evaluateIndicator, type OutcomeKind, type ProblemCode } from '../../src/indicators';
import { OFFICE_FORMULAS } from './support/formulas';
import { officeBaseData } from './support/offices';
import { secondBaseData } from './support/second';
import { SECOND_FORMULAS } from './support/secondFormulas';

const data = officeBaseData();

describe('formulas as offices write them', () => {
  test.each(OFFICE_FORMULAS)('%s: %s [%s]', (name, formula, unit, expected) => {
    const { outcome, value, reading, reason } = evaluateIndicator({ name, formula, unit }, data, '2023');
    expect({ outcome, reading, reason }).toMatchObject({ outcome: 'value' });
    expect(value as number).toBeCloseTo(expected, 9);
  });
});

describe('formulas of another municipality, over values written as text', () => {
  const other = secondBaseData();
  test.each(SECOND_FORMULAS)('%s: %s [%s]', (name, formula, unit, expected) => {
    const { outcome, value, reading, reason } = evaluateIndicator({ name, formula, unit }, other, '2023');
    expect({ outcome, reading, reason }).toMatchObject({ outcome: 'value' });
    expect(value as number).toBeCloseTo(expected, 9);
  });

  test('SI/NO with and without a formula', () => {
    const yes = { outcome: 'boolean', value: true, display: 'sì' };
    const name = 'Approvazione Piano Urbanistico';
    expect(evaluateIndicator({ name, formula: '', unit: 'SI/NO' }, other)).toMatchObject(yes);
    expect(evaluateIndicator({ name, formula: 'SI/NO', unit: '' }, other)).toMatchObject(yes);
    expect(
      evaluateIndicator(
        { name: 'Piano', formula: 'Approvazione piano urbanistico (sì/no)', unit: '' },
        other,
      ),
    ).toMatchObject(yes);
    expect(evaluateIndicator({ name, formula: '', unit: 'SI/NO' }, other, '2022')).toMatchObject({
      outcome: 'boolean',
      value: false,
    });
    expect(evaluateIndicator({ name: 'Altro', formula: '', unit: 'SI/NO' }, other)).toMatchObject({
      outcome: 'missing-data',
    });
    expect(
      evaluateIndicator({ name, formula: 'approvazione piano urbanistico / 2', unit: 'n.' }, other),
    ).toMatchObject({
      outcome: 'not-computable',
      problem: { code: 'boolean-in-arithmetic' },
    });
  });
});

describe('what is not said is not guessed', () => {
  const cases: readonly (readonly [string, string, string, OutcomeKind, ProblemCode | string])[] = [
    ['Pratiche', '% pratiche evase nei termini', '%', 'not-computable', 'percent-without-ratio'],
    ['Verde', 'verde pubblico', '%', 'not-computable', 'percent-without-ratio'],
    [
      '% SCIA controllate',
      '% SCIA controllate / SCIA presentate',
      '%',
      'not-computable',
      'percent-divided-again',
    ],
    ['Reclami', 'reclami con risposta entro 30 giorni / reclami', '%', 'missing-data', 'unknown-quantity'],
    ['Pratiche', 'pratiche SUAP evase entro 30 gg / totale', '%', 'missing-data', 'undetermined-total'],
    ['Pratiche', 'pratiche SUAP evase entro 30 gg / tot.', '%', 'missing-data', 'undetermined-total'],
    [
      'Pratiche',
      'pratiche SUAP evase entro 60 gg / pratiche SUAP presentate',
      '%',
      'missing-data',
      'unknown-quantity',
    ],
    ['Mensa', 'proventi mensa / costo servizio mensa bio', '%', 'missing-data', 'unknown-quantity'],
    ['Dirigenza', 'dirigenti uomini / dirigenti', '%', 'missing-data', 'unknown-quantity'],
    ['Premialità', 'personale dirigente', '', 'not-computable', 'not-a-formula'],
    ['Tasso di risposta', '', '%', 'not-computable', 'missing-formula'],
    ['Variazione imprese attive', '', '%', 'not-computable', 'missing-formula'],
    ['Mensa', 'Proventi mensa/(costo servizio mensa', '%', 'not-computable', 'unbalanced-brackets'],
    [
      'Mensa',
      '(Proventi mensa + costo servizio mensa / pasti erogati',
      '€',
      'not-computable',
      'unbalanced-brackets',
    ],
    ['Mensa', 'Proventi mensa / ', '%', 'not-computable', 'missing-operand'],
    ['Mensa', 'Proventi mensa + * pasti erogati', '%', 'not-computable', 'missing-operand'],
    ['Mensa', 'Proventi mensa; pasti erogati', 'n.', 'not-computable', 'several-formulas'],
    ['Mensa', 'Proventi mensa ? pasti erogati', '%', 'not-computable', 'unexpected-symbol'],
    ['Mensa', '=SOMMA(B2:B5)/C3', '%', 'not-computable', 'cell-reference'],
    ['Mensa', 'proventi mensa / (pasti erogati - pasti erogati)', '€', 'not-computable', 'division-by-zero'],
    ['Mensa', '1 / (1 / (pasti erogati - pasti erogati))', '€', 'not-computable', 'division-by-zero'],
    ['Mensa', 'min(5; proventi mensa ^ 999)', '€', 'not-computable', 'overflow'],
    ['Mensa', '(0 - proventi mensa) ^ 0,5', '€', 'not-computable', 'not-a-number'],
    ['Mensa', 'proventi mensa 12', '€', 'missing-data', 'unknown-quantity'],
    ['Imprese', 'imprese attive anno n-5 / imprese attive', '%', 'missing-data', 'no-period'],
    [
      'Sportelli',
      'Media del tempo di attesa calcolato su tutti gli sportelli',
      'min',
      'not-computable',
      'group-data-needed',
    ],
  ];
  test.each(cases)('%s: %s [%s]', (name, formula, unit, outcome, why) => {
    const result = evaluateIndicator({ name, formula, unit }, data, '2023');
    expect([result.outcome, result.problem?.code ?? result.missing[0]?.reason]).toEqual([outcome, why]);
    expect(result.value).toBeNull();
    expect(result.reason?.it).toMatch(/\S/);
    expect(result.reason?.en).toMatch(/\S/);
    if (result.problem && result.problem.end > 0) {
      expect(formula.slice(result.problem.start, result.problem.end)).toBe(result.problem.text);
    }
  });

  test('a missing formula gets a proposal', () => {
    const outcome = evaluateIndicator(
      { name: 'Variazione imprese attive', formula: null, unit: '%' },
      data,
      '2023',
    );
    expect(outcome.proposal).toBe(
      '(imprese attive anno n - imprese attive anno n-1) / imprese attive anno n-1',
    );
    const again = evaluateIndicator(
      { name: 'Variazione imprese attive', formula: outcome.proposal, unit: '%' },
      data,
      '2023',
    );
    expect(again.value as number).toBeCloseTo((2031 - 2044) / 2044, 12);
  });

  test('points and fractions are not mixed', () => {
    const outcome = evaluateIndicator(
      { name: 'Presenza', formula: '100 - tasso di assenteismo', unit: '%' },
      data,
      '2023',
    );
    expect(outcome.value as number).toBeCloseTo(1 - 0.071, 12);
    expect(outcome.display).toBe('92,9 %');
  });

  test('a count without formula takes the quantity of its own name', () => {
    const outcome = evaluateIndicator(
      { name: 'n. prestiti biblioteca', formula: '', unit: 'n.' },
      data,
      '2023',
    );
    expect(outcome).toMatchObject({ outcome: 'value', value: 35210, display: '35.210', formula: null });
  });
});
