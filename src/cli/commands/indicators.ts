import { isPeriod } from '../dates';
import { layoutOf, texts, type CommonOptions, type Output } from '../context';
import { openSession } from '../open-session';
import { asJson, emit, jsonText } from '../emit';
import { indicatorJson, indicatorsText } from '../render/indicators';
import { line } from '../render/paint';
import { together, wrap } from '../render/wrap';
import { UsageError } from '../usage';
import { formatRef } from '../../workbook';
import { parsePeriod } from '../../indicators';

export interface PeriodOptions extends CommonOptions {
  readonly period?: string;
}

function periodOf(options: PeriodOptions): string | null {
  if (options.period === undefined) return null;
  const known = isPeriod(options.period) ? options.period : parsePeriod(options.period);
  if (known === null || !isPeriod(known)) throw new UsageError(texts(options).cli.badPeriod(options.period));
  return known;
}

/** `peg indicators FILE [--period 2016]`: every indicator with outcome, value, unit, reading. */
export async function indicators(file: string, options: PeriodOptions, output: Output): Promise<number> {
  const session = await openSession(file, options);
  const period = periodOf(options);
  const rows = session.indicators(period);
  const shown = period ?? rows.find((row) => row.outcome.period !== null)?.outcome.period ?? null;
  const example = session.baseData.example?.text ?? null;
  const list = rows.map((row) => indicatorJson(row, options.lang));
  const content =
    options.format === 'json'
      ? asJson({ file, period: shown, example, indicators: list }, options)
      : options.format === 'ndjson'
        ? list.map((one) => `${jsonText({ file, period: shown, ...one })}\n`).join('')
        : indicatorsText(file, shown, rows, example, layoutOf(options, output));
  await emit(content, options, output);
  return 0;
}

/** `peg explain FILE INDICATOR`: one indicator, step by step. */
export async function explain(
  file: string,
  name: string,
  options: PeriodOptions,
  output: Output,
): Promise<number> {
  const session = await openSession(file, options);
  const hit = session.explain(name, periodOf(options));
  if ('near' in hit)
    throw new UsageError(
      hit.twins.length > 0
        ? texts(options).cli.manyIndicators(name, hit.twins.map(formatRef))
        : texts(options).cli.noSuchIndicator(name, hit.near),
    );
  const { explanation, indicator } = hit;
  const cell = indicator.title.cells[0] ?? null;
  const { width } = layoutOf(options, output);
  const content =
    options.format === 'text'
      ? [
          ...wrap(
            `${line(indicator.title.value)}${cell ? ` ${together(`[${line(formatRef(cell))}]`)}` : ''}`,
            width,
          ),
          ...(explanation.example
            ? wrap(texts(options).cli.exampleData(line(explanation.example)), width)
            : []),
          ...explanation.steps.flatMap((step) => wrap(line(step[options.lang]), width, '  ', '    ')),
          '',
        ].join('\n')
      : asJson(
          {
            file,
            period: explanation.period,
            ...indicatorJson({ indicator, cell, outcome: explanation }, options.lang),
            steps: explanation.steps.map((step) => step[options.lang]),
          },
          options,
        );
  await emit(content, options, output);
  return 0;
}
