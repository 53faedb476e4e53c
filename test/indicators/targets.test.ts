import fc from 'fast-check';
import {
  achievementOf,
  directionOf,
  elapsedShare,
  parseTarget,
  partialResult,
  targetAt,
  type Target,
} from '../../src/indicators';

const target = (text: string, unit = 'n.'): Target => parseTarget(text, { unit, year: 2017 });

describe('targets as written', () => {
  test.each<[string, string, Partial<Target>]>([
    ['almeno 5', 'n.', { kind: 'number', comparator: '>=', value: 5 }],
    ['>= 2022', 'n.', { comparator: '>=', value: 2022 }],
    ['entro 31.10', 'data', { kind: 'date', comparator: '<=', date: '2017-10-31' }],
    ['entro il 30 giugno 2018', '', { kind: 'date', date: '2018-06-30' }],
    ['entro 30 gg', 'gg', { kind: 'number', comparator: '<=', value: 30, unit: 'gg' }],
    ['>75%', '%', { comparator: '>', value: 0.75, percent: true }],
    ['≥ 80', '%', { comparator: '>=', value: 0.8, percent: true, scaleAssumed: false }],
    ['0,85', '%', { comparator: null, value: 0.85, scaleAssumed: true }],
    ['SI', 'SI/NO', { kind: 'yes-no', yes: true }],
    ['SI entro 30/6', 'SI/NO', { kind: 'yes-no', yes: true, date: '2017-06-30' }],
    ['no', 'SI/NO', { kind: 'yes-no', yes: false }],
    ['30/06/2017', '', { kind: 'date', date: '2017-06-30' }],
    ['31/12', '', { kind: 'date', date: '2017-12-31' }],
    ['max 30 gg', 'gg', { comparator: '<=', value: 30 }],
    ['non inferiore al 90%', '%', { comparator: '>=', value: 0.9 }],
    ['meno di 10', 'n.', { comparator: '<', value: 10 }],
    ['+5%', '%', { kind: 'change', comparator: '>=', value: 0.05, percent: true }],
    ['riduzione del 10%', '%', { kind: 'change', comparator: '<=', value: -0.1 }],
    ['ridurre del 5%', 'kg', { kind: 'change', comparator: '<=', value: -0.05, percent: true }],
    ['aumentare del 10%', 'n.', { kind: 'change', comparator: '>=', value: 0.1 }],
    ['ridurre a 30', 'gg', { kind: 'number', comparator: '<=', value: 30 }],
    ['aumentare fino a 30', 'n.', { kind: 'number', comparator: '>=', value: 30 }],
    ['in aumento', 'n.', { kind: 'change', comparator: '>', value: 0 }],
    ['riduzione rispetto al 2016', 'n.', { kind: 'change', comparator: '<', value: 0, date: null }],
    ['ITP <= 0', 'gg', { kind: 'number', comparator: '<=', value: 0 }],
    ['nessun reclamo', 'n.', { kind: 'number', value: 0, unit: 'reclamo' }],
    ['80-90%', '%', { comparator: 'between', value: 0.8, upper: 0.9 }],
    ['da 3 a 5', 'n.', { comparator: 'between', value: 3, upper: 5 }],
    ['tra il 10% e il 20%', '%', { comparator: 'between', value: 0.1, upper: 0.2 }],
    ['100%', '%', { comparator: null, value: 1, percent: true }],
    ['€ 10.000,50', '€', { value: 10000.5 }],
    ['due incontri', 'n.', { value: 2, unit: 'incontri' }],
    ['mantenimento', 'n.', { kind: 'keep' }],
    ['approvazione del regolamento entro il 30/09', '', { kind: 'date', date: '2017-09-30' }],
    ['5 eventi entro ottobre', 'n.', { kind: 'number', value: 5, date: '2017-10-31' }],
    ['relazione', '', { kind: 'unreadable', problem: 'unreadable' }],
    ['5 su 10', 'n.', { kind: 'unreadable', problem: 'unreadable' }],
    ['', '', { problem: 'blank' }],
    ['n.d.', '', { problem: 'not-available' }],
  ])('%s [%s]', (text, unit, expected) => expect(target(text, unit)).toMatchObject(expected));

  test('a day without any year is said to lack it', () => {
    expect(parseTarget('entro 31.10')).toMatchObject({ kind: 'date', problem: 'date-without-year' });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        (text) => parseTarget(text, { unit: '%', year: 2017 }).text.length <= text.length,
      ),
    );
  });
});

describe('more or less is better', () => {
  test.each([
    ['Tempo medio di attesa', 'min', null, 'less'],
    ['Reclami pervenuti', 'n.', null, 'less'],
    ['Tasso di assenza', '%', null, 'less'],
    ['Recupero evasione', '€', null, 'more'],
    ['Riduzione dei tempi di pagamento', '%', null, 'more'],
    ['Utenti della biblioteca', 'n.', null, 'more'],
    ['Grado di copertura dei costi', '%', null, 'more'],
    ['Giorni di apertura', 'giorni', null, 'more'],
    ['Indicatore di tempestività dei pagamenti', 'gg', null, 'less'],
    ['Ore di formazione', 'ore', null, 'more'],
    // The days belong to the term, not to the measure.
    ['Carte di identità rilasciate entro 7 giorni', '%', null, 'more'],
    ['Appuntamenti serviti entro 15 giorni', '%', null, 'more'],
    ['Fatture pagate nei termini', '%', null, 'more'],
    ['Pratiche evase oltre i termini', '%', null, 'less'],
    ['Tempo medio di rilascio entro i termini', 'gg', null, 'less'],
    // The work on a thing is measured, not the thing.
    ['Ricorsi definiti in autotutela', '%', null, 'more'],
    ['Segnalazioni di disservizio chiuse', 'n.', null, undefined],
    ['Ricorsi pervenuti', 'n.', null, 'less'],
    // What follows "per" divides or gives a cause.
    ['Sanzioni elevate per abbandono di rifiuti', 'n.', null, undefined],
    ['Utenti per assistente sociale', 'n.', null, undefined],
    ['Costo per utente', '€', null, 'less'],
    ['Visitatori per mille abitanti', 'n.', null, 'more'],
    ['Qualcosa', 'n.', 'almeno 5', 'more'],
    ['Qualcosa', 'n.', 'max 5', 'less'],
    ['Qualcosa', 'n.', '5', undefined],
  ])('%s [%s] %s', (name, unit, text, expected) => {
    const reading = directionOf({ name, unit, target: text === null ? null : target(text, unit) });
    expect(reading?.direction).toBe(expected);
  });

  test('an explicit column wins', () => {
    expect(directionOf({ name: 'Tempo medio', column: 'crescente' })).toEqual({
      direction: 'more',
      source: 'column',
      sure: true,
    });
    expect(directionOf({ name: 'Utenti', column: '↓' })).toEqual({
      direction: 'less',
      source: 'column',
      sure: true,
    });
  });
});

test('a target that only says which way is reached by any step that way', () => {
  const risen = { target: target('in aumento'), direction: null, baseline: 10 };
  expect(achievementOf({ ...risen, actual: 11 }).reached).toBe(true);
  expect(achievementOf({ ...risen, actual: 10 }).reached).toBe(false);
  const fallen = { target: target('in calo'), direction: null, baseline: 10 };
  expect(achievementOf({ ...fallen, actual: 9 }).reached).toBe(true);
  expect(achievementOf({ ...fallen, actual: 12 }).reached).toBe(false);
});

describe('degree of achievement', () => {
  test.each([
    ['almeno 100', 80, null, null, 0.8, false],
    ['almeno 100', 120, null, null, 1, true],
    ['> 100', 100, null, null, 1, false],
    ['max 30', 60, null, null, 0.5, false],
    ['max 30', 20, null, null, 1, true],
    ['max 0', 3, null, null, 0, false],
    ['da 3 a 5', 4, null, null, 1, true],
    ['da 4 a 5', 2, null, null, 0.5, false],
    ['= 10', 8, null, null, 0.8, false],
    ['10', 5, 'more', null, 0.5, false],
    ['10', 20, 'less', null, 0.5, false],
    ['+10%', 105, null, 100, 0.9545454545454546, false],
    ['+10%', 110, null, 100, 1, true],
    ['riduzione del 20%', 100, null, 100, 0.8, false],
    ['mantenimento', 100, 'more', 100, 1, true],
  ] as const)('%s, result %d', (text, actual, direction, baseline, degree, reached) => {
    const result = achievementOf({ target: target(text), actual, direction, baseline });
    expect(result.degree).toBeCloseTo(degree, 12);
    expect(result.reached).toBe(reached);
  });

  test('dates and SI/NO are reached or not', () => {
    expect(
      achievementOf({ target: target('entro 31.10'), actual: '2017-10-31', direction: null }).reached,
    ).toBe(true);
    expect(
      achievementOf({ target: target('entro 31.10'), actual: '2017-11-01', direction: null }).degree,
    ).toBe(0);
    expect(achievementOf({ target: target('SI', 'SI/NO'), actual: true, direction: null }).degree).toBe(1);
  });

  test('what cannot be said is not said', () => {
    expect(achievementOf({ target: target('10'), actual: 5, direction: null }).problem).toBe(
      'unknown-direction',
    );
    expect(achievementOf({ target: target('+5%'), actual: 5, direction: null }).problem).toBe('no-baseline');
    expect(achievementOf({ target: target('relazione'), actual: 5, direction: null }).problem).toBe(
      'no-target',
    );
    expect(achievementOf({ target: target('10'), actual: null, direction: 'more' }).problem).toBe(
      'no-result',
    );
    expect(achievementOf({ target: target('entro 31.10'), actual: 5, direction: null }).problem).toBe(
      'other-kind',
    );
  });

  test('between 0 and 1 whatever the numbers', () => {
    const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('almeno', 'max', '=', '>', '<'), amount, amount, (word, wanted, actual) => {
        const { degree, reached } = achievementOf({
          target: { ...target(`${word} 1`), value: wanted },
          actual,
          direction: null,
        });
        return degree !== null && degree >= 0 && degree <= 1 && (reached !== true || degree === 1);
      }),
    );
  });
});

describe('in the middle of the year', () => {
  test('things that add up are due in proportion to the days; rates are not', () => {
    const half = targetAt(target('almeno 100'), '2017-01-01', '2017-12-31', '2017-06-30', true);
    expect(half.value).toBeCloseTo((100 * 181) / 365, 10);
    expect(targetAt(target('80%', '%'), '2017-01-01', '2017-12-31', '2017-06-30', true).value).toBe(0.8);
    expect(targetAt(target('max 30'), '2017-01-01', '2017-12-31', '2017-06-30', false).value).toBe(30);
  });

  test('share of time passed', () => {
    expect(elapsedShare('2017-01-01', '2017-12-31', '2017-12-31')).toBe(1);
    expect(elapsedShare('2017-01-01', '2017-12-31', '2016-05-01')).toBe(0);
    expect(elapsedShare('2017-13-01', '2017-12-31', '2017-01-01')).toBeNull();
  });

  test('the last result known at a date', () => {
    const results = [
      { period: '2017-S1', value: 40 },
      { period: '2017-09-30', value: 70 },
      { period: '2017', value: 90 },
    ];
    expect(partialResult(results, '2017-10-15')?.value).toBe(70);
    expect(partialResult(results, '2017-12-31')?.value).toBe(90);
    expect(partialResult(results, '2017-03-31')).toBeNull();
    const short = [
      { period: '2017-T1', value: 10 },
      { period: '2017-M02', value: 7 },
      { period: '2017-T3', value: 30 },
    ];
    expect(partialResult(short, '2017-02-28')?.value).toBe(7);
    expect(partialResult(short, '2017-09-29')?.value).toBe(10);
    expect(partialResult(short, '2017-09-30')?.value).toBe(30);
  });
});
