import { isUnder } from '../../plan';
import { rowsBetween, type SheetView } from '../grid/sheet-view';
import { readHeader } from '../words/lexicon';
import { KNOWN } from '../words/meaning';
import { headerWords } from '../words/phrases';

/** Rows of a table, and the columns among which to look. */
export interface TreeTable {
  readonly sheet: SheetView;
  readonly columns: readonly { readonly column: number; readonly text: string }[];
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Columns that put the rows of a table into a hierarchy: their ids with the ids above them, their levels, or both. */
export interface TreeColumns {
  readonly id: number | null;
  readonly parent: number | null;
  readonly level: number | null;
  /** A column of codes that go on from the codes of the rows above, where ids only join. */
  readonly code: number | null;
  /** The rows of each level, the highest first, with what the level column calls it. */
  readonly levels: readonly TreeLevel[];
  /** The row above each row that has one in the table. */
  readonly parents: ReadonlyMap<number, number>;
  /** Rows whose id above is none of the table. */
  readonly orphans: ReadonlySet<number>;
  /** How plainly the columns say so, 0–1. */
  readonly score: number;
}

/** Rows of one level. */
export interface TreeLevel {
  readonly name: string;
  readonly rows: readonly number[];
}

/** Rows below which nothing can be told. */
const LEAST_ROWS = 4;
const MOST_LEVELS = 8;
/** An id has so many of the rows, and hardly one of them twice. */
const FILLED = 0.9;
/** Share of the ids above that must be ids of the table. */
const MEMBERS = 0.8;
/** Share of rows in step: one level under the row above. */
const IN_STEP = 0.85;
/** Below this the columns say nothing. */
export const TREE = 0.5;

/** Words that name an id above, or a level. */
const PARENT_WORDS = /^(?:padre|madre|genitor\w*|parent\w*|super\w*|sopra\w*|sovra\w*|sup|monte|appart\w*)$/;
const LEVEL_WORDS = /^(?:liv\w*|level\w*|lev|rango|grado|gerarc\w*|profond\w*|depth)$/;

/**
 * Finds by content the columns that put rows under each other, whatever the order of the rows: a column whose values
 * are ids of other rows, and one of few values that tell how deep a row stands. Null when no column does.
 */
export function treeColumns(table: TreeTable): TreeColumns | null {
  const rows = rowsBetween(table.firstRow, table.lastRow).filter((row) => table.sheet.filled(row).length > 1);
  if (rows.length < LEAST_ROWS) return null;
  const values = table.columns.map(({ column, text }) => columnOf(table.sheet, rows, column, text));
  const found = linksOf(values).flatMap((link) => treesBy(values, rows, link));
  const listed =
    found.length > 0 ? found : levelColumns(values).flatMap((level) => treeByOrder(values, level, rows));
  const [best] = listed.sort((a, b) => b.score - a.score);
  return best && best.score >= TREE ? best : null;
}

/** A column's values in the rows, '' where blank. */
interface Values {
  readonly column: number;
  /** Its heading names something else than a level or an id. */
  readonly isOther: boolean;
  readonly words: readonly string[];
  readonly texts: readonly string[];
  readonly filled: number;
  readonly distinct: number;
}

function columnOf(sheet: SheetView, rows: readonly number[], column: number, header: string): Values {
  const texts = rows.map((row) => sheet.line(row, column).toUpperCase());
  const said = texts.filter((text) => text !== '');
  const words = headerWords(header).map(({ text }) => text);
  const { attribute, subject, ignored, confidence } = readHeader(header);
  const known = confidence >= KNOWN && (attribute ?? subject ?? ignored) !== null;
  const isOther = known && !words.some((word) => LEVEL_WORDS.test(word));
  return { column, isOther, words, texts, filled: said.length, distinct: new Set(said).size };
}

/** A column of ids, one of ids above them, and how sure that is. */
interface Link {
  readonly id: Values;
  readonly parent: Values;
  /** Place of the row above, null at the top, undefined where its id is none of the table. */
  readonly above: readonly (number | null | undefined)[];
  readonly score: number;
}

function linksOf(all: readonly Values[]): Link[] {
  const links = all.filter(isId).flatMap((id) => {
    const places = new Map<string, number>();
    for (const [at, text] of id.texts.entries()) if (!places.has(text)) places.set(text, at);
    return all.flatMap((parent) => linkOf(id, parent, places) ?? []);
  });
  return links.sort((a, b) => b.score - a.score).slice(0, 4);
}

/** Ids are short, stand in nearly every row and hardly one stands twice. */
function isId({ texts, filled, distinct }: Values): boolean {
  const short = texts.every((text) => text.length <= 24);
  return short && filled >= texts.length * FILLED && distinct >= filled * FILLED;
}

function linkOf(id: Values, parent: Values, places: ReadonlyMap<string, number>): Link | null {
  if (id === parent || parent.filled < id.texts.length * 0.3 || parent.distinct > parent.filled * 0.95)
    return null;
  const above = parent.texts.map((text, at) => {
    if (text === '' || text === id.texts[at] || /^0+$/.test(text)) return null;
    return places.get(text);
  });
  const named = above.filter((one) => one !== null);
  const known = named.filter((one) => one !== undefined).length;
  if (named.length === 0 || known < named.length * MEMBERS || parent.distinct < 2) return null;
  if (isCyclic(above)) return null;
  const counted = isCounting(id.texts);
  const worded = parent.words.some((word) => PARENT_WORDS.test(word));
  const alike = shapeOf(parent.texts) === shapeOf(id.texts);
  const score =
    known / named.length + (worded ? 0.6 : 0) + (alike ? 0.3 : 0) - (counted && !worded ? 0.5 : 0);
  return { id, parent, above, score };
}

/** `1`, `2`, `3` …: row numbers, among which any small number is found. */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => text !== '').map(Number);
  return numbers.every((number, i) => Number.isInteger(number) && number === (numbers[0] ?? 0) + i);
}

/** Lengths and kinds of sign that most values have. */
function shapeOf(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (text === '') continue;
    const shape = text.replace(/\d/g, '0').replace(/\p{L}/gu, 'A');
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function isCyclic(above: readonly (number | null | undefined)[]): boolean {
  return above.some((_, start) => {
    let at: number | null | undefined = start;
    for (let steps = 0; steps <= MOST_LEVELS; steps++) {
      at = above[at];
      if (at === null || at === undefined) return false;
    }
    return true;
  });
}

/** The trees of a link: by a column of levels that keeps step with it, else by how deep each row stands. */
function treesBy(all: readonly Values[], rows: readonly number[], link: Link): TreeColumns[] {
  const stepping = all.flatMap((level) => {
    if (level === link.id || level === link.parent) return [];
    const order = orderedBy(level, link.above);
    return order ? [{ level, ...order }] : [];
  });
  const [best] = stepping.sort((a, b) => b.share + b.named - (a.share + a.named));
  const depths = best ? null : depthsBy(all, link);
  const groups = best
    ? best.order.map((name) => ({ name, rows: rowsWhere(rows, (at) => best.level.texts[at] === name) }))
    : rangeOf(depths ?? []).map((depth) => ({
        name: '',
        rows: rowsWhere(rows, (at) => depths?.[at] === depth),
      }));
  const children = new Set(link.above.flatMap((one) => one ?? []));
  const spread = children.size > 1 && groups.length > 1;
  if (!spread || groups.length > MOST_LEVELS) return [];
  const parents = new Map<number, number>();
  const orphans = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const one = link.above[at];
    const up = one === null || one === undefined ? undefined : rows[one];
    if (up !== undefined) parents.set(row, up);
    else if (one === undefined) orphans.add(row);
  }
  const score = Math.min(1, link.score * 0.6 + (best ? 0.3 : 0));
  return [
    {
      id: link.id.column,
      parent: link.parent.column,
      level: best?.level.column ?? null,
      code: outlineCode(all, link)?.column ?? null,
      levels: groups,
      parents,
      orphans,
      score,
    },
  ];
}

/** The column other than the ids whose values go on from those of the rows above: `1.2.3` under `1.2`. */
function outlineCode(all: readonly Values[], { id, parent, above }: Link): Values | undefined {
  return all.find((one) => {
    if (one === id || one === parent || !isId(one)) return false;
    const under = above.flatMap((up, at) =>
      up === null || up === undefined ? [] : [isUnder(one.texts[at] ?? '', one.texts[up] ?? '')],
    );
    return under.length > 0 && under.filter(Boolean).length >= under.length * MEMBERS;
  });
}

function rowsWhere(rows: readonly number[], test: (at: number) => boolean): number[] {
  return rows.filter((_, at) => test(at));
}

/** The values of a column in the order in which they stand under each other; null when they do not. */
function orderedBy(
  { texts, filled, distinct, words }: Values,
  above: readonly (number | null | undefined)[],
): { order: string[]; share: number; named: number } | null {
  if (filled < texts.length * FILLED || distinct < 2 || distinct > MOST_LEVELS) return null;
  const votes = new Map<string, Map<string, number>>();
  let linked = 0;
  for (const [at, one] of above.entries()) {
    const [own = '', up = ''] = [texts[at], one === null || one === undefined ? '' : texts[one]];
    if (own === '' || up === '') continue;
    linked += 1;
    const of = votes.get(own) ?? new Map<string, number>();
    votes.set(own, of.set(up, (of.get(up) ?? 0) + 1));
  }
  const parentOf = new Map([...votes].map(([own, of]) => [own, mostOf(of)] as const));
  const order = chainOf([...new Set(texts.filter((text) => text !== ''))], parentOf);
  if (!order) return null;
  const inStep = [...votes].reduce((sum, [own, of]) => sum + (of.get(parentOf.get(own) ?? '') ?? 0), 0);
  const named = words.some((word) => LEVEL_WORDS.test(word)) ? 1 : 0;
  return inStep >= linked * IN_STEP ? { order, share: inStep / Math.max(linked, 1), named } : null;
}

function mostOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Values from the one that stands under none down to the one that none stands under; null when they make no chain. */
function chainOf(values: readonly string[], parentOf: ReadonlyMap<string, string>): string[] | null {
  const tops = values.filter((value) => !parentOf.has(value));
  const [top] = tops;
  if (top === undefined || tops.length > 1) return null;
  const order = [top];
  while (order.length < values.length) {
    const next = values.filter((value) => parentOf.get(value) === order.at(-1) && !order.includes(value));
    const [only] = next;
    if (only === undefined || next.length > 1) return null;
    order.push(only);
  }
  return order;
}

/**
 * How deep each row stands. A row whose id above is missing or none of the table is as deep as the rows that have the
 * same columns filled.
 */
function depthsBy(all: readonly Values[], { parent, above }: Link): number[] {
  const plain = depthsOf(above, () => 0);
  const others = all.filter((one) => one !== parent);
  const habits = rangeOf(plain).map((depth) => {
    const rows = plain.flatMap((own, at) => (own === depth && above[at] !== undefined ? [at] : []));
    return others.map(({ texts }) => rows.filter((at) => texts[at] !== '').length / Math.max(rows.length, 1));
  });
  const distance = (at: number, habit: readonly number[]) =>
    others.reduce((sum, { texts }, i) => sum + Math.abs((habit[i] ?? 0) - Number(texts[at] !== '')), 0);
  return depthsOf(above, (top) => {
    const distances = habits.map((habit) => distance(top, habit));
    const nearest = Math.min(...distances);
    return nearest < (distances[0] ?? 0) - 0.5 ? distances.indexOf(nearest) : 0;
  });
}

/** @param base  how deep a row stands that none of the table is above */
function depthsOf(above: readonly (number | null | undefined)[], base: (top: number) => number): number[] {
  return above.map((_, start) => {
    let [depth, top] = [0, start];
    for (let at = above[start]; at !== null && at !== undefined && depth < MOST_LEVELS; at = above[at]) {
      depth += 1;
      top = at;
    }
    return depth + base(top);
  });
}

function rangeOf(depths: readonly number[]): number[] {
  return rowsBetween(Math.min(...depths), Math.max(...depths));
}

/** Columns of few values that say how deep each row stands, the rows standing in the order of the hierarchy. */
function levelColumns(all: readonly Values[]): Values[] {
  return all.filter(
    ({ texts, filled, distinct }) =>
      filled >= texts.length * FILLED && distinct >= 2 && distinct <= MOST_LEVELS && distinct * 2 <= filled,
  );
}

/** Where only the order of the rows tells what stands under what: no row goes down by more than one level. */
function treeByOrder(all: readonly Values[], level: Values, rows: readonly number[]): TreeColumns[] {
  const named = level.words.some((word) => LEVEL_WORDS.test(word));
  const said = level.texts.filter((text) => text !== '');
  const numeric = said.every((text) => /^\d$/.test(text));
  const order = [...new Set(said)];
  if (numeric) order.sort((a, b) => Number(a) - Number(b));
  const depths = level.texts.map((text) => order.indexOf(text));
  const steps = depths.slice(1).map((depth, i) => depth - (depths[i] ?? 0));
  const inStep = steps.filter((step) => step <= 1).length / Math.max(steps.length, 1);
  const nested =
    steps.filter((step) => step < 0).length >= 2 && steps.filter((step) => step === 1).length >= 2;
  const begins = depths[0] === 0;
  const consecutive = numeric && Number(order.at(-1)) - Number(order[0]) === order.length - 1;
  if (!begins || !nested || inStep < IN_STEP) return [];
  const counts = order.map((name) => said.filter((text) => text === name).length);
  const widens = counts.every((count, i) => count >= LEAST_OF_LEVEL && count >= (counts[i - 1] ?? 0));
  const told = !level.isOther && widens && isToldByFilling(all, depths, order.length - 1);
  const score = Math.min(1, (named ? 0.5 : 0) + 0.3 * inStep + (consecutive ? 0.1 : 0) + (told ? 0.25 : 0));
  const levels = order.map((name) => ({ name, rows: rowsWhere(rows, (at) => level.texts[at] === name) }));
  return [
    {
      id: null,
      parent: null,
      level: level.column,
      code: null,
      levels,
      parents: parentsByOrder(rows, depths),
      orphans: new Set<number>(),
      score,
    },
  ];
}

/** Each row stands under the nearest one above it of a higher level. */
function parentsByOrder(rows: readonly number[], depths: readonly number[]): Map<number, number> {
  const parents = new Map<number, number>();
  const open: { depth: number; row: number }[] = [];
  for (const [at, row] of rows.entries()) {
    const depth = depths[at] ?? -1;
    if (depth < 0) continue;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const up = open.at(-1);
    if (up) parents.set(row, up.row);
    open.push({ depth, row });
  }
  return parents;
}

/** Levels whose heading says nothing have at least so many rows. */
const LEAST_OF_LEVEL = 2;
const ALWAYS = 0.9;
const HARDLY = 0.1;

/** Some column is filled in the lowest rows and blank in the highest: owners, dates, weights. */
function isToldByFilling(all: readonly Values[], depths: readonly number[], lowest: number): boolean {
  const share = ({ texts }: Values, depth: number) => {
    const own = texts.filter((_, at) => depths[at] === depth);
    return own.filter((text) => text !== '').length / Math.max(own.length, 1);
  };
  return all.some((one) => share(one, lowest) >= ALWAYS && share(one, 0) <= HARDLY);
}
