import { REPORT_MARK, WorkbookError, type ReportCell, type ReportSheet } from '../workbook';
import { addSheet } from './addSheet';
import { needsQuotePrefix } from './cellXml';
import type { Dialect } from './dialect';
import type { OpcPackage } from './package';
import { quotedRef, sheetXml } from './sheetXml';
import type { StyleBook, StyleSpec } from './styleBook';
import { hasLocalName, setLocalNames } from './workbookEdit';
import type { WorkbookPart } from './workbookPart';

type ReportStyle = NonNullable<ReportCell['style']>;

/** Text and background colours; meaning never rests on colour alone, the words say it too. */
const LOOKS: Readonly<
  Record<ReportStyle, { bold?: boolean; italic?: boolean; bigger?: number; text?: string; fill?: string }>
> = {
  title: { bold: true, bigger: 5, text: '1F3864' },
  heading: { bold: true, text: 'FFFFFF', fill: '1F3864' },
  label: { bold: true },
  error: { bold: true, text: '9C0006', fill: 'FFE3E3' },
  warning: { bold: true, text: '7F4F00', fill: 'FFF1CF' },
  info: { text: '1F4E79', fill: 'E6F0FA' },
  ok: { bold: true, text: '1B5E20', fill: 'E4F3E5' },
  muted: { italic: true, text: '595959' },
};
const LINK_COLOUR = '0563C1';
const THIN_LINE =
  '<border><left/><right/><top/><bottom style="hair"><color rgb="FFBFBFBF"/></bottom><diagonal/></border>';

/**
 * Adds the sheet, or rewrites it where it is. Only a sheet that carries our mark is rewritten: one of the user's
 * that happens to have the name is refused.
 * @throws WorkbookError `cannot-write` (`reason`: `sheet-name-taken`, `sheet-name`, `structure-locked`).
 */
export function writeReportSheet(
  source: OpcPackage,
  workbook: WorkbookPart,
  dialect: Dialect,
  styles: StyleBook,
  report: ReportSheet,
): void {
  const xml = sheetXml(
    {
      rows: report.rows.map((row) => row.map((cell) => ({ ...cell, style: styleOf(cell, styles) }))),
      widths: report.widths,
      showGrid: false,
      tabColour: '1F3864',
      ...(report.header === undefined ? {} : { header: report.header }),
    },
    dialect.main,
  );
  const lower = report.name.toLowerCase();
  let place = workbook.sheets.findIndex((sheet) => sheet.name.toLowerCase() === lower);
  const known = workbook.sheets[place];
  if (known && hasLocalName(source, workbook.part, REPORT_MARK, place)) {
    if (source.text(known.part) !== xml) source.setText(known.part, xml);
  } else {
    if (workbook.structureLocked) {
      throw new WorkbookError('cannot-write', { reason: 'structure-locked', sheet: report.name });
    }
    place = workbook.sheets.length;
    addSheet(source, workbook, dialect, report.name, xml);
  }
  const [first, last] = report.printTitles ?? [];
  const titles = first === undefined ? '' : `$${first + 1}:$${(last ?? first) + 1}`;
  const sheetName = known?.name ?? report.name;
  setLocalNames(source, workbook.part, [
    { name: REPORT_MARK, sheet: place, formula: 'TRUE', hidden: true },
    { name: '_xlnm.Print_Titles', sheet: place, formula: titles && quotedRef(sheetName, titles) },
  ]);
}

function styleOf(cell: ReportCell, styles: StyleBook): number {
  const look = cell.style ? LOOKS[cell.style] : {};
  const { name, size } = styles.defaultFont();
  const link = cell.link !== undefined && !cell.link.file;
  const colour = link && cell.style !== 'heading' ? LINK_COLOUR : look.text;
  const font =
    `<font>${look.bold ? '<b/>' : ''}${look.italic ? '<i/>' : ''}${link ? '<u/>' : ''}` +
    `<sz val="${size + (look.bigger ?? 0)}"/>${colour ? `<color rgb="FF${colour}"/>` : ''}` +
    `<name val="${name}"/><family val="2"/></font>`;
  const spec: StyleSpec = {
    font,
    alignment: `<alignment vertical="top"${cell.style === 'title' ? '' : ' wrapText="1"'}/>`,
    ...(look.fill ? { fill: solid(look.fill) } : {}),
    ...(cell.style === 'title' ? {} : { border: THIN_LINE }),
    ...(typeof cell.value === 'string' && needsQuotePrefix(cell.value) ? { quotePrefix: true } : {}),
  };
  return styles.style(spec);
}

/** A fill of one colour. */
export function solid(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}
