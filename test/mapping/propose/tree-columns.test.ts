import fc from 'fast-check';
import { SheetView } from '../../../src/mapping/grid/sheet-view';
import { treeColumns, type TreeColumns } from '../../../src/mapping/propose/tree-columns';
import { gridOf } from '../../../src/workbook';

type Row = readonly (string | number | null)[];

function tree(header: readonly string[], rows: readonly Row[]): TreeColumns | null {
  const sheet = new SheetView(gridOf('Foglio1', [header, ...rows]));
  const columns = header.map((text, column) => ({ column, text }));
  return treeColumns({ sheet, columns, firstRow: 1, lastRow: rows.length });
}

const TREE: readonly Row[] = [
  ['10', null, 'Casa'],
  ['11', '10', 'Tetto'],
  ['12', '10', 'Muri'],
  ['13', '11', 'Tegole'],
  ['14', '11', 'Travi'],
  ['15', '12', 'Pietre'],
];

describe('columns that put rows under each other', () => {
  it('are ids and ids above them', () => {
    const found = tree(['Nodo', 'Padre', 'Testo'], TREE);
    expect(found).toMatchObject({ id: 0, parent: 1, level: null });
    expect(found?.levels.map(({ rows }) => rows)).toEqual([[1], [2, 3], [4, 5, 6]]);
    expect(found?.parents.get(6)).toBe(3);
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...TREE], { minLength: TREE.length }), (rows) => {
        const found = tree(['Nodo', 'Padre', 'Testo'], rows);
        const title = (row: number | undefined) => (row === undefined ? null : (rows[row - 1]?.[2] ?? null));
        const pairs = rows.map((row, i) => `${row[2]}<${title(found?.parents.get(i + 1))}`).sort();
        expect(pairs).toEqual(
          ['Casa<null', 'Muri<Casa', 'Pietre<Muri', 'Tegole<Tetto', 'Tetto<Casa', 'Travi<Tetto'].sort(),
        );
      }),
    );
  });

  it('say which ids above are none of the table', () => {
    const rows = [...TREE, ['16', '12', 'Archi'], ['17', '99', 'Volte'], ['18', '12', 'Calce']];
    const found = tree(['Nodo', 'Padre', 'Testo'], rows);
    expect([...(found?.orphans ?? [])]).toEqual([8]);
  });

  it('are no weights that happen to be row numbers', () => {
    const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((n): Row => [n, n < 3 ? null : n < 6 ? 1 : 2, `Voce ${n}`]);
    expect(tree(['N.', 'Peso', 'Testo'], rows)).toBeNull();
  });

  it('are no cycle', () => {
    const rows: Row[] = [
      ['10', '11', 'Casa'],
      ['11', '10', 'Tetto'],
      ['12', '10', 'Muri'],
      ['13', '11', 'Tegole'],
    ];
    expect(tree(['Nodo', 'Padre', 'Testo'], rows)).toBeNull();
  });

  it('may be levels alone, in the order of the rows', () => {
    const rows = ['1', '2', '3', '3', '2', '3', '1', '2', '3'].map((level, i): Row => [level, `Voce ${i}`]);
    const found = tree(['Livello', 'Testo'], rows);
    expect(found).toMatchObject({ id: null, parent: null, level: 0 });
    expect(found?.parents.get(6)).toBe(5);
  });

  it('are no kinds that alternate', () => {
    const rows = ['S', 'M', 'S', 'M', 'S', 'M', 'S', 'M'].map((kind, i): Row => [kind, `Voce ${i}`]);
    expect(tree(['Tipo', 'Testo'], rows)).toBeNull();
  });

  it.each(['Tipo', 'U.M.', 'Responsabile'])(
    'are no column headed %s, however its values follow',
    (header) => {
      const rows = [0, 1, 2, 1, 2, 0, 1, 2, 0, 1, 2, 2].map((kind, i): Row => [
        ['Alfa', 'Beta', 'Gamma'][kind] ?? '',
        `Voce ${i}`,
        kind === 2 ? '30' : null,
      ]);
      expect(tree(['Gradino', 'Testo', 'Misure'], rows)).not.toBeNull();
      expect(tree([header, 'Testo', 'Misure'], rows)).toBeNull();
    },
  );

  it('have more rows the lower the level', () => {
    const rows = [0, 1, 0, 1, 0, 1, 0, 0, 0].map((kind, i): Row => [
      ['Alfa', 'Beta'][kind] ?? '',
      `Voce ${i}`,
      kind === 1 ? '30' : null,
    ]);
    expect(tree(['Gradino', 'Testo', 'Misure'], rows)).toBeNull();
  });
});
