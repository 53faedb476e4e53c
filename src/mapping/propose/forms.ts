import { cellAddress } from '../../workbook';
import { rowsBetween, type SheetForm, type SheetView } from '../grid/sheet-view';
import { inCell, isLabelText, type Member } from './labels-by-looks';
import { classesOf } from '../relation/content';
import { isKnown } from '../words/meaning';
import { LEXICON, wordKey } from '../words/words';

/** The same labels in the same columns, record after record: cards below each other, or one in each sheet. */
export interface Form {
  readonly members: readonly Member[];
  readonly sheets: ReadonlyMap<SheetView, SheetForm>;
}

/** Rows of one sheet that make one record; `bottom` is its last. */
interface FormRecord {
  readonly sheet: SheetView;
  readonly top: number;
  readonly bottom: number;
}

/** A text that may belong to a form: the same key in the same column is the same part of it. */
interface Part {
  readonly key: string;
  readonly label: string;
  readonly row: number;
  readonly column: number;
  /** The value where label and value share the cell. */
  readonly value: string | null;
  /** It may be a label; else it only comes again, as the months of a calendar do. */
  readonly labels: boolean;
}

/** Share of the records that must have a part, once each. */
const MOST = 0.6;
/** Parts that two records must share to be a form, and three or more. */
const OF_TWO = 5;
const OF_MORE = 3;
/** Anchors tried in one sheet. */
const ANCHORS = 60;
/** Longer sheets are lists. */
const MAX_ROWS = 4000;

/** Finds the forms of a workbook by repetition alone, whatever their words. */
export function formsOf(sheets: readonly SheetView[]): Form[] {
  const forms: Form[] = [];
  const single: { sheet: SheetView; parts: Part[] }[] = [];
  for (const sheet of sheets) {
    const parts = partsOf(sheet);
    const stacked = stackedIn(sheet, parts);
    if (stacked) forms.push(stacked);
    else single.push({ sheet, parts });
  }
  return [...forms, ...onePerSheet(single)];
}

function partsOf(sheet: SheetView): Part[] {
  const rows = sheet.rows();
  if (rows.length > MAX_ROWS) return [];
  return rows.flatMap((row) =>
    sheet.filled(row).flatMap((column): Part[] => {
      const text = sheet.line(row, column);
      const split = inCell(text);
      // `Obiettivo | Lotto 1`: what stands beside a label is its value.
      const before = sheet
        .filled(row)
        .filter((other) => other < column)
        .at(-1);
      if (split && before !== undefined && isBare(sheet.line(row, before))) return [];
      // `Intervento 3 | Piazza`: a numbered label with its value beside it.
      const after = sheet.filled(row).find((other) => other > column);
      const numbered = split !== null && /^\d+$/.test(split.value) && after !== undefined;
      if (numbered)
        return [
          { key: `|${column}|${wordKey(text)}`, label: split.label, row, column, value: null, labels: true },
        ];
      if (split)
        return [
          {
            key: `=|${column}|${wordKey(split.label)}`,
            label: split.label,
            row,
            column,
            value: split.value,
            labels: true,
          },
        ];
      const labels = isLabelText(text);
      if (!labels && !mayComeAgain(text)) return [];
      return [{ key: `|${column}|${wordKey(text)}`, label: text, row, column, value: null, labels }];
    }),
  );
}

/** A label and nothing else. */
function isBare(text: string): boolean {
  return inCell(text) === null && isLabelText(text);
}

/** Short words and letters; no code, number or mark, which come again by chance. */
function mayComeAgain(text: string): boolean {
  const kinds = classesOf(text);
  return (
    text.length <= 40 &&
    /\p{L}|%/u.test(text) &&
    (!/\d/.test(text) || !kinds.some((one) => one === 'code' || one === 'number' || one === 'date')) &&
    !/^[x×]$/i.test(text)
  );
}

/** Records one below the other: they begin where the text stands that most others come exactly once after. */
function stackedIn(sheet: SheetView, parts: readonly Part[]): Form | null {
  const byKey = groupBy(parts, ({ key }) => key);
  const bottom = sheet.used?.bottom ?? 0;
  let best: { rows: readonly number[]; keys: ReadonlySet<string>; covered: number } | null = null;
  const anchors = [...byKey.values()].filter((own) => own.length > 1 && own[0]?.labels).slice(0, ANCHORS);
  for (const own of anchors) {
    const rows = [...new Set(own.map(({ row }) => row))];
    if (rows.length < 2) continue;
    const found = [...byKey]
      .filter(([, list]) => list[0]?.labels)
      .map(([key, list]) => ({ key, share: onceIn(list, rows) }))
      .filter(({ share }) => share >= MOST);
    const covered = found.reduce((sum, { share }) => sum + share * rows.length, 0);
    if (covered > (best?.covered ?? 0)) best = { rows, covered, keys: new Set(found.map(({ key }) => key)) };
  }
  if (!best || best.keys.size < (best.rows.length > 2 ? OF_MORE : OF_TWO)) return null;
  const own = new Set(parts.filter(({ key }) => best.keys.has(key)).map(({ row }) => row));
  const again = new Set([...byKey].flatMap(([key, list]) => (onceIn(list, best.rows) >= MOST ? key : [])));
  const starts = withHeadlines(sheet, best.rows, own);
  const records = starts.map((top, at): FormRecord => ({
    sheet,
    top,
    bottom: (starts[at + 1] ?? bottom + 1) - 1,
  }));
  return formOf(
    records,
    parts.filter(({ key }) => again.has(key)).map((part) => ({ ...part, sheet })),
  );
}

/** Share of the stretches that begin at the rows in which a text stands exactly once. */
function onceIn(list: readonly Part[], rows: readonly number[]): number {
  const counts = rows.map(() => 0);
  for (const { row } of list) {
    const at = rows.findLastIndex((start) => start <= row);
    if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.filter((count) => count === 1).length / rows.length;
}

/** A line of its own right above most records, in the same columns and below a blank row, heads them. */
function withHeadlines(
  sheet: SheetView,
  rows: readonly number[],
  own: ReadonlySet<number>,
): readonly number[] {
  const tops = rows.map((row, at) => topOf(sheet, row, own, rows[at - 1] ?? -1));
  if (tops.filter((top) => top !== null).length >= rows.length * MOST)
    return rows.map((row, at) => tops[at] ?? row);
  const heads = (row: number): boolean =>
    sheet.filled(row - 1).length > 0 && !own.has(row - 1) && sheet.filled(row - 2).length === 0;
  const form = (row: number): string => sheet.filled(row - 1).join();
  const headed = rows.filter(heads);
  const usual = form(headed[1] ?? headed[0] ?? 0);
  const alike = headed.filter((row) => form(row) === usual);
  return alike.length >= rows.length * MOST ? rows.map((row) => (alike.includes(row) ? row - 1 : row)) : rows;
}

/** The first of the rows right above one that are parts of the form too, below a blank row; null where there is none. */
function topOf(sheet: SheetView, row: number, own: ReadonlySet<number>, before: number): number | null {
  let top = row;
  while (top - 1 > before && own.has(top - 1)) top -= 1;
  return top < row && sheet.filled(top - 1).length === 0 ? top : null;
}

/** Sheets that share their labels: each is one record. */
function onePerSheet(sheets: readonly { sheet: SheetView; parts: readonly Part[] }[]): Form[] {
  const clusters: { keys: Set<string>; list: (typeof sheets)[number][] }[] = [];
  for (const one of sheets) {
    const keys = new Set(one.parts.map(({ key }) => key));
    const home = clusters.find((own) => shared(keys, own.keys) * 2 >= Math.min(keys.size, own.keys.size));
    if (home) home.list.push(one);
    else clusters.push({ keys, list: [one] });
  }
  return clusters.flatMap(({ list }) => {
    if (list.length < 2) return [];
    const times = new Map<string, number>();
    for (const { parts } of list)
      for (const own of groupBy(parts, ({ key }) => key).values())
        if (own.length === 1 && own[0]) times.set(own[0].key, (times.get(own[0].key) ?? 0) + 1);
    const keys = new Set([...times].flatMap(([key, count]) => (count >= list.length * MOST ? key : [])));
    const labels = new Set(
      list.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.labels && keys.has(part.key) ? part.key : [])),
      ),
    );
    if (labels.size < (list.length > 2 ? OF_MORE : OF_TWO)) return [];
    const records = list.map(({ sheet }): FormRecord => ({
      sheet,
      top: sheet.used?.top ?? 0,
      bottom: sheet.used?.bottom ?? 0,
    }));
    const parts = list.flatMap(({ sheet, parts: all }) =>
      all.filter(({ key }) => keys.has(key)).map((part) => ({ ...part, sheet })),
    );
    return formOf(records, parts) ?? [];
  });
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((key) => b.has(key)).length;
}

type PlacedPart = Part & { readonly sheet: SheetView };

/** Rows told apart: those that head tables, and those with labels and their values. */
function formOf(records: readonly FormRecord[], parts: readonly PlacedPart[]): Form | null {
  const at = new Map<SheetView, Map<number, PlacedPart[]>>();
  for (const part of parts) {
    const rows = at.get(part.sheet) ?? new Map<number, PlacedPart[]>();
    at.set(part.sheet, rows);
    rows.set(part.row, [...(rows.get(part.row) ?? []), part]);
  }
  const headlines = headlinesOf(records, at);
  const sheets = new Map<SheetView, { starts: number[]; headers: Set<number>; labels: Set<number> }>();
  const values = new Map<string, { label: string; byRecord: string[]; places: Member['places'][number][] }>();
  const heads = headingRows(records, at);
  const over = linesOverValues(records, at, heads);
  for (const [index, record] of records.entries()) {
    const { sheet, top, bottom } = record;
    const rows = at.get(sheet) ?? new Map<number, PlacedPart[]>();
    const own = sheets.get(sheet) ?? { starts: [], headers: new Set<number>(), labels: new Set<number>() };
    sheets.set(sheet, own);
    own.starts.push(top);
    let inTable = false;
    const valued = new Set<number>();
    for (const row of rowsBetween(top, bottom)) {
      const here = rows.get(row) ?? [];
      if (sheet.filled(row).length === 0 && !own.headers.has(row - 1)) inTable = false;
      const labels = labelsAmong(sheet, here);
      if (labels.length === 0 || valued.has(row)) continue;
      if (over.has(lineOf(here)) && !inTable) {
        own.labels.add(row);
        valued.add(row + 1);
        for (const part of here.filter((one) => one.labels))
          note(values, part, below(part), index, records.length);
      } else if (heads.has(lineOf(here)) && here.length >= sheet.filled(row).length * HEADS) {
        own.headers.add(row);
        inTable = true;
      } else if (!inTable || !isData(sheet, row, here)) {
        inTable = false;
        own.labels.add(row);
        for (const part of labels) note(values, part, valueOf(part, labels, rows), index, records.length);
      }
    }
  }
  const members = [...values.values()]
    .filter(({ byRecord }) => byRecord.some((value) => value !== ''))
    .map(({ label, byRecord, places }): Member => ({ label, values: byRecord, places }));
  const filled = members.filter(
    ({ values: own }) => own.filter((value) => value !== '').length >= own.length * MOST,
  );
  const rows = [...sheets.values()].reduce((sum, { labels }) => sum + labels.size, 0);
  const few = rows < records.length * 2 && over.size === 0;
  return filled.length < 2 || few || !isLabelled(sheets)
    ? null
    : { members: [...headlines, ...members], sheets };
}

const NO_PARTS: ReadonlyMap<number, readonly PlacedPart[]> = new Map();

/** The lines, by their parts, that head a table in most records: there they do in all. */
function headingRows(
  records: readonly FormRecord[],
  at: ReadonlyMap<SheetView, ReadonlyMap<number, readonly PlacedPart[]>>,
): ReadonlySet<string> {
  const votes = new Map<string, { heads: number; all: number }>();
  for (const { sheet, top, bottom } of records)
    for (const row of rowsBetween(top, bottom)) {
      const here = at.get(sheet)?.get(row) ?? [];
      if (!here.some((part) => part.labels)) continue;
      const own = votes.get(lineOf(here)) ?? { heads: 0, all: 0 };
      votes.set(lineOf(here), own);
      own.all += 1;
      if (headsTable(sheet, row, here, at.get(sheet) ?? NO_PARTS)) own.heads += 1;
    }
  return new Set([...votes].flatMap(([line, { heads, all }]) => (heads * 2 > all ? line : [])));
}

/** Lines at the top of the records with one row of values under each, where tables follow: labels over their values. */
function linesOverValues(
  records: readonly FormRecord[],
  at: ReadonlyMap<SheetView, ReadonlyMap<number, readonly PlacedPart[]>>,
  heads: ReadonlySet<string>,
): ReadonlySet<string> {
  const votes = new Map<string, number>();
  // Once a sheet, a line over one row may as well head a table.
  if (records.length === new Set(records.map(({ sheet }) => sheet)).size) return new Set();
  for (const { sheet, top, bottom } of records) {
    const rows = at.get(sheet) ?? NO_PARTS;
    const line = (row: number) => lineOf(rows.get(row) ?? []);
    const first = rowsBetween(top, bottom).find((row) => line(row) !== '') ?? bottom;
    for (let row = first; heads.has(line(row)); row += 2) {
      const next = line(row + 2);
      if (next === '' || next === line(row + 1) || sheet.filled(row + 1).length === 0) break;
      const pair = `${line(row)} ${next}`;
      votes.set(pair, (votes.get(pair) ?? 0) + 1);
    }
  }
  const over = [...votes].filter(([, times]) => times >= records.length * ALL);
  return new Set(over.map(([pair]) => pair.slice(0, pair.indexOf(' '))));
}

/** Nearly all records. */
const ALL = 0.9;

/** The first parts of a line tell it: others may be missing here and there. */
function lineOf(parts: readonly Part[]): string {
  return parts
    .filter((part) => part.labels)
    .slice(0, 2)
    .map(({ key }) => key)
    .join('&')
    .replaceAll(' ', '_');
}

/** Lines without a label at the top of the records: the name, after a number or code in a cell of its own. */
function headlinesOf(
  records: readonly FormRecord[],
  at: ReadonlyMap<SheetView, ReadonlyMap<number, unknown>>,
): Member[] {
  const bare = records.filter(
    ({ sheet, top }) => at.get(sheet)?.has(top) !== true && sheet.filled(top).length <= 2,
  );
  if (bare.length < records.length * MOST) return [];
  const texts = records.map((one) =>
    bare.includes(one) ? one.sheet.filled(one.top).map((column) => one.sheet.line(one.top, column)) : [],
  );
  const places = bare.map(({ sheet, top }) => ({
    sheet: sheet.name,
    address: cellAddress(top, sheet.filled(top).at(-1) ?? 0),
  }));
  return [{ label: '', places, values: texts.map((own) => own.at(-1) ?? '') }];
}

/** The labels of a line: what stands beside a known label is its value, however often it comes again. */
function labelsAmong<T extends Part>(sheet: SheetView, here: readonly T[]): readonly T[] {
  const labels = here.filter((part) => part.labels);
  return labels.filter((part, at) => {
    const before = labels[at - 1];
    return (
      before === undefined ||
      before.value !== null ||
      sheet.filled(part.row).some((column) => column > before.column && column < part.column) ||
      isKnown(LEXICON.header(part.label)) ||
      !isKnown(LEXICON.header(before.label))
    );
  });
}

/** Labels stand with one value or a few; rows of many cells are a table that comes again. */
function isLabelled(sheets: Form['sheets']): boolean {
  const widths = [...sheets].flatMap(([sheet, { labels }]) =>
    [...labels].map((row) => sheet.filled(row).length),
  );
  const narrow = widths.filter((width) => width <= 6).length;
  return narrow >= widths.length * MOST;
}

/** Nearly nothing but parts of the form in a row, two or more, and right below it a row that is none. */
function headsTable(
  sheet: SheetView,
  row: number,
  here: readonly Part[],
  rows: ReadonlyMap<number, readonly Part[]>,
): boolean {
  // One blank row may part a header from its rows.
  const under = sheet.filled(row + 1).length > 0 ? row + 1 : row + 2;
  const next = rows.get(under) ?? [];
  const filled = sheet.filled(row);
  if (here.length < 2 || here.length < filled.length * HEADS) return false;
  if (here.some(({ value }) => value !== null)) return false;
  if (labelsAmong(sheet, here).length < 2 && filled.length < WIDE) return false;
  const below = sheet.filled(under);
  if (below.length === 0) return false;
  // Four headers that come again in every record are no labels with their values.
  if (
    next.filter((part) => part.labels).length < 2 &&
    here.length === filled.length &&
    here.filter((part) => part.labels).length >= WIDE - 2 &&
    filled.length >= WIDE - 1
  )
    return true;
  if (next.length > below.length * 0.67) return false;
  return !next.some((part) => part.labels) || (filled.length > 2 && isData(sheet, under, next));
}

/** So many cells that all come again head a table whatever they are. */
const WIDE = 5;

/** Share of a header's cells that must come again in each record. */
const HEADS = 0.75;

/** A row of a table whose first cell comes again in every record: `Verifica finale | X | | 20`. */
function isData(sheet: SheetView, row: number, here: readonly Part[]): boolean {
  if (here.some(({ value, label }) => value !== null || label.endsWith(':'))) return false;
  const rest = sheet.filled(row).filter((column) => !here.some((part) => part.column === column));
  const [first, ...more] = sheet.filled(row);
  const labels = here.filter((part) => part.labels);
  if (labels[0]?.column !== first || (more.length > 1 && labels.length === 1)) return true;
  return rest.every((column) => classesOf(sheet.line(row, column)).some((one) => VALUES.has(one)));
}

const VALUES: ReadonlySet<string> = new Set(['number', 'date', 'mark', 'percent', 'yesno', 'code', 'value']);

interface Value {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** What stands in the label's cell, right of it, or alone below it. */
function valueOf(
  { sheet, row, column, value }: PlacedPart,
  here: readonly Part[],
  rows: ReadonlyMap<number, unknown>,
): Value | null {
  if (value !== null) return { text: value, row, column };
  const right = sheet.filled(row).find((other) => other > column);
  if (right !== undefined)
    return here.some((other) => other.column === right)
      ? null
      : { text: sheet.line(row, right), row, column: right };
  const under = sheet.line(row + 1, column);
  return under !== '' && !rows.has(row + 1) && sheet.filled(row + 1).length <= here.length
    ? { text: under, row: row + 1, column }
    : null;
}

/** What stands right under a label. */
function below({ sheet, row, column }: PlacedPart): Value | null {
  const text = sheet.line(row + 1, column);
  return text === '' ? null : { text, row: row + 1, column };
}

function note(
  values: Map<string, { label: string; byRecord: string[]; places: Member['places'][number][] }>,
  { key, label, sheet }: PlacedPart,
  value: Value | null,
  index: number,
  count: number,
): void {
  const own = values.get(key) ?? { label, byRecord: Array.from({ length: count }, () => ''), places: [] };
  values.set(key, own);
  if (value === null) return;
  own.byRecord[index] = value.text;
  own.places.push({ sheet: sheet.name, address: cellAddress(value.row, value.column) });
}

function groupBy<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const own = groups.get(keyOf(one));
    if (own) own.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
