import { planEntities, type Plan } from '../plan';
import type { Finding } from './finding';

/** Entities of the plan that hang on an open question, by id, with the question. */
export function doubtsOf(plan: Plan): ReadonlyMap<string, string> {
  const entities = planEntities(plan);
  const doubts = new Map(entities.flatMap(({ id, doubt }) => (doubt ? [[id, doubt.question] as const] : [])));
  for (const row of plan.pegRows) {
    const question = doubts.get(row.pegId);
    if (question !== undefined) doubts.set(row.id, question);
  }
  return doubts;
}

/** The question a finding rests on, null where the reading of everything it is about is settled. */
export function doubtOf(
  { subject, involved }: Pick<Finding, 'subject' | 'involved'>,
  doubts: ReadonlyMap<string, string>,
): string | null {
  const doubted = [subject.id, ...involved].find((id) => doubts.has(id));
  return doubted === undefined ? null : (doubts.get(doubted) ?? null);
}

/**
 * Findings about what may have been misread are doubtful: the blame may be the reading's, not the plan's. A certain
 * finding never hides behind a doubtful one: it stands by itself.
 */
export function withDoubt(findings: readonly Finding[], plan: Plan): Finding[] {
  const doubts = doubtsOf(plan);
  if (doubts.size === 0) return [...findings];
  const doubtful = new Set(
    findings.filter((finding) => doubtOf(finding, doubts) !== null).map(({ fingerprint }) => fingerprint),
  );
  return findings.map((finding) =>
    doubtful.has(finding.fingerprint)
      ? { ...finding, doubtful: true }
      : { ...finding, causes: finding.causes.filter((cause) => !doubtful.has(cause)) },
  );
}
