import { utils, write, type WorkSheet } from '@e965/xlsx';
import type { SpreadsheetEngine } from './engine/port';

/** The workbook as a file: values, formulas and merged cells; looks are left out. */
export function saveXlsx(engine: SpreadsheetEngine): Uint8Array {
  const book = utils.book_new();
  for (const { id, name } of engine.sheets()) utils.book_append_sheet(book, sheetOf(engine, id), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function sheetOf(engine: SpreadsheetEngine, id: string): WorkSheet {
  const sheet: WorkSheet = {};
  const area = engine.usedArea(id, true) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const cell = engine.cell(id, row, column);
      if (!cell || cell.value === null) continue;
      const type = typeof cell.value === 'number' ? 'n' : typeof cell.value === 'boolean' ? 'b' : 's';
      const formula = cell.formula ? { f: cell.formula.slice(1) } : {};
      sheet[utils.encode_cell({ r: row, c: column })] = { t: type, v: cell.value, ...formula };
    }
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: area.bottom, c: area.right } });
  sheet['!merges'] = engine.merges(id).map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  return sheet;
}
