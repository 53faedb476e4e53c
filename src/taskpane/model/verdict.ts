import type { CheckResult } from '../../application';
import type { PaneTexts } from '../../messages';

/** The plan's state in one line; `tone` says which mark stands beside it. */
export interface VerdictLine {
  readonly tone: 'ready' | 'open' | 'unknown';
  readonly text: string;
}

/** The verdict as the pane says it: what is left to do, never how bad it is. */
export function verdictLine(result: CheckResult, texts: PaneTexts): VerdictLine {
  const { verdict, plan } = result;
  const words = texts.findings;
  if (plan.pegObjectives.length === 0) return { tone: 'unknown', text: words.noPlan };
  if (verdict.failed > 0) return { tone: 'unknown', text: words.incomplete(verdict.failed) };
  if (verdict.ready) return { tone: 'ready', text: words.ready };
  return { tone: 'open', text: words.notReady(verdict.open.error) };
}
