import {
  WorkbookError,
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
import { asWritten, isFormula } from './neutral';
import { hasApi, runExcel, writeOrRestore } from './run';
import { selectionIn } from './selection';

/** What became of the formulas. */
export interface Frozen {
  /** Formulas that are values now. */
  readonly frozen: number;
  /** Formulas left alone: they show an error, or are still being worked out. */
  readonly left: readonly CellRef[];
  /** Only those of the selection were meant. */
  readonly selected: boolean;
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
export function freezeFormulas(
  book: WorkbookSnapshot,
  isOurs: (formula: string) => boolean,
): Promise<Frozen> {
  return runExcel(async (context) => {
    const all = await formulasOf(context, book, isOurs);
    const chosen = await selectedOf(context, all);
    const formulas = chosen ?? all;
    const ready = formulas.filter(
      ({ block }) => !block.valueTypes.some((line) => line.some((type) => type === 'Error')),
    );
    if (ready.length > 0) await replace(context, ready);
    const left = formulas
      .filter((one) => !ready.includes(one))
      .map(({ sheet, place }) => ({ sheet, address: cellAddress(place.top, place.left) }));
    return { frozen: ready.length, left, selected: chosen !== null };
  });
}

const LOADED = 'formulas,values,text,valueTypes,numberFormat';
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
  const { workbook } = context;
  const readOnlyKnown = hasApi('1.8');
  if (readOnlyKnown) workbook.load('readOnly');
  const names = [...new Set(places.map(({ sheet }) => sheet))];
  const sheets = new Map(names.map((name) => [name, workbook.worksheets.getItemOrNullObject(name)]));
  for (const sheet of sheets.values()) sheet.protection.load('protected');
  const asked = places.flatMap((one) => {
    const range = sheets.get(one.sheet)?.getRange(areaAddress(one.place)).load(LOADED);
    const spill = hasApi('1.12') ? range?.getSpillingToRangeOrNullObject().load(`address,${LOADED}`) : null;
    return range ? [{ ...one, range, spill }] : [];
  });
  await context.sync();
  if (readOnlyKnown && workbook.readOnly) throw new WorkbookError('read-only');
  for (const [name, sheet] of sheets) {
    if (sheet.isNullObject) throw new WorkbookError('sheet-gone', { sheet: name });
    if (sheet.protection.protected) throw new WorkbookError('protected-sheet', { sheet: name });
  }
  return asked.flatMap(({ sheet, place, range, spill }) => {
    const formula: unknown = range.formulas[0]?.[0];
    if (!isFormula(formula, range.values[0]?.[0]) || !isOurs(formula.slice(1))) return [];
    const area = spill && !spill.isNullObject ? areaOfAddress(spill.address) : null;
    return [{ sheet, place, range, block: area && spill ? spill : range, area: area ?? place }];
  });
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

async function replace(context: Excel.RequestContext, formulas: readonly Formula[]): Promise<void> {
  const plans = formulas.map((formula) => ({ ...formula, ...contentOf(formula.block) }));
  const before = formulas.map(({ range, block }) => ({
    formula: range.formulas,
    formats: block.numberFormat,
  }));
  const write = async (changed: () => void): Promise<void> => {
    for (const { range, block, values, formats } of plans) {
      // Once its formula is gone nothing spills any more, and the cells around are free.
      if (block !== range) range.values = [[values[0]?.[0] ?? '']];
      if (formats) block.numberFormat = formats;
      block.values = values;
    }
    await context.sync();
    changed();
  };
  const restore = async (): Promise<void> => {
    plans.forEach(({ range, block, formats }, position) => {
      const old = before[position];
      if (!old) return;
      if (block !== range) block.clear('Contents');
      if (formats) block.numberFormat = old.formats;
      range.formulas = old.formula;
    });
    await context.sync();
  };
  await writeOrRestore(write, restore, formulas[0]?.sheet);
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
