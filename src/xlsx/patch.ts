import { WorkbookError, parseArea, type Area, type CellEdit, type ReportSheet } from '../workbook';
import { pruneCalcChain } from './calcChain';
import { dialectOf, type Dialect } from './dialect';
import { readStyles } from './formats';
import { openPackage } from './guard';
import { READ_LIMITS, type ReadLimits } from './limits';
import { addRelation, freePart, setContentType, xmlPart } from './opcEdit';
import type { OpcPackage } from './package';
import { removeMarks } from './removeMarks';
import { removeReportSheets } from './removeReport';
import { writeReportSheet } from './reportSheet';
import { editSheet, type PlacedEdit } from './sheetEdit';
import { writeStorePart } from './storeWriter';
import { StyleBook } from './styleBook';
import { calculateOnLoad } from './workbookEdit';
import {
  readTables,
  readWorkbookPart,
  relatedPart,
  type SheetEntry,
  type WorkbookPart,
} from './workbookPart';

/** What to change in a workbook; what is not named stays byte for byte. */
export interface WorkbookPatch {
  readonly cells?: readonly CellEdit[];
  /** Our private part; `null` removes it (a copy for publication), undefined leaves it. */
  readonly store?: string | null;
  readonly report?: ReportSheet;
  /** Takes our report sheet and our marks on cells away (a copy for publication). */
  readonly withoutReport?: boolean;
}

/**
 * Changes a workbook file: only the parts that have to are rewritten, the packed bytes of all others are
 * copied, in the same order. All or nothing. When cells change that formulas may read, the workbook is marked
 * to be calculated when Excel opens it: values computed from the old content would otherwise be shown.
 * @throws WorkbookError as `readWorkbook`, and `no-such-sheet`, `no-such-cell`, `cannot-write`,
 * `hidden-cell`, `protected-sheet`.
 */
export function patchWorkbook(
  bytes: Uint8Array,
  patch: WorkbookPatch,
  limits: ReadLimits = READ_LIMITS,
): Uint8Array {
  const source = openPackage(bytes, limits);
  patchPackage(source, patch);
  return source.bytes();
}

/** Changes an opened package. */
export function patchPackage(source: OpcPackage, patch: WorkbookPatch): void {
  const workbook = readWorkbookPart(source);
  const dialect = dialectOf(source, workbook.part);
  const cells = patch.cells ?? [];
  if (cells.length > 0 || patch.report) {
    const styles: { book?: StyleBook } = {};
    const openStyles = () => (styles.book ??= new StyleBook(source, stylesPart(source, workbook, dialect)));
    if (cells.length > 0) editCells(source, workbook, openStyles, cells);
    if (patch.report) writeReportSheet(source, workbook, dialect, openStyles(), patch.report);
    styles.book?.save();
  }
  if (patch.withoutReport) {
    removeReportSheets(source, readWorkbookPart(source));
    removeMarks(source, readWorkbookPart(source));
  }
  if (patch.store !== undefined) writeStorePart(source, readWorkbookPart(source), dialect, patch.store);
}

function editCells(
  source: OpcPackage,
  workbook: WorkbookPart,
  openStyles: () => StyleBook,
  edits: readonly CellEdit[],
): void {
  const bySheet = new Map<SheetEntry, PlacedEdit[]>();
  for (const edit of edits) {
    const sheet = workbook.sheets.find(({ name, type }) => type === 'worksheet' && name === edit.sheet);
    if (!sheet) throw new WorkbookError('no-such-sheet', { sheet: edit.sheet });
    const area = parseArea(edit.address);
    if (!area || area.top !== area.bottom || area.left !== area.right) {
      throw new WorkbookError('no-such-cell', { sheet: edit.sheet, address: edit.address });
    }
    const placed = bySheet.get(sheet) ?? [];
    placed.push({ row: area.top, column: area.left, value: edit.value });
    bySheet.set(sheet, placed);
  }
  const known = readStyles(source, relatedPart(workbook, 'styles'));
  const gone = new Map<number, ReadonlySet<string>>();
  let changed = false;
  for (const [sheet, placed] of bySheet) {
    const text = source.text(sheet.part);
    if (text === null) throw new WorkbookError('damaged', { reason: 'missing-part', part: sheet.part });
    const edited = editSheet(text, placed, {
      sheet: sheet.name,
      part: sheet.part,
      headerRows: headerRows(source, sheet),
      isLocked: (style) => known[style]?.locked ?? true,
      isText: (style) => known[style]?.format === '@',
      quoted: (style) => openStyles().quoted(style),
    });
    if (edited.text === text) continue;
    changed = true;
    source.setText(sheet.part, edited.text);
    if (edited.withoutFormula.length > 0) gone.set(sheet.sheetId, new Set(edited.withoutFormula));
  }
  pruneCalcChain(source, workbook, gone);
  if (changed && hasFormulas(source, workbook)) calculateOnLoad(source, workbook.part);
}

function headerRows(source: OpcPackage, sheet: SheetEntry): Area[] {
  return readTables(source, sheet).flatMap(({ ref, hasHeader }) => {
    const area = parseArea(ref.address);
    return area && hasHeader ? [{ ...area, bottom: area.top }] : [];
  });
}

/** Whether any sheet computes anything. */
function hasFormulas(source: OpcPackage, workbook: WorkbookPart): boolean {
  return workbook.sheets.some(({ part, type }) => {
    const text = type === 'worksheet' ? source.text(part) : null;
    return text !== null && /<(?:[\w.-]+:)?f[\s>/]/.test(text);
  });
}

/** Part name of the styles, made when the workbook has none. */
function stylesPart(source: OpcPackage, workbook: WorkbookPart, dialect: Dialect): string {
  const known = relatedPart(workbook, 'styles');
  if (known && source.has(known)) return known;
  const folder = workbook.part.replace(/[^/]*$/, '');
  const part = source.has(`${folder}styles.xml`)
    ? freePart(source, `${folder}styles`)
    : `${folder}styles.xml`;
  source.setText(part, xmlPart(`<styleSheet xmlns="${dialect.main}"></styleSheet>`));
  setContentType(source, part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml');
  addRelation(source, workbook.part, `${dialect.relationships}/styles`, part);
  return part;
}
