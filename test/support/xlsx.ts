import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { refAt, type Grid, type WorkbookSnapshot } from '../../src/workbook';
import { readWorkbook } from '../../src/xlsx';

/** Bytes of a file in test/fixtures. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(__dirname, '..', 'fixtures', name)));
}

export type Parts = Record<string, string | Uint8Array>;

/** An archive of parts. */
export function zipOf(parts: Parts, level: 0 | 1 | 6 = 6): Uint8Array {
  const bytes = Object.entries(parts).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(bytes), { level });
}

/** Parts of an archive as fflate unpacks them: the second opinion on what our own writer wrote. */
export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)));
}

/** The text of a part; '' when there is none. */
export function partText(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(partsOf(bytes).get(name) ?? new Uint8Array());
}

/** Names of the parts that were changed, added or removed, sorted. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const same = (name: string) => {
    const [a, b] = [old.get(name), now.get(name)];
    return a !== undefined && b !== undefined && Buffer.from(a).equals(Buffer.from(b));
  };
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => !same(name)).sort();
}

export interface RawSheet {
  readonly name: string;
  /** The whole part, or only what stands inside `worksheet` when it does not begin with `<?xml` or `<worksheet`. */
  readonly xml: string;
  readonly attributes?: string;
  /** Relationships of the sheet: `<Relationship …/>` elements. */
  readonly relations?: string;
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OPC = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a small workbook, to be changed by a test before they are zipped. */
export function workbookParts(
  sheets: readonly RawSheet[],
  more: {
    readonly workbook?: string;
    readonly beforeSheets?: string;
    readonly styles?: string;
    readonly strings?: string;
    readonly relations?: string;
  } = {},
): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${OPC}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${OPC}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${more.beforeSheets ?? ''}<sheets>` +
      sheets
        .map(
          ({ name, attributes = '' }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${attributes} r:id="rId${i + 1}"/>`,
        )
        .join('') +
      `</sheets>${more.workbook ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${OPC}/relationships">` +
      sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
      (more.styles === undefined ? '' : relation('rIdS', 'styles', 'styles.xml')) +
      (more.strings === undefined ? '' : relation('rIdT', 'sharedStrings', 'sharedStrings.xml')) +
      (more.relations ?? '') +
      '</Relationships>',
  };
  sheets.forEach(({ xml, relations }, i) => {
    const whole = /^<(\?xml|\w+:worksheet|worksheet)/.test(xml);
    parts[`xl/worksheets/sheet${i + 1}.xml`] = whole ? xml : `<worksheet xmlns="${MAIN}">${xml}</worksheet>`;
    if (relations) {
      parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] =
        `<Relationships xmlns="${OPC}/relationships">${relations}</Relationships>`;
    }
  });
  if (more.styles !== undefined) {
    parts['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${more.styles}</styleSheet>`;
  }
  if (more.strings !== undefined)
    parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${more.strings}</sst>`;
  return parts;
}

/** A workbook with one sheet `Foglio1` and this `sheetData`. */
export function oneSheet(sheetData: string, more: Parameters<typeof workbookParts>[1] = {}): Uint8Array {
  return zipOf(workbookParts([{ name: 'Foglio1', xml: `<sheetData>${sheetData}</sheetData>` }], more));
}

/** A `cellXfs` with General first and then one style per number format, numbered from 1. */
export function stylesOf(...formats: readonly string[]): string {
  const escaped = formats.map((format) => format.replace(/&/g, '&amp;').replace(/"/g, '&quot;'));
  return (
    `<numFmts count="${formats.length}">${escaped.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')}</numFmts>` +
    '<fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    `<cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs>`
  );
}

/** What the reader makes of a file. */
export function read(bytes: Uint8Array): WorkbookSnapshot {
  return readWorkbook(bytes, 'piano.xlsx');
}

/** The first sheet of a workbook. */
export function grid(bytes: Uint8Array): Grid {
  const [first] = read(bytes).sheets;
  if (!first) throw new TypeError('no sheet');
  return first;
}

/** The cells of a sheet as `A1 → text`. */
export function texts(sheet: Grid): Record<string, string> {
  return Object.fromEntries(
    sheet.rows.flatMap(({ row, columns, cells }) =>
      cells.map((cell, at) => [refAt(sheet, row, columns[at] ?? 0).address, cell.text]),
    ),
  );
}
