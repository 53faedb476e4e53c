import type { IndicatorRow, Language } from '../../application';
import { messages, valueIn } from '../../messages';
import { formatRef } from '../../workbook';
import type { Layout } from './check-text';
import { line, paint } from './paint';
import { together, wrap } from './wrap';

/** A text of the workbook, empty where there is none. */
const said = (fact: { readonly value: string } | null): string => fact?.value ?? '';

/** One indicator as other tools read it (`peg indicators --format json`). */
export function indicatorJson(row: IndicatorRow, language: Language): Record<string, unknown> {
  const { indicator, cell, outcome } = row;
  return {
    indicator: indicator.title.value,
    sheet: cell?.sheet ?? null,
    address: cell?.address ?? null,
    ...(cell?.file === undefined ? {} : { file: cell.file }),
    formula: said(indicator.formula),
    unit: outcome.unit ?? '',
    ...(outcome.unit === (indicator.unit?.value ?? null) ? {} : { declaredUnit: said(indicator.unit) }),
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
    problem: problemJson(outcome.problem),
    reason: outcome.reason?.[language] ?? null,
    notes: outcome.notes.map((note) => ({ code: note.code, text: note.text })),
    proposal: outcome.proposal,
    example: outcome.example,
  };
}

type Problem = IndicatorRow['outcome']['problem'];

function problemJson(problem: Problem): Record<string, unknown> | null {
  if (!problem) return null;
  const { code, start, end, text } = problem;
  return { code, start, end, text };
}

const MARKS = { value: '✓', boolean: '✓', 'missing-data': '?', 'not-computable': '✗' } as const;

/** The indicators for people: value or reason, then the reading in words. */
export function indicatorsText(
  file: string,
  period: string | null,
  rows: readonly IndicatorRow[],
  example: string | null,
  { language, colour, width }: Layout,
): string {
  const p = paint(colour);
  const words = messages(language);
  const count = (kind: string): number => rows.filter((row) => row.outcome.outcome === kind).length;
  const lines = [
    ...wrap(`${line(file)}${period ? `, ${period}` : ''}`, width).map(p.bold),
    ...(example ? wrap(words.cli.exampleData(line(example)), width).map(p.yellow) : []),
    ...rows.flatMap(({ indicator, outcome, cell }) => {
      const good = outcome.outcome === 'value' || outcome.outcome === 'boolean';
      const mark = good ? p.green(MARKS[outcome.outcome]) : p.yellow(MARKS[outcome.outcome]);
      const said = good
        ? p.bold(together(line(valueIn(language, outcome.display))))
        : line(outcome.reason?.[language] ?? '');
      const where = cell ? ` ${p.dim(together(`[${line(formatRef(cell))}]`))}` : '';
      return [
        ...wrap(`${line(indicator.title.value)}: ${said}${where}`, width, `${mark} `, '  '),
        ...(outcome.expression === null
          ? []
          : wrap(line(outcome.reading[language]), width, '    ').map(p.dim)),
      ];
    }),
    '',
    ...wrap(
      words.cli.outcomes(count('value') + count('boolean'), count('missing-data'), count('not-computable')),
      width,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
