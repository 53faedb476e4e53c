/**
 * Cell addresses. Rows and columns are zero-based inside the program; people and files see A1.
 */

/** A rectangle of cells, both ends included, zero-based. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The place of one cell or rectangle: sheet name as written on its tab, address as `A1` or `A1:B2`, no `$`. */
export interface CellRef {
  readonly sheet: string;
  readonly address: string;
  /** The workbook, only where a plan is joined from several (file name). */
  readonly file?: string;
}

/** Excel's own limits (Excel specifications and limits, Microsoft). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** `0` → `A`, `26` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `AA` → `26`; `-1` for anything that is not a column name. */
export function columnIndex(name: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return -1;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Zero-based row and column → `C7`. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** A rectangle → `A1:B2`, or `A1` when it is one cell. */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** `$A$1:B2`, `b7` → its rectangle; `null` for whole columns, other sheets' names and anything else. */
export function parseArea(address: string): Area | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(address.trim());
  if (!match) return null;
  const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = match;
  const columns = [columnIndex(c1), columnIndex(c2)];
  const rows = [Number(r1) - 1, Number(r2) - 1];
  const area = {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
  return area.top < 0 || area.left < 0 || area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS ? null : area;
}

/** Whether a cell lies inside a rectangle. */
export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** `Sheet name!A1` for people; quoted as Excel quotes it. */
export function formatRef(ref: CellRef): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(ref.sheet);
  const sheet = plain ? ref.sheet : `'${ref.sheet.replace(/'/g, "''")}'`;
  return `${ref.file ? `[${ref.file}]` : ''}${sheet}!${ref.address}`;
}

/** `Obiettivi!E4`, `'Piano 2026'!$E$4` → its sheet and cell; `null` for anything that is no cell of a named sheet. */
export function parseRef(text: string): CellRef | null {
  const [, quoted, plain = '', address = ''] = /^(?:'(.+)'|(.+))!([^!:]+)$/.exec(text.trim()) ?? [];
  const area = parseArea(address);
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return area && sheet !== '' ? { sheet, address: cellAddress(area.top, area.left) } : null;
}

/** Addresses of the cells of `A1` or `A1:B2`, row by row; none for anything else. */
export function areaCells(address: string): string[] {
  const area = parseArea(address);
  if (!area) return [];
  const cells: string[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) cells.push(cellAddress(row, column));
  return cells;
}
