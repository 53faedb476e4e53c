import { cellAt, usedArea, type Cell, type Grid } from '../../../src/workbook';

/** The cells of a sheet from its first row and column to the last that is used. */
export function rowsOf(grid: Grid): (Cell | null)[][] {
  const used = usedArea(grid);
  if (!used) return [];
  return Array.from({ length: used.bottom + 1 }, (_, row) =>
    Array.from({ length: used.right + 1 }, (__, column) => cellAt(grid, row, column)),
  );
}
