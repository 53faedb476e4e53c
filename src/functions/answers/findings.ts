import { findingsAbout, type PlanSession } from '../../application';
import { userLanguage } from '../../excel';
import { formatRef } from '../../workbook';
import type { CellAnswer } from '../answer';
import { severityOf } from '../arguments';
import { notAvailable } from '../errors';
import { textOf } from '../period';
import { texts } from '../texts';
import { objectivesCalled } from './objectives';

/** What the check of coherence says: the verdict, and the findings. */

/** Verdict of the whole plan, and whether its attestation holds. */
export async function verdictAnswer(session: PlanSession): Promise<CellAnswer> {
  const { verdict, plan } = await session.check();
  // The catalogue comes with the check.
  const { messages } = await import(/* webpackChunkName: "check" */ '../../messages');
  const { check, attestation } = messages(userLanguage());
  if (plan.pegObjectives.length === 0) return notAvailable(check.noPlan);
  if (verdict.failed > 0) return notAvailable(check.incomplete(verdict.failed));
  const { error, warning, info } = verdict.open;
  const { state } = await session.attestation();
  const attested = state === 'none' ? '' : `; ${attestation.brief[state]}`;
  return `${check[verdict.ready ? 'ready' : 'notReady'](verdict.stage)}: ${check.open(error, warning, info)}${attested}`;
}

/** What there is to say about one objective. */
export async function objectiveAnswer(session: PlanSession, code: unknown): Promise<CellAnswer> {
  const found = objectivesCalled(session, code);
  if (found instanceof CustomFunctions.Error) return found;
  const findings = await findingsAbout(session, found);
  const [first] = findings;
  if (!first) return texts().noFindings;
  return texts().findings(findings.length, `${first.rule} ${first.message[userLanguage()]}`);
}

/** The open findings as a table; a single cell that says so when there are none. */
export async function findingsAnswer(
  session: PlanSession,
  code: unknown,
  severity: unknown,
): Promise<CellAnswer> {
  const wanted = severityOf(severity);
  if (wanted instanceof CustomFunctions.Error) return wanted;
  const about = textOf(code) === '' ? null : objectivesCalled(session, code);
  if (about instanceof CustomFunctions.Error) return about;
  const findings = await findingsAbout(session, about, wanted);
  if (findings.length === 0) return texts().noFindings;
  const rows = findings.map((finding) => {
    const [cell] = finding.cells;
    return [
      texts().severity[finding.severity],
      finding.rule,
      [finding.subject.code, finding.subject.title].filter(Boolean).join(' ') || texts().workbook,
      finding.message[userLanguage()],
      cell ? formatRef(cell) : '',
    ];
  });
  return [texts().findingsTable, ...rows];
}
