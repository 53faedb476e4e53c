import { fold } from '../../plan';
import type { Rewritten, SheetView } from '../grid/sheet-view';
import { commonKind } from '../relation/content';
import type { Grid } from '../../workbook';

/** A sheet looked at as if each of its records stood in one row. */
export interface Pivoted {
  /** The rows to look at: the header, and the first of each record. */
  readonly only: ReadonlySet<number>;
  readonly rewritten: ReadonlyMap<number, readonly Rewritten[]>;
}

/** The columns of a list of records, attributes and values, and its rows. */
interface TripleList {
  readonly header: number;
  readonly id: number;
  readonly attribute: number;
  readonly value: number;
  readonly rows: readonly number[];
}

/** Rows in which the header may stand. */
const HEADERS_TRIED = 12;
/** Fewer rows or records are no such list. */
const LEAST_ROWS = 12;
const LEAST_RECORDS = 3;
/** Attributes of a record, on average, at least. */
const LEAST_EACH = 2.5;
/** Rows that may give a record an attribute again. */
const AGAIN = 0.1;
/** An attribute is a label. */
const MAX_ATTRIBUTE = 40;
/** Share of the values of an attribute that are of one kind. */
const SAME = 0.7;

/**
 * Lists of one fact a row (`26-032 | Titolo | …`, `26-032 | Peso | 30`), as programs export them: each record is looked
 * at in one row, each attribute in a column of its own.
 */
export function attributeValues(sheets: readonly SheetView[]): ReadonlyMap<Grid, Pivoted> {
  return new Map(
    sheets.flatMap((sheet) => {
      const list = tripleListIn(sheet);
      return list ? [[sheet.grid, pivoted(sheet, list)] as const] : [];
    }),
  );
}

function tripleListIn(sheet: SheetView): TripleList | null {
  const headers = sheet.rows().filter((row) => sheet.filled(row).length > 2);
  for (const header of headers.slice(0, HEADERS_TRIED)) {
    const rows = sheet.rows().filter((row) => row > header && sheet.filled(row).length > 1);
    const [id, attribute, value] = sheet.filled(header);
    if (id === undefined || attribute === undefined || value === undefined) continue;
    const list = { header, id, attribute, value, rows };
    if (isTripleList(sheet, list)) return list;
  }
  return null;
}

function isTripleList(sheet: SheetView, { id, attribute, value, rows }: TripleList): boolean {
  if (rows.length < LEAST_ROWS) return false;
  const byAttribute = new Map<string, string[]>();
  const ids = new Map<string, Set<string>>();
  let again = 0;
  for (const row of rows) {
    const [record, name] = [sheet.line(row, id), sheet.line(row, attribute)];
    if (record === '' || !isLabel(name)) return false;
    const own = ids.get(record) ?? new Set<string>();
    ids.set(record, own);
    if (own.has(name)) again += 1;
    own.add(name);
    byAttribute.set(name, [...(byAttribute.get(name) ?? []), sheet.line(row, value)]);
  }
  const shared = [...byAttribute.values()].filter((values) => values.length > 1);
  return (
    ids.size >= LEAST_RECORDS &&
    rows.length >= ids.size * LEAST_EACH &&
    again <= rows.length * AGAIN &&
    shared.length * 2 >= byAttribute.size &&
    kindsOf(shared) > 1
  );
}

function isLabel(text: string): boolean {
  return text.length <= MAX_ATTRIBUTE && /^\p{L}{2}/u.test(text);
}

/** Attributes differ in what they say: names, dates, numbers. */
function kindsOf(attributes: readonly (readonly string[])[]): number {
  const kinds = attributes.flatMap((values) => {
    const told = values.filter((text) => text !== '');
    return told.length === 0 ? [] : (commonKind(told, SAME) ?? []);
  });
  return new Set(kinds).size;
}

function pivoted(sheet: SheetView, { header, id, attribute, value, rows }: TripleList): Pivoted {
  const columns = new Map<string, number>();
  const firsts = new Map<string, number>();
  const heads: Rewritten[] = [];
  const records = new Map<number, Map<number, Rewritten>>();
  for (const row of rows) {
    const name = sheet.line(row, attribute);
    const key = fold(name);
    const column = columns.get(key) ?? id + 1 + columns.size;
    if (!columns.has(key)) {
      columns.set(key, column);
      heads.push({ column, text: name, from: { row, column: attribute } });
    }
    const record = sheet.line(row, id);
    const first = firsts.get(record) ?? row;
    firsts.set(record, first);
    const own = records.get(first) ?? new Map<number, Rewritten>();
    records.set(first, own);
    const text = sheet.text(row, value);
    const before = own.get(column);
    if (before) own.set(column, { ...before, text: `${before.text}\n${text}` });
    else own.set(column, { column, text, from: { row, column: value } });
  }
  const right = id + columns.size;
  const blanks = sheet.columns({ left: id + 1, right: Math.max(right, value, ...sheet.filled(header)) });
  const whole = (cells: readonly Rewritten[]): Rewritten[] => [
    ...cells,
    ...blanks
      .filter((column) => !cells.some((one) => one.column === column))
      .map((column) => ({ column, text: '' })),
  ];
  const above = sheet.rows().filter((row) => row < header);
  return {
    only: new Set([...above, header, ...firsts.values()]),
    rewritten: new Map([
      [header, whole(heads)],
      ...[...records].map(([row, cells]) => [row, whole([...cells.values()])] as const),
    ]),
  };
}
