/* The names, descriptions and parameters below are what Excel shows: metadata are generated from them at build time. */
import { evaluateAnswer, indicatorAnswer, objectiveAnswer, titleAnswer, verdictAnswer } from './answers';
import { liveCells } from './live';

/**
 * Value of an indicator of the plan, computed from the base data of this workbook. It follows the workbook.
 * @customfunction INDICATOR
 * @param indicator Name or code of the indicator
 * @param [period] Year (2016), half-year (2016-S1) or date; the latest with data if left out
 * @param invocation Where the values go
 * @streaming
 */
export function indicator(
  indicator: string,
  period: string,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
): void {
  liveCells.add((session) => indicatorAnswer(session, indicator, period), invocation);
}

/**
 * Value of a formula written in words, over quantities given as a range of two columns.
 * @customfunction EVALUATE
 * @param formula Formula in words, such as Titolo I / Popolazione
 * @param quantities Two columns: name of the quantity, value
 * @param [unit] Unit of the result, such as %
 * @returns The value
 */
export function evaluate(formula: string, quantities: unknown[][], unit?: string): unknown {
  const answer = evaluateAnswer(formula, quantities, unit ?? null);
  if (answer instanceof CustomFunctions.Error) throw answer;
  return answer;
}

/**
 * Verdict of the coherence check, or the findings of one objective. It follows the workbook.
 * @customfunction CHECK
 * @param [code] Code of a PEG objective; the whole plan if left out
 * @param invocation Where the values go
 * @streaming
 */
export function check(code: string, invocation: CustomFunctions.StreamingInvocation<unknown>): void {
  liveCells.add((session) => (code ? objectiveAnswer(session, code) : verdictAnswer(session)), invocation);
}

/**
 * Title of the PEG objective with this code. It follows the workbook.
 * @customfunction TITLE
 * @param code Code of the objective
 * @param invocation Where the values go
 * @streaming
 */
export function title(code: string, invocation: CustomFunctions.StreamingInvocation<unknown>): void {
  liveCells.add((session) => titleAnswer(session, code), invocation);
}
