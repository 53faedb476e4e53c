import { parseArea, type CellRef, type WorkbookSnapshot } from '../../workbook';

/** Why a cell cannot be shown. */
export type Hidden = 'row' | 'column' | 'sheet' | 'file';

/** Whether the user would see the cell, from the workbook as last read; null when visible. */
export function hiddenAt(book: WorkbookSnapshot, ref: CellRef): Hidden | null {
  if (ref.file !== undefined && ref.file !== book.name) return 'file';
  const grid = book.sheets.find((sheet) => sheet.name === ref.sheet);
  const area = parseArea(ref.address);
  if (!grid || !area) return null;
  if (grid.visibility !== 'visible') return 'sheet';
  const all = (from: number, to: number, hidden: ReadonlySet<number>): boolean => {
    for (let at = from; at <= to; at++) if (!hidden.has(at)) return false;
    return true;
  };
  if (all(area.top, area.bottom, grid.hiddenRows)) return 'row';
  return all(area.left, area.right, grid.hiddenColumns) ? 'column' : null;
}
