import type { Judgement, Severity } from '../coherence';
import type { Reading, ReadingState } from '../mapping';

/** When in the year the plan is looked at. */
export type Stage = 'draft' | 'pre-approval' | 'monitoring';

/** Why a verdict is only half one: the reading it rests on is not sure. */
export interface ReadingDoubt {
  readonly state: Exclude<ReadingState, 'sure'>;
  /** 0–1, as the reading gives it. */
  readonly confidence: number;
  /** Id of the question to answer first; null where part of the workbook was not understood and nothing is asked. */
  readonly question: string | null;
  /** Findings that rest on what is in question: listed, not counted. */
  readonly findings: number;
}

/** The answer in one line: can the plan go to the Giunta? */
export interface Verdict {
  readonly stage: Stage;
  /**
   * A plan was read for sure, nothing blocking is open and no rule failed to run. Rules not verifiable do not block:
   * they are told.
   */
  readonly ready: boolean;
  /** Findings neither accepted nor doubtful nor following from another one. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly waived: number;
  readonly notVerifiable: number;
  readonly failed: number;
  /** Indicators whose value cannot be computed for want of base data; told, not blocking. */
  readonly indicatorsWithoutData: number;
  /** What is doubtful about the reading; null when it is sure. */
  readonly reading: ReadingDoubt | null;
}

/** What a verdict is given about, besides the judgement. */
export interface VerdictAbout {
  readonly stage: Stage;
  readonly indicatorsWithoutData?: number;
  /** Whether any PEG objective was read: where none was, nothing is ready. */
  readonly hasPlan?: boolean;
  readonly reading?: Reading;
}

/** Sums a judgement up. */
export function verdictOf(
  judgement: Judgement,
  { stage, indicatorsWithoutData = 0, hasPlan = true, reading }: VerdictAbout,
): Verdict {
  const open: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let doubtful = 0;
  for (const finding of judgement.findings) {
    if (finding.status !== 'open' || finding.causes.length > 0) continue;
    if (finding.doubtful) doubtful += 1;
    else open[finding.severity] += 1;
  }
  const failed = judgement.rules.filter((run) => run.status === 'failed').length;
  const doubt = doubtAbout(reading, doubtful);
  return {
    stage,
    ready: hasPlan && doubt === null && open.error === 0 && failed === 0,
    open,
    waived: judgement.findings.filter((finding) => finding.status === 'waived').length,
    notVerifiable: judgement.rules.filter((run) => run.status === 'notVerifiable').length,
    failed,
    indicatorsWithoutData,
    reading: doubt,
  };
}

/** What the reading asks; where it is sure of itself, findings that speak against it are a part not understood. */
function doubtAbout(reading: Reading | undefined, findings: number): ReadingDoubt | null {
  if (!reading || (reading.state === 'sure' && findings === 0)) return null;
  const { state, confidence, questions } = reading;
  return {
    state: state === 'sure' ? 'partial' : state,
    confidence,
    question: questions[0]?.id ?? null,
    findings,
  };
}
