import { mapWorkbook } from '../../../src/mapping';
import { SIGNS, type Signs } from '../../../src/mapping/confidence/signs';
import { gridOf, snapshotOf } from '../../../src/workbook';
import { layouts } from '../../support/layouts';

type Rows = readonly (readonly string[])[];
const signsOf = (rows: Rows): Signs => {
  const { signs } = mapWorkbook({ workbooks: [snapshotOf([gridOf('Obiettivi', rows)])] }).reading;
  if (!signs) throw new TypeError('no signs');
  return signs;
};

const PLAIN: Rows = [
  ['Obiettivo strategico', 'Obiettivo operativo', 'Codice', 'Obiettivo di PEG', 'Responsabile'],
  ['Comune digitale', 'Servizi in rete', 'A01', 'Aprire lo sportello in rete', 'Ada Rossi'],
  ['Comune digitale', 'Servizi in rete', 'A02', 'Formare il personale', 'Ada Rossi'],
  ['Comune verde', 'Parchi curati', 'B01', 'Rifare i giardini pubblici', 'Ugo Bianchi'],
  ['Comune verde', 'Strade sicure', 'B02', 'Asfaltare via Mazzini', 'Ugo Bianchi'],
];
/** The plain plan with one cell written otherwise. */
const but = (row: number, column: number, text: (now: string) => string): Rows =>
  PLAIN.map((cells, at) => (at === row ? cells.map((cell, i) => (i === column ? text(cell) : cell)) : cells));

test('every sign is told, from 0 to 1, whatever is read', () => {
  for (const { snapshot } of layouts.slice(0, 12)) {
    const signs = mapWorkbook({ workbooks: [snapshot] }).reading.signs ?? ({} as Signs);
    expect(Object.keys(signs).sort()).toEqual([...SIGNS].sort());
    for (const value of Object.values(signs)) expect(value >= 0 && value <= 1).toBe(true);
  }
});

test('nothing speaks against a plain plan but its size, and that columns might be something else', () => {
  const { rivals, size, ...others } = signsOf(PLAIN);
  expect(Object.values(others).every((value) => value === 0)).toBe(true);
  expect(rivals).toBeLessThan(0.4);
  expect(size).toBeCloseTo(Math.log10(1 + 2 + 3 + 4) / 3);
});

test('a column that names entities under an unknown header is a guess, another column is none', () => {
  expect(signsOf(but(0, 4, () => 'Sventaglio')).guessed).toBe(0);
  expect(signsOf(but(0, 1, () => 'Sventaglio')).guessed).toBeGreaterThan(0.2);
});

test('objectives without parent are orphans among others with one, not where there are no levels', () => {
  const gap = PLAIN.map((cells, at) => (at === 1 || at === 2 ? ['', '', ...cells.slice(2)] : cells));
  expect(signsOf(gap).loose).toBeGreaterThan(0.4);
  expect(signsOf(PLAIN.map((cells) => cells.slice(2))).loose).toBe(0);
});

test('names moved to the right, and codes that go on from others, are levels the reading does not use', () => {
  expect(signsOf(but(2, 3, (now) => `    ${now}`)).unused).toBe(1);
  expect(signsOf(but(2, 2, () => 'A01.1')).unused).toBeGreaterThan(0.4);
});

test('the office or the person among names, and a name that comes again, look like none', () => {
  for (const text of ['Settore Lavori pubblici', 'Dott.ssa Pia Verdi', '2) 45/60'])
    expect(signsOf(but(2, 3, () => text)).names).toBeGreaterThan(0.2);
});

test('a text beside a text above a table is more than a title, and is not read', () => {
  const above: Rows = [['Ricetta', 'Una città che cura', '', '', ''], ...PLAIN];
  expect(signsOf([['Piano degli obiettivi', '', '', '', ''], ...PLAIN]).unread).toBe(0);
  expect(signsOf(above).unread).toBeGreaterThan(0.2);
});

test('a kind that a header names and that has no entity is absent, and all is where there is no entity', () => {
  const phases = PLAIN.map((cells, at) => [...cells, at === 0 ? 'Fase' : '']);
  expect(signsOf(phases).absent).toBeGreaterThan(0.1);
  expect(signsOf([['Appunti']]).absent).toBe(1);
});
