import type { DefinedName, TableArea, Visibility } from '../workbook';
import { areaOfAddress, sheetOf, withoutSheet } from './addresses';
import { NO_LINES, readLines } from './lines';
import type { MergeMemory } from './merge-memory';
import type { SheetToRead } from './read-sheets';

/** What the workbook consists of, before any cell is read. Three round trips. */
export interface Survey {
  readonly name: string;
  readonly sheets: readonly SheetToRead[];
  readonly names: readonly DefinedName[];
  readonly tables: readonly TableArea[];
  readonly date1904: boolean;
  /** Our private parts as XML: more than one where two people saved at once, or another program copied it. */
  readonly stores: readonly string[];
}

const VISIBILITY: Readonly<Record<string, Visibility>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** Serial number of 1 January 2000 where days count from 1904. */
const MILLENNIUM_1904 = 35064;

export interface SurveyOptions {
  /** Names of the sheets to read, all when undefined. */
  readonly wanted: ReadonlySet<string> | undefined;
  /** Of the private part. */
  readonly namespace: string;
  readonly merges: MergeMemory;
}

export async function survey(
  context: Excel.RequestContext,
  { wanted, namespace, merges }: SurveyOptions,
): Promise<Survey> {
  const { workbook } = context;
  workbook.load('name');
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const names = workbook.names.load('items/name,items/type,items/value,items/visible');
  const tables = workbook.tables.load('items/name,items/showHeaders');
  const parts = workbook.customXmlParts.getByNamespace(namespace).load('items/id');
  const millennium = workbook.functions.date(2000, 1, 1).load('value');
  await context.sync();

  const chosen = sheets.items.filter((sheet) => !wanted || wanted.has(sheet.name));
  const used = chosen.map((sheet) => sheet.getUsedRangeOrNullObject(true).load('address'));
  const painted = chosen.map((sheet) => sheet.getUsedRangeOrNullObject(false).load('address'));
  const tableRanges = tables.items.map((table) => table.getRange().load('address'));
  const columns = tables.items.map((table) => table.columns.load('items/name'));
  const xml = parts.items.map((part) => part.getXml());
  await context.sync();

  const areas = used.map((range) => (range.isNullObject ? null : areaOfAddress(range.address)));
  const found = chosen.flatMap((sheet, position) => {
    const area = areas[position];
    const looks = painted[position];
    return area && looks ? [{ id: sheet.id, sheet, area, painted: looks }] : [];
  });
  const lines = await readLines(context, found, merges, wanted === undefined);
  return {
    name: workbook.name,
    sheets: chosen.map((sheet, position) => ({
      name: sheet.name,
      visibility: VISIBILITY[sheet.visibility] ?? 'visible',
      sheet,
      used: areas[position] ?? null,
      ...(lines.get(sheet) ?? NO_LINES),
    })),
    names: names.items.flatMap((item) => definedName(item)),
    tables: tables.items.map((table, position) => {
      const address = tableRanges[position]?.address ?? '';
      return {
        name: table.name,
        ref: { sheet: sheetOf(address) ?? '', address: withoutSheet(address) },
        columns: columns[position]?.items.map((column) => column.name) ?? [],
        hasHeader: table.showHeaders,
      };
    }),
    date1904: Number(millennium.value) === MILLENNIUM_1904,
    stores: xml.map(({ value }) => value),
  };
}

/** Names that point at one rectangle; formulas, constants and broken references are left out. */
function definedName(item: Excel.NamedItem): DefinedName[] {
  if (item.type !== 'Range' || !item.visible || typeof item.value !== 'string') return [];
  const sheet = sheetOf(item.value.replace(/^=/, ''));
  const address = withoutSheet(item.value.replace(/^=/, ''));
  return sheet !== null && areaOfAddress(address) ? [{ name: item.name, ref: { sheet, address } }] : [];
}
