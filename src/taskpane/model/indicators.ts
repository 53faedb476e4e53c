import type { IndicatorRow, Language } from '../../application';
import type { IndicatorState } from '../../approval';
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

/** Points of a small chart in a box, oldest first; periods without a number leave a gap. */
export function sparkline(
  values: readonly (number | null)[],
  width: number,
  height: number,
): readonly (readonly { readonly x: number; readonly y: number }[])[] {
  const numbers = values.filter((value) => value !== null);
  const low = Math.min(...numbers);
  const span = Math.max(...numbers) - low;
  const pad = 2;
  const lines: { x: number; y: number }[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) {
      if (lines.at(-1)?.length) lines.push([]);
      return;
    }
    const x = values.length === 1 ? width / 2 : pad + (index / (values.length - 1)) * (width - 2 * pad);
    const share = span === 0 ? 0.5 : (value - low) / span;
    lines.at(-1)?.push({ x, y: height - pad - share * (height - 2 * pad) });
  });
  return lines.filter((line) => line.length > 0);
}

/**
 * The custom function that gives an indicator. With a comma between the arguments as a program writes formulas, with
 * a semicolon as they are pasted into an Italian Excel.
 */
export function indicatorFormula(name: string, period: string | null, separator: ',' | ';' = ','): string {
  const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
  return `=PEG.INDICATOR(${quoted(name)}${period === null ? '' : `${separator}${quoted(period)}`})`;
}
