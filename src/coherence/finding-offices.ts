import { normalise, type PlanEntity } from '../plan';
import type { FactContext } from './facts/context';
import { officesOf } from './facts/assigned';
import type { Finding, FindingOffice } from './finding';

/** Findings with the offices of the objectives that take part: whose they are to settle. */
export function withOffices(findings: readonly Finding[], context: FactContext): Finding[] {
  const rows = new Map(context.plan.pegRows.map((row) => [row.id, row.pegId]));
  return findings.map((finding) => {
    const ids = [finding.subject.id, ...finding.involved].map((id) => rows.get(id) ?? id);
    const offices = new Map<string, FindingOffice>();
    for (const entity of ids.flatMap((id) => context.entities.get(id) ?? [])) {
      for (const office of officesAt(entity, context)) {
        offices.set(normalise(`${office.centre ?? ''}|${office.owner ?? ''}`), office);
      }
    }
    const { kind, title } = finding.subject;
    if (offices.size === 0 && kind === 'centre') offices.set(title, named(title, context));
    return { ...finding, offices: [...offices.values()] };
  });
}

/** A person or a centre that a finding is about as a whole: its sum of weights, its number of objectives. */
function named(name: string, { plan }: FactContext): FindingOffice {
  const isCentre = plan.pegObjectives.some(
    ({ centre }) => centre !== null && normalise(centre.value) === normalise(name),
  );
  return isCentre ? { centre: name, owner: null } : { centre: null, owner: name };
}

/** The offices of an objective, or of the objective a phase or indicator belongs to. */
function officesAt(entity: PlanEntity, context: FactContext): FindingOffice[] {
  if (entity.kind === 'pegObjective')
    return officesOf(entity).map(({ centre, owner }) => ({
      centre: centre?.value ?? null,
      owner: owner?.value ?? null,
    }));
  const above =
    entity.kind === 'phase' ? entity.pegId : entity.kind === 'indicator' ? entity.objectiveId : null;
  const objective = above === null ? undefined : context.entities.get(above);
  return objective?.kind === 'pegObjective' ? officesAt(objective, context) : [];
}
