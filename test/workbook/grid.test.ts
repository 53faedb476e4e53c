import fc from 'fast-check';
import {
  RowCollector,
  cellAt,
  forEachCell,
  gridOf,
  gridRows,
  rowAt,
  usedArea,
  type Cell,
  type Grid,
} from '../../src/workbook';

const cell = (text: string): Cell => ({ value: text, text });

describe('a grid', () => {
  const sparse: Grid = {
    ...gridOf('Obiettivi', [['Codice', null, 'Titolo'], [], [null, 'a']]),
  };

  test('holds the rows that are filled, and only their cells', () => {
    expect(sparse.rows).toEqual([
      { row: 0, columns: [0, 2], cells: [cell('Codice'), cell('Titolo')] },
      { row: 2, columns: [1], cells: [cell('a')] },
    ]);
    expect(rowAt(sparse, 1)).toBeNull();
    expect(cellAt(sparse, 0, 1)).toBeNull();
    expect(cellAt(sparse, 2, 1)).toEqual(cell('a'));
    expect(cellAt(sparse, -1, -1)).toBeNull();
  });

  test('with cells at both ends of a sheet is as small as they are', () => {
    const rows = [...gridRows([[cell('a'), cell('b')]]), ...gridRows([[cell('y')]], 1_048_575, 0)];
    const grid = { ...sparse, rows };
    expect(usedArea(grid)).toEqual({ top: 0, left: 0, bottom: 1_048_575, right: 1 });
    let seen = 0;
    forEachCell(grid, () => (seen += 1));
    expect(seen).toBe(3);
  });

  test('rows filled alike share the list of their columns', () => {
    const [first, second, third] = gridRows([
      [cell('a'), cell('b')],
      [cell('c'), cell('d')],
      [null, cell('d')],
    ]);
    expect(second?.columns).toBe(first?.columns);
    expect(third?.columns).toEqual([1]);
  });
});

test('cells in any order: each is found again, rows and columns ascend (property)', () => {
  const place = fc.record({
    row: fc.oneof(fc.nat(6), fc.constantFrom(1_048_575, 70_000)),
    column: fc.oneof(fc.nat(6), fc.constantFrom(16_383, 900)),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const collector = new RowCollector();
      const wanted = new Map<string, string>();
      places.forEach(({ row, column }, at) => {
        collector.add(row, column, cell(String(at)));
        wanted.set(`${row},${column}`, String(at));
      });
      const grid = { ...gridOf('A', []), rows: collector.finish() };
      const found = new Map<string, string>();
      let last = -1;
      for (const line of grid.rows) {
        expect(line.row).toBeGreaterThan(last);
        last = line.row;
        expect([...line.columns].sort((a, b) => a - b)).toEqual(line.columns);
        expect(line.cells).toHaveLength(line.columns.length);
        line.columns.forEach((column) => {
          found.set(`${line.row},${column}`, cellAt(grid, line.row, column)?.text ?? '');
          expect(cellAt(grid, line.row, column + 1)).toBe(
            line.columns.includes(column + 1) ? line.cells[line.columns.indexOf(column + 1)] : null,
          );
        });
      }
      expect(found).toEqual(wanted);
    }),
  );
});
