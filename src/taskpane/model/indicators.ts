import type { IndicatorRow, Language } from '../../application';
import type { IndicatorMeasure, IndicatorState } from '../../approval';
import type { OutcomeKind } from '../../indicators';
import { fold } from '../../plan';

/** How an indicator stands, for the filter. */
export type Standing = 'value' | 'missing' | 'none';

const STANDING: Readonly<Record<OutcomeKind, Standing>> = {
  value: 'value',
  boolean: 'value',
  'missing-data': 'missing',
  'not-computable': 'none',
};

export function standingOf(row: IndicatorRow): Standing {
  return STANDING[row.outcome.outcome];
}

/** How many indicators stand how. */
export function standings(rows: readonly IndicatorRow[]): Readonly<Record<Standing, number>> {
  const counts: Record<Standing, number> = { value: 0, missing: 0, none: 0 };
  for (const row of rows) counts[standingOf(row)] += 1;
  return counts;
}

/** The indicators with a standing (null: any) whose name, code or formula has all the words. */
export function chosenRows(
  rows: readonly IndicatorRow[],
  standing: Standing | null,
  search: string,
): IndicatorRow[] {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(({ indicator, outcome }, index) => {
    if (standing !== null && rows[index] && standingOf(rows[index]) !== standing) return false;
    const text = fold(`${indicator.code?.value ?? ''} ${indicator.title.value} ${outcome.formula ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/** `87 %` of a degree of achievement; null where it cannot be told. */
export function degreeText(state: IndicatorState | undefined, language: Language): string | null {
  const degree = state?.achievement.degree ?? null;
  if (degree === null) return null;
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(degree);
}

/** What can be drawn beside an indicator's values; null where they are in another unit than the target. */
export function comparable(
  { indicator, outcome }: IndicatorRow,
  state: IndicatorState | undefined,
): IndicatorMeasure | null {
  const alike = outcome.value === null || outcome.unit === (indicator.unit?.value ?? null);
  return alike && state ? state.measure : null;
}

/** The lowest and highest value a chart shows. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * A scale on which one chart compares fairly with the next: from zero (or the least, where it is below), a share up to
 * the whole, everything else up to its highest value or its target. A small change looks small.
 */
export function fairRange(values: readonly (number | null)[], share: boolean): Range {
  const numbers = values.filter((value) => value !== null);
  const low = Math.min(0, ...numbers);
  const high = Math.max(share ? 1 : 0, ...numbers);
  return { low, high: high > low ? high : low + 1 };
}

/** Points of a small chart in a box, oldest first; periods without a number leave a gap. */
export function sparkline(
  values: readonly (number | null)[],
  range: Range,
  width: number,
  height: number,
): readonly (readonly { readonly x: number; readonly y: number }[])[] {
  const lines: { x: number; y: number }[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) {
      if (lines.at(-1)?.length) lines.push([]);
      return;
    }
    const x = values.length === 1 ? width / 2 : PAD + (index / (values.length - 1)) * (width - 2 * PAD);
    lines.at(-1)?.push({ x, y: heightAt(value, range, height) });
  });
  return lines.filter((line) => line.length > 0);
}

const PAD = 2;

/** How far from the top of a chart a value stands. */
export function heightAt(value: number, { low, high }: Range, height: number): number {
  return height - PAD - ((value - low) / (high - low)) * (height - 2 * PAD);
}

/** Where a bullet chart draws what, as shares of its width; null when there is nothing to compare. */
export interface Bullet {
  readonly zero: number;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly upper: number | null;
  readonly result: number | null;
}

/** Baseline, target and result on one fair scale; null unless two of them are known. */
export function bulletOf(
  { baseline, target, upper, result }: IndicatorMeasure,
  share: boolean,
): Bullet | null {
  const known = [baseline, target, result].filter((value) => value !== null);
  if (known.length < 2) return null;
  const { low, high } = fairRange([...known, upper], share);
  const at = (value: number | null): number | null => (value === null ? null : (value - low) / (high - low));
  return {
    zero: at(0) ?? 0,
    baseline: at(baseline),
    target: at(target),
    upper: at(upper),
    result: at(result),
  };
}

/**
 * The custom function that gives an indicator. With a comma between the arguments as a program writes formulas, with
 * a semicolon as they are pasted into an Italian Excel.
 */
export function indicatorFormula(name: string, period: string | null, separator: ',' | ';' = ','): string {
  const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
  return `=PEG.INDICATOR(${quoted(name)}${period === null ? '' : `${separator}${quoted(period)}`})`;
}
