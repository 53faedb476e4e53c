import { readFormula } from '../../../src/indicators';
import { formulaDimension, unitKind } from '../../../src/coherence/facts/dimensions';
import { readProgramme } from '../../../src/coherence/facts/glossary';
import { readTarget } from '../../../src/coherence/facts/target-text';
import { directionByName, isWorse } from '../../../src/coherence/facts/target-direction';
import { differentPerimeters } from '../../../src/coherence/facts/perimeters';
import { missingTitles } from '../../../src/coherence/facts/formula-meaning';
import { isAboutPaymentTimes } from '../../../src/coherence/facts/payments';
import type { Indicator } from '../../../src/plan';
import { readOne } from '../../../src/coherence/facts/formula-reading';
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
  ['80%', { kind: 'number', value: 0.8, comparator: null, percent: true }],
  ['>= 80 %', { kind: 'number', value: 0.8, comparator: '>=', percent: true }],
  ['≤ 30 gg', { kind: 'number', value: 30, comparator: '<=', percent: false }],
  ['almeno 3', { kind: 'number', value: 3, comparator: '>=', percent: false }],
  ['1.250', { kind: 'number', value: 1250, comparator: null, percent: false }],
  ['0,85', { kind: 'number', value: 0.85, comparator: null, percent: false }],
  ['-5', { kind: 'number', value: -5, comparator: null, percent: false }],
  ['€ 3.000', { kind: 'number', value: 3000, comparator: null, percent: false }],
  ['n. 12 incontri', { kind: 'number', value: 12, comparator: null, percent: false }],
  ['nessun reclamo', { kind: 'number', value: 0, comparator: null, percent: false }],
  ['ridurre a 30', { kind: 'number', value: 30, comparator: '<=', percent: false }],
  ['aumentare fino a 30', { kind: 'number', value: 30, comparator: '>=', percent: false }],
  ['ITP <= 0', { kind: 'number', value: 0, comparator: '<=', percent: false }],
  ['100 avvisi entro il 31/12', { kind: 'number', value: 100, comparator: null, percent: false }],
])('target %j is a number', (text, reading) => {
  expect(readTarget(text)).toMatchObject(reading);
});

test('a percentage written as a fraction is told from one written in points', () => {
  expect(readTarget('0,85', { unit: '%' })).toMatchObject({ value: 0.85, percent: true, scaleAssumed: true });
  expect(readTarget('85', { unit: '%' })).toMatchObject({ value: 0.85, percent: true, scaleAssumed: false });
});

test.each([
  ['+5%', { kind: 'change', way: 'up' }],
  ['-10%', { kind: 'change', way: 'down' }],
  ['ridurre del 5%', { kind: 'change', way: 'down' }],
  ['in aumento', { kind: 'change', way: 'up' }],
  ['riduzione rispetto al 2024', { kind: 'change', way: 'down' }],
  ['10-20', { kind: 'range', low: 10, high: 20, percent: false }],
  ['da 80% a 90%', { kind: 'range', low: 0.8, high: 0.9, percent: true }],
  ['80-90%', { kind: 'range', low: 0.8, high: 0.9, percent: true }],
  ['4 su 5', { kind: 'score' }],
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
  ['Chiamate', '80', 'non superiore a 90', false],
  ['Chiamate', '100', 'non superiore a 90', false],
  ['Visite al sito', '5000', 'almeno 4000', false],
  ['Raccolta differenziata', '80%', '> 75%', false],
  ['Sopralluoghi contro gli abbandoni', '60', '110', false],
  ['Sopralluoghi contro gli abbandoni', '110', '60', true],
  ['Visite al sito', '5000', '4000', false],
  ['Tempo medio di rilascio', '30', '45', true],
  ['Tempo medio di rilascio', '30 gg', '25 gg', false],
  ['Tempestività dei pagamenti', '-5', '≤ 0', false],
  ['Raccolta differenziata', '60%', '+5%', false],
  ['Raccolta differenziata', '60%', '-5%', true],
  ['Riduzione dei consumi', '10%', '-5%', false],
  ['Grado di copertura', '0,58', '65%', false],
  ['Grado di copertura', '0,58', '50%', true],
  ['Grado di copertura', '0,9', '1,1', false],
  ['Giorni di apertura della biblioteca', '200', '220', false],
])('%j from %j to %j is worse: %s', (name, baseline, target, worse) => {
  const unit = name.startsWith('Grado') || name.startsWith('Raccolta') ? '%' : null;
  const measured = { name, unit, objective: null };
  expect(isWorse(measured, readTarget(target, { unit }), readTarget(baseline, { unit }))).toBe(worse);
});

test.each([
  ['Ridurre i tempi di rilascio', 'Giorni medi di rilascio', '30', '45', true],
  ['Ridurre i tempi di rilascio', 'Giorni medi di rilascio', '30', '25', false],
  ['Aumentare la raccolta differenziata', 'RD', '74', '65', true],
  ['Aumentare la raccolta differenziata', 'RD', '65', '74', false],
  ['Aumentare la raccolta differenziata', 'Km', '74', '65', false],
  ['Migliorare la raccolta', 'Raccolta', '74', '65', false],
  ['Riduzione dei residui attivi', 'Residui attivi eliminati', '20', '40', false],
  ['Riduzione dei consumi di carta', 'Risme di carta', '20', '40', true],
])('under «%s» %j from %j to %j is worse: %s', (objective, name, baseline, target, worse) => {
  const measured = { name, unit: null, objective };
  expect(isWorse(measured, readTarget(target), readTarget(baseline))).toBe(worse);
});

const formulaOf = (text: string, name = 'Indicatore') => {
  const title = { value: name, cells: [] };
  const cells = { value: text, cells: [] };
  const indicator = { title, formula: cells, unit: { value: '%', cells: [] } } as unknown as Indicator;
  return readOne(indicator, readFormula(text, { name, unit: '%' }));
};

test.each([
  ['iscritti agli asili comunali / posti negli asili', 'narrower'],
  ['iscritti / posti negli asili nido comunali', null],
  ['scuole comunali / scuole', null],
  ['posti negli asili privati / domande per asili comunali', 'other'],
  ['alunni delle scuole statali / alunni delle scuole statali e paritarie', null],
  ['utenti residenti / popolazione servita', 'other'],
  ['abitanti serviti / abitanti residenti', null],
  ['dipendenti a tempo indeterminato / dipendenti', null],
  ['ore di formazione dei dipendenti a tempo determinato / personale a tempo indeterminato', 'other'],
  ['bambini iscritti 0-2 anni / posti per bambini 3-5 anni', 'other'],
  ['iscritti 0-2 anni / posti 3-5 anni', 'other'],
  ['popolazione 65-99 anni / popolazione 0-14 anni', null],
  ['spesa per la cultura / popolazione', null],
])('perimeters of %j: %s', (formula, kind) => {
  expect(differentPerimeters(formulaOf(formula))?.kind ?? null).toBe(kind);
});

test.each([
  ['Riscossioni titolo I / Accertamenti titoli I + III', ['III'], 'below'],
  ['Riscossioni titoli I e III / Accertamenti titoli I e III', null, null],
  ['(Riscossioni Titolo I + III) / (Accertamenti Titolo I + II)', ['III'], 'above'],
  ['Titolo I / (Titolo I + II + III)', null, null],
  ['Pagamenti Titolo II / Impegni Titoli I e II', ['I'], 'below'],
  ['Entrate titoli I e III / Spese titolo I', null, null],
])('budget titles of %j', (formula, titles, side) => {
  expect(missingTitles(formulaOf(formula))).toEqual(titles && { side, titles });
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
  expect(directionByName(name)).toBe(direction);
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
  ['RIDUZIONE DEI TEMPI DI PAGAMENTO', true],
  ['Riduzione tempi pagamento fatture', true],
  ['Stock del debito commerciale', true],
  ['Smaltimento dei debiti commerciali', true],
  ['Pagare le fatture entro 30 giorni', true],
  ['Rispetto dei termini di pagamento', true],
  ['Pagamenti on line', false],
  ['Pagamento delle rette', false],
  ['Tempi di rilascio dei permessi', false],
])('%j is about payment times: %s', (title, about) => {
  expect(isAboutPaymentTimes(title)).toBe(about);
});
