import {
  areaAddress,
  cellAddress,
  forEachCell,
  parseArea,
  type Area,
  type CellRef,
  type CellValue,
  type WorkbookSnapshot,
} from '../workbook';
import { areaOfAddress } from './addresses';
import { asWritten, isFormula, type Contents } from './neutral';
import { LOCKED, askRefusals } from './refusals';
import { writeExcel } from './run';
import { selectionIn } from './selection';

/** What became of the formulas. */
export interface Frozen {
  /** Formulas that are values now. */
  readonly frozen: number;
  /** Formulas left alone: they show an error, or are still being worked out. */
  readonly left: readonly CellRef[];
  /** Only those of the selection were meant. */
  readonly selected: boolean;
  /** Names of the sheets in which something is different now. */
  readonly sheets: readonly string[];
}

/** A formula and the rectangle of its values: its own cell, or the cells it spills into. */
interface Formula {
  readonly sheet: string;
  readonly place: Area;
  readonly range: Excel.Range;
  /** Where its values stand; `range` itself where it does not spill. */
  readonly block: Excel.Range;
  readonly area: Area;
}

/**
 * Replaces formulas by the values they show, those of the selection if it has any, else all: values stay what they
 * are, text stays text, and a format that only the value had becomes the cell's. All or nothing, one step of undo.
 * @param book the workbook as just read: where formulas of ours may be
 * @param isOurs whether a formula (without its equals sign) is meant
 */
export async function freezeFormulas(
  book: WorkbookSnapshot,
  isOurs: (formula: string) => boolean,
): Promise<Frozen> {
  const { formulas, ready, selected } = await writeExcel<Seen>({
    look: async (context) => {
      const all = await formulasOf(context, book, isOurs);
      const chosen = await selectedOf(context, all);
      const meant = chosen ?? all;
      const settled = meant.filter(
        ({ block }) => !block.valueTypes.some((line) => line.some((type) => type === 'Error')),
      );
      return { formulas: meant, ready: settled.map(planOf), selected: chosen !== null };
    },
    write: async (context, seen) => {
      if (seen.ready.length > 0) await replace(context, seen.ready);
    },
    restore: (context, seen) => putBack(context, seen.ready),
  });
  const done = new Set(ready.map(({ formula }) => formula));
  const left = formulas
    .filter((one) => !done.has(one))
    .map(({ sheet, place }) => ({ sheet, address: cellAddress(place.top, place.left) }));
  const sheets = [...new Set(ready.map(({ formula }) => formula.sheet))];
  return { frozen: ready.length, left, selected, sheets };
}

interface Seen {
  readonly formulas: readonly Formula[];
  readonly ready: readonly Plan[];
  readonly selected: boolean;
}

/** A formula with what takes its place, and what it was. */
interface Plan extends Content {
  readonly formula: Formula;
  readonly before: { readonly formulas: Contents; readonly formats: readonly unknown[][] };
}

const planOf = (formula: Formula): Plan => ({
  ...contentOf(formula.block),
  formula,
  before: { formulas: formula.range.formulas, formats: formula.block.numberFormat },
});

const LOADED = `formulas,values,text,valueTypes,numberFormat,${LOCKED}`;
/** Formulas of one round trip. */
const PER_SYNC = 1_000;

/** The formulas that are still there, with where they spill. One round trip for every thousand. */
async function formulasOf(
  context: Excel.RequestContext,
  book: WorkbookSnapshot,
  isOurs: (formula: string) => boolean,
): Promise<Formula[]> {
  const found: Formula[] = [];
  const places = placesOf(book, isOurs);
  for (let first = 0; first < places.length; first += PER_SYNC) {
    found.push(...(await inspect(context, places.slice(first, first + PER_SYNC), isOurs)));
  }
  // A cell in whose place another formula's values stand has none of its own, whatever Excel says of it.
  const inside = (one: Formula): boolean =>
    found.some((other) => other !== one && other.sheet === one.sheet && covers(other.area, one.place));
  return found.filter((one) => !inside(one));
}

interface Place {
  readonly sheet: string;
  readonly place: Area;
}

function placesOf(book: WorkbookSnapshot, isOurs: (formula: string) => boolean): Place[] {
  const places: Place[] = [];
  for (const grid of book.sheets) {
    forEachCell(grid, ({ formula }, row, column) => {
      if (formula !== undefined && isOurs(formula))
        places.push({ sheet: grid.name, place: { top: row, left: column, bottom: row, right: column } });
    });
  }
  return places;
}

async function inspect(
  context: Excel.RequestContext,
  places: readonly Place[],
  isOurs: (formula: string) => boolean,
): Promise<Formula[]> {
  const refusals = askRefusals(
    context,
    places.map(({ sheet }) => sheet),
  );
  const asked = places.map((one) => {
    const range = refusals.sheet(one.sheet).getRange(areaAddress(one.place)).load(LOADED);
    const spill = range.getSpillingToRangeOrNullObject().load(`address,${LOADED}`);
    return { ...one, range, spill };
  });
  await context.sync();
  const found = asked.flatMap(({ sheet, place, range, spill }) => {
    if (range.isNullObject) return [];
    const formula: unknown = range.formulas[0]?.[0];
    if (!isFormula(formula, range.values[0]?.[0]) || !isOurs(formula.slice(1))) return [];
    const area = spill.isNullObject ? null : areaOfAddress(spill.address);
    return [{ sheet, place, range, block: area ? spill : range, area: area ?? place }];
  });
  const blocks = new Map<string, Excel.Range[]>();
  for (const { sheet, block } of found) blocks.set(sheet, [...(blocks.get(sheet) ?? []), block]);
  refusals.check(blocks);
  return found;
}

const meets = (a: Area, b: Area): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
const covers = (a: Area, b: Area): boolean =>
  a.top <= b.top && a.bottom >= b.bottom && a.left <= b.left && a.right >= b.right;

/** The formulas whose values the selection touches; null when it touches none, or is no selection of cells. */
async function selectedOf(
  context: Excel.RequestContext,
  formulas: readonly Formula[],
): Promise<readonly Formula[] | null> {
  const selection = await selectionIn(context);
  const touched = formulas.filter(({ sheet, area }) =>
    selection.some((ref) => {
      const part = parseArea(ref.address);
      return ref.sheet === sheet && part !== null && meets(part, area);
    }),
  );
  return touched.length > 0 ? touched : null;
}

async function replace(context: Excel.RequestContext, plans: readonly Plan[]): Promise<void> {
  for (const { formula, values, formats } of plans) {
    const { range, block } = formula;
    // Once its formula is gone nothing spills any more, and the cells around are free.
    if (block !== range) range.values = [[values[0]?.[0] ?? '']];
    if (formats) block.numberFormat = formats;
    block.values = values;
  }
  await context.sync();
}

async function putBack(context: Excel.RequestContext, plans: readonly Plan[]): Promise<void> {
  for (const { formula, formats, before } of plans) {
    const sheet = context.workbook.worksheets.getItem(formula.sheet);
    const block = sheet.getRange(areaAddress(formula.area));
    if (formula.block !== formula.range) block.clear('Contents');
    if (formats) block.numberFormat = before.formats as string[][];
    sheet.getRange(areaAddress(formula.place)).formulas = before.formulas;
  }
  await context.sync();
}

interface Content {
  readonly values: (string | number | boolean)[][];
  /** Null where every cell keeps the format it has. */
  readonly formats: string[][] | null;
}

/** What is written in place of a formula, and in which formats. */
function contentOf(block: Excel.Range): Content {
  const formats = block.numberFormat.map((line: unknown[]) => line.map(String));
  let changed = false;
  const values = block.values.map((line: unknown[], row) =>
    line.map((value, column) => {
      const own = formats[row]?.[column] ?? 'General';
      const shown = own === 'General' ? shownFormat(value, String(block.text[row]?.[column] ?? '')) : null;
      const target = formats[row];
      if (shown !== null && target) {
        target[column] = shown;
        changed = true;
      }
      return asWritten(value as CellValue, own);
    }),
  );
  return { values, formats: changed ? formats : null };
}

/** The format that a number itself brings along, from what its General cell shows: percentages and amounts. */
function shownFormat(value: unknown, text: string): string | null {
  if (typeof value !== 'number') return null;
  const percent = /^[-−]?\d[\d.,]*?(?:[.,](\d+))?\s?%$/.exec(text);
  if (percent) return percent[1] ? `0.${'0'.repeat(percent[1].length)}%` : '0%';
  return /^[-−]?\d[\d.,]*\s?€$/.test(text) ? '#,##0.00 "€"' : null;
}
