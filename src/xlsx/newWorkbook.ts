import type { CellRef, CellValue } from '../workbook';
import { addSheet } from './addSheet';
import { dialectOf } from './dialect';
import { READ_LIMITS } from './limits';
import { quoted, styleOfLook, type Look } from './looks';
import { setContentType, addRelation, xmlPart } from './opcEdit';
import { OpcPackage } from './package';
import { quotedRef, sheetXml, type SheetSpec } from './sheetXml';
import { StyleBook } from './styleBook';
import { setLocalNames } from './workbookEdit';
import type { SheetEntry } from './workbookPart';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';

/** A cell of a new sheet. */
export interface NewCell {
  readonly value: CellValue;
  readonly look?: Look;
  readonly link?: CellRef;
}

/** A sheet of a new workbook. */
export interface NewSheet extends Omit<SheetSpec, 'rows' | 'columnStyles'> {
  readonly name: string;
  readonly rows: readonly (readonly NewCell[])[];
  /** How cells look that the user will fill in, by column. */
  readonly columns?: readonly (Look | undefined)[];
  /** Zero-based first and last row repeated on every printed page. */
  readonly printTitles?: readonly [number, number];
}

/** A new workbook with these sheets, the first in view. Equal sheets give equal bytes. */
export function newWorkbook(sheets: readonly NewSheet[]): Uint8Array {
  const source = emptyPackage();
  const dialect = dialectOf(source, WORKBOOK);
  const styles = new StyleBook(source, STYLES);
  const font = styles.defaultFont();
  const style = (look: Look | undefined) => (look ? styles.style(styleOfLook(look, font)) : 0);
  const entries: SheetEntry[] = [];
  sheets.forEach((sheet, place) => {
    const rows = sheet.rows.map((row) =>
      row.map(({ look, ...cell }) => ({
        ...cell,
        style: style(quoted(cell.value, look)),
        wraps: look?.wrap ?? false,
      })),
    );
    const xml = sheetXml(
      { ...sheet, rows, columnStyles: (sheet.columns ?? []).map(style), selected: place === 0 },
      MAIN,
    );
    entries.push(addSheet(source, { part: WORKBOOK, sheets: entries }, dialect, sheet.name, xml));
    const [first, last] = sheet.printTitles ?? [];
    if (first === undefined) return;
    const formula = quotedRef(sheet.name, `$${first + 1}:$${(last ?? first) + 1}`);
    setLocalNames(source, WORKBOOK, [{ name: '_xlnm.Print_Titles', sheet: place, formula }]);
  });
  styles.save();
  return source.bytes();
}

function emptyPackage(): OpcPackage {
  const source = new OpcPackage([], READ_LIMITS);
  source.setText(
    '[Content_Types].xml',
    xmlPart(
      `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
  );
  source.setText(
    WORKBOOK,
    xmlPart(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView/></bookViews><sheets/></workbook>`,
    ),
  );
  source.setText(
    STYLES,
    xmlPart(
      `<styleSheet xmlns="${MAIN}"><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ),
  );
  setContentType(source, WORKBOOK, `${SPREADSHEET}.sheet.main+xml`);
  setContentType(source, STYLES, `${SPREADSHEET}.styles+xml`);
  addRelation(source, '', `${OFFICE}/officeDocument`, WORKBOOK);
  addRelation(source, WORKBOOK, `${OFFICE}/styles`, STYLES);
  return source;
}
