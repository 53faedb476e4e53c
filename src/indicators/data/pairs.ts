import { fold } from '../../plan';
import type { RawQuantity } from './tables';
import { textPeriod } from './periods';
import { readText } from './numbers';
import { readValue } from './values';
import { areaOf, type View } from './view';
import type { BaseDataTable } from '../types';

/** Words in a title or sheet name under which label and value pairs are base data. */
const TITLE =
  /\b(?:dat[io]|statistic|contesto|popolazione|territorio|demografi|personale|organico|bilancio|consistenza|quadro|parametri|base)/;

/** A block of labels and values and what was read from it. */
export interface FoundPairs {
  readonly table: BaseDataTable;
  readonly quantities: readonly RawQuantity[];
}

/**
 * Blocks of labels with one value beside them (`Abitanti al 31/12/2016 | 191.150`), at least three in a row,
 * under a title or in a sheet that speaks of data. The period is the title's, where it names one.
 */
export function findPairs(view: View, taken: (row: number) => boolean, date1904: boolean): FoundPairs[] {
  const blocks: FoundPairs[] = [];
  for (let row = view.rows.first; row <= view.rows.last; row++) {
    const column = taken(row) ? null : pairColumn(view, row);
    if (column === null) continue;
    let last = row;
    while (last < view.rows.last && !taken(last + 1) && pairColumn(view, last + 1) === column) last++;
    const title = titleAbove(view, row);
    if (last - row >= 2 && (TITLE.test(fold(title)) || TITLE.test(fold(view.grid.name)))) {
      blocks.push(readBlock(view, row, last, column, title, date1904));
    }
    row = last;
  }
  return blocks;
}

/** Column of the label when the row is a label, one value and at most a unit or source; else null. */
function pairColumn(view: View, row: number): number | null {
  const places: number[] = [];
  for (let column = view.columns.first; column <= view.columns.last; column++) {
    if (view.text(row, column) !== '') places.push(column);
    if (places.length > 4) return null;
  }
  const [label, value, ...rest] = places;
  if (label === undefined || value === undefined || value - label > 2) return null;
  const name = view.cell(row, label);
  const amount = view.cell(row, value);
  if (typeof name?.value !== 'string' || !/\p{L}{3}/u.test(name.text) || name.text.length > 120) return null;
  const numeric =
    typeof amount?.value === 'number' ||
    (typeof amount?.value === 'string' && typeof readText(amount.text).value === 'number');
  const texts = rest.every((column) => typeof view.cell(row, column)?.value === 'string');
  return numeric && texts ? label : null;
}

function titleAbove(view: View, row: number): string {
  for (let above = row - 1; above >= Math.max(view.rows.first, row - 3); above--) {
    for (let column = view.columns.first; column <= view.columns.last; column++) {
      const text = view.text(above, column);
      if (/\p{L}{3}/u.test(text)) return text;
    }
  }
  return '';
}

function readBlock(
  view: View,
  first: number,
  last: number,
  label: number,
  title: string,
  date1904: boolean,
): FoundPairs {
  const quantities: RawQuantity[] = [];
  const common = textPeriod(title)?.period ?? '';
  let right = label;
  for (let row = first; row <= last; row++) {
    let column = label + 1;
    while (view.text(row, column) === '') column++;
    right = Math.max(right, column);
    const written = view.text(row, label).replace(/\s*:\s*$/, '');
    const own = /\b(?:al|anno|nel)?\s*((?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19|20)\d\d)\s*\)?$/i.exec(written);
    const period = (own?.[1] ? textPeriod(own[1])?.period : null) ?? common;
    const name = own && own.index > 3 ? written.slice(0, own.index).replace(/[\s(,]+$/, '') : written;
    const unit = view.text(row, column + 1) || null;
    const value = readValue(view.cell(row, column), view.ref(row, column), unit, date1904);
    quantities.push({
      name,
      unit,
      source: null,
      cell: view.ref(row, label),
      block: title || null,
      values: new Map([[period, value]]),
      forecasts: new Set(),
    });
  }
  const periods = [...new Set(quantities.flatMap((quantity) => [...quantity.values.keys()]))];
  const area = areaOf(view, first, label, last, right);
  return {
    table: { sheet: view.grid.name, area, layout: 'pairs', periods, quantities: quantities.length },
    quantities,
  };
}
