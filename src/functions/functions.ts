/* The names, descriptions and parameters below are what Excel shows: metadata are generated from them at build time. */
import { evaluateAnswer, indicatorAnswer } from './answers/values';
import { liveCells, type Compute } from './live';

/** The values of indicators come with the page; what else is asked for is fetched with its first cell. */
const objectives = () => import(/* webpackChunkName: "answers" */ './answers/objectives');
const measures = () => import(/* webpackChunkName: "answers" */ './answers/measures');
const findingsAnswers = () => import(/* webpackChunkName: "answers" */ './answers/findings');

/** A function that answers with a table must say so by its type, or Excel shows `#VALUE!` (office-js 1220). */
const show = <T>(invocation: CustomFunctions.StreamingInvocation<T>, compute: Compute): void =>
  liveCells.add(compute, invocation);

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
  show(invocation, (session) => indicatorAnswer(session, indicator, period));
}

/**
 * Table of the indicators of the plan, or of one objective and what stands below it: value, target, achievement. It spills and follows the workbook.
 * @customfunction INDICATORS
 * @param [objective] Code or title of an objective of any level; the whole plan if left out
 * @param [period] Year (2016), half-year (2016-S1) or date; the latest with data if left out
 * @param invocation Where the values go
 * @streaming
 */
export function indicators(
  objective: string,
  period: string,
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  show(invocation, async (session) => (await measures()).indicatorsAnswer(session, objective, period));
}

/**
 * Target of an indicator: a number where it is one, else as written. It follows the workbook.
 * @customfunction TARGET
 * @param indicator Name or code of the indicator
 * @param [period] Year (2016), half-year (2016-S1) or date; the plan's year if left out
 * @param invocation Where the values go
 * @streaming
 */
export function target(
  indicator: string,
  period: string,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
): void {
  show(invocation, async (session) => (await measures()).targetAnswer(session, indicator, period));
}

/**
 * Degree to which an indicator reaches its target, never above 100%. It follows the workbook.
 * @customfunction ACHIEVEMENT
 * @param indicator Name or code of the indicator
 * @param [period] Year (2016), half-year (2016-S1) or date; the plan's year if left out
 * @param invocation Where the values go
 * @streaming
 */
export function achievement(
  indicator: string,
  period: string,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
): void {
  show(invocation, async (session) => (await measures()).achievementAnswer(session, indicator, period));
}

/**
 * Progress of an objective from the written states of its phases, weighted. It follows the workbook.
 * @customfunction PROGRESS
 * @param objective Code or title of an objective of any level
 * @param [date] A date: then the progress that the dates of the phases expect by it
 * @param invocation Where the values go
 * @streaming
 */
export function progress(
  objective: string,
  date: string,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
): void {
  show(invocation, async (session) => (await measures()).progressAnswer(session, objective, date));
}

/**
 * How the value of an indicator comes about, in words: formula, data with their cells, result. It follows the workbook.
 * @customfunction EXPLAIN
 * @param indicator Name or code of the indicator
 * @param [period] Year (2016), half-year (2016-S1) or date; the latest with data if left out
 * @param invocation Where the values go
 * @streaming
 */
export function explain(
  indicator: string,
  period: string,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
): void {
  show(invocation, async (session) => (await measures()).explainAnswer(session, indicator, period));
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
 * @param [code] Code or title of an objective; the whole plan if left out
 * @param invocation Where the values go
 * @streaming
 */
export function check(code: string, invocation: CustomFunctions.StreamingInvocation<unknown>): void {
  show(invocation, async (session) => {
    const { objectiveAnswer, verdictAnswer } = await findingsAnswers();
    return code ? objectiveAnswer(session, code) : verdictAnswer(session);
  });
}

/**
 * Table of the open findings of the plan, or of one objective and what stands below it. It spills and follows the workbook.
 * @customfunction FINDINGS
 * @param [code] Code or title of an objective of any level; the whole plan if left out
 * @param [severity] Only these: blocking, warning or info
 * @param invocation Where the values go
 * @streaming
 */
export function findings(
  code: string,
  severity: string,
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  show(invocation, async (session) => (await findingsAnswers()).findingsAnswer(session, code, severity));
}

/**
 * Title of the objective with this code. It follows the workbook.
 * @customfunction TITLE
 * @param code Code of an objective of any level
 * @param invocation Where the values go
 * @streaming
 */
export function title(code: string, invocation: CustomFunctions.StreamingInvocation<unknown>): void {
  show(invocation, async (session) => (await objectives()).titleAnswer(session, code));
}

/**
 * Objective under which another stands: its code, or its title where it has no code. It follows the workbook.
 * @customfunction PARENT
 * @param code Code or title of an objective
 * @param [level] operating, strategic or area, or the number of steps up; the one directly above if left out
 * @param invocation Where the values go
 * @streaming
 */
export function parent(
  code: string,
  level: string,
  invocation: CustomFunctions.StreamingInvocation<unknown>,
): void {
  show(invocation, async (session) => (await objectives()).parentAnswer(session, code, level));
}

/**
 * Way from the strategic area down to an objective, in one text. It follows the workbook.
 * @customfunction PATH
 * @param code Code or title of an objective of any level
 * @param invocation Where the values go
 * @streaming
 */
export function path(code: string, invocation: CustomFunctions.StreamingInvocation<unknown>): void {
  show(invocation, async (session) => (await objectives()).pathAnswer(session, code));
}

/**
 * Table of the objectives directly below one: code, title, level. It spills and follows the workbook.
 * @customfunction CHILDREN
 * @param code Code or title of a strategic area, strategic or operating objective
 * @param invocation Where the values go
 * @streaming
 */
export function children(code: string, invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  show(invocation, async (session) => (await objectives()).childrenAnswer(session, code));
}
