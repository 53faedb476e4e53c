import { mapWorkbook } from '../../../src/mapping';
import { gridOf } from '../../../src/workbook';
import { book } from '../../support/layouts/notation';

// A label without a value has none: what stands under it is the next label.

const card = (n: number, title: string, more: readonly (string | null)[][]) => [
  [`SCHEDA OBIETTIVO n. ${n}`],
  [`Obiettivo: ${title}`],
  ...more,
  [],
];
const plan = (first: readonly (string | null)[][]) =>
  mapWorkbook({
    workbooks: [
      book(
        'PEG 2026.xlsx',
        gridOf('Polizia locale', [
          ['SERVIZIO POLIZIA LOCALE'],
          ...card(1, 'Controlli serali nei parchi', first),
          ...card(2, 'Educazione stradale', [
            ['Responsabile: Ada Cedro', 'Peso: 50'],
            ['Obiettivo operativo: Strade sicure'],
            ['Attività: 2 Obiettivo di mantenimento'],
            ['Indicatore: Classi coinvolte', 'Target 2026: 20'],
          ]),
          ...card(3, 'Revisione della segnaletica', [
            ['Responsabile: Ada Cedro', 'Peso: 20'],
            ['Obiettivo operativo: Strade sicure'],
            ['Attività: 1 Obiettivo di sviluppo'],
            ['Indicatore: Segnali sostituiti', 'Target 2026: 120'],
          ]),
        ]),
      ),
    ],
  }).plan;
const blank = plan([
  ['Responsabile:', 'Peso: 30'],
  ['Obiettivo operativo:'],
  ['Attività: 2 Obiettivo di mantenimento'],
  ['Indicatore: Controlli svolti', 'Target 2026:'],
  ['Note:'],
]);

test('an operating objective is not the line below its blank label', () => {
  expect(blank.operatingObjectives.map(({ title }) => title.value)).toEqual(['Strade sicure']);
  expect(blank.pegObjectives[0]?.operatingIds).toEqual([]);
});

test('an owner is not the rest of a label', () => {
  expect(blank.pegObjectives.map(({ owners }) => owners.map((one) => one.value))).toEqual([
    [],
    ['Ada Cedro'],
    ['Ada Cedro'],
  ]);
});

test('a target is not the label of the notes', () => {
  expect(blank.indicators[0]?.targets.map((one) => one.value) ?? []).toEqual([]);
});
