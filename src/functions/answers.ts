import { evaluateFormula, lookUp, type NamedValue, type PlanSession } from '../application';
import { userLanguage } from '../excel';
import { parsePeriod, type IndicatorOutcome } from '../indicators';
import { excelTexts } from '../messages';
import { normaliseCode } from '../plan';
import { invalidValue, notAvailable } from './errors';
import type { CellAnswer } from './live';

/** What the functions answer, apart from how Excel calls them. */

const texts = (): ReturnType<typeof excelTexts>['functions'] => excelTexts(userLanguage()).functions;

/** A value, or why there is none. Percentages are fractions: the cell is formatted as a percentage. */
function outcomeAnswer(outcome: IndicatorOutcome): CellAnswer {
  if (outcome.value !== null) return outcome.value;
  const sentence = outcome.reason?.[userLanguage()] ?? outcome.display;
  return outcome.outcome === 'missing-data' ? notAvailable(sentence) : invalidValue(sentence);
}

export function indicatorAnswer(session: PlanSession, name: string, period: string | null): CellAnswer {
  const asked = periodOf(period);
  if (asked instanceof CustomFunctions.Error) return asked;
  const found = session.explain(name, asked);
  return 'near' in found
    ? notAvailable(texts().noIndicator(name, found.near))
    : outcomeAnswer(found.explanation);
}

function periodOf(period: string | null): string | null | CustomFunctions.Error {
  const text = String(period ?? '').trim();
  if (text === '') return null;
  return parsePeriod(text) ?? invalidValue(texts().badPeriod(text));
}

export function evaluateAnswer(
  formula: string,
  quantities: readonly (readonly unknown[])[],
  unit: string | null,
): CellAnswer {
  if (!quantities.length || quantities.some((row) => row.length !== 2))
    return invalidValue(texts().badQuantities);
  const named = quantities.map(([name, value]): NamedValue => [String(name ?? ''), plain(value)]);
  return outcomeAnswer(evaluateFormula(formula, named, unit || null));
}

/** Empty cells of a range arrive as null or ''. */
const plain = (value: unknown): NamedValue[1] =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '')
    ? value
    : null;

/** Verdict of the whole plan. */
export async function verdictAnswer(session: PlanSession): Promise<CellAnswer> {
  const { verdict, plan } = await session.check();
  const { messages } = await import(/* webpackChunkName: "check" */ '../messages');
  const { check } = messages(userLanguage());
  if (plan.pegObjectives.length === 0) return notAvailable(check.noPlan);
  if (verdict.failed > 0) return notAvailable(check.incomplete(verdict.failed));
  const { error, warning, info } = verdict.open;
  return `${verdict.ready ? check.ready : check.notReady}: ${check.open(error, warning, info)}`;
}

/** What there is to say about one objective. */
export async function objectiveAnswer(session: PlanSession, code: string): Promise<CellAnswer> {
  const titles = titlesOf(session, code);
  if (titles instanceof CustomFunctions.Error) return titles;
  const { judgement } = await session.check();
  const wanted = normaliseCode(code);
  const findings = judgement.findings.filter(
    ({ subject, status }) =>
      status === 'open' && subject.code !== null && normaliseCode(subject.code) === wanted,
  );
  const [first] = findings;
  if (!first) return texts().noFindings;
  return texts().findings(findings.length, `${first.rule} ${first.message[userLanguage()]}`);
}

export function titleAnswer(session: PlanSession, code: string): CellAnswer {
  const titles = titlesOf(session, code);
  if (titles instanceof CustomFunctions.Error) return titles;
  const [title, ...others] = titles;
  if (others.length) return notAvailable(texts().ambiguousCode(code, titles));
  return title || notAvailable(texts().noTitle(code));
}

/** The titles that carry a code: one, as it should be. */
function titlesOf(session: PlanSession, code: string): string[] | CustomFunctions.Error {
  const wanted = normaliseCode(code);
  const hits = session.plan.pegObjectives.filter(
    (one) => one.code !== null && normaliseCode(one.code.value) === wanted,
  );
  if (hits.length === 0) return notAvailable(texts().noCode(code, nearCodes(session, code)));
  return [...new Set(hits.map((hit) => hit.title.value))];
}

function nearCodes(session: PlanSession, code: string): readonly string[] {
  const codes = [...new Set(session.plan.pegObjectives.flatMap((one) => one.code?.value ?? []))];
  const byCode = codes.map((value) => ({ title: { value }, code: null }));
  return lookUp(code, byCode).near;
}
