import type { RuleProblem } from '../coherence';
import type { CommonOptions, Output } from './context';
import type { Language } from '../application';

/** What is wrong with a rule file, one line each: file, place, what was expected and an example. */
export function ruleProblemLines(problems: readonly RuleProblem[], language: Language): string[] {
  return problems.map(
    (problem) =>
      `${problem.file ?? '--rules'}${problem.path}: ${problem.message[language]}${problem.example ? ` → ${problem.example}` : ''}`,
  );
}

/** Says on stderr what is wrong with own rules; returns whether anything is. */
export function tellRuleProblems(
  problems: readonly RuleProblem[],
  options: Pick<CommonOptions, 'lang'>,
  output: Output,
): boolean {
  for (const text of ruleProblemLines(problems, options.lang)) output.err(`${text}\n`);
  return problems.length > 0;
}
