import {
  CellValueType,
  type ICellData,
  type ICellDataForSheetInterceptor,
  type Nullable,
  type Univer,
} from '@univerjs/core';
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  SheetInterceptorService,
} from '@univerjs/sheets';
import { SheetsNumfmtCellContentController } from '@univerjs/sheets-numfmt';
import { isDateFormat } from '../../workbook';
import { GENERAL, contentData, styleData, toEngineCell } from '../host/engine/cells';
import { interpret } from '../host/excel-input';
import { decimalComma, textOf } from '../host/excel-text';

/** Before Univer's own reading and writing of numbers, dates and formulas, which is English. */
const BEFORE_UNIVER = 10_000;

/**
 * Values on screen and in the editor as Excel writes them in the user's language, and typed input read as Excel
 * reads it. A code typed into a text cell stays text.
 */
export function speakAsExcel(univer: Univer, locale: string): void {
  const injector = univer.__getInjector();
  const comma = decimalComma(locale);
  injector.get(SheetsNumfmtCellContentController).setNumfmtLocal(comma ? 'it' : 'en');
  const interceptors = injector.get(SheetInterceptorService);

  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: BEFORE_UNIVER,
    handler: (cell, { workbook, worksheet, row, col }, next) => {
      const plain = shown(
        cell,
        workbook.getStyles().get(worksheet.getCellRaw(row, col)?.s)?.n?.pattern,
        locale,
      );
      return next(plain === null ? cell : { ...cell, v: plain });
    },
  });

  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: BEFORE_UNIVER,
    handler: (cell, { worksheet, row, col }, next) => {
      const raw = worksheet.getCellRaw(row, col);
      const pattern = worksheet.getComposedCellStyle(row, col)?.n?.pattern ?? GENERAL;
      if (raw?.f) return { ...cell, f: comma ? localFormula(raw.f) : raw.f };
      if (raw?.t !== CellValueType.NUMBER) return next(cell);
      return { ...cell, v: editorText(Number(raw.v), pattern, locale), t: CellValueType.STRING };
    },
  });

  interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: BEFORE_UNIVER,
    handler: (typed, { worksheet, row, col }) => {
      if (!typed) return typed;
      const style = worksheet.getComposedCellStyleByCellData(row, col, worksheet.getCellRaw(row, col));
      const read = interpret(inputOf(typed), style?.n?.pattern ?? GENERAL, comma);
      const data: ICellData = { ...typed, ...contentData(read.content) };
      return read.style ? { ...data, s: { ...style, ...styleData(read.style) } } : data;
    },
  });
}

/** What a number, truth value or error shows where the cell has no number format; null for everything else. */
function shown(
  cell: Nullable<ICellDataForSheetInterceptor>,
  pattern: string | undefined,
  locale: string,
): string | null {
  if (!cell || cell.p || (pattern !== undefined && pattern !== GENERAL)) return null;
  const known = toEngineCell(cell as ICellData, null);
  if (known === null || (typeof known.value === 'string' && !known.error)) return null;
  return textOf(known, locale);
}

/** The text with which editing begins: all digits, percentages as such, dates as dates. */
function editorText(value: number, pattern: string, locale: string): string {
  const plain = (number: number): string => {
    const text = String(number);
    return decimalComma(locale) ? text.replace('.', ',') : text;
  };
  if (pattern.includes('%')) return `${plain(Number((value * 100).toPrecision(15)))}%`;
  if (isDateFormat(pattern) && Number.isInteger(value)) {
    const format = decimalComma(locale) ? 'dd/mm/yyyy' : 'm/d/yyyy';
    return textOf({ value, formula: null, format, error: false }, locale);
  }
  return plain(value);
}

/** `=IF(A1,1.5,2)` → `=IF(A1;1,5;2)`, so that it can be edited and read again; texts in quotes stay. */
function localFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, position) => (position % 2 ? part : part.replace(/,/g, ';').replace(/(\d)\.(\d)/g, '$1,$2')))
    .join('');
}

/** The text that was typed; several lines come as a document of paragraphs. */
function inputOf(typed: ICellData): string {
  if (typed.f) return typed.f;
  const lines = typed.p?.body?.dataStream;
  if (lines !== undefined) return lines.replace(/\r\n$/, '').replace(/\r/g, '\n');
  const text = String(typed.v ?? '');
  // Univer has taken the apostrophe away already: said again, so that it is not read once more.
  return typed.t === CellValueType.FORCE_STRING ? `'${text}` : text;
}
