import { PlanSession, VERSION, type Language } from '../../application';
import { REPORT_SHEET } from '../../approval';
import { STORE_NAMESPACE, mergeStores } from '../../plan';
import { XlsxWorkbook, patchWorkbook } from '../../xlsx';
import type { StandInExcel } from '../host';
import type { Baseline, Lost } from './baseline';

export interface SavedCopy {
  readonly bytes: Uint8Array;
  /** Cells that were rewritten. */
  readonly cells: number;
  readonly lost: readonly Lost[];
}

/**
 * The open workbook as a file: the original with only the changed cells, the private part and the check sheet
 * rewritten. The check sheet is written afresh by the same code that writes it in files.
 * @throws WorkbookError when the file cannot take a change (a protected sheet, a covered cell).
 */
export async function savedCopy(
  excel: StandInExcel,
  baseline: Baseline,
  language: Language,
): Promise<SavedCopy> {
  await excel.engine.settle();
  const { edits, lost } = baseline.compare(excel.engine);
  const reported = excel.engine.sheets().some(({ name }) => name === REPORT_SHEET);
  const parts = excel.state.xmlParts.map(({ xml }) => xml).filter((xml) => xml.includes(STORE_NAMESPACE));
  const store = mergeStores(parts);
  const wanted = edits.filter(({ sheet }) => sheet !== REPORT_SHEET);
  const { file } = baseline;
  let bytes = patchWorkbook(file.bytes, { cells: wanted, store });
  if (reported) bytes = await withReport(bytes, file.name, language);
  const kept = lost.filter(({ sheet }) => sheet !== REPORT_SHEET);
  return { bytes, cells: wanted.length, lost: kept };
}

async function withReport(bytes: Uint8Array, name: string, language: Language): Promise<Uint8Array> {
  const book = new XlsxWorkbook(bytes, name);
  const date = new Date().toLocaleDateString('sv');
  const session = await PlanSession.open(book, { today: date });
  await session.writeReport({ date, version: VERSION }, language);
  return book.bytes();
}
