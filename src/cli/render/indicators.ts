import type { IndicatorRow, Language } from '../../application';
import { messages, valueIn } from '../../messages';
import { formatRef } from '../../workbook';
import { line, paint } from './paint';

/** One indicator as other tools read it (`peg indicators --format json`). */
export function indicatorJson(row: IndicatorRow, language: Language): Record<string, unknown> {
  const { indicator, cell, outcome } = row;
  return {
    indicator: indicator.title.value,
    sheet: cell?.sheet ?? null,
    address: cell?.address ?? null,
    ...(cell?.file === undefined ? {} : { file: cell.file }),
    formula: indicator.formula?.value ?? '',
    unit: outcome.unit ?? '',
    ...(outcome.unit === (indicator.unit?.value ?? null) ? {} : { declaredUnit: indicator.unit?.value ?? '' }),
    outcome: outcome.outcome,
    value: outcome.value,
    display: outcome.display,
    reading: outcome.reading[language],
    expression: outcome.expression,
    period: outcome.period,
    quantities: outcome.quantities.map((one) => ({
      name: one.name,
      value: one.value,
      sheet: one.cell?.sheet ?? null,
      address: one.cell?.address ?? null,
      term: one.term,
      unit: one.unit,
      period: one.period,
      match: one.how,
    })),
    missing: outcome.missing.map((one) => ({
      name: one.name,
      period: one.period,
      reason: one.reason,
      candidates: one.candidates,
    })),
    problem: outcome.problem
      ? {
          code: outcome.problem.code,
          start: outcome.problem.start,
          end: outcome.problem.end,
          text: outcome.problem.text,
        }
      : null,
    reason: outcome.reason?.[language] ?? null,
    notes: outcome.notes.map((note) => ({ code: note.code, text: note.text })),
    proposal: outcome.proposal,
    example: outcome.example,
  };
}

const MARKS = { value: '✓', boolean: '✓', 'missing-data': '?', 'not-computable': '✗' } as const;

/** The indicators for people: value or reason, then the reading in words. */
export function indicatorsText(
  file: string,
  period: string | null,
  rows: readonly IndicatorRow[],
  example: string | null,
  language: Language,
  colour: boolean,
): string {
  const p = paint(colour);
  const words = messages(language);
  const lines = [p.bold(`${line(file)}${period ? `, ${period}` : ''}`)];
  if (example) lines.push(p.yellow(words.cli.exampleData(line(example))));
  for (const { indicator, outcome, cell } of rows) {
    const good = outcome.outcome === 'value' || outcome.outcome === 'boolean';
    const mark = good ? p.green(MARKS[outcome.outcome]) : p.yellow(MARKS[outcome.outcome]);
    const said = good
      ? p.bold(line(valueIn(language, outcome.display)))
      : line(outcome.reason?.[language] ?? '');
    lines.push(
      `${mark} ${line(indicator.title.value)}: ${said}${cell ? p.dim(`  [${line(formatRef(cell))}]`) : ''}`,
    );
    if (outcome.expression !== null) lines.push(p.dim(`    ${line(outcome.reading[language])}`));
  }
  const count = (kind: string): number => rows.filter((row) => row.outcome.outcome === kind).length;
  lines.push(
    '',
    words.cli.outcomes(count('value') + count('boolean'), count('missing-data'), count('not-computable')),
  );
  return `${lines.join('\n')}\n`;
}
