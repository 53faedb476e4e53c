import { parseArea, type Area } from '../workbook';

/** `'Il foglio'!$A$1:B2` → `A1:B2`, `Foglio1!A1` → `A1`. */
export const withoutSheet = (address: string): string =>
  address.replace(/^(?:'(?:[^']|'')*'|[^'!]+)!/, '').replace(/\$/g, '');

/** The name of the sheet in a full address, or null. */
export function sheetOf(address: string): string | null {
  const quoted = /^'((?:[^']|'')*)'!/.exec(address);
  if (quoted) return (quoted[1] ?? '').replace(/''/g, "'");
  return /^([^'!]+)!/.exec(address)?.[1] ?? null;
}

/** The rectangle of a full address; null for whole rows, whole columns and several areas. */
export const areaOfAddress = (address: string): Area | null => parseArea(withoutSheet(address));

/** Several areas of one sheet, as RangeAreas.address lists them; separators inside quoted names are not separators. */
export function areasOfAddresses(addresses: string): Area[] {
  const bare = addresses.replace(/(?:'(?:[^']|'')*'|[^'!,;]+)!/g, '');
  return bare.split(/[,;]/).flatMap((address) => areaOfAddress(address.trim()) ?? []);
}
