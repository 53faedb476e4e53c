import type { IndicatorRow } from '../../application';
import { normalise } from '../../plan';

/** A quantity to ask for. */
export interface MissingDatum {
  readonly name: string;
  readonly period: string;
  /** Names of the indicators that wait for it. */
  readonly indicators: readonly string[];
}

/** What to ask one source for; null where no source is stated. */
export interface MissingSource {
  readonly source: string | null;
  readonly data: readonly MissingDatum[];
}

/** Missing data by source, the source with most first; each quantity of a period once per source. */
export function missingBySource(rows: readonly IndicatorRow[]): MissingSource[] {
  const sources = new Map<string, { source: string | null; data: Map<string, MissingDatum> }>();
  for (const { indicator, outcome } of rows) {
    if (outcome.outcome !== 'missing-data') continue;
    const source = indicator.source?.value.replace(/\s+/g, ' ').trim() || null;
    const key = normalise(source ?? '');
    const own = sources.get(key) ?? { source, data: new Map<string, MissingDatum>() };
    sources.set(key, own);
    for (const missing of outcome.missing) {
      const datum = `${normalise(missing.name)} ${missing.period}`;
      const known = own.data.get(datum);
      own.data.set(datum, {
        name: known?.name ?? missing.name,
        period: missing.period,
        indicators: [...new Set([...(known?.indicators ?? []), indicator.title.value])],
      });
    }
  }
  return [...sources.values()]
    .map(({ source, data }) => ({ source, data: [...data.values()] }))
    .sort((a, b) => Number(a.source === null) - Number(b.source === null) || b.data.length - a.data.length);
}

/** What to ask one source, as text for a mail. */
export function askText(list: MissingSource, intro: string): string {
  const lines = list.data.map(
    (datum) =>
      `- ${datum.name}${datum.period === '' ? '' : ` (${datum.period})`}: ${datum.indicators.join('; ')}`,
  );
  return `${intro}\n\n${lines.join('\n')}\n`;
}
