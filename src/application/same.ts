import type { Cell, Grid } from '../workbook';

/** Whether two pieces of plain data, maps among them, say the same. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a, withMaps) === JSON.stringify(b, withMaps);

const withMaps = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);

/** Whether a sheet was read with the same content as before. */
export function sameGrid(a: Grid, b: Grid): boolean {
  if (a === b) return true;
  return (
    a.name === b.name &&
    a.file === b.file &&
    a.visibility === b.visibility &&
    a.origin.row === b.origin.row &&
    a.origin.column === b.origin.column &&
    a.cells.length === b.cells.length &&
    sameValue(a.merges, b.merges) &&
    sameValue([...a.hiddenRows], [...b.hiddenRows]) &&
    sameValue([...a.hiddenColumns], [...b.hiddenColumns]) &&
    a.cells.every((line, row) => sameLine(line, b.cells[row] ?? []))
  );
}

/** Rows may end before the widest: what is missing is empty. */
function sameLine(a: readonly (Cell | null)[], b: readonly (Cell | null)[]): boolean {
  const length = Math.max(a.length, b.length);
  for (let column = 0; column < length; column++) {
    if (!sameCell(a[column] ?? null, b[column] ?? null)) return false;
  }
  return true;
}

function sameCell(a: Cell | null, b: Cell | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.value === b.value &&
    a.text === b.text &&
    a.format === b.format &&
    a.formula === b.formula &&
    a.error === b.error
  );
}
