import {
  evaluateIndicator,
  explainIndicator,
  lastDay,
  readBaseData,
  type BaseData,
  type Explanation,
  type IndicatorOutcome,
  type IndicatorText,
} from '../indicators';
import type { MappingResult } from '../mapping';
import { normalise, normaliseCode, similarity, type Indicator } from '../plan';
import { formatRef, type CellRef, type WorkbookSnapshot } from '../workbook';
import { sameValue } from './same';

/** An indicator of the plan with its outcome in a period. */
export interface IndicatorRow {
  readonly indicator: Indicator;
  /** Cell of the indicator's name. */
  readonly cell: CellRef | null;
  readonly outcome: IndicatorOutcome;
}

/** The base data of a workbook, read again only when something they may come from is another than before. */
export class BaseDataReader {
  private sources: readonly unknown[] = [];
  private data: BaseData | null = null;

  /** @param own names of our own sheets */
  read(snapshot: WorkbookSnapshot, mapping: MappingResult, own: readonly string[]): BaseData {
    const options = baseDataOptions(snapshot, mapping, own);
    const sources = [
      options.year,
      snapshot.date1904,
      snapshot.names,
      snapshot.tables,
      ...snapshot.sheets.filter(({ name }) => !options.exclude.includes(name)),
    ];
    const same =
      sources.length === this.sources.length && sources.every((one, at) => one === this.sources[at]);
    this.sources = sources;
    if (this.data !== null && same) return this.data;
    const read = readBaseData(snapshot, options);
    // Data that say the same stay the very same: what was worked out from them still holds.
    if (this.data === null || !sameValue(this.data, read)) this.data = read;
    return this.data;
  }
}

/** Sheets that hold the plan itself hold no base data, unless a table in them was read as such. */
function baseDataOptions(
  snapshot: WorkbookSnapshot,
  mapping: MappingResult,
  own: readonly string[],
): { readonly exclude: readonly string[]; readonly year: number | null } {
  const plan = new Set(
    mapping.plan.tables.filter((table) => table.role !== 'data').map((table) => table.sheet),
  );
  const data = new Set(
    mapping.plan.tables.filter((table) => table.role === 'data').map((table) => table.sheet),
  );
  const exclude = snapshot.sheets
    .map((grid) => grid.name)
    .filter((name) => own.includes(name) || (plan.has(name) && !data.has(name)));
  return { exclude, year: mapping.plan.document.years[0] ?? null };
}

/** What an indicator is computed from. */
export function indicatorText(indicator: Indicator): IndicatorText {
  return {
    name: indicator.title.value,
    formula: indicator.formula?.value ?? null,
    unit: indicator.unit?.value ?? null,
  };
}

/** Every indicator of the plan in a period (null: the latest with data). */
export function indicatorRows(
  indicators: readonly Indicator[],
  data: BaseData,
  period: string | null,
): IndicatorRow[] {
  return indicators.map((indicator) => ({
    indicator,
    cell: indicator.title.cells[0] ?? null,
    outcome: evaluateIndicator(indicatorText(indicator), data, period),
  }));
}

/** An indicator's outcome at a date: for the last period with data that ends by then, in the date's own year. */
export function outcomeOf(indicator: Indicator, data: BaseData, date: string): IndicatorOutcome {
  const year = date.slice(0, 4);
  const period = data.periods.filter((one) => one.startsWith(year) && lastDay(one) <= date).at(-1) ?? year;
  return evaluateIndicator(indicatorText(indicator), data, period);
}

/** One indicator, explained. */
export function explainRow(indicator: Indicator, data: BaseData, period: string | null): Explanation {
  return explainIndicator(indicatorText(indicator), data, period);
}

/** How a name was found among several: the one meant, or the nearest to choose from. */
export type Lookup<T> =
  | { readonly found: T; readonly near: readonly [] }
  | { readonly found: null; readonly near: readonly string[] };

const SURE = 0.9;
const FAR = 0.8;

/**
 * Finds by code or name: normalised equality, then the only candidate at similarity ≥ 0.9 whose runner-up stays
 * ≤ 0.8; else the three nearest.
 */
export function lookUp<
  T extends { readonly title: { readonly value: string }; readonly code: { readonly value: string } | null },
>(wanted: string, list: readonly T[]): Lookup<T> {
  const code = normaliseCode(wanted);
  const coded = list.filter((one) => one.code !== null && normaliseCode(one.code.value) === code);
  const named = list.filter((one) => normalise(one.title.value) === normalise(wanted));
  const exact = list.filter((one) => one.title.value === wanted);
  const [only] = coded.length === 1 ? coded : exact.length === 1 ? exact : named;
  if (only && (coded.length === 1 || exact.length === 1 || named.length === 1))
    return { found: only, near: [] };
  const ranked = list
    .map((one) => ({ one, score: similarity(wanted, one.title.value) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (named.length === 0 && first && first.score >= SURE && (second?.score ?? 0) <= FAR)
    return { found: first.one, near: [] };
  return { found: null, near: [...new Set(ranked.map(({ one }) => one.title.value))].slice(0, 3) };
}

/**
 * An indicator by code, name or the cell of its name (`B12` where only one sheet has an indicator there, else
 * `'Indicatori città'!B12`). Several of the same name are told by their cells: `twins`.
 */
export function findIndicator(
  wanted: string,
  list: readonly Indicator[],
): Lookup<Indicator> & { readonly twins: readonly CellRef[] } {
  const asked = wanted.replace(/\$/g, '').trim();
  const placed = list.filter((one) =>
    one.title.cells.some((cell) =>
      [cell.address, formatRef(cell), `${cell.sheet}!${cell.address}`].some(
        (name) => name.toLowerCase() === asked.toLowerCase(),
      ),
    ),
  );
  const [only] = placed;
  if (only && placed.length === 1) return { found: only, near: [], twins: [] };
  const hit = lookUp(wanted, list);
  if (hit.found !== null) return { ...hit, twins: [] };
  const same =
    placed.length > 1 ? placed : list.filter((one) => normalise(one.title.value) === normalise(wanted));
  return { ...hit, twins: same.length > 1 ? same.flatMap((one) => one.title.cells.slice(0, 1)) : [] };
}
