import { fold } from '../../plan';
import type { Rewritten, SheetView } from '../grid/sheet-view';
import type { Grid } from '../../workbook';

/** Cells to look at as if the whole code stood in them, by sheet and row. */
export type WholeCodes = ReadonlyMap<Grid, ReadonlyMap<number, readonly Rewritten[]>>;

/** Longer texts head no half of a code. */
const MAX_HEADER = 24;
/** Rows with both halves; fewer tell nothing. */
const LEAST_ROWS = 4;
/** Blank rows after which a table is over. */
const GAP = 3;
/** Share of the rows that go with it. */
const MOST = 0.8;
const NEARLY_ALL = 0.95;

const OFFICE = /^(?:\p{Lu}[\p{Lu}\d.]{0,7}|\d{1,4})$/u;
const NUMBER = /^\d{1,3}$/;

/** Two columns beside each other under the same headers. */
interface Halves {
  readonly sheet: SheetView;
  readonly column: number;
  readonly rows: readonly { readonly row: number; readonly code: string; readonly number: string }[];
}

/**
 * Codes whose two halves stand in columns of their own (`Centro | N.` over `SEG | 01`): only both together tell the
 * objectives of one sheet apart, and another sheet under the same two headers cites them. Their number is then looked
 * at as the whole code, `SEG-01`.
 */
export function splitCodes(sheets: readonly SheetView[]): WholeCodes {
  const groups = new Map<string, Halves[]>();
  for (const sheet of sheets)
    for (const [key, halves] of halvesIn(sheet)) groups.set(key, [...(groups.get(key) ?? []), halves]);
  const found = new Map<Grid, Map<number, Rewritten[]>>();
  for (const group of groups.values()) {
    const keys = group.find(isKey);
    if (!keys) continue;
    const codes = new Set(keys.rows.map(({ code }) => code));
    const citing = group.filter((one) => one !== keys && cites(one, codes));
    if (citing.length === 0) continue;
    for (const { sheet, column, rows } of [keys, ...citing]) {
      const own = found.get(sheet.grid) ?? new Map<number, Rewritten[]>();
      found.set(sheet.grid, own);
      for (const { row, code } of rows)
        own.set(row, [...(own.get(row) ?? []), { column: column + 1, text: code }]);
    }
  }
  return found;
}

function* halvesIn(sheet: SheetView): Generator<readonly [string, Halves]> {
  const worded = (text: string) => /\p{L}/u.test(text) && !/\d/.test(text) && text.length <= MAX_HEADER;
  for (const row of sheet.rows()) {
    const filled = sheet.filled(row);
    if (filled.length < 3) continue;
    for (const column of filled) {
      const [left, right] = [sheet.line(row, column), sheet.line(row, column + 1)];
      if (!worded(left) || !worded(right)) continue;
      const rows = rowsBelow(sheet, row, column);
      if (rows.length >= LEAST_ROWS) yield [`${fold(left)}|${fold(right)}`, { sheet, column, rows }];
    }
  }
}

/** The rows under two headers that have both halves of a code; none where others have something else there. */
function rowsBelow(sheet: SheetView, header: number, column: number): Halves['rows'] {
  const rows: { row: number; code: string; number: string }[] = [];
  let strange = 0;
  let blank = 0;
  for (let row = header + 1; blank < GAP; row++) {
    const [office, number] = [sheet.line(row, column), sheet.line(row, column + 1)];
    blank = sheet.filled(row).length === 0 ? blank + 1 : 0;
    if (office === '' && number === '') continue;
    if (OFFICE.test(office) && NUMBER.test(number)) rows.push({ row, code: `${office}-${number}`, number });
    else strange += 1;
    if (strange > 2 && strange > rows.length) return [];
  }
  return rows.length >= (rows.length + strange) * MOST ? rows : [];
}

/** Each row has another pair, though neither half tells them apart. */
function isKey({ rows }: Halves): boolean {
  const codes = new Set(rows.map(({ code }) => code)).size;
  const numbers = new Set(rows.map(({ number }) => number)).size;
  const offices = new Set(rows.map(({ code }) => code.slice(0, code.indexOf('-')))).size;
  return codes >= rows.length * NEARLY_ALL && numbers < codes && offices > 1 && offices < codes;
}

function cites({ rows }: Halves, codes: ReadonlySet<string>): boolean {
  return rows.filter(({ code }) => codes.has(code)).length >= rows.length * MOST;
}
