import { saysUnit } from '../units/units';
import { fold } from '../../plan';
import type { CellRef } from '../../workbook';
import type { BaseDataTable, Period } from '../types';
import { isNextHeader, readHeader, rowPeriod, type DataColumns, type ValueColumn } from './headers';
import { saysForecast } from './periods';
import { readValue, type RawValue } from './values';
import { areaOf, type View } from './view';

/** A quantity as read from one row, before units of percentages are settled. */
export interface RawQuantity {
  readonly name: string;
  readonly unit: string | null;
  readonly source: string | null;
  readonly cell: CellRef;
  readonly block: string | null;
  readonly values: Map<Period, RawValue>;
  /** Periods whose value is only a forecast. */
  readonly forecasts: Set<Period>;
}

/** A table and what was read from it. */
export interface FoundTable {
  readonly table: BaseDataTable;
  readonly quantities: readonly RawQuantity[];
}

/** All data tables of a view: a header that names quantities and periods, and the rows under it. */
export function findTables(view: View, date1904: boolean, planYear: number | null): FoundTable[] {
  const tables: FoundTable[] = [];
  for (let row = view.rows.first; row < view.rows.last; row++) {
    const header = readHeader(view, row, planYear);
    if (!header) continue;
    const found = readTable(view, row, header, date1904);
    if (!found) continue;
    tables.push(found.table);
    row = found.last;
  }
  return tables;
}

function readTable(
  view: View,
  top: number,
  header: DataColumns,
  date1904: boolean,
): { table: FoundTable; last: number } | null {
  const quantities = new Map<string, RawQuantity>();
  const first = top + header.height;
  let last = first - 1;
  let block: string | null = null;
  let parent: string | null = null;
  let above = '';
  for (let row = first; row <= view.rows.last; row++) {
    if (endsTable(view, row, header)) break;
    const written = view.filledText(row, header.name);
    // A series names its quantity once.
    const name = written === '' && header.periods.length > 0 && hasValue(view, row, header) ? above : written;
    above = name;
    if (name === '' || isTitleRow(view, row, header)) {
      if (name !== '') block = name;
      if (name !== '') last = row;
      continue;
    }
    const own = /^[-–•*\s]*di cui\b:?\s*/i.test(name);
    const full = own && parent ? `${parent} ${name.replace(/^[-–•*\s]*/, '')}` : name;
    if (!own) parent = name;
    const category = header.block === null ? block : view.filledText(row, header.block) || block;
    addRow(view, row, header, { name: full, block: category, date1904, top }, quantities);
    last = row;
  }
  const list = [...quantities.values()];
  if (list.length === 0) return null;
  const periods = [...new Set(list.flatMap((quantity) => [...quantity.values.keys()]))];
  const right = Math.max(
    header.name,
    ...header.values.map((value) => value.column),
    header.source ?? 0,
    header.unit ?? 0,
  );
  const left = Math.min(header.name, ...header.values.map((value) => value.column));
  const table: BaseDataTable = {
    sheet: view.grid.name,
    area: areaOf(view, top, left, last, right),
    layout: view.transposed ? 'columns' : 'rows',
    periods,
    quantities: list.length,
  };
  return { table: { table, quantities: list }, last };
}

function addRow(
  view: View,
  row: number,
  header: DataColumns,
  about: { name: string; block: string | null; date1904: boolean; top: number },
  quantities: Map<string, RawQuantity>,
): void {
  const last = /\(\s*([^()]{1,20}?)\s*\)\s*$/.exec(about.name)?.[1] ?? '';
  const inName = saysUnit(last) ? last : null;
  const unit = (header.unit === null ? '' : view.filledText(row, header.unit)) || inName;
  const tidy = header.periods.length === 0 ? null : rowPeriod(view, row, header, about.top);
  const key = tidy === null ? String(row) : `${fold(about.name)}|${about.block ?? ''}`;
  const known = quantities.get(key);
  const quantity = known ?? {
    name: about.name,
    unit: unit || null,
    source: header.source === null ? null : view.filledText(row, header.source) || null,
    cell: view.ref(row, header.name),
    block: about.block,
    values: new Map<Period, RawValue>(),
    forecasts: new Set<Period>(),
  };
  const forecast = header.kind !== null && saysForecast(view.filledText(row, header.kind));
  for (const column of preferred(header.values)) {
    const cell = view.spansColumns(row, column.column)
      ? view.filled(row, column.column)
      : view.cell(row, column.column);
    const value = readValue(cell, view.ref(row, column.column), quantity.unit, about.date1904);
    addValue(quantity, tidy ?? column.period, value, forecast);
  }
  if (!known) quantities.set(key, quantity);
}

/** What happened counts before what was foreseen; two values of one period that differ are none. */
function addValue(
  { values, forecasts }: RawQuantity,
  period: Period,
  value: RawValue,
  forecast: boolean,
): void {
  const known = values.get(period);
  const foreseen = forecasts.has(period);
  if (known && foreseen !== forecast) {
    if (forecast) return;
    forecasts.delete(period);
    values.set(period, value);
    return;
  }
  if (forecast) forecasts.add(period);
  const differs = known && known.problem !== 'blank' && known.value !== value.value;
  values.set(period, differs ? { ...value, value: null, problem: 'several-values' } : value);
}

/** One column per period: what happened rather than what was foreseen. */
function preferred(columns: readonly ValueColumn[]): ValueColumn[] {
  const byPeriod = new Map<Period, ValueColumn>();
  for (const column of columns) {
    const known = byPeriod.get(column.period);
    if (!known || (known.forecast && !column.forecast)) byPeriod.set(column.period, column);
  }
  return [...byPeriod.values()];
}

/** Two empty rows, or the header of another table. */
function endsTable(view: View, row: number, header: DataColumns): boolean {
  const used = [header.name, ...header.values.map((value) => value.column)];
  const empty = (at: number): boolean => used.every((column) => view.filledText(at, column) === '');
  if (empty(row) && (row + 1 > view.rows.last || empty(row + 1))) return true;
  return isNextHeader(view, row, header);
}

/** A row with only a name, over rows with values: the title of a block. */
function isTitleRow(view: View, row: number, header: DataColumns): boolean {
  const columns = header.values.map((value) => value.column);
  const name = view.text(row, header.name);
  const merged = view.spansColumns(row, header.name);
  const blank = columns.every((column) => view.text(row, column) === '');
  if (!blank && !merged) return false;
  if (header.unit !== null && view.text(row, header.unit) !== '' && !merged) return false;
  if (merged) return true;
  const capitals = name === name.toUpperCase() || name.endsWith(':');
  const followed = columns.some((column) => view.text(row + 1, column) !== '');
  return (
    capitals ||
    (header.unit !== null &&
      followed &&
      view.text(row + 1, header.unit) !== '' &&
      !hasSource(view, row, header))
  );
}

function hasValue(view: View, row: number, { values }: DataColumns): boolean {
  return values.some(({ column }) => view.text(row, column) !== '');
}

function hasSource(view: View, row: number, header: DataColumns): boolean {
  return header.source !== null && view.text(row, header.source) !== '';
}
