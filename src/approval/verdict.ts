import type { Judgement, Severity } from '../coherence';

/** When in the year the plan is looked at. */
export type Stage = 'draft' | 'pre-approval' | 'monitoring';

/** The answer in one line: can the plan go to the Giunta? */
export interface Verdict {
  readonly stage: Stage;
  /**
   * A plan was read, nothing blocking is open and no rule failed to run. Rules not verifiable do not block: they
   * are told.
   */
  readonly ready: boolean;
  /** Findings neither accepted nor following from another one. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly waived: number;
  readonly notVerifiable: number;
  readonly failed: number;
  /** Indicators whose value cannot be computed for want of base data; told, not blocking. */
  readonly indicatorsWithoutData: number;
}

/** Sums a judgement up. @param hasPlan whether any PEG objective was read: where none was, nothing is ready */
export function verdictOf(
  judgement: Judgement,
  stage: Stage,
  indicatorsWithoutData = 0,
  hasPlan = true,
): Verdict {
  const open: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of judgement.findings) {
    if (finding.status === 'open' && finding.causes.length === 0) open[finding.severity] += 1;
  }
  const failed = judgement.rules.filter((run) => run.status === 'failed').length;
  return {
    stage,
    ready: hasPlan && open.error === 0 && failed === 0,
    open,
    waived: judgement.findings.filter((finding) => finding.status === 'waived').length,
    notVerifiable: judgement.rules.filter((run) => run.status === 'notVerifiable').length,
    failed,
    indicatorsWithoutData,
  };
}
