import { readNumber } from '../../plan';
import type { SheetView } from '../grid/sheet-view';
import { readHeader } from '../words/lexicon';
import { KNOWN, type Attribute } from '../words/meaning';
import { isCentreName } from '../words/texts';

/** What a column beside lines of text says of them, by column. */
export type Beside = ReadonlyMap<number, Attribute>;

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
  const found = new Map<number, Attribute>();
  const dates: number[] = [];
  for (const [column, own] of [...texts].sort((a, b) => a[0] - b[0])) {
    const headed = headedBy(sheet, column, rows[0] ?? 0);
    const dated = rows.filter(
      (row) => sheet.date(row, column, year) !== null && sheet.filled(row)[0] !== column,
    );
    if (headed) found.set(column, headed);
    else if (dated.length >= own.length * MOST) dates.push(column);
    else {
      const attribute = byContent(own);
      if (attribute) found.set(column, attribute);
    }
  }
  const has = (attribute: Attribute) => [...found.values()].includes(attribute);
  const [first, last] = [dates[0], dates.at(-1)];
  if (last !== undefined && !has('end')) found.set(last, 'end');
  if (first !== undefined && first !== last && !has('start')) found.set(first, 'start');
  return found;
}

function headedBy(sheet: SheetView, column: number, firstRow: number): Attribute | null {
  for (const row of sheet
    .rows()
    .filter((one) => one < firstRow)
    .reverse()) {
    const text = sheet.line(row, column);
    if (text === '') continue;
    const { attribute, confidence } = readHeader(text);
    return attribute !== null && confidence >= KNOWN && USED.includes(attribute) ? attribute : null;
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
