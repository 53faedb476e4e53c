import { WorkbookError, areaAddress, parseArea, type Area, type CellRef } from '../workbook';
import { areaOfAddress, sheetOf, withoutSheet } from './addresses';
import { readExcel } from './run';

/**
 * The selected rectangles. One round trip, a second one for whole rows and columns, which are cut to the used part of
 * their sheet.
 */
export function readSelection(): Promise<readonly CellRef[]> {
  return readExcel(async (context) => {
    const areas = await selectionIn(context);
    if (areas.length === 0) throw new WorkbookError('no-selection');
    return areas;
  });
}

/** The same inside a conversation; empty when no cells are selected. */
export async function selectionIn(context: Excel.RequestContext): Promise<readonly CellRef[]> {
  const { workbook } = context;
  const selected = workbook.getSelectedRanges().load('address');
  try {
    await context.sync();
  } catch (error) {
    if (error instanceof OfficeExtension.Error && error.code === 'InvalidSelection') return [];
    throw error;
  }
  const parts = splitAreas(selected.address);
  const sheet = sheetOf(parts[0] ?? '');
  if (sheet === null) return [];
  const whole = parts.some((part) => areaOfAddress(part) === null);
  const used = whole ? await usedArea(context, sheet) : null;
  const areas = parts.flatMap((part) => areaOfAddress(part) ?? cut(withoutSheet(part), used) ?? []);
  return areas.map((area) => ({ sheet, address: areaAddress(area) }));
}

/** `'a,b'!A1:B2,'a,b'!C:C` in its parts; separators inside quoted names are none. */
const splitAreas = (address: string): string[] =>
  (address.match(/(?:'(?:[^']|'')*'|[^',;])+/g) ?? []).map((part) => part.trim());

async function usedArea(context: Excel.RequestContext, sheet: string): Promise<Area | null> {
  const used = context.workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true).load('address');
  await context.sync();
  return used.isNullObject ? null : areaOfAddress(used.address);
}

/** The used part of whole columns (`A:C`) or rows (`2:4`). */
function cut(address: string, used: Area | null): Area | null {
  if (!used) return null;
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(address);
  const rows = /^(\d+):(\d+)$/.exec(address);
  const asked = columns
    ? parseArea(`${columns[1]}${used.top + 1}:${columns[2]}${used.bottom + 1}`)
    : rows && parseArea(`A${rows[1]}:A${rows[2]}`);
  if (!asked) return null;
  const area = {
    top: Math.max(asked.top, used.top),
    bottom: Math.min(asked.bottom, used.bottom),
    left: rows ? used.left : Math.max(asked.left, used.left),
    right: rows ? used.right : Math.min(asked.right, used.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}
