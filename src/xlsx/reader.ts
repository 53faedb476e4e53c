import { WorkbookError, type WorkbookSnapshot } from '../workbook';
import { CellMaker } from './cells';
import { readStyles } from './formats';
import { openPackage } from './guard';
import { READ_LIMITS, type ReadLimits } from './limits';
import type { OpcPackage } from './package';
import { readSheet } from './sheetReader';
import { readStore } from './store';
import { readSharedStrings } from './strings';
import { readTables, readWorkbookPart, relatedPart } from './workbookPart';

/**
 * Reads an `.xlsx` or `.xlsm` workbook as values and neutral text (see `neutralText`).
 * Chart sheets, dialog sheets and macro sheets have no cells and are left out; a workbook of charts only has
 * no grids.
 * @param name file name without folders, for the snapshot and for what is said about it.
 * @throws WorkbookError `not-a-workbook`, `old-format`, `encrypted`, `damaged`, `too-large`,
 * `suspicious-archive`, `no-sheets`; `details.file` is the name.
 */
export function readWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = READ_LIMITS,
): WorkbookSnapshot {
  return namingFile(name, () => readPackage(openPackage(bytes, limits), name));
}

/** Reads an opened package; only the named sheets when `only` is given. */
export function readPackage(source: OpcPackage, name: string, only?: ReadonlySet<string>): WorkbookSnapshot {
  const workbook = readWorkbookPart(source);
  const { limits } = source;
  const strings = readSharedStrings(source, relatedPart(workbook, 'sharedStrings'));
  const styles = readStyles(source, relatedPart(workbook, 'styles'));
  const context = {
    maker: new CellMaker(strings, styles, workbook.date1904),
    limits,
    budget: { cells: limits.cells, movedCharacters: limits.movedCharacters },
  };
  const worksheets = workbook.sheets.filter(
    (sheet) => sheet.type === 'worksheet' && (!only || only.has(sheet.name)),
  );
  const missing = workbook.sheets.filter((sheet) => sheet.type === 'missing');
  return {
    name,
    sheets: worksheets.map((sheet) => readSheet(source.cursor(sheet.part), sheet, context)),
    ...(missing.length > 0 ? { missing: missing.map((sheet) => sheet.name) } : {}),
    names: workbook.names,
    tables: worksheets.flatMap((sheet) => readTables(source, sheet)),
    date1904: workbook.date1904,
    store: readStore(source, workbook.relations),
  };
}

/** Runs a piece of work so that what it refuses names the file. */
export function namingFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof WorkbookError) {
      throw new WorkbookError(cause.code, { file, ...cause.details }, { cause });
    }
    throw cause;
  }
}
