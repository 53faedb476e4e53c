import { read, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { parseArea } from '../../workbook';
import { GENERAL, contentData, styleData } from './engine/cells';
import type { CellStyle, Content } from './engine/port';
import type { ICellData } from './engine/univer';
import type { EngineWorkbook } from './engine/univer-engine';
import type { HostState, StandInTable, XmlPart } from './model/context';

/** A workbook file as the stand-in opens it. */
export interface OpenedWorkbook {
  readonly workbook: Partial<EngineWorkbook>;
  readonly state: Partial<HostState>;
}

/** Rows and columns beyond the last used one, for the user to type in. */
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 20;
/** Files say heights in points, and widths in digits of the standard font (Calibri 11), padding included. */
const PIXELS_PER_POINT = 4 / 3;
const PIXELS_PER_CHARACTER = 7;

/**
 * Opens an .xlsx: values, formulas, number formats, looks, merges, widths, hidden rows and columns, names, tables
 * and custom XML. By another library than the program's own reader, so that the two can be held against each other.
 * Conditional formats, comments, validation, pictures and rich text are not shown.
 */
export function openXlsx(bytes: Uint8Array, name: string): OpenedWorkbook {
  const book = read(bytes, {
    type: 'array',
    cellStyles: true,
    cellNF: true,
    bookFiles: true,
    sheetStubs: true,
  });
  const files = partsOf(book);
  const ids = book.SheetNames.map((_name, position) => `s${position + 1}`);
  const paths = sheetPaths(files, book.SheetNames.length);
  const sheets = book.SheetNames.map((sheetName, position) => {
    const xml = files.get(paths[position] ?? '') ?? '';
    const visibility = book.Workbook?.Sheets?.[position]?.Hidden ?? 0;
    return { id: ids[position] ?? '', ...sheetOf(book, sheetName, xml), hidden: visibility ? 1 : 0 };
  });
  return {
    workbook: {
      name,
      sheetOrder: ids,
      sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
      resources: [{ name: 'SHEET_DEFINED_NAME_PLUGIN', data: JSON.stringify(definedNames(book, ids)) }],
    },
    state: {
      name,
      date1904: book.Workbook?.WBProps?.date1904 === true,
      veryHidden: new Set(ids.filter((_id, position) => book.Workbook?.Sheets?.[position]?.Hidden === 2)),
      tables: tablesOf(files, paths, ids),
      xmlParts: xmlPartsOf(files),
    },
  };
}

function sheetOf(book: WorkBook, name: string, xml: string): object {
  const sheet = book.Sheets[name] ?? {};
  const used = utils.decode_range(sheet['!ref'] ?? 'A1');
  const looks = looksByCell(book, xml);
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const { r, c } = utils.decode_cell(address);
    const cell = cellOf(sheet[address] as CellObject, looks.get(address));
    if (cell) (cellData[r] ??= {})[c] = cell;
  }
  return {
    name,
    rowCount: used.e.r + 1 + SPARE_ROWS,
    columnCount: used.e.c + 1 + SPARE_COLUMNS,
    cellData,
    mergeData: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      startRow: s.r,
      startColumn: s.c,
      endRow: e.r,
      endColumn: e.c,
    })),
    columnData: columnsOf(sheet),
    rowData: rowsOf(sheet),
  };
}

function columnsOf(sheet: WorkSheet): object {
  const columns = (sheet['!cols'] ?? []).map((column, position) =>
    column
      ? [
          position,
          { ...(column.width ? { w: column.width * PIXELS_PER_CHARACTER } : {}), hd: column.hidden ? 1 : 0 },
        ]
      : null,
  );
  return Object.fromEntries(columns.filter((column) => column !== null));
}

function rowsOf(sheet: WorkSheet): object {
  const rows = (sheet['!rows'] ?? []).map((row, position) =>
    row
      ? [position, { ...(row.hpt ? { h: row.hpt * PIXELS_PER_POINT, ia: 0 } : {}), hd: row.hidden ? 1 : 0 }]
      : null,
  );
  return Object.fromEntries(rows.filter((row) => row !== null));
}

/** Date formats that the file leaves to the country of the reader. */
const LOCAL_FORMATS: Readonly<Record<string, string>> = {
  'm/d/yy': 'dd/mm/yyyy',
  'm/d/yyyy': 'dd/mm/yyyy',
  'm/d/yy h:mm': 'dd/mm/yyyy hh:mm',
};

const ERROR_TEXT: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function cellOf(cell: CellObject, look: CellStyle | undefined): ICellData | null {
  const format = cell.z === undefined || cell.z === GENERAL ? undefined : String(cell.z);
  const style: CellStyle = { ...look, ...(format ? { format: LOCAL_FORMATS[format] ?? format } : {}) };
  const content = contentData(contentOf(cell));
  // As in Excel a stored value stands until something it depends on changes; what was never calculated is.
  const stored = content.v === null ? {} : { v: content.v, t: content.t };
  const data: ICellData = cell.f ? { f: `=${cell.f}`, ...stored } : content;
  if (Object.keys(style).length) data.s = styleData(style);
  return data.v === null && !data.s ? null : data;
}

function contentOf(cell: CellObject): Content {
  if (cell.t === 'e') return { value: ERROR_TEXT[Number(cell.v)] ?? String(cell.w ?? '#N/A') };
  if (cell.t === 'z' || cell.v === undefined) return { value: null };
  if (cell.v instanceof Date) return { value: String(cell.w ?? '') };
  return { value: cell.v };
}

interface FileStyles {
  readonly CellXf?: readonly {
    readonly fontId?: number;
    readonly fillId?: number;
    readonly alignment?: {
      readonly wrapText?: boolean;
      readonly horizontal?: string;
      readonly vertical?: string;
    };
  }[];
  readonly Fonts?: readonly {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly sz?: number;
    readonly name?: string;
    readonly color?: { readonly rgb?: string };
  }[];
  readonly Fills?: readonly { readonly patternType?: string; readonly fgColor?: { readonly rgb?: string } }[];
}

/** The looks of every cell that has a style, by address. */
function looksByCell(book: WorkBook, xml: string): ReadonlyMap<string, CellStyle> {
  const styles = (book as { Styles?: FileStyles }).Styles ?? {};
  const known = (styles.CellXf ?? []).map((_format, position) => lookOf(styles, position));
  const looks = new Map<string, CellStyle>();
  for (const [, address = '', style = ''] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"/g)) {
    const look = known[Number(style)];
    if (look && Object.keys(look).length) looks.set(address, look);
  }
  return looks;
}

const rgb = (color: string | undefined): string | undefined => (color ? `#${color.slice(-6)}` : undefined);
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function lookOf(styles: FileStyles, position: number): CellStyle {
  const format = styles.CellXf?.[position];
  const font = styles.Fonts?.[format?.fontId ?? 0];
  const fill = styles.Fills?.[format?.fillId ?? 0];
  const align = format?.alignment;
  const background = fill?.patternType === 'solid' ? rgb(fill.fgColor?.rgb) : undefined;
  const colour = rgb(font?.color?.rgb);
  const horizontal = capital(align?.horizontal ?? '');
  const vertical = capital(align?.vertical ?? '');
  return {
    ...(background ? { fill: background } : {}),
    ...(colour && colour !== '#000000' ? { color: colour } : {}),
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(font?.sz && font.sz !== 11 ? { size: font.sz } : {}),
    ...(align?.wrapText ? { wrap: true } : {}),
    ...(isHorizontal(horizontal) ? { horizontal } : {}),
    ...(isVertical(vertical) ? { vertical } : {}),
  };
}

const isHorizontal = (word: string): word is 'Left' | 'Center' | 'Right' =>
  ['Left', 'Center', 'Right'].includes(word);
const isVertical = (word: string): word is 'Top' | 'Center' | 'Bottom' =>
  ['Top', 'Center', 'Bottom'].includes(word);

function definedNames(book: WorkBook, ids: readonly string[]): object {
  const names = (book.Workbook?.Names ?? []).filter(({ Name }) => !Name.startsWith('_xlnm.'));
  return Object.fromEntries(
    names.map(({ Name, Ref, Sheet, ...rest }) => {
      const localSheetId = Sheet === undefined ? 'AllDefaultWorkbook' : (ids[Sheet] ?? '');
      const id = `${Sheet === undefined ? '' : localSheetId}!${Name}`;
      return [
        id,
        {
          id,
          name: Name,
          formulaOrRefString: Ref,
          localSheetId,
          hidden: Boolean((rest as { Hidden?: unknown }).Hidden),
        },
      ];
    }),
  );
}

/** Text of the parts of the package. */
function partsOf(book: WorkBook): ReadonlyMap<string, string> {
  const files = (book as { files?: Record<string, { content?: Uint8Array | string }> }).files ?? {};
  const decoder = new TextDecoder();
  return new Map(
    Object.entries(files).flatMap(([path, { content }]) => {
      if (!/\.(xml|rels)$/.test(path) || content === undefined) return [];
      return [[path, typeof content === 'string' ? content : decoder.decode(Uint8Array.from(content))]];
    }),
  );
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Parts of the sheets in the order of the tabs: the number in a part's name says nothing about it. */
function sheetPaths(files: ReadonlyMap<string, string>, count: number): string[] {
  const relations = files.get('xl/_rels/workbook.xml.rels') ?? '';
  const targets = new Map(
    [...relations.matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const tags = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)];
  return Array.from({ length: count }, (_sheet, position) => {
    const target =
      targets.get(attribute(tags[position]?.[0] ?? '', '\\w+:id')) ?? `worksheets/sheet${position + 1}.xml`;
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

function tablesOf(
  files: ReadonlyMap<string, string>,
  paths: readonly string[],
  ids: readonly string[],
): StandInTable[] {
  return paths.flatMap((path, position) => {
    const relations = files.get(path.replace(/([^/]*)$/, '_rels/$1.rels')) ?? '';
    return [...relations.matchAll(/Target="[^"]*?(tables\/[^"]+)"/g)].flatMap(([, target = '']) => {
      const tag = /<table [^>]*>/.exec(files.get(`xl/${target}`) ?? '')?.[0] ?? '';
      const area = parseArea(attribute(tag, 'ref') ?? '');
      if (!area) return [];
      return [
        {
          id: `{T${attribute(tag, 'id') ?? target}}`,
          name: attribute(tag, 'displayName') ?? attribute(tag, 'name') ?? '',
          sheetId: ids[position] ?? '',
          area,
          showHeaders: attribute(tag, 'headerRowCount') !== '0',
          style: 'TableStyleMedium2',
        },
      ];
    });
  });
}

const xmlPartsOf = (files: ReadonlyMap<string, string>): XmlPart[] =>
  [...files].flatMap(([path, xml]) =>
    /^customXml\/item\d+\.xml$/.test(path) ? [{ id: `{${path}}`, xml }] : [],
  );
