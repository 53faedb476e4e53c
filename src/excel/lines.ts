import { areaAddress, type Area } from '../workbook';
import { areaOfAddress, areasOfAddresses } from './addresses';
import type { MergeMemory } from './merge-memory';
import { toWorkbookError } from './run';

/** What of a sheet is about rows and columns, not about cells. */
export interface Lines {
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** A sheet and the rectangle of its cells. */
export interface UsedSheet {
  readonly id: string;
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
  /** Its cells with contents or formats, loaded with `address`: where merged areas can be. */
  readonly painted: Excel.Range;
}

export const NO_LINES: Lines = { merges: [], hiddenRows: new Set(), hiddenColumns: new Set() };

/**
 * Merged areas, hidden rows and hidden columns of all sheets, in one round trip. Merged areas that are remembered are
 * not asked for again.
 */
export async function readLines(
  context: Excel.RequestContext,
  sheets: readonly UsedSheet[],
  memory: MergeMemory,
  whole: boolean,
): Promise<ReadonlyMap<Excel.Worksheet, Lines>> {
  if (sheets.length === 0) return new Map();
  const merges = new Map<string, readonly Area[]>();
  for (const { id } of sheets) {
    const known = memory.recall(id, whole);
    if (known) merges.set(id, known);
  }
  const asked = sheets.filter(({ id }) => !merges.has(id));
  const { turn } = memory;
  const [told, hidden] = await askTogether(context, sheets, asked);
  asked.forEach(({ id }, position) => {
    const areas = told[position] ?? [];
    merges.set(id, areas);
    memory.keep(id, areas, turn);
  });
  return new Map(
    sheets.map(({ id, sheet, area }, position) => {
      const lines = hidden[position];
      return [sheet, lines ? { merges: merges.get(id) ?? [], ...hiddenOf(lines, area) } : NO_LINES];
    }),
  );
}

/** Merged areas of the sheets asked about, hidden lines of all. */
async function askTogether(
  context: Excel.RequestContext,
  sheets: readonly UsedSheet[],
  asked: readonly UsedSheet[],
): Promise<[(readonly Area[])[], HiddenLines[]]> {
  const hidden = sheets.map(askHidden);
  const merged = asked.map(({ sheet, painted, area }) => ask(sheet, paintedArea(painted, area)));
  try {
    await context.sync();
    return [merged.map(areasIn), hidden];
  } catch (error) {
    if (!isTooMany(error) || asked.length === 0) throw error;
  }
  // Then the sheets apart, in halves.
  const again = sheets.map(askHidden);
  await context.sync();
  const told: (readonly Area[])[] = [];
  for (const { sheet, painted, area } of asked)
    told.push(await mergesIn(context, sheet, paintedArea(painted, area)));
  return [told, again];
}

/** Whether the failure can be Excel's refusal of more than 512 merged areas, for which it has no code of its own. */
const isTooMany = (error: unknown): boolean => toWorkbookError(error).code === 'host-failure';

/** The merged areas of a rectangle, in halves of rows as long as Excel says they are too many. */
async function mergesIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<readonly Area[]> {
  const merged = ask(sheet, area);
  try {
    await context.sync();
  } catch (error) {
    if (area.top === area.bottom || !isTooMany(error)) throw error;
    const middle = Math.floor((area.top + area.bottom) / 2);
    const above = await mergesIn(context, sheet, { ...area, bottom: middle });
    const below = await mergesIn(context, sheet, { ...area, top: middle + 1 });
    // An area across the cut is told by both halves.
    const known = new Set(above.map((each) => JSON.stringify(each)));
    return [...above, ...below.filter((each) => !known.has(JSON.stringify(each)))];
  }
  return areasIn(merged);
}

const paintedArea = (painted: Excel.Range, area: Area): Area =>
  painted.isNullObject ? area : (areaOfAddress(painted.address) ?? area);

const ask = (sheet: Excel.Worksheet, area: Area): Excel.RangeAreas =>
  sheet.getRange(areaAddress(area)).getMergedAreasOrNullObject().load('address');

const areasIn = (merged: Excel.RangeAreas): readonly Area[] =>
  merged.isNullObject ? [] : areasOfAddresses(merged.address);

interface HiddenLines {
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

function askHidden({ sheet, area }: UsedSheet): HiddenLines {
  const range = sheet.getRange(areaAddress(area));
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
