import {
  MAX_COLUMNS,
  MAX_ROWS,
  areaAddress,
  columnIndex,
  columnName,
  formatRef,
  parseArea,
  type Area,
} from '../../../workbook';
import { HostError } from '../protocol';

/** Addresses as the API takes and gives them: `A1:B2`, `A:C`, `2:4`, with or without the sheet's name. */

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export const invalid = (message: string): HostError => new HostError('InvalidArgument', message);
export const notFound = (what: string): HostError =>
  new HostError('ItemNotFound', `The requested resource doesn't exist. ${what}`, 404);

/** `'Il foglio'!A1` → sheet and rest. */
export function splitSheet(address: string): { sheet: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/.exec(address);
  if (quoted) return { sheet: (quoted[1] ?? '').replace(/''/g, "'"), rest: quoted[2] ?? '' };
  const plain = /^([^!']+)!(.*)$/.exec(address);
  return plain ? { sheet: plain[1] ?? '', rest: plain[2] ?? '' } : { sheet: null, rest: address };
}

/** The rectangle of an address inside a sheet. */
export function areaIn(address: string): Area {
  const text = address.replace(/\$/g, '').trim();
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(text);
  if (columns) {
    return { ...WHOLE_SHEET, left: columnIndex(columns[1] ?? ''), right: columnIndex(columns[2] ?? '') };
  }
  const rows = /^(\d+):(\d+)$/.exec(text);
  if (rows) return { ...WHOLE_SHEET, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 };
  const area = parseArea(text);
  if (!area) throw invalid(`The argument is invalid or missing or has an incorrect format. ${address}`);
  return area;
}

/** `Foglio1!A1:B2`, whole rows and columns as Excel writes them. */
export function fullAddress(sheet: string, area: Area): string {
  const wholeRows = area.left === 0 && area.right === MAX_COLUMNS - 1;
  const wholeColumns = area.top === 0 && area.bottom === MAX_ROWS - 1;
  const address =
    wholeRows && !wholeColumns
      ? `${area.top + 1}:${area.bottom + 1}`
      : wholeColumns && !wholeRows
        ? `${columnName(area.left)}:${columnName(area.right)}`
        : areaAddress(area);
  return formatRef({ sheet, address });
}

export const rowsIn = (area: Area): number => area.bottom - area.top + 1;
export const columnsIn = (area: Area): number => area.right - area.left + 1;

export function intersect(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

export const boundingArea = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});
