import { readFormula } from '../../../src/indicators';
import { formulaDimension, unitKind } from '../../../src/coherence/facts/dimensions';
import { readProgramme } from '../../../src/coherence/facts/glossary';
import { readTarget } from '../../../src/coherence/facts/target-text';
import { directionOf } from '../../../src/coherence/facts/targets';
import { isAboutPaymentTimes } from '../../../src/coherence/facts/weights';
import { goesOnFrom } from '../../../src/coherence/facts/codes';

const dimension = (formula: string) => {
  const { tree } = readFormula(formula);
  return tree && formulaDimension(tree);
};

test.each([
  ['popolazione residente', 'persons'],
  ['n. dipendenti', 'persons'],
  ['spesa corrente', 'euro'],
  ['Titolo I', 'euro'],
  ['n. contributi erogati', 'items'],
  ['contributi erogati', 'euro'],
  ['km rete tpl', 'length'],
  ['mq verde pubblico', 'area'],
  ['metri quadri di verde', 'area'],
  ['ore di formazione', 'time'],
  ['n. richieste', 'items'],
  ['kg di rifiuti', 'weight'],
  ['kwh consumati', 'energy'],
  ['giorni lavorativi * n. dipendenti', 'time'],
  ['spesa corrente + km di rete', null],
  ['foglie cadute', null],
])('%j is made of %j', (formula, made) => {
  expect(dimension(formula)).toBe(made);
});

test.each([
  ['n.', 'count'],
  ['Nr', 'count'],
  ['numero', 'count'],
  ['%', 'percent'],
  ['percentuale', 'percent'],
  ['‰', 'permille'],
  ['Km', 'measure'],
  ['€', 'euro'],
  ['SI/NO', 'yes-no'],
  ['', 'none'],
  ['-', 'none'],
  ['punteggio', 'other'],
  [null, 'none'],
])('unit %j is %s', (unit, kind) => {
  expect(unitKind(unit)).toBe(kind);
});

test.each([
  ['80%', { kind: 'number', value: 80, comparator: '=', percent: true }],
  ['>= 80 %', { kind: 'number', value: 80, comparator: '>=', percent: true }],
  ['≤ 30 gg', { kind: 'number', value: 30, comparator: '<=', percent: false }],
  ['almeno 3', { kind: 'number', value: 3, comparator: '>=', percent: false }],
  ['1.250', { kind: 'number', value: 1250, comparator: '=', percent: false }],
  ['0,85', { kind: 'number', value: 0.85, comparator: '=', percent: false }],
  ['+5%', { kind: 'number', value: 5, comparator: '=', percent: true }],
  ['-5', { kind: 'number', value: -5, comparator: '=', percent: false }],
  ['€ 3.000', { kind: 'number', value: 3000, comparator: '=', percent: false }],
  ['n. 12 incontri', { kind: 'number', value: 12, comparator: '=', percent: false }],
  ['10-20', { kind: 'range', low: 10, high: 20, percent: false }],
  ['da 80% a 90%', { kind: 'range', low: 80, high: 90, percent: true }],
  ['entro il 30/06/2025', { kind: 'date' }],
  ['31/12', { kind: 'date' }],
  ['dicembre', { kind: 'date' }],
  ['SI', { kind: 'yes-no' }],
  ['sì', { kind: 'yes-no' }],
  ['Realizzato', { kind: 'yes-no' }],
  ['mantenimento', { kind: 'keep' }],
  ['', { kind: 'blank' }],
  ['-', { kind: 'blank' }],
  ['n.d.', { kind: 'blank' }],
  ['da definire', { kind: 'blank' }],
  ['miglioramento continuo', { kind: 'unreadable' }],
  ['buono', { kind: 'unreadable' }],
])('target %j', (text, reading) => {
  expect(readTarget(text)).toEqual(reading);
});

test.each([
  ['Grado di copertura asili nido', 'more'],
  ['Tempo medio di rilascio', 'less'],
  ['Reclami ricevuti', 'less'],
  ['Riduzione dei reclami', 'more'],
  ['Raccolta differenziata', 'more'],
  ['Popolazione residente', null],
  ['Recupero dei ritardi', null],
])('%j is better going %s', (name, direction) => {
  expect(directionOf(name)).toBe(direction);
});

test.each([
  ['04', '02', true, 4, 2],
  ['M04', 'P02', true, 4, 2],
  [null, '04.02', true, 4, 2],
  [null, '0402', true, 4, 2],
  [null, '04 - 02 Altri ordini di istruzione', true, 4, 2],
  ['Missione 4 - Istruzione', 'Programma 2', true, 4, 2],
  ['Istruzione e diritto allo studio', null, true, 4, null],
  ['21', null, false, 21, null],
  ['04', '09', false, 4, 9],
  [null, '20.01', true, 20, 1],
  ['50', '02', true, 50, 2],
  ['99', '01', true, 99, 1],
  [null, 'Turismo e commercio', true, null, null],
])('mission %j, programme %j', (mission, programme, known, m, p) => {
  expect(readProgramme(mission, programme, 2025)).toMatchObject({ known, mission: m, programme: p });
});

test('a programme added later is known from its year', () => {
  expect(readProgramme('12', '11', 2024)?.known).toBe(false);
  expect(readProgramme('12', '11', 2025)?.known).toBe(true);
});

test.each([
  ['01010601', '0101', true],
  ['STRG0101', 'STRG01', true],
  ['Ob. 10.02.01', '2019_10', true],
  ['1.10', '1.1', false],
  ['1.1.1', '1.1', true],
  ['02010601', '0101', false],
  ['0101', '0101', false],
])('%j goes on from %j: %s', (child, parent, goesOn) => {
  expect(goesOnFrom(child, parent)).toBe(goesOn);
});

test.each([
  ['Rispetto dei tempi di pagamento delle fatture', true],
  ['Tempestività dei pagamenti', true],
  ['Ridurre il ritardo dei pagamenti', true],
  ['Pagamenti on line', false],
  ['Tempi di rilascio dei permessi', false],
])('%j is about payment times: %s', (title, about) => {
  expect(isAboutPaymentTimes(title)).toBe(about);
});
