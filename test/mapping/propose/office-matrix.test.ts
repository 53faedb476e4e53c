import { SheetView } from '../../../src/mapping/grid/sheet-view';
import { officeColumns } from '../../../src/mapping/propose/office-matrix';
import { gridOf } from '../../../src/workbook';

function offices(header: readonly string[], ...rows: readonly (readonly (string | null)[])[]): number[] {
  const sheet = new SheetView(gridOf('Foglio1', [header, ...rows]));
  const columns = header.map((text, column) => ({ column, text }));
  return officeColumns(columns, { sheet, headerBottom: 0, lastRow: rows.length });
}

describe('columns of offices', () => {
  it('hold marks', () => {
    expect(
      offices(['Obiettivo', 'Tributi', 'Scuola', 'Sport'], ['A', 'x', null, 'X'], ['B', null, 'x', null]),
    ).toEqual([1, 2, 3]);
  });

  it('are three at least', () => {
    expect(offices(['Obiettivo', 'Tributi', 'Scuola'], ['A', 'x', 'x'], ['B', 'x', null])).toEqual([]);
  });

  it('hold shares that make a whole', () => {
    const header = ['Obiettivo', 'Tributi', 'Scuola', 'Sport'];
    expect(offices(header, ['A', '50%', '50%', null], ['B', null, '30%', '70%'])).toEqual([1, 2, 3]);
    expect(offices(header, ['A', '50%', '40%', null], ['B', null, '30%', '60%'])).toEqual([]);
  });

  it('are no columns of the plan', () => {
    expect(
      offices(
        ['Obiettivo', 'Peso', 'Target', 'Indicatore'],
        ['A', '50', '30', '20'],
        ['B', '40', '40', '20'],
      ),
    ).toEqual([]);
  });

  it('hold no answers and are no parts of the year', () => {
    expect(
      offices(['Obiettivo', 'Rete', 'Extra', 'Flag'], ['A', 'S', 'N', 'S'], ['B', 'N', 'N', 'S']),
    ).toEqual([]);
    expect(
      offices(['Obiettivo', 'I trim', 'II trim', 'III trim'], ['A', 'x', null, 'x'], ['B', 'x', 'x', 'x']),
    ).toEqual([]);
  });
});
