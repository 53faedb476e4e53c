import { areaAddress, cellAddress, formatRef, type Area, type CellRef, type CellValue } from '../workbook';
import { cellXml } from './cellXml';
import { encodeString } from './strings';
import { escapeXml } from './xml';

/** A cell of a sheet we write as a whole; `style` is an index in the workbook's cell styles. */
export interface SheetCell {
  readonly value: CellValue;
  readonly style?: number;
  readonly link?: CellRef;
  /** The style lets text wrap. */
  readonly wraps?: boolean;
}

/** A rule for what may be typed into some cells. */
export interface Validation {
  readonly areas: readonly Area[];
  /** `list`: `formula1` is a range or a quoted list; the others as in the format (18.3.1.32). */
  readonly type: 'list' | 'decimal' | 'whole' | 'date' | 'textLength' | 'custom';
  readonly operator?: 'between' | 'greaterThan' | 'greaterThanOrEqual' | 'lessThanOrEqual';
  readonly formula1: string;
  readonly formula2?: string;
  /** `warning` lets the user go on. */
  readonly strictness: 'stop' | 'warning' | 'information';
  readonly title: string;
  readonly message: string;
  readonly prompt?: string;
}

/** A worksheet we write as a whole: A4, fitted to the page's width, page numbers in the footer. */
export interface SheetSpec {
  readonly rows: readonly (readonly SheetCell[])[];
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** Style of the cells of a column that are not there yet, by column. */
  readonly columnStyles?: readonly (number | undefined)[];
  /** Heights of rows in points where they are not left to Excel, by row. */
  readonly heights?: Readonly<Record<number, number>>;
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly merges?: readonly Area[];
  readonly validations?: readonly Validation[];
  readonly autoFilter?: Area;
  readonly header?: string;
  readonly portrait?: boolean;
  readonly tabColour?: string;
  readonly showGrid?: boolean;
  /** Lines between the cells on paper. */
  readonly printGrid?: boolean;
  /** The sheet in view when the file opens. */
  readonly selected?: boolean;
}

const PAGE_NUMBERS = '&C&P / &N';
const MAX_HEADER = 255;
/** Points per line of the usual 11 point fonts, and Excel's limit for a row. */
const LINE_HEIGHT = 15;
const MAX_HEIGHT = 409;

/** The text of a worksheet part. @param main namespace of the workbook. */
export function sheetXml(spec: SheetSpec, main: string): string {
  const width = Math.max(1, ...spec.rows.map((row) => row.length));
  const used = { top: 0, left: 0, bottom: Math.max(0, spec.rows.length - 1), right: width - 1 };
  const links = spec.rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell.link && !cell.link.file ? [linkXml(cell.link, cellAddress(r, c))] : [])),
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">`,
    `<sheetPr>${spec.tabColour ? `<tabColor rgb="FF${spec.tabColour}"/>` : ''}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${areaAddress(used)}"/>`,
    viewXml(spec),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(spec),
    `<sheetData>${spec.rows.map((row, r) => rowXml(row, r, spec.heights?.[r], spec.widths)).join('')}</sheetData>`,
    spec.autoFilter ? `<autoFilter ref="${areaAddress(spec.autoFilter)}"/>` : '',
    collection(
      'mergeCells',
      (spec.merges ?? []).map((area) => `<mergeCell ref="${areaAddress(area)}"/>`),
    ),
    collection('dataValidations', (spec.validations ?? []).map(validationXml)),
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    spec.printGrid ? '<printOptions gridLines="1"/>' : '',
    '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${spec.portrait ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/>`,
    headerXml(spec.header),
    '</worksheet>',
  ].join('');
}

function viewXml({ freeze, showGrid, selected }: SheetSpec): string {
  const attributes = `${showGrid === false ? ' showGridLines="0"' : ''}${selected ? ' tabSelected="1"' : ''}`;
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0)) {
    return `<sheetViews><sheetView${attributes} workbookViewId="0"/></sheetViews>`;
  }
  const { rows, columns } = freeze;
  const pane = rows && columns ? 'bottomRight' : rows ? 'bottomLeft' : 'topRight';
  const split = `${columns ? ` xSplit="${columns}"` : ''}${rows ? ` ySplit="${rows}"` : ''}`;
  const first = cellAddress(rows, columns);
  return (
    `<sheetViews><sheetView${attributes} workbookViewId="0">` +
    `<pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`
  );
}

function columnsXml({ widths, columnStyles }: SheetSpec): string {
  if (widths.length === 0) return '';
  const columns = widths.map((width, i) => {
    const style = columnStyles?.[i];
    return `<col min="${i + 1}" max="${i + 1}" width="${width}"${style ? ` style="${style}"` : ''} customWidth="1"/>`;
  });
  return `<cols>${columns.join('')}</cols>`;
}

function rowXml(
  row: readonly SheetCell[],
  r: number,
  height: number | undefined,
  widths: readonly number[],
): string {
  const cells = row
    .map(({ value, style = 0 }, c) =>
      style || (value !== null && value !== '') ? cellXml('', cellAddress(r, c), style, value) : '',
    )
    .join('');
  const size = height === undefined ? guessedHeight(row, widths) : ` ht="${height}" customHeight="1"`;
  return cells || size ? `<row r="${r + 1}"${size}>${cells}</row>` : '';
}

/**
 * A height for rows whose text wraps, as Excel itself would note it (not fixed: it fits again when edited).
 * Without it some programs show one line of many.
 */
function guessedHeight(row: readonly SheetCell[], widths: readonly number[]): string {
  const lines = row.map(({ value, wraps }, c) =>
    typeof value === 'string' && wraps
      ? value
          .split('\n')
          .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / ((widths[c] ?? 8) * 1.05))), 0)
      : 1,
  );
  const most = Math.max(1, ...lines);
  return most === 1 ? '' : ` ht="${Math.min(most * LINE_HEIGHT, MAX_HEIGHT)}"`;
}

function linkXml(link: CellRef, address: string): string {
  const location = quotedRef(link.sheet, link.address);
  return `<hyperlink ref="${address}" location="${escapeXml(location)}" display="${escapeXml(formatRef(link))}"/>`;
}

/** `'Sheet name'!A1`, always quoted: always right. */
export function quotedRef(sheet: string, address: string): string {
  return `'${sheet.replace(/'/g, "''")}'!${address}`;
}

function validationXml(rule: Validation): string {
  const { title, message, prompt } = rule;
  const attributes = [
    `type="${rule.type}"`,
    ...(rule.strictness === 'stop' ? [] : [`errorStyle="${rule.strictness}"`]),
    ...(rule.operator && rule.operator !== 'between' ? [`operator="${rule.operator}"`] : []),
    'allowBlank="1"',
    ...(prompt ? ['showInputMessage="1"'] : []),
    'showErrorMessage="1"',
    `errorTitle="${text(title)}" error="${text(message)}"`,
    ...(prompt ? [`promptTitle="${text(title)}" prompt="${text(prompt)}"`] : []),
    `sqref="${rule.areas.map(areaAddress).join(' ')}"`,
  ].join(' ');
  const second = rule.formula2 === undefined ? '' : `<formula2>${escapeXml(rule.formula2)}</formula2>`;
  return `<dataValidation ${attributes}><formula1>${escapeXml(rule.formula1)}</formula1>${second}</dataValidation>`;
}

function text(value: string): string {
  return escapeXml(encodeString(value));
}

function headerXml(header: string | undefined): string {
  const words = (header ?? '')
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&&')
    .slice(0, MAX_HEADER - 2);
  const top = words ? `<oddHeader>${escapeXml(`&L${words}`)}</oddHeader>` : '';
  return `<headerFooter>${top}<oddFooter>${escapeXml(PAGE_NUMBERS)}</oddFooter></headerFooter>`;
}

function collection(tag: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
}
