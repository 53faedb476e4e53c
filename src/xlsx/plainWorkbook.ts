import { strToU8, zipSync } from 'fflate';
import { areaAddress, cellAddress, type Cell, type Grid, type WorkbookSnapshot } from '../workbook';
import { encodeString } from './strings';
import { escapeXml } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Number formats below this are those every workbook knows. */
const FIRST_OWN_FORMAT = 164;

/**
 * A workbook with what a snapshot knows – values, number formats, merges, what is hidden, tables – and nothing else:
 * no look, formulas, comments, pictures or properties.
 */
export function plainWorkbook(snapshot: WorkbookSnapshot): Uint8Array {
  const formats = formatsOf(snapshot);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(snapshot),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart(snapshot),
    'xl/_rels/workbook.xml.rels': relations([
      ...snapshot.sheets.map((_sheet, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesPart(formats),
  };
  snapshot.sheets.forEach((sheet, at) => {
    const tables = snapshot.tables
      .map((table, place) => [table, place + 1] as const)
      .filter(([table]) => table.ref.sheet === sheet.name);
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetPart(sheet, formats, tables.length);
    if (tables.length === 0) return;
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations(
      tables.map(([, number]) => ['table', `../tables/table${number}.xml`] as const),
    );
    for (const [table, number] of tables) parts[`xl/tables/table${number}.xml`] = tablePart(table, number);
  });
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])),
    { level: 6, mtime: new Date(1980, 0, 1) },
  );
}

const said = (text: string): string => escapeXml(encodeString(text));

function relations(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function contentTypes({ sheets, tables }: WorkbookSnapshot): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${KIND}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}` +
    sheets.map((_sheet, at) => override(`worksheets/sheet${at + 1}`, 'worksheet')).join('') +
    tables.map((_table, at) => override(`tables/table${at + 1}`, 'table')).join('') +
    '</Types>'
  );
}

function workbookPart({ sheets, date1904 }: WorkbookSnapshot): string {
  const list = sheets.map(({ name, visibility }, at) => {
    const state = visibility === 'visible' ? '' : ` state="${visibility}"`;
    return `<sheet name="${said(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`;
}

/** Number formats of the cells, each with its place in the styles; the first is General. */
function formatsOf({ sheets }: WorkbookSnapshot): ReadonlyMap<string | undefined, number> {
  const formats = new Map<string | undefined, number>([[undefined, 0]]);
  for (const { rows } of sheets)
    for (const { cells } of rows)
      for (const { format } of cells) if (!formats.has(format)) formats.set(format, formats.size);
  return formats;
}

function stylesPart(formats: ReadonlyMap<string | undefined, number>): string {
  const own = [...formats].filter(([format]) => format !== undefined);
  const numbered = own.map(
    ([format, at]) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${said(format ?? '')}"/>`,
  );
  const styles = [...formats].map(([format, at]) => {
    const id = format === undefined ? 0 : FIRST_OWN_FORMAT + at;
    return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"${id > 0 ? ' applyNumberFormat="1"' : ''}/>`;
  });
  return (
    `<styleSheet xmlns="${MAIN}">` +
    (own.length > 0 ? `<numFmts count="${own.length}">${numbered.join('')}</numFmts>` : '') +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`
  );
}

function sheetPart(sheet: Grid, formats: ReadonlyMap<string | undefined, number>, tables: number): string {
  const columns = [...sheet.hiddenColumns]
    .sort((a, b) => a - b)
    .map((column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1" customWidth="1"/>`);
  const filled = new Map(sheet.rows.map((row) => [row.row, row]));
  const rows = [...new Set([...filled.keys(), ...sheet.hiddenRows])]
    .sort((a, b) => a - b)
    .map((row) => {
      const line = filled.get(row);
      const cells = line?.cells.map((cell, at) =>
        cellPart(cell, cellAddress(row, line.columns[at] ?? 0), formats.get(cell.format) ?? 0),
      );
      return `<row r="${row + 1}"${sheet.hiddenRows.has(row) ? ' hidden="1"' : ''}>${cells?.join('') ?? ''}</row>`;
    });
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  const parts = Array.from({ length: tables }, (_one, at) => `<tablePart r:id="rId${at + 1}"/>`);
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    `<sheetData>${rows.join('')}</sheetData>` +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    (tables > 0 ? `<tableParts count="${tables}">${parts.join('')}</tableParts>` : '') +
    '</worksheet>'
  );
}

function cellPart({ value, text, error }: Cell, address: string, style: number): string {
  const at = `r="${address}"${style > 0 ? ` s="${style}"` : ''}`;
  if (error) return `<c ${at} t="e"><v>${said(text)}</v></c>`;
  if (typeof value === 'string')
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${said(value)}</t></is></c>`;
  if (typeof value === 'boolean') return `<c ${at} t="b"><v>${value ? 1 : 0}</v></c>`;
  return value === null ? `<c ${at}/>` : `<c ${at}><v>${value}</v></c>`;
}

function tablePart(table: WorkbookSnapshot['tables'][number], number: number): string {
  const { ref, columns, hasHeader } = table;
  const list = columns.map((name, at) => `<tableColumn id="${at + 1}" name="${said(name)}"/>`);
  return `<table xmlns="${MAIN}" id="${number}" name="Tabella${number}" displayName="Tabella${number}" ref="${ref.address}"${hasHeader ? '' : ' headerRowCount="0"'}><tableColumns count="${list.length}">${list.join('')}</tableColumns></table>`;
}
