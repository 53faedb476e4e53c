import { REPORT_MARK, WorkbookError, type ReportCell, type ReportSheet } from '../workbook';
import { addSheet } from './addSheet';
import { isTrue } from './formats';
import type { Dialect } from './dialect';
import type { OpcPackage } from './package';
import { quotedRef, sheetXml } from './sheetXml';
import { styleOfLook, quoted, type Look } from './looks';
import type { StyleBook } from './styleBook';
import { hasLocalName, setLocalNames } from './workbookEdit';
import type { WorkbookPart } from './workbookPart';

type ReportStyle = NonNullable<ReportCell['style']>;

/** Meaning never rests on colour alone, the words say it too. */
const LOOKS: Readonly<Record<ReportStyle, Look>> = {
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
      rows: report.rows.map((row) =>
        row.map((cell) => ({
          value: cell.value,
          ...(cell.link ? { link: cell.link } : {}),
          style: styleOf(cell, styles),
          wraps: wraps(cell),
        })),
      ),
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
    if (isProtected(source, known.part)) throw new WorkbookError('protected-sheet', { sheet: known.name });
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

function isProtected(source: OpcPackage, part: string): boolean {
  const cursor = source.cursor(part);
  return cursor.find('sheetProtection') && isTrue(cursor.attribute('sheet'));
}

/** Plain text wraps; a cell with a style is a word, or a line that flows over the empty cells on its right. */
const wraps = (cell: ReportCell): boolean => cell.style === undefined;

function styleOf(cell: ReportCell, styles: StyleBook): number {
  const look = cell.style ? LOOKS[cell.style] : {};
  const link = cell.link !== undefined && !cell.link.file;
  const colour = link && cell.style !== 'heading' ? LINK_COLOUR : look.text;
  const whole: Look = {
    ...look,
    ...(link ? { underline: true } : {}),
    ...(colour ? { text: colour } : {}),
    ...(cell.style === 'title' ? {} : { line: 'below' }),
    ...(wraps(cell) ? { wrap: true } : {}),
  };
  return styles.style(styleOfLook(quoted(cell.value, whole), styles.defaultFont()));
}
