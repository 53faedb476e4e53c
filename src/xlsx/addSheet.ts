import { WorkbookError } from '../workbook';
import type { Dialect } from './dialect';
import { addRelation, freePart, setContentType } from './opcEdit';
import type { OpcPackage } from './package';
import { appendSheetEntry } from './workbookEdit';
import type { SheetEntry } from './workbookPart';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Adds a worksheet part at the end of the tabs. @returns its place among the tabs, zero-based. */
export function addSheet(
  source: OpcPackage,
  workbook: { readonly part: string; readonly sheets: readonly SheetEntry[] },
  dialect: Dialect,
  name: string,
  xml: string,
): SheetEntry {
  checkSheetName(name, workbook.sheets);
  const folder = workbook.part.replace(/[^/]*$/, '');
  const part = freePart(source, `${folder}worksheets/sheet`);
  source.setText(part, xml);
  setContentType(source, part, SHEET_TYPE);
  const relationId = addRelation(source, workbook.part, `${dialect.relationships}/worksheet`, part);
  const sheetId = Math.max(0, ...workbook.sheets.map((sheet) => sheet.sheetId || 0)) + 1;
  const { relationships } = dialect;
  appendSheetEntry(source, workbook.part, { name, sheetId, relationId, relationships });
  return { name, visibility: 'visible', type: 'worksheet', part, sheetId };
}

/** The names Excel accepts on a tab: 1–31 characters, none of `[]:*?/\`, no apostrophe at the ends, not taken. */
function checkSheetName(name: string, sheets: readonly SheetEntry[]): void {
  const wrong = name.length === 0 || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name);
  const taken = sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (wrong) throw new WorkbookError('cannot-write', { reason: 'sheet-name', sheet: name });
  if (taken) throw new WorkbookError('cannot-write', { reason: 'sheet-name-taken', sheet: name });
}
