import { areaAddress, type Area } from '../workbook';
import { areasOfAddresses } from './addresses';
import { hasApi } from './run';

/** What of a sheet is about rows and columns, not about cells. */
export interface Lines {
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** A sheet and the rectangle of its cells. */
export interface UsedSheet {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

export const NO_LINES: Lines = { merges: [], hiddenRows: new Set(), hiddenColumns: new Set() };

/**
 * Merged cells (ExcelApi 1.13) and hidden rows and columns (1.9) of all sheets, in one round trip. An older Excel
 * tells the merged cells by a copy of the file; its hidden rows and columns stay unknown and are read like others.
 */
export async function readLines(
  context: Excel.RequestContext,
  sheets: readonly UsedSheet[],
): Promise<ReadonlyMap<Excel.Worksheet, Lines>> {
  if (sheets.length === 0) return new Map();
  const merged = hasApi('1.13') ? sheets.map(askMerges) : null;
  const hidden = hasApi('1.9') ? sheets.map(askHidden) : null;
  const told = merged ? null : await oldMerges();
  try {
    if (merged || hidden) await context.sync();
  } catch (error) {
    // More than 512 merged areas in one range are refused: then apart, in halves.
    if (!merged) throw error;
    return readApart(context, sheets);
  }
  return new Map(
    sheets.map(({ sheet, area, name }, position) => {
      const merges = merged?.[position];
      const lines = hidden?.[position];
      return [
        sheet,
        {
          merges: told?.get(name) ?? (merges && !merges.isNullObject ? areasOfAddresses(merges.address) : []),
          ...(lines
            ? hiddenOf(lines, area)
            : { hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() }),
        },
      ];
    }),
  );
}

async function oldMerges(): Promise<ReadonlyMap<string, readonly Area[]>> {
  const { mergesFromFile } = await import(/* webpackChunkName: "oldExcel" */ './merges-from-file');
  return mergesFromFile();
}

async function readApart(
  context: Excel.RequestContext,
  sheets: readonly UsedSheet[],
): Promise<ReadonlyMap<Excel.Worksheet, Lines>> {
  const hidden = sheets.map(askHidden);
  await context.sync();
  const lines = new Map<Excel.Worksheet, Lines>();
  for (const [position, used] of sheets.entries()) {
    const asked = hidden[position];
    if (!asked) continue;
    lines.set(used.sheet, { merges: await mergesIn(context, used), ...hiddenOf(asked, used.area) });
  }
  return lines;
}

/** The merged areas of a rectangle, in halves of rows as long as Excel says they are too many. */
async function mergesIn(context: Excel.RequestContext, used: UsedSheet): Promise<readonly Area[]> {
  const merged = askMerges(used);
  try {
    await context.sync();
  } catch (error) {
    const { area } = used;
    if (area.top === area.bottom) throw error;
    const middle = Math.floor((area.top + area.bottom) / 2);
    const above = await mergesIn(context, { ...used, area: { ...area, bottom: middle } });
    const below = await mergesIn(context, { ...used, area: { ...area, top: middle + 1 } });
    // An area across the cut is told by both halves.
    const known = new Set(above.map((each) => JSON.stringify(each)));
    return [...above, ...below.filter((each) => !known.has(JSON.stringify(each)))];
  }
  return merged.isNullObject ? [] : areasOfAddresses(merged.address);
}

const rangeOf = ({ sheet, area }: UsedSheet): Excel.Range => sheet.getRange(areaAddress(area));

const askMerges = (used: UsedSheet): Excel.RangeAreas =>
  rangeOf(used).getMergedAreasOrNullObject().load('address');

interface HiddenLines {
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

function askHidden(used: UsedSheet): HiddenLines {
  const range = rangeOf(used);
  return {
    rows: range.getRowProperties({ rowHidden: true }),
    columns: range.getColumnProperties({ columnHidden: true }),
  };
}

function hiddenOf({ rows, columns }: HiddenLines, area: Area): Pick<Lines, 'hiddenRows' | 'hiddenColumns'> {
  const places = (first: number, hidden: readonly (boolean | undefined)[]): Set<number> =>
    new Set(hidden.flatMap((state, offset) => (state === true ? [first + offset] : [])));
  return {
    hiddenRows: places(
      area.top,
      rows.value.map((row) => row.rowHidden),
    ),
    hiddenColumns: places(
      area.left,
      columns.value.map((column) => column.columnHidden),
    ),
  };
}
