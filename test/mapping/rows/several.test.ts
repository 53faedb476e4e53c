import { mapWorkbook } from '../../../src/mapping';
import { gridOf } from '../../../src/workbook';
import { book } from '../../support/layouts/notation';

// Several objectives of the DUP may stand in one cell, and an indicator that is not there is none.

const DUP = gridOf('DUP', [
  ['Area di mandato', 'Obiettivo strategico', 'Obiettivi operativi', 'Portatori di interesse'],
  ['A. Paese solidale', 'A1 – Cura', 'A1.1 Anziani a casa\nA1.2 Povertà e lavoro', 'famiglie'],
  ['A. Paese solidale', 'A2 – Scuola', 'A2.1 Mense e trasporti', 'famiglie'],
  ['B. Paese verde', 'B1 – Ambiente', 'B1.1 Rifiuti\nB1.2 Parchi\nB1.3 Costa', 'cittadini'],
]);
const HEADER = [
  'N.',
  'Obiettivo',
  'Ob. op. DUP',
  'Indicatore di efficacia',
  'Valore atteso',
  'Indicatore di efficienza',
  'Valore atteso',
  'Indicatore temporale',
  'Valore atteso',
  'Peso %',
];
const ROWS = [
  [
    'P1',
    'Pasti a domicilio',
    'A1.1',
    'Pasti consegnati',
    '12000',
    'Costo per pasto',
    '5,40',
    'Avvio',
    '30/04/2026',
    '40%',
  ],
  [
    'P2',
    'Tirocini di inclusione',
    'A1.2',
    'Tirocini avviati',
    '30',
    'non previsto',
    '–',
    'Bando',
    '31/03/2026',
    '20%',
  ],
  [
    'P3',
    'Porta a porta nelle frazioni',
    'B1.1',
    'Raccolta differenziata',
    '68%',
    'Costo per abitante',
    '142',
    'Avvio',
    '30/06/2026',
    '20%',
  ],
  [
    'P4',
    'Spiagge accessibili',
    'B1.3',
    'Accessi attrezzati',
    '5',
    'non previsto',
    '–',
    'Fine lavori',
    '31/05/2026',
    '20%',
  ],
];
const read = () =>
  mapWorkbook({ workbooks: [book('PIAO 2026.xlsx', DUP, gridOf('Obiettivi 2026', [HEADER, ...ROWS]))] }).plan;

describe('lines of one cell, each with its code', () => {
  test('are as many objectives of the DUP', () => {
    expect(read().operatingObjectives.map(({ code, title }) => [code?.value, title.value])).toEqual([
      ['A1.1', 'Anziani a casa'],
      ['A1.2', 'Povertà e lavoro'],
      ['A2.1', 'Mense e trasporti'],
      ['B1.1', 'Rifiuti'],
      ['B1.2', 'Parchi'],
      ['B1.3', 'Costa'],
    ]);
  });

  test('each is cited by its own', () => {
    const { pegObjectives, operatingObjectives } = read();
    const above = pegObjectives.map(({ operatingIds }) =>
      operatingIds.map((id) => operatingObjectives.find((one) => one.id === id)?.title.value),
    );
    expect(above).toEqual([['Anziani a casa'], ['Povertà e lavoro'], ['Rifiuti'], ['Costa']]);
  });

  test('a name that goes on in the next line is one', () => {
    const long = gridOf('DUP', [
      ['Ambito strategico', 'Obiettivo strategico', 'Obiettivo operativo'],
      ['A Paese', 'A1 Cura', 'A1.1 Anziani a casa\ne presidi di quartiere'],
      ['A Paese', 'A2 Scuola', 'A2.1 Mense'],
      ['B Verde', 'B1 Ambiente', 'B1.1 Rifiuti'],
    ]);
    const { operatingObjectives } = mapWorkbook({ workbooks: [book('DUP 2026.xlsx', long)] }).plan;
    expect(operatingObjectives).toHaveLength(3);
  });
});

describe('several measures in a row', () => {
  test('each has the value after it, and what is not provided for is none', () => {
    const { indicators } = read();
    expect(indicators.map(({ title, targets }) => [title.value, targets.map((one) => one.value)])).toEqual([
      ['Pasti consegnati', ['12000']],
      ['Costo per pasto', ['5,40']],
      ['Avvio', ['30/04/2026']],
      ['Tirocini avviati', ['30']],
      ['Bando', ['31/03/2026']],
      ['Raccolta differenziata', ['68%']],
      ['Costo per abitante', ['142']],
      ['Avvio', ['30/06/2026']],
      ['Accessi attrezzati', ['5']],
      ['Fine lavori', ['31/05/2026']],
    ]);
  });
});
