import type { CheckResult } from '../../application';
import type { PaneTexts } from '../../messages';

/** The plan's state in one line; `tone` says which mark stands beside it. */
export interface VerdictLine {
  readonly tone: 'ready' | 'open' | 'unknown';
  readonly text: string;
}

/** Sheets that were taken for a list of objectives: with them, a plan without objectives is one not filled in yet. */
export function objectiveSheets(result: CheckResult): string[] {
  const { tables } = result.plan;
  return [...new Set(tables.filter(({ role }) => role === 'objectives').map(({ sheet }) => sheet))];
}

/** The verdict as the pane says it: what is left to do, never how bad it is. */
export function verdictLine(result: CheckResult, texts: PaneTexts): VerdictLine {
  const { verdict, plan } = result;
  const words = texts.findings;
  if (plan.pegObjectives.length === 0 && verdict.reading === null) {
    const text = objectiveSheets(result).length > 0 ? words.emptyPlan : words.noPlan;
    return { tone: 'unknown', text };
  }
  if (verdict.reading !== null) return { tone: 'unknown', text: words.unsure(verdict.open.error) };
  if (verdict.failed > 0) return { tone: 'unknown', text: words.incomplete(verdict.failed) };
  if (verdict.ready) return { tone: 'ready', text: words.ready(verdict.stage) };
  return { tone: 'open', text: words.notReady(verdict.open.error, verdict.stage) };
}
