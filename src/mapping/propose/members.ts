import { cellAddress } from '../../workbook';
import type { SheetView } from '../grid/sheet-view';
import { inCell, isLabelText, type Member } from './labels-by-looks';
import { headerRows, LOOKS_LIKE_HEADER } from './header-rows';
import { bareLabel } from '../words/labels';
import { LEXICON, wordKey } from '../words/words';

/** A text that may be a label, with what stands beside it. */
interface Occurrence {
  readonly key: string;
  readonly label: string;
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value: string;
  /** Where the value stands. */
  readonly place: 'inside' | 'right' | 'below';
  readonly valueCell: string;
  readonly at: { readonly sheet: string; readonly address: string };
}

/** Share of the cards that must have a label. */
const MOST = 0.5;
/** Labels that a family must have to be one. */
const LEAST = 3;
/** So many cards tell that a value is always the same. */
const SEVERAL = 5;
/** Values of a label that must differ: what is the same everywhere is a heading. */
const DIFFERENT = 2;

/** Finds the labels that repeat from card to card: one card a sheet, or several one below the other. */
export class MemberSearch {
  private readonly occurrences: readonly Occurrence[];
  private readonly fixed: readonly string[];

  constructor(sheets: readonly SheetView[]) {
    const all = sheets.flatMap((sheet, at) => candidatesOf(sheet, at));
    const times = countBy(all, ({ key }) => key);
    const repeated = all.filter(({ key }) => (times.get(key) ?? 0) > 1);
    const byPlace = [...groupBy(repeated, ({ key, place }) => `${place}|${key}`).values()];
    this.occurrences = settled(byPlace.filter((own) => !isFixed(own)));
    this.fixed = byPlace
      .filter((own) => own.length >= SEVERAL && own[0]?.place === 'inside' && isFixed(own))
      .map((own) => own[0]?.label ?? '');
  }

  /** Labels with the same value in one cell in card after card. */
  constants(): readonly string[] {
    return this.fixed;
  }

  /** Families of cards: one sheet with cards in it, or sheets that share their labels. */
  families(): Member[][] {
    const single: Occurrence[] = [];
    const families: Member[][] = [];
    for (const own of groupBy(this.occurrences, ({ sheet }) => sheet).values()) {
      const card = stacked(own);
      if (card) families.push(membersOf(own, card));
      else single.push(...own);
    }
    for (const cluster of clusters(single)) families.push(membersOf(cluster, ({ sheet }) => String(sheet)));
    return families.filter((members) => members.length >= LEAST);
  }
}

/** A cell is a label or a value: the surer labels take their values first, and what is a value is no label. */
function settled(groups: readonly Occurrence[][]): Occurrence[] {
  const sure = (own: readonly Occurrence[]) =>
    own.length + (bareLabel(own[0]?.label ?? '') ? 1000 : 0) + (own[0]?.place === 'below' ? 0 : 500);
  const [labels, values] = [new Set<string>(), new Set<string>()];
  const kept: Occurrence[] = [];
  for (const own of [...groups].sort((a, b) => sure(b) - sure(a))) {
    const free = own.filter(
      (one) =>
        !values.has(cell(one)) &&
        !labels.has(one.valueCell) &&
        (one.place === 'inside' || !labels.has(cell(one))),
    );
    if (free.length < own.length * MOST || free.length < 2) continue;
    for (const one of free) {
      labels.add(cell(one));
      if (one.place !== 'inside') values.add(one.valueCell);
      kept.push(one);
    }
  }
  return kept;
}

function cell({ sheet, row, column }: Occurrence): string {
  return `${sheet}!${row},${column}`;
}

/** Sheets that share most of their labels. */
function clusters(occurrences: readonly Occurrence[]): Occurrence[][] {
  const found: { keys: Set<string>; list: Occurrence[] }[] = [];
  for (const own of groupBy(occurrences, ({ sheet }) => sheet).values()) {
    const keys = new Set(own.map(({ key }) => key));
    const home = found.find(
      (one) => [...keys].filter((key) => one.keys.has(key)).length * 2 >= Math.min(keys.size, one.keys.size),
    );
    if (home) {
      home.list.push(...own);
      for (const key of keys) home.keys.add(key);
    } else found.push({ keys, list: [...own] });
  }
  return found.map(({ list }) => list);
}

/** Cells that have a value right of them, or hold `label: value`, `LABEL 3 - value` themselves. */
function candidatesOf(sheet: SheetView, at: number): Occurrence[] {
  const list: Occurrence[] = [];
  let inTable = false;
  for (const row of sheet.rows()) {
    const columns = sheet.filled(row);
    if (columns.length === 0) inTable = false;
    else if (columns.length > 2 && (headerRows(sheet).score.get(row) ?? 0) >= LOOKS_LIKE_HEADER)
      inTable = true;
    if (columns.length === 0 || columns.length > 6 || inTable) continue;
    for (const [i, column] of columns.entries()) {
      const text = sheet.line(row, column);
      const add = (place: Occurrence['place'], label: string, value: string, to: readonly number[]): void => {
        const key = wordKey(label);
        const valueCell = `${at}!${to.join(',')}`;
        if (value !== '' && key.length > 1)
          list.push({
            key,
            label,
            sheet: at,
            row,
            column,
            value,
            place,
            valueCell,
            at: { sheet: sheet.name, address: cellAddress(to[0] ?? row, to[1] ?? column) },
          });
      };
      const split = inCell(text);
      if (split) add('inside', split.label, split.value, [row, column]);
      else if (isLabelText(text)) {
        const next = columns[i + 1];
        if (next !== undefined) add('right', text, sheet.line(row, next), [row, next]);
        if (hasValuesBelow(sheet, row, columns))
          add('below', text, sheet.line(row + 1, column), [row + 1, column]);
      }
    }
  }
  return list;
}

/** One row of values below, and then something else: two rows of values are a table. */
function hasValuesBelow(sheet: SheetView, row: number, columns: readonly number[]): boolean {
  const below = sheet.filled(row + 1);
  if (below.length === 0 || !below.every((one) => columns.includes(one))) return false;
  const next = sheet.filled(row + 2);
  const table =
    next.length > 1 &&
    next.every((one) => columns.includes(one)) &&
    next.some((one) => !isLabelText(sheet.line(row + 2, one)));
  const finer = columns.some((one) =>
    /^(?:phase|indicator|quantity)$/.test(LEXICON.header(sheet.line(row, one)).subject ?? ''),
  );
  return !table && !finer;
}

/** The same text stands beside it nearly everywhere: both are headers of a table, or one labels of a card. */
function isFixed(own: readonly Occurrence[]): boolean {
  const values = countBy(own, ({ value }) => wordKey(value));
  return Math.max(...values.values()) >= own.length * 0.7 && own.length > 1;
}

/** Cards one below the other: another one begins where the label that comes most often, and first, comes again. */
function stacked(own: readonly Occurrence[]): ((one: Occurrence) => string) | null {
  const times = countBy(own, ({ key, place }) => `${place}|${key}`);
  const several = [...times.values()].filter((count) => count > 1);
  const usual = [...countBy(several, String)].sort((a, b) => b[1] - a[1])[0];
  if (!usual || usual[1] < LEAST || usual[1] < times.size * 0.4) return null;
  const first = own.find(({ key, place }) => String(times.get(`${place}|${key}`)) === usual[0]);
  const starts = own
    .filter(({ key, place }) => key === first?.key && place === first.place)
    .map(({ row }) => row);
  return ({ sheet, row }) => `${sheet}#${starts.filter((start) => start <= row).length}`;
}

function membersOf(occurrences: readonly Occurrence[], cardOf: (one: Occurrence) => string): Member[] {
  const cards = [...new Set(occurrences.map(cardOf))];
  const byKey = groupBy(occurrences, ({ key, place }) => `${place}|${key}`);
  const members: Member[] = [];
  for (const own of byKey.values()) {
    const values = new Map([...own].reverse().map((one) => [cardOf(one), one.value]));
    const different = new Set(own.map(({ value }) => value)).size;
    const runs = own.some((one) =>
      own.some(
        (other) => other.sheet === one.sheet && other.column === one.column && other.row === one.row + 1,
      ),
    );
    const label = own[0]?.label ?? '';
    if (values.size < Math.max(2, cards.length * MOST) || different < DIFFERENT || runs) continue;
    members.push({
      label,
      values: cards.map((card) => values.get(card) ?? ''),
      places: own.map(({ at }) => at),
    });
  }
  return members;
}

function countBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
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
