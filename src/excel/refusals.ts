import { WorkbookError } from '../workbook';

/** What would make Excel refuse a change, asked for before anything is written. */
export interface Refusals {
  /** The sheet asked about; to be used after {@link Refusals.check}. */
  sheet(name: string): Excel.Worksheet;
  /**
   * To be called after the next round trip.
   * @param ranges by sheet, loaded with `format/protection/locked`: cells that are unlocked may be written on a
   * protected sheet. Of a sheet without ranges nothing may be.
   * @throws WorkbookError `read-only`, `sheet-gone` or `protected-sheet`
   */
  check(ranges?: ReadonlyMap<string, readonly Excel.Range[]>): void;
}

/** Asks whether the workbook is read-only, and whether the sheets are there and protected: no round trip of its own. */
export function askRefusals({ workbook }: Excel.RequestContext, names: Iterable<string>): Refusals {
  workbook.load('readOnly');
  const sheets = new Map<string, Excel.Worksheet>();
  for (const name of names)
    if (!sheets.has(name)) sheets.set(name, workbook.worksheets.getItemOrNullObject(name));
  for (const sheet of sheets.values()) sheet.protection.load('protected');
  return {
    sheet(name) {
      const sheet = sheets.get(name);
      if (!sheet) throw new WorkbookError('no-such-sheet', { sheet: name });
      return sheet;
    },
    check(ranges) {
      if (workbook.readOnly) throw new WorkbookError('read-only');
      for (const [name, sheet] of sheets) {
        if (sheet.isNullObject) throw new WorkbookError('sheet-gone', { sheet: name });
        if (sheet.protection.protected && !areUnlocked(ranges?.get(name)))
          throw new WorkbookError('protected-sheet', { sheet: name });
      }
    },
  };
}

/** What {@link Refusals.check} needs of a range, for `load`. */
export const LOCKED = 'format/protection/locked';

/** Mixed cells read as null: not all of them may be written. */
const areUnlocked = (ranges: readonly Excel.Range[] = []): boolean =>
  ranges.length > 0 && ranges.every(({ format }) => format.protection.locked === false);
