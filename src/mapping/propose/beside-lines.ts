import { readNumber } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import { readHeader } from '../words/lexicon';
import { KNOWN, type Attribute } from '../words/meaning';
import { isCentreName } from '../words/texts';

/** What a column says of the lines it stands beside, and of which year where its heading names one. */
export interface Said {
  readonly attribute: Attribute;
  readonly period: string | null;
}

/** What the columns beside lines of text say of them. */
export type Beside = ReadonlyMap<number, Said>;

const MOST = 0.7;
const MAX_OWNER = 70;
/** Names of owners and offices come again. */
const AGAIN = 0.75;
const USED: readonly Attribute[] = [
  'owner',
  'participants',
  'centre',
  'start',
  'end',
  'weight',
  'target',
  'baseline',
  'actual',
  'progress',
  'unit',
  'type',
];

/**
 * What the columns right of a column of text say: by a heading above the first line, else by what stands in them.
 *
 * @param rows  the rows of the lines, the first line's row first
 * @param year  the plan's year, for dates that name none
 */
export function besideLines(sheet: SheetView, rows: readonly number[], year: number | null): Beside {
  const texts = new Map<number, string[]>();
  for (const row of rows)
    for (const column of sheet.filled(row).slice(1))
      texts.set(column, [...(texts.get(column) ?? []), sheet.text(row, column)]);
  const found = new Map<number, Said>();
  const dates: number[] = [];
  for (const [column, own] of [...texts].sort((a, b) => a[0] - b[0])) {
    const headed = headedBy(sheet, column, rows[0] ?? 0, own);
    const dated = rows.filter(
      (row) => sheet.date(row, column, year) !== null && sheet.filled(row)[0] !== column,
    );
    if (headed) found.set(column, headed);
    else if (dated.length >= own.length * MOST) dates.push(column);
    else {
      const attribute = byContent(own);
      if (attribute) found.set(column, undated(attribute));
    }
  }
  const has = (attribute: Attribute) => [...found.values()].some((one) => one.attribute === attribute);
  const [first, last] = [dates[0], dates.at(-1)];
  if (last !== undefined && !has('end')) found.set(last, undated('end'));
  if (first !== undefined && first !== last && !has('start')) found.set(first, undated('start'));
  return found;
}

function undated(attribute: Attribute): Said {
  return { attribute, period: null };
}

function headedBy(
  sheet: SheetView,
  column: number,
  firstRow: number,
  values: readonly string[],
): Said | null {
  for (const row of sheet
    .rows()
    .filter((one) => one < firstRow)
    .reverse()) {
    const text = sheet.line(row, column);
    if (text === '') continue;
    const { attribute, period, confidence } = readHeader(text);
    // `A fine 2026` over numbers is what is to be reached by then.
    const measured = values.filter((value) => readNumber(value) !== null).length >= values.length * MOST;
    if (period !== null && measured && (attribute === null || attribute === 'end'))
      return { attribute: 'target', period };
    if (attribute === null || confidence < KNOWN || !USED.includes(attribute)) return null;
    const office = attribute === 'owner' && values.filter(isCentreName).length * 2 >= values.length;
    return { attribute: office ? 'centre' : attribute, period };
  }
  return null;
}

function byContent(texts: readonly string[]): Attribute | null {
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
  if (share((text) => readNumber(text) !== null) >= MOST) return 'weight';
  if (share((text) => text.length <= MAX_OWNER && /\p{L}{3}/u.test(text)) < MOST) return null;
  if (share(isCentreName) >= 0.5) return 'centre';
  const again = new Set(texts).size <= texts.length * AGAIN;
  return again || share((text) => /^(?:\p{L}+\.\s*)?(?:\p{Lu}[\p{L}'’.]*\s?){2,3}$/u.test(text)) >= MOST
    ? 'owner'
    : null;
}
