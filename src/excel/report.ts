import {
  REPORT_MARK,
  WorkbookError,
  areaAddress,
  formatRef,
  type ReportCell,
  type ReportSheet,
} from '../workbook';
import { withoutSheet } from './addresses';
import { asWritten, contentsOf, type Contents } from './neutral';
import { ownSheets } from './own-sheets';
import { tryExcel, writeExcel } from './run';

type ReportStyle = NonNullable<ReportCell['style']>;

/** Text and background colours; meaning never rests on colour alone, the words say it too. */
const LOOKS: Readonly<
  Record<ReportStyle, { bold?: boolean; italic?: boolean; size?: number; text?: string; fill?: string }>
> = {
  title: { bold: true, size: 16, text: '#1F3864' },
  heading: { bold: true, text: '#FFFFFF', fill: '#1F3864' },
  label: { bold: true },
  error: { bold: true, text: '#9C0006', fill: '#FFE3E3' },
  warning: { bold: true, text: '#7F4F00', fill: '#FFF1CF' },
  info: { text: '#1F4E79', fill: '#E6F0FA' },
  ok: { bold: true, text: '#1B5E20', fill: '#E4F3E5' },
  muted: { italic: true, text: '#595959' },
};
const LINK = '#0563C1';
/** Rows of one round trip: with the text of a finding far below 5 MB. */
const ROWS_PER_SYNC = 2_000;
/** Width in points of a character of the standard font, about: Excel counts in pixels and fonts differ. */
const POINTS_PER_CHARACTER = 5.6;

/**
 * Adds the sheet once, afterwards rewrites it in place: adding and deleting sheets empties the user's list of undo.
 * A sheet of the user's that happens to have the name carries no mark of ours and is refused.
 */
export async function writeReport(report: ReportSheet): Promise<void> {
  const { name } = report;
  await writeExcel<Known | null>({
    sheet: name,
    look: (context) => inspect(context, name),
    write: async (context, known, changed) => {
      const sheet = known?.sheet ?? addSheet(context, name);
      await fill(context, sheet, report, known?.used ?? null, changed);
      ownSheets.add(sheet.id);
    },
    restore: (context, known) => restore(context, name, known),
  });
  // Microsoft's own reports tell of refusals (office-js 1860): paper is worth no check.
  await tryExcel(async (context) => {
    setUpPrint(context.workbook.worksheets.getItem(name), report);
    await context.sync();
  });
}

function addSheet(context: Excel.RequestContext, name: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(name).load('id');
  sheet.names.add(REPORT_MARK, '=TRUE').visible = false;
  return sheet;
}

interface Known {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range | null;
  /** Its contents before we write, and where; null for an empty sheet. */
  readonly before: { readonly address: string; readonly contents: Contents } | null;
}

/** Our sheet as it is, or null; rejects when it must not be written. One round trip. */
async function inspect(context: Excel.RequestContext, name: string): Promise<Known | null> {
  const { workbook } = context;
  workbook.load('readOnly');
  const sheet = workbook.worksheets.getItemOrNullObject(name).load('id');
  sheet.protection.load('protected');
  const mark = sheet.names.getItemOrNullObject(REPORT_MARK).load('name');
  const used = sheet.getUsedRangeOrNullObject(false).load('address,formulas,values,numberFormat');
  await context.sync();
  if (workbook.readOnly) throw new WorkbookError('read-only');
  if (sheet.isNullObject) return null;
  if (mark.isNullObject) throw new WorkbookError('cannot-write', { reason: 'sheet-name-taken', sheet: name });
  if (sheet.protection.protected) throw new WorkbookError('protected-sheet', { sheet: name });
  if (used.isNullObject) return { sheet, used: null, before: null };
  return { sheet, used, before: { address: withoutSheet(used.address), contents: contentsOf(used) } };
}

async function fill(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  report: ReportSheet,
  old: Excel.Range | null,
  changed: () => void,
): Promise<void> {
  const width = Math.max(1, ...report.rows.map((row) => row.length));
  old?.clear();
  for (let first = 0; first < report.rows.length; first += ROWS_PER_SYNC) {
    const rows = report.rows.slice(first, first + ROWS_PER_SYNC);
    const block = rangeAt(sheet, first, 0, rows.length, width);
    block.format.wrapText = true;
    block.format.verticalAlignment = 'Top';
    block.values = rows.map((row) => Array.from({ length: width }, (_cell, column) => content(row[column])));
    paint(sheet, rows, first);
    if (first + ROWS_PER_SYNC >= report.rows.length) break;
    await context.sync();
    changed();
  }
  report.widths.forEach((characters, column) => {
    rangeAt(sheet, 0, column, 1, 1).format.columnWidth = characters * POINTS_PER_CHARACTER;
  });
  sheet.showGridlines = false;
  sheet.tabColor = '#1F3864';
  await context.sync();
}

/** What is written into a cell: a link is a formula of ours around its own text, everything else plain text. */
function content(cell: ReportCell | undefined): string | number | boolean {
  if (!cell) return '';
  if (!cell.link || cell.link.file) return asWritten(cell.value);
  const quoted = (text: string): string => text.replace(/"/g, '""');
  const target = quoted(`#${formatRef({ sheet: cell.link.sheet, address: cell.link.address })}`);
  const shown = quoted(String(cell.value ?? ''));
  // Excel allows 255 characters in one text of a formula.
  return target.length > 250 || shown.length > 250
    ? asWritten(cell.value)
    : `=HYPERLINK("${target}","${shown}")`;
}

/** A rectangle of cells that look the same. */
interface Patch {
  readonly look: Look;
  readonly top: number;
  bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Colours, one call per rectangle of equal cells: a report has few looks and many rows. */
function paint(sheet: Excel.Worksheet, rows: readonly (readonly ReportCell[])[], first: number): void {
  for (const { look, top, bottom, left, right } of patchesOf(rows)) {
    apply(rangeAt(sheet, first + top, left, bottom - top + 1, right - left + 1).format, look);
  }
}

/** Stretches of equal cells in each row, joined with the same stretch of the row above. */
function patchesOf(rows: readonly (readonly ReportCell[])[]): Patch[] {
  const done: Patch[] = [];
  let open = new Map<string, Patch>();
  rows.forEach((row, index) => {
    const next = new Map<string, Patch>();
    for (let left = 0; left < row.length;) {
      const look = lookOf(row[left]);
      let right = left;
      while (right + 1 < row.length && lookOf(row[right + 1]) === look) right++;
      if (look) {
        const key = `${look} ${left} ${right}`;
        const above = open.get(key);
        if (above) above.bottom = index;
        const patch = above ?? { look, top: index, bottom: index, left, right };
        if (!above) done.push(patch);
        next.set(key, patch);
      }
      left = right + 1;
    }
    open = next;
  });
  return done;
}

const rangeAt = (
  sheet: Excel.Worksheet,
  top: number,
  left: number,
  rows: number,
  columns: number,
): Excel.Range =>
  sheet.getRange(areaAddress({ top, left, bottom: top + rows - 1, right: left + columns - 1 }));

type Look = ReportStyle | 'link';

const lookOf = (cell: ReportCell | undefined): Look | null => cell?.style ?? (cell?.link ? 'link' : null);

function apply(format: Excel.RangeFormat, key: Look): void {
  if (key === 'link') {
    format.font.color = LINK;
    format.font.underline = 'Single';
    return;
  }
  const look = LOOKS[key];
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.size) format.font.size = look.size;
  if (look.text) format.font.color = look.text;
  if (look.fill) format.fill.color = look.fill;
  // A styled cell is a word, or a line that flows over the empty cells on its right.
  format.wrapText = false;
}

function setUpPrint(sheet: Excel.Worksheet, report: ReportSheet): void {
  sheet.pageLayout.orientation = 'Landscape';
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  if (report.printTitles) {
    const [from, to] = report.printTitles;
    sheet.pageLayout.setPrintTitleRows(`$${from + 1}:$${to + 1}`);
  }
  const page = sheet.pageLayout.headersFooters.defaultForAllPages;
  page.centerFooter = '&P / &N';
  // "&" begins a code of Excel's in headers.
  if (report.header !== undefined) page.leftHeader = report.header.replace(/&/g, '&&').slice(0, 250);
}

/** After a failure: a sheet that was added is taken away again, one that was there gets its contents back. */
async function restore(context: Excel.RequestContext, name: string, known: Known | null): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load('name');
  const mark = sheet.names.getItemOrNullObject(REPORT_MARK).load('name');
  const used = sheet.getUsedRangeOrNullObject(true).load('address');
  await context.sync();
  if (sheet.isNullObject) return;
  if (!known) {
    // A sheet with contents and without our mark is of somebody who had the same idea this very moment.
    if (!mark.isNullObject || used.isNullObject) sheet.delete();
  } else {
    sheet.getRange().clear('Contents');
    if (known.before) sheet.getRange(known.before.address).formulas = known.before.contents;
  }
  await context.sync();
}
