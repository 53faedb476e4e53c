import type { Stage, Verdict } from '../approval';
import type { Judgement, Municipality, RuleFile, RuleProblem, RuleSet } from '../coherence';
import type { MappingProfile, MappingResult } from '../mapping';
import type { Plan } from '../plan';
import type { WorkbookSnapshot } from '../workbook';

/** What a session needs besides the workbook. */
export interface SessionOptions {
  /** ISO day of the check: acceptances expire by it. */
  readonly today: string;
  readonly stage?: Stage;
  /** ISO day the year is looked at, at the monitoring stage; today if left out. */
  readonly monitoringDate?: string;
  /** Another file that lists the DUP. */
  readonly dup?: WorkbookSnapshot | null;
  /** Workbooks of other offices joined with this one into one plan. */
  readonly others?: readonly WorkbookSnapshot[];
  /** A mapping profile that replaces the one kept in the workbook. */
  readonly profile?: MappingProfile | null;
  /** What is known of the municipality, beside what the workbook says. */
  readonly municipality?: Municipality;
  /** Own rule files. */
  readonly ruleFiles?: readonly RuleFile[];
  /** Gives the host its turn between two pieces of work: Excel waits at most 5 s for an answer. */
  readonly pause?: () => Promise<void>;
}

/** The result of a check, language-neutral: findings carry both languages. */
export interface CheckResult {
  readonly plan: Plan;
  readonly mapping: MappingResult;
  readonly judgement: Judgement;
  readonly verdict: Verdict;
  readonly ruleSet: RuleSet;
  readonly ruleProblems: readonly RuleProblem[];
}
