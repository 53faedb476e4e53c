import { SheetView } from '../../../src/mapping/grid/sheet-view';
import { splitCodes } from '../../../src/mapping/propose/split-codes';
import { sheet } from '../../support/layouts/notation';

const view = (name: string, text: string): SheetView => new SheetView(sheet(name, text));

const LIST = view(
  'Elenco',
  `
  Centro | N. | Oggetto
  SEG | 01 | Aprire la ludoteca
  SEG | 02 | Rifare i sentieri
  RAG | 01 | Curare i parchi
  RAG | 02 | Pulire i fossi
`,
);
const citing = (numbers: readonly string[]): SheetView =>
  view(
    'Passi',
    `Centro | N. | Passo\n${numbers.map((number) => `SEG | ${number} | Lavori di ${number}`).join('\n')}`,
  );

const codesOf = (sheets: readonly SheetView[], of: SheetView) =>
  [...(splitCodes(sheets).get(of.grid)?.values() ?? [])].flat().map(({ column, text }) => [column, text]);

describe('a code whose halves stand in two columns', () => {
  test('is whole where another sheet cites the pairs', () => {
    const steps = citing(['01', '01', '02', '02']);
    expect(codesOf([LIST, steps], LIST)).toEqual([
      [1, 'SEG-01'],
      [1, 'SEG-02'],
      [1, 'RAG-01'],
      [1, 'RAG-02'],
    ]);
    expect(codesOf([LIST, steps], steps).map(([, text]) => text)).toEqual([
      'SEG-01',
      'SEG-01',
      'SEG-02',
      'SEG-02',
    ]);
  });

  test('is no code where none cites them', () => {
    expect(splitCodes([LIST]).size).toBe(0);
  });

  test('needs four cited in five', () => {
    expect(splitCodes([LIST, citing(['01', '01', '02', '02', '07'])]).size).toBe(2);
    expect(splitCodes([LIST, citing(['01', '01', '02', '07', '08'])]).size).toBe(0);
  });
});
