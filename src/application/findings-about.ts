import type { Finding, Severity } from '../coherence';
import { normaliseCode } from '../plan';
import { hierarchyOf, type Objective } from './objectives';
import type { PlanSession } from './session';

/**
 * Open findings of the last check, worst first as the check orders them: of the whole plan, or about some objectives,
 * what stands below them and their phases, indicators and rows.
 */
export async function findingsAbout(
  session: PlanSession,
  objectives: readonly Objective[] | null,
  severity: Severity | null = null,
): Promise<readonly Finding[]> {
  const { judgement, plan } = await session.check();
  const open = judgement.findings.filter(
    (finding) => finding.status === 'open' && (severity === null || finding.severity === severity),
  );
  if (objectives === null) return open;
  const hierarchy = hierarchyOf(plan);
  const branch = new Set(objectives.flatMap((one) => hierarchy.branch(one)));
  const ids = new Set([...branch].map((one) => one.id));
  const codes = new Set([...branch].flatMap((one) => (one.code ? normaliseCode(one.code.value) : [])));
  for (const phase of plan.phases) if (ids.has(phase.pegId ?? '')) ids.add(phase.id);
  for (const indicator of plan.indicators) if (ids.has(indicator.objectiveId ?? '')) ids.add(indicator.id);
  for (const row of plan.pegRows) if (ids.has(row.pegId)) ids.add(row.id);
  return open.filter(
    ({ subject }) => ids.has(subject.id) || (subject.code !== null && codes.has(normaliseCode(subject.code))),
  );
}
