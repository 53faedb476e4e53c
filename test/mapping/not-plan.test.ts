import { mapWorkbook } from '../../src/mapping';
import { gridOf, snapshotOf, type CellValue } from '../../src/workbook';

type Rows = readonly (readonly CellValue[])[];
const read = (sheets: Readonly<Record<string, Rows>>) =>
  mapWorkbook({
    workbooks: [snapshotOf(Object.entries(sheets).map(([name, rows]) => gridOf(name, rows)))],
  });
const titles = (sheets: Readonly<Record<string, Rows>>) =>
  read(sheets).plan.pegObjectives.map(({ title }) => title.value);

const HEADER = ['Obiettivo operativo', 'Codice', 'Obiettivo di PEG', 'Peso', 'Scadenza'];
const ROWS: Rows = [
  ['Servizi in rete', 'A01', 'Aprire lo sportello in rete', '40', '30/06/2026'],
  ['Servizi in rete', 'A02', 'Formare il personale', '60', '31/12/2026'],
  ['Parchi curati', 'B01', 'Rifare i giardini pubblici', '100', '31/10/2026'],
];
const OBJECTIVES = ['Aprire lo sportello in rete', 'Formare il personale', 'Rifare i giardini pubblici'];

describe('a header in another language', () => {
  const GERMAN = ['Operatives Ziel', 'Kode', 'Ziel', 'Gewicht', 'Frist'];

  test('stands under the first, and is no row', () => {
    const { plan } = read({ Obiettivi: [HEADER, GERMAN, ...ROWS] });
    expect(plan.pegObjectives.map(({ title }) => title.value)).toEqual(OBJECTIVES);
    expect(plan.operatingObjectives.map(({ title }) => title.value)).toEqual([
      'Servizi in rete',
      'Parchi curati',
    ]);
  });

  test('a row of words is a row where no column holds figures', () => {
    const words = [HEADER.slice(0, 3), ...ROWS.map(([level, , title], at) => [level, `Z${at}`, title])].map(
      ([level, code, title]) => [level ?? '', title ?? '', String(code ?? '').replace(/\d/g, 'x')],
    );
    expect(
      titles({ Obiettivi: [['Obiettivo operativo', 'Obiettivo di PEG', 'Ufficio'], ...words.slice(1)] }),
    ).toEqual(OBJECTIVES);
  });
});

describe('behaviours', () => {
  const FACTORS: Rows = [
    ['Fattore', 'Punteggio massimo'],
    ['Orientamento al risultato', '10'],
    ['Collaborazione', '10'],
  ];

  test('below the objectives are none, and are left out by name', () => {
    const rows = [HEADER, ...ROWS, [], ['COMPORTAMENTI'], ...FACTORS];
    const { plan, accounts } = read({ Obiettivi: rows });
    expect(plan.pegObjectives.map(({ title }) => title.value)).toEqual(OBJECTIVES);
    expect(accounts[0]).toMatchObject({ noted: 0, ignored: { note: 7 } });
  });

  test('a table as wide as the first that follows is read', () => {
    const rows = [HEADER, ...ROWS.slice(0, 1), [], ['COMPORTAMENTI'], ...ROWS.slice(1)];
    expect(titles({ Obiettivi: rows })).toEqual(OBJECTIVES);
  });

  test('on a sheet of their own are no plan, wherever its name says so', () => {
    const sheets = {
      Obiettivi: [HEADER, ...ROWS],
      'Valutazione comportamenti': [['Comportamento', 'Peso'], ...FACTORS.slice(1)],
    };
    expect(titles(sheets)).toEqual(OBJECTIVES);
  });
});

test('an office alone in a row heads those below, also in the column of a level', () => {
  const rows = [HEADER, ['Settore Ragioneria'], ...ROWS.slice(0, 2), ['Settore Ambiente'], ...ROWS.slice(2)];
  const { plan } = read({ Obiettivi: rows });
  expect(plan.operatingObjectives.map(({ title }) => title.value)).toEqual([
    'Servizi in rete',
    'Parchi curati',
  ]);
  expect(plan.pegObjectives.map(({ centre }) => centre?.value)).toEqual([
    'Settore Ragioneria',
    'Settore Ragioneria',
    'Settore Ambiente',
  ]);
});
