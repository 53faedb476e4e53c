import { RowCollector, areaAddress, type Area, type Grid, type Visibility } from '../workbook';
import { LOADED, type CellReader, type RangeContents } from './cell-reader';
import { isTooLarge } from './run';

/**
 * Cells per round trip: five properties of each travel, and Excel on the web answers at most 5 MB. Where cells are
 * so long that it is still too much, the block is halved and asked again.
 */
export const CELLS_PER_SYNC = 8_000;

/** A sheet whose cells are wanted. */
export interface SheetToRead {
  readonly name: string;
  readonly visibility: Visibility;
  readonly sheet: Excel.Worksheet;
  /** Bounds of the cells with a value; null for an empty sheet. */
  readonly used: Area | null;
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

interface Block {
  readonly source: SheetToRead;
  readonly area: Area;
}

/**
 * Reads the cells of the sheets in few round trips: as many blocks in each as fit.
 * @param reader makes cells of what Excel gives
 */
export async function readGrids(
  context: Excel.RequestContext,
  sources: readonly SheetToRead[],
  reader: CellReader,
): Promise<Grid[]> {
  const rows = new Map(sources.map((source) => [source, new RowCollector()]));
  const blocks = sources.flatMap((source) => (source.used ? blocksOf({ source, area: source.used }) : []));
  for (const load of loadsOf(blocks)) {
    for (const [block, contents] of await readBlocks(context, load)) {
      const target = rows.get(block.source);
      const { top, left } = block.area;
      reader.forEachCell(contents, (cell, r, c) => target?.add(top + r, left + c, cell));
    }
  }
  return sources.map((source) => ({
    name: source.name,
    visibility: source.visibility,
    rows: rows.get(source)?.finish() ?? [],
    merges: source.merges,
    hiddenRows: source.hiddenRows,
    hiddenColumns: source.hiddenColumns,
  }));
}

const sizeOf = ({ top, bottom, left, right }: Area): number => (bottom - top + 1) * (right - left + 1);

/** A rectangle in bands of rows that fit one round trip. */
function blocksOf(block: Block, cells = CELLS_PER_SYNC): Block[] {
  const { area, source } = block;
  const height = Math.max(1, Math.floor(cells / (area.right - area.left + 1)));
  const blocks: Block[] = [];
  for (let top = area.top; top <= area.bottom; top += height) {
    blocks.push({ source, area: { ...area, top, bottom: Math.min(area.bottom, top + height - 1) } });
  }
  return blocks;
}

/** Blocks put together to round trips, in order. */
function loadsOf(blocks: readonly Block[]): Block[][] {
  const loads: Block[][] = [];
  let room = 0;
  for (const block of blocks) {
    const size = sizeOf(block.area);
    if (size > room || loads.length === 0) {
      loads.push([]);
      room = CELLS_PER_SYNC;
    }
    loads[loads.length - 1]?.push(block);
    room -= size;
  }
  return loads;
}

/** One round trip; what is too large for Excel is halved. */
async function readBlocks(
  context: Excel.RequestContext,
  load: readonly Block[],
): Promise<(readonly [Block, RangeContents])[]> {
  const ranges = load.map(({ source, area }) => {
    const range = source.sheet.getRange(areaAddress(area));
    return range.load(LOADED);
  });
  try {
    await context.sync();
  } catch (error) {
    const halves = load.length > 1 ? halvesOf(load) : load.flatMap(halvesOfBlock);
    if (!isTooLarge(error) || halves.length < 2) throw error;
    return readHalves(context, halves);
  }
  // Above its limit of cells Excel answers null instead of refusing.
  const answered = (position: number): boolean => Boolean(ranges[position]?.values);
  const missing = load.filter((_block, position) => !answered(position));
  const read = load.flatMap((block, position) => {
    const range = ranges[position];
    return range && answered(position) ? [[block, range] as const] : [];
  });
  return missing.length
    ? [
        ...read,
        ...(await readHalves(
          context,
          missing.flatMap(halvesOfBlock).map((b) => [b]),
        )),
      ]
    : read;
}

async function readHalves(
  context: Excel.RequestContext,
  halves: readonly (Block | readonly Block[])[],
): Promise<(readonly [Block, RangeContents])[]> {
  const read: (readonly [Block, RangeContents])[] = [];
  for (const half of halves) {
    read.push(...(await readBlocks(context, Array.isArray(half) ? half : [half as Block])));
  }
  return read;
}

function halvesOf<T>(list: readonly T[]): T[][] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}

function halvesOfBlock({ source, area }: Block): Block[] {
  if (area.top === area.bottom) return [{ source, area }];
  const middle = Math.floor((area.top + area.bottom) / 2);
  return [
    { source, area: { ...area, bottom: middle } },
    { source, area: { ...area, top: middle + 1 } },
  ];
}
