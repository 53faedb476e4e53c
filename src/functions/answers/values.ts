import { evaluateFormula, findIndicator, type NamedValue, type PlanSession } from '../../application';
import { userLanguage } from '../../excel';
import type { IndicatorOutcome } from '../../indicators';
import type { Indicator } from '../../plan';
import { valueTexts, type ValueTexts } from '../../messages';
import { formatRef } from '../../workbook';
import { shownAs, type CellAnswer } from '../answer';
import { invalidValue, notAvailable } from '../errors';
import { periodOf } from '../period';

/** The value of an indicator or of a formula: all that must be there before the first cell has its number. */

const texts = (): ValueTexts => valueTexts(userLanguage());

/** A value, or why there is none. Percentages are fractions. */
function outcomeAnswer(outcome: IndicatorOutcome): CellAnswer {
  if (outcome.value !== null) return shownAs(outcome.value, outcome.display);
  const sentence = outcome.reason?.[userLanguage()] ?? outcome.display;
  return outcome.outcome === 'missing-data' ? notAvailable(sentence) : invalidValue(sentence);
}

/** The indicator meant, or `#N/A` with the names or cells to choose from. */
export function indicatorCalled(session: PlanSession, name: string): Indicator | CustomFunctions.Error {
  const hit = findIndicator(String(name ?? ''), session.plan.indicators);
  if (hit.found !== null) return hit.found;
  return notAvailable(
    hit.twins.length > 1
      ? texts().manyIndicators(name, hit.twins.map(formatRef))
      : texts().noIndicator(name, hit.near),
  );
}

export function indicatorAnswer(session: PlanSession, name: string, period: unknown): CellAnswer {
  const asked = periodOf(period, session.workbook.date1904);
  if (asked instanceof CustomFunctions.Error) return asked;
  const found = indicatorCalled(session, name);
  if (found instanceof CustomFunctions.Error) return found;
  return outcomeAnswer(session.explainIndicator(found, asked));
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
