import * as XLSX from '@e965/xlsx';
import { WorkbookError, type Cell, type Grid, type Visibility, type WorkbookSnapshot } from '../workbook';

/**
 * Reads an `.xlsx` or `.xlsm` workbook. First version: cells, merges, hidden rows and columns.
 * @throws WorkbookError when the bytes are not a workbook we read.
 */
export function readWorkbook(bytes: Uint8Array, name: string): WorkbookSnapshot {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WorkbookError('not-a-workbook', { file: name });
  const book = XLSX.read(bytes, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellStyles: true,
    sheetStubs: true,
    dateNF: 'dd/mm/yyyy',
  });
  const visibility: Visibility[] = ['visible', 'hidden', 'veryHidden'];
  return {
    name,
    sheets: book.SheetNames.map((sheet, i) =>
      gridFrom(sheet, book.Sheets[sheet], visibility[book.Workbook?.Sheets?.[i]?.Hidden ?? 0] ?? 'visible'),
    ),
    names: [],
    tables: [],
    date1904: book.Workbook?.WBProps?.date1904 ?? false,
    store: null,
  };
}

function gridFrom(name: string, sheet: XLSX.WorkSheet | undefined, visibility: Visibility): Grid {
  const rows = (sheet?.['!data'] ?? []) as (XLSX.CellObject | undefined)[][];
  const indexes = (list: readonly ({ hidden?: boolean } | undefined)[] | undefined) =>
    new Set((list ?? []).flatMap((item, i) => (item?.hidden ? [i] : [])));
  return {
    name,
    visibility,
    origin: { row: 0, column: 0 },
    cells: Array.from(rows, (row) => Array.from(row ?? [], cellFrom)),
    merges: (sheet?.['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: indexes(sheet?.['!rows']),
    hiddenColumns: indexes(sheet?.['!cols']),
  };
}

function cellFrom(cell: XLSX.CellObject | undefined): Cell | null {
  if (!cell || (cell.t === 'z' && !cell.f)) return null;
  const more = {
    ...(cell.f ? { formula: cell.f } : {}),
    ...(cell.z && cell.z !== 'General' ? { format: String(cell.z) } : {}),
  };
  if (cell.t === 'e') return { value: null, text: cell.w ?? '', error: true, ...more };
  if (cell.t === 'b') return { value: Boolean(cell.v), text: cell.v ? 'VERO' : 'FALSO', ...more };
  if (cell.t === 'n') return { value: Number(cell.v), text: cell.w ?? String(cell.v), ...more };
  const value = String(cell.v ?? '');
  return { value, text: value, ...more };
}
