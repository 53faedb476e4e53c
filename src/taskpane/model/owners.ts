import type { Finding } from '../../coherence';
import { normalise, type Plan } from '../../plan';

/** Who has to do with what: names of offices and heads of service by entity, as the workbook writes them. */
export type Owners = ReadonlyMap<string, readonly string[]>;

/** Owners of every objective, phase and row; the centre of responsibility stands in where nobody is named. */
export function ownersOf(plan: Plan): Owners {
  const owners = new Map<string, readonly string[]>();
  const spelling = new Map<string, string>();
  /** One spelling per name: `Dirigente Rossi` and `DIRIGENTE ROSSI` are one entry of the filter. */
  const named = (names: readonly string[]): string[] => {
    const own = names.flatMap((name) => {
      const plain = name.replace(/\s+/g, ' ').trim();
      const key = normalise(plain);
      if (key === '') return [];
      if (!spelling.has(key)) spelling.set(key, plain);
      return [spelling.get(key) ?? plain];
    });
    return [...new Set(own)];
  };
  for (const peg of plan.pegObjectives) {
    const names = named(peg.owners.map((owner) => owner.value));
    owners.set(peg.id, names.length > 0 ? names : named(peg.centre ? [peg.centre.value] : []));
  }
  for (const row of plan.pegRows) owners.set(row.id, owners.get(row.pegId) ?? []);
  for (const phase of plan.phases) {
    const own = named(phase.owner ? [phase.owner.value] : []);
    owners.set(phase.id, own.length > 0 ? own : (owners.get(phase.pegId ?? '') ?? []));
  }
  for (const indicator of plan.indicators) {
    owners.set(indicator.id, owners.get(indicator.objectiveId ?? '') ?? []);
  }
  for (const centre of plan.centres) {
    owners.set(centre.id, named(centre.owner ? [centre.owner.value] : [centre.title.value]));
  }
  return owners;
}

/** The owners of whatever takes part in a finding; its subject's alone where that has some. */
export function ownersOfFinding(finding: Finding, owners: Owners): readonly string[] {
  const own = owners.get(finding.subject.id) ?? [];
  if (own.length > 0) return own;
  return [...new Set(finding.involved.flatMap((id) => owners.get(id) ?? []))];
}
