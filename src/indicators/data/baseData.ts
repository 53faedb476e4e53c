import { fold } from '../../plan';
import {
  cellAt,
  forEachCell,
  parseArea,
  plainSpaces,
  refAt,
  type CellRef,
  type WorkbookSnapshot,
} from '../../workbook';
import type {
  BaseData,
  BaseDataNote,
  BaseDataTable,
  BaseQuantity,
  BaseValue,
  MemberValue,
  Period,
} from '../types';
import { takePeriod } from '../language/names';
import { findGroups, type RawColumn } from './groups';
import { bandsOf } from './headers';
import { findPairs } from './pairs';
import { periodEnd } from './periods';
import { findTables, type RawQuantity } from './tables';
import { percentScale, readValue } from './values';
import { viewOf, type View } from './view';

/** Where to look for base data. */
export interface BaseDataOptions {
  /** Sheets that are something else (objectives, indicators, DUP): not searched. */
  readonly exclude?: readonly string[];
  /** The plan's year, for headers such as `31/12` where no title names a year. */
  readonly year?: number | null;
}

const EXAMPLE =
  /\b(?:(?:dati|valori|numeri|cifre)\s+(?:\S+\s+){0,2}(?:di\s+|d')?(?:esempio|prova|fantasia)|(?:dati|valori|numeri)\s+(?:fittizi|inventati|simulati|ipotetici|esemplificativi|dimostrativi|puramente indicativi)|non\s+ufficiali|a titolo (?:di esempio|esemplificativo)|sample data|example values|invented values)\b/i;

/** Whether a text warns that the data beside it are invented or not official. */
export function saysExample(text: string): boolean {
  return EXAMPLE.test(fold(text));
}

/**
 * Finds the base data of a workbook: tables with a quantity column and one column per period, the same turned
 * around, blocks of label and value, tables of members, defined names. Every value keeps its cell; what cannot
 * be read keeps its reason.
 */
export function readBaseData(snapshot: WorkbookSnapshot, options: BaseDataOptions = {}): BaseData {
  const reader = new Reader(snapshot, options.year ?? null);
  const skip = new Set(options.exclude ?? []);
  for (const grid of snapshot.sheets) if (!skip.has(grid.name)) reader.sheet(grid.name);
  reader.definedNames();
  return reader.done();
}

class Reader {
  private readonly quantities: BaseQuantity[] = [];
  private readonly tables: BaseDataTable[] = [];
  private readonly notes: BaseDataNote[] = [];
  private readonly byName = new Map<string, number>();
  private example: BaseData['example'] = null;

  constructor(
    private readonly snapshot: WorkbookSnapshot,
    private readonly year: number | null,
  ) {}

  sheet(name: string): void {
    const grid = this.snapshot.sheets.find((sheet) => sheet.name === name);
    const view = grid && viewOf(grid, false);
    if (!grid || !view) return;
    const { date1904 } = this.snapshot;
    const bands = bandsOf(view).flatMap((band) => viewOf(grid, false, band) ?? []);
    let found = bands.flatMap((one) => findTables(one, date1904, this.year));
    const across = found.length === 0 ? viewOf(grid, true) : null;
    if (across) found = findTables(across, date1904, this.year);
    for (const { table, quantities } of found) this.take(table, quantities);
    const mine = this.tables.filter((table) => table.sheet === name);
    const taken = (row: number): boolean =>
      mine.some((table) => row >= table.area.top && row <= table.area.bottom);
    for (const group of findGroups(grid, this.snapshot.tables, taken, date1904)) {
      this.tables.push(group.table);
      mine.push(group.table);
      for (const column of group.columns) this.takeColumn(group.view, column);
    }
    for (const { table, quantities } of findPairs(view, taken, date1904)) this.take(table, quantities);
    if (this.tables.some((table) => table.sheet === name)) this.lookForExample(name);
  }

  private take(table: BaseDataTable, quantities: readonly RawQuantity[]): void {
    this.tables.push(table);
    for (const raw of quantities) this.takeQuantity(raw);
  }

  private takeQuantity(written: RawQuantity): void {
    const raw = datedByName(written);
    if (this.joinYears(raw)) return;
    const { factor, assumed } = percentScale([...raw.values.values()]);
    const values = new Map<Period, BaseValue>();
    for (const [period, value] of raw.values) {
      const scaled =
        value.scale === 'open' && typeof value.value === 'number' ? value.value * factor : value.value;
      values.set(period, {
        value: scaled,
        text: value.text,
        cell: value.cell,
        problem: value.problem,
        date: value.date,
      });
      if (value.problem && value.problem !== 'blank' && value.problem !== 'not-available')
        this.note('unreadable-value', value.cell, value.text, value.problem);
    }
    if (assumed) this.note('percent-scale-assumed', raw.cell, raw.name, factor === 1 ? 'fraction' : 'points');
    const key = keyOf(raw.name, raw.block);
    const twin = this.quantities[this.byName.get(key) ?? -1];
    if (twin) this.note('duplicate-name', raw.cell, raw.name, twin.cell.address);
    if (!twin) this.byName.set(key, this.quantities.length);
    const { name, unit, source, cell, block } = raw;
    this.quantities.push({
      id: idOf(cell),
      name,
      aliases: [],
      unit,
      source,
      cell,
      block,
      values,
      members: [],
      memberKind: null,
    });
  }

  /** `Imprese attive 2016` and `Imprese attive 2017` in two rows are one quantity in two years. */
  private joinYears(raw: RawQuantity): boolean {
    const [period] = raw.values.keys();
    const known = this.byName.get(keyOf(raw.name, raw.block));
    const twin = known === undefined ? undefined : this.quantities[known];
    if (
      !twin ||
      raw.values.size !== 1 ||
      !period ||
      twin.values.has(period) ||
      raw.cell.sheet !== twin.cell.sheet
    )
      return false;
    const [value] = raw.values.values();
    if (!value || twin.values.size > 40) return false;
    const { percent: _percent, scale: _scale, ...plain } = value;
    this.quantities[known ?? 0] = { ...twin, values: new Map([...twin.values, [period, plain]]) };
    return true;
  }

  private takeColumn(view: View, column: RawColumn): void {
    const cell = view.ref(...column.header);
    const members: MemberValue[] = column.members.map(({ member, value, text, cell: at, problem, date }) => ({
      member,
      value,
      text,
      cell: at,
      problem,
      date,
    }));
    this.quantities.push({
      id: idOf(cell),
      name: column.name,
      aliases: [],
      unit: null,
      source: null,
      cell,
      block: column.memberKind,
      values: new Map(),
      members,
      memberKind: column.memberKind,
    });
  }

  private note(code: BaseDataNote['code'], cell: CellRef, text: string, reason: string): void {
    this.notes.push({ code, cell, text, params: { reason } });
  }

  private lookForExample(name: string): void {
    const grid = this.snapshot.sheets.find((sheet) => sheet.name === name);
    if (!grid || this.example) return;
    forEachCell(grid, (cell, row, column) => {
      if (this.example || typeof cell.value !== 'string' || cell.text.length > 300) return;
      if (saysExample(cell.text))
        this.example = { text: plainSpaces(cell.text), cell: refAt(grid, row, column) };
    });
  }

  /** `n_abitanti` = one cell is a quantity; where the cell is a known value or name, another name of that quantity. */
  definedNames(): void {
    for (const { name, ref } of this.snapshot.names) {
      const grid = this.snapshot.sheets.find((sheet) => sheet.name === ref.sheet);
      const area = parseArea(ref.address);
      if (!grid || !area || !/\p{L}{2}/u.test(name) || /^_|^(?:print|filter)/i.test(name)) continue;
      const readable = plainSpaces(name.replace(/[_.]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
      const row = area.top === area.bottom;
      const owner = this.quantities.findIndex(
        (one) => row && one.cell.sheet === ref.sheet && sameRow(one, area.top),
      );
      const single = row && area.left === area.right;
      if (owner >= 0) {
        const quantity = this.quantities[owner];
        if (quantity) this.quantities[owner] = { ...quantity, aliases: [...quantity.aliases, readable] };
      } else if (single) {
        const at = refAt(grid, area.top, area.left);
        const cell = cellAt(grid, area.top, area.left);
        if (!cell || (typeof cell.value === 'string' && !/\d|^s[iì]$|^no$/i.test(cell.text))) continue;
        const { value, text, problem, date } = readValue(cell, at, null, this.snapshot.date1904);
        const values = new Map<Period, BaseValue>([['', { value, text, cell: at, problem, date }]]);
        this.quantities.push({
          id: `name:${name}`,
          name: readable,
          aliases: [],
          unit: null,
          source: null,
          cell: at,
          block: null,
          values,
          members: [],
          memberKind: null,
        });
      }
    }
  }

  done(): BaseData {
    const periods = new Set<Period>();
    for (const quantity of this.quantities) {
      for (const [period, value] of quantity.values)
        if (period !== '' && value.problem !== 'blank') periods.add(period);
    }
    const ordered = [...periods].sort((a, b) =>
      periodEnd(a) < periodEnd(b) ? -1 : periodEnd(a) > periodEnd(b) ? 1 : a.length - b.length,
    );
    return {
      quantities: this.quantities,
      periods: ordered,
      tables: this.tables,
      notes: this.notes,
      example: this.example,
    };
  }
}

function keyOf(name: string, block: string | null): string {
  return `${fold(name)}|${block ?? ''}`;
}

/** A lone undated value whose name ends with a year (`Abitanti 2016`) is of that year. */
function datedByName(raw: RawQuantity): RawQuantity {
  const value = raw.values.size === 1 ? raw.values.get('') : undefined;
  const { rest, period } = value ? takePeriod(raw.name) : { rest: '', period: null };
  if (!value || period?.kind !== 'year' || rest.trim() === '') return raw;
  return { ...raw, name: rest.trim(), values: new Map([[String(period.year), value]]) };
}

function idOf(cell: CellRef): string {
  return `${cell.sheet}!${cell.address}`;
}

/** Whether a quantity's name stands in this row of its sheet (tables that run down). */
function sameRow(quantity: BaseQuantity, row: number): boolean {
  const own = parseArea(quantity.cell.address);
  if (!own || own.top !== row) return false;
  return [...quantity.values.values()].some((value) => parseArea(value.cell.address)?.top === row);
}

/** The latest period with a value, which is evaluated when none is asked; null without dated values. */
export function latestPeriod(data: BaseData): Period | null {
  return data.periods.filter((period) => /^\d{4}/.test(period)).at(-1) ?? data.periods.at(-1) ?? null;
}
