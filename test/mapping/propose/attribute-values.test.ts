import { mapWorkbook } from '../../../src/mapping';
import { SheetView } from '../../../src/mapping/grid/sheet-view';
import { attributeValues } from '../../../src/mapping/propose/attribute-values';
import { book, sheet } from '../../support/layouts/notation';

const record = (id: string, facts: Readonly<Record<string, string>>): string[] =>
  Object.entries(facts).map(([name, value]) => `${id} | ${name} | ${value}`);

const LIST = [
  'Id | Attributo | Valore',
  ...record('26-01', {
    Titolo: 'Aprire la ludoteca',
    Responsabile: 'Ada Cedro',
    Peso: '30',
    'Fase 1': 'Bando',
    'Termine fase 1': '30/04/2026',
  }),
  ...record('26-02', {
    Titolo: 'Rifare i sentieri',
    Responsabile: 'Ugo Faggio',
    Peso: '40',
    'Fase 1': 'Rilievo',
    'Termine fase 1': '30/06/2026',
  }),
  ...record('26-03', { Titolo: 'Curare i parchi', Responsabile: 'Ada Cedro', Peso: '30' }),
];
const view = (lines: readonly string[]): SheetView => new SheetView(sheet('Export', lines.join('\n')));
const isList = (lines: readonly string[]): boolean => attributeValues([view(lines)]).size === 1;

describe('a list of one fact a row', () => {
  test('is looked at with a record in each row', () => {
    const own = view(LIST);
    const pivot = attributeValues([own]).get(own.grid);
    const seen = own.only(pivot?.only ?? new Set()).withRewritten(pivot?.rewritten ?? new Map());
    expect(seen.rows().map((row) => seen.filled(row).map((column) => seen.line(row, column)))).toEqual(
      expect.arrayContaining([
        ['Id', 'Titolo', 'Responsabile', 'Peso', 'Fase 1', 'Termine fase 1'],
        ['26-01', 'Aprire la ludoteca', 'Ada Cedro', '30', 'Bando', '30/04/2026'],
        ['26-03', 'Curare i parchi', 'Ada Cedro', '30'],
      ]),
    );
    expect(seen.ref(1, 3).address).toBe('C4');
  });

  test('states its objectives with the cells their facts really stand in', () => {
    const { plan } = mapWorkbook({
      workbooks: [book('export.xlsx', sheet('Export', LIST.join('\n')))],
    });
    expect(plan.pegObjectives.map(({ code, title }) => [code?.value, title?.value])).toEqual([
      ['26-01', 'Aprire la ludoteca'],
      ['26-02', 'Rifare i sentieri'],
      ['26-03', 'Curare i parchi'],
    ]);
    expect(plan.pegObjectives[1]?.title?.cells).toEqual([{ sheet: 'Export', address: 'C7' }]);
    expect(plan.phases.map(({ title, end }) => [title.value, end?.iso])).toEqual([
      ['Bando', '2026-04-30'],
      ['Rilievo', '2026-06-30'],
    ]);
  });

  test('needs three records', () => {
    expect(
      isList([...LIST.slice(0, 11), '26-02 | Note | Nulla', '26-02 | Anno | 2026', '26-01 | Anno | 2026']),
    ).toBe(false);
    expect(isList(LIST)).toBe(true);
  });

  test('is no table whose second column repeats as much: its values are all alike', () => {
    const phases = ['Ob. 1', 'Ob. 2', 'Ob. 3', 'Ob. 4'].flatMap((id) =>
      ['Fase A', 'Fase B', 'Fase C'].map((name) => `${id} | ${name} | Lavori di ${id} in ${name}`),
    );
    expect(isList(['Obiettivo | Fase | Che cosa si fa', ...phases])).toBe(false);
  });

  test('a fact given twice is kept', () => {
    const own = view([...LIST, '26-03 | Peso | 40']);
    const pivot = attributeValues([own]).get(own.grid);
    const peso = [...(pivot?.rewritten.values() ?? [])].flat().filter(({ text }) => text.includes('\n'));
    expect(peso.map(({ text }) => text)).toEqual(['30\n40']);
  });
});
