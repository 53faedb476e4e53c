import { describeNote, evaluateIndicator, readBaseData } from '../../src/indicators';
import { gridOf, snapshotOf } from '../../src/workbook';

const DOUBTS = /^(?:above-whole|far-from-series|hundredfold)$/;

const data = readBaseData(
  snapshotOf([
    gridOf('Dati di base', [
      ['Grandezza', 'Unità', '2022', '2023', '2024', '2025'],
      ['Utenti', 'n.', 900, 950, 1000, 1000],
      ['Utenti disabili', 'n.', 40, 45, 50, 1100],
      ['Utenti stranieri', 'n.', 90, 95, 100, 99],
      ['Domande presentate', 'n.', 100, 100, 100, 100],
      ['Domande evase', 'n.', 95, 96, 97, 120],
      ['Spesa sociale', '€', 200000, 210000, 220000, 22500000],
      ['Spesa sport', '€', 200000, 210000, 220000, 2090000],
      ['Spesa cultura', '€', 200000, 210000, 220000, 2300000],
      ['Tasso di assenza', '%', '4,1 %', '4,3 %', '4,2 %', '410 %'],
      ['Corsi', 'n.', 1, 1, 1, 12],
      ['Entrate', '€', 100000, 100000, 100000, 102000],
    ]),
  ]),
);

const doubts = (formula: string, unit: string, period = '2025'): string[] =>
  evaluateIndicator({ name: 'Prova', formula, unit }, data, period).notes.flatMap((note) =>
    DOUBTS.test(note.code) ? [note.code] : [],
  );

describe('values that can hardly be are remarked', () => {
  test.each([
    ['Utenti disabili / Utenti', '%', 'above-whole'],
    ['n. utenti disabili / totale utenti x 100', '%', 'above-whole'],
    ['Spesa sociale', '€', 'hundredfold'],
    ['Spesa sociale / Utenti', '€', 'hundredfold'],
    ['Tasso di assenza', '%', 'hundredfold'],
    ['Spesa cultura', '€', 'far-from-series'],
  ])('%s [%s]: %s', (formula, unit, code) => {
    expect(doubts(formula, unit)).toEqual([code]);
  });

  test.each([
    ['Utenti stranieri / Utenti', '%', 'a part within its whole'],
    ['Domande evase / Domande presentate', '%', 'what came last year may be dealt with this year'],
    ['Utenti anno n / Utenti anno n-1', '%', 'two years of one quantity'],
    ['Spesa sport', '€', 'nearly ten times'],
    ['Corsi', 'n.', 'small numbers jump'],
    ['(Entrate anno n - Entrate anno n-1) / Entrate anno n-1', '%', 'growth has no height of its own'],
  ])('%s [%s] is not: %s', (formula, unit) => {
    expect(doubts(formula, unit)).toEqual([]);
  });

  test('the value stands, and the remark says what it probably was', () => {
    const made = evaluateIndicator({ name: 'Prova', formula: 'Spesa sociale', unit: '€' }, data, '2025');
    expect(made).toMatchObject({ outcome: 'value', value: 22_500_000 });
    expect(made.notes.map((note) => describeNote(note).it).join(' ')).toContain('225.000 €');
  });

  test('one other period tells a lost decimal point, but not a growth of ten times', () => {
    const two = readBaseData(
      snapshotOf([
        gridOf('Dati di base', [
          ['Grandezza', 'Unità', '2024', '2025'],
          ['Spesa sociale', '€', 220000, 22500000],
          ['Spesa cultura', '€', 220000, 2300000],
        ]),
      ]),
    );
    const codes = (formula: string): string[] =>
      evaluateIndicator({ name: 'Prova', formula, unit: '€' }, two, '2025').notes.map((note) => note.code);
    expect(codes('Spesa sociale')).toEqual(['hundredfold']);
    expect(codes('Spesa cultura')).toEqual([]);
  });
});
