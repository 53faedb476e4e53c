import type { Cell, Grid, GridRow } from '../workbook';

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
    a.rows.length === b.rows.length &&
    sameValue(a.merges, b.merges) &&
    sameValue([...a.hiddenRows], [...b.hiddenRows]) &&
    sameValue([...a.hiddenColumns], [...b.hiddenColumns]) &&
    a.rows.every((line, at) => sameLine(line, b.rows[at]))
  );
}

function sameLine(a: GridRow, b: GridRow | undefined): boolean {
  if (a.row !== b?.row || a.cells.length !== b.cells.length) return false;
  return a.cells.every((cell, at) => a.columns[at] === b.columns[at] && sameCell(cell, b.cells[at]));
}

function sameCell(a: Cell, b: Cell | undefined): boolean {
  if (a === b) return true;
  return (
    a.value === b?.value &&
    a.text === b.text &&
    a.format === b.format &&
    a.formula === b.formula &&
    a.error === b.error
  );
}
