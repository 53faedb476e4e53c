import { SheetView } from '../../../src/mapping/grid/sheet-view';
import { formsOf, type Form } from '../../../src/mapping/propose/forms';
import { transposedIn } from '../../../src/mapping/propose/transposed';
import { mapWorkbook } from '../../../src/mapping';
import { book, sheet } from '../../support/layouts/notation';

// Labels here are words that mean nothing to the program: what is found is found by repetition alone.

const view = (name: string, text: string): SheetView => new SheetView(sheet(name, text));
const rowsOf = (form: Form | undefined) =>
  [...(form?.sheets.values() ?? [])].map(({ starts, headers }) => ({ starts, headers: [...headers] }));

const STACKED = `
  Quadro
  .
  Frullo | Aprire la ludoteca il sabato | Grumo | 30
  Zibo | Elsa Corniolo
  Vrasca | Lumma | Tirba
  Turni | 01/02/2026 | 31/03/2026
  Apertura | 01/04/2026 | 31/05/2026
  .
  Frullo | Rifare i sentieri del bosco | Grumo | 70
  Zibo | Ivo Salice
  Vrasca | Lumma | Tirba
  Rilievo | 01/03/2026 | 30/04/2026
`;

describe('the form of cards below each other', () => {
  const [form, ...more] = formsOf([view('Foglio1', STACKED)]);

  test('is found by texts that come once in each record', () => {
    expect(more).toEqual([]);
    expect(rowsOf(form)).toEqual([{ starts: [2, 8], headers: [4, 10] }]);
  });

  test('has its labels with their values', () => {
    expect(form?.members.map(({ label, values }) => [label, ...values])).toEqual([
      ['Frullo', 'Aprire la ludoteca il sabato', 'Rifare i sentieri del bosco'],
      ['Grumo', '30', '70'],
      ['Zibo', 'Elsa Corniolo', 'Ivo Salice'],
    ]);
  });

  test('rows are those of the cards when the workbook is read', () => {
    const { plan } = mapWorkbook({ workbooks: [book('PEG 2026.xlsx', sheet('Foglio1', STACKED))] });
    expect(plan.pegObjectives.map(({ title }) => title.value)).toEqual([
      'Aprire la ludoteca il sabato',
      'Rifare i sentieri del bosco',
    ]);
    expect(plan.phases.map(({ title }) => title.value)).toEqual(['Turni', 'Apertura', 'Rilievo']);
  });
});

describe('the form of one card in each sheet', () => {
  const card = (name: string, title: string, weight: string) =>
    view(
      name,
      `Frullo | ${title}\nGrumo | ${weight}\nZibo | Elsa Corniolo\nOrbo | ${name} della collina\nPlico | voce ${name}`,
    );

  test('is what the sheets share', () => {
    const forms = formsOf([card('Uno', 'Aprire la ludoteca', '30'), card('Due', 'Rifare i sentieri', '70')]);
    expect(forms).toHaveLength(1);
    expect(forms[0]?.sheets.size).toBe(2);
    expect(forms[0]?.members[0]).toMatchObject({
      label: 'Frullo',
      values: ['Aprire la ludoteca', 'Rifare i sentieri'],
    });
  });

  test('is none in a single sheet', () => {
    expect(formsOf([card('Uno', 'Aprire la ludoteca', '30')])).toEqual([]);
  });
});

test('rows of one table are no form, however often their texts come again', () => {
  const table = view(
    'Elenco',
    'Codice | Obiettivo | Area\nA1 | Aprire la ludoteca | Cultura\nA2 | Rifare i sentieri | Ambiente\nA3 | Curare i parchi | Ambiente',
  );
  expect(formsOf([table])).toEqual([]);
});

describe('objectives in columns', () => {
  const COLUMNS = `
    Frullo | A-1 | A-2 | A-3
    Grumo | Aprire la ludoteca il sabato | Rifare i sentieri del bosco | Curare i parchi di quartiere
    Zibo | Elsa Corniolo | Ivo Salice | Ivo Salice
    Vrasca | 31/05/2026 | 30/06/2026 | 30/09/2026
    Lumma | 20% | 30% | 50%
  `;

  test('are told by rows of one kind and columns of many', () => {
    const found = transposedIn(view('Foglio1', COLUMNS));
    expect(found).toMatchObject({ left: 0, rows: [0, 1, 2, 3, 4], columns: [1, 2, 3] });
  });

  test('are none in a list of objectives', () => {
    const list = view(
      'Foglio1',
      'Codice | Obiettivo | Responsabile | Entro\nA-1 | Aprire la ludoteca | Elsa Corniolo | 31/05/2026\nA-2 | Rifare i sentieri | Ivo Salice | 30/06/2026\nA-3 | Curare i parchi | Ivo Salice | 30/09/2026\nA-4 | Pulire i fossi | Ivo Salice | 30/09/2026',
    );
    expect(transposedIn(list)).toBeNull();
  });
});
