import type { Indicator, PegObjective, PegRow } from '../../plan';
import type { CellRef } from '../../workbook';
import { groupBy, subjectOf, uniqueCells, type FactContext } from './context';
import { factSet, flag, list, number, text } from './fact';
import { isYesNo } from './indicators';
import { ownersIn, samePerson } from './names';
import { responsibles } from './offices';
import { expectedSum, objectiveGroups } from './weight-groups';

/** The PEG objectives, each once however many rows state it. */
export const pegObjectives = factSet({
  name: 'pegObjectives',
  about: {
    it: 'Gli obiettivi di PEG, ciascuno una volta anche se sta in più righe',
    en: 'PEG objectives, each once however many rows state it',
  },
  fields: {
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    type: text('tipo come scritto', 'type as written'),
    operating: list('obiettivi operativi collegati', 'linked operating objectives'),
    operatingCount: number('quanti obiettivi operativi', 'how many operating objectives'),
    citesOperating: flag(
      'una riga nomina un obiettivo operativo, trovato o no',
      'a row names an operating objective, found or not',
    ),
    strategicCount: number(
      'quanti obiettivi strategici sopra di lui',
      'how many strategic objectives above it',
    ),
    owners: list('responsabili diversi', 'different owners'),
    ownerCount: number('quanti responsabili', 'how many owners'),
    centre: text('centro di responsabilità', 'responsibility centre'),
    indicatorCount: number('quanti indicatori', 'how many indicators'),
    phaseCount: number('quante fasi', 'how many phases'),
    phasesUsual: flag(
      'nel piano altri obiettivi con fasi non hanno indicatori',
      'elsewhere in the plan objectives with phases have no indicators',
    ),
    planHasPhases: flag(
      'almeno un obiettivo su tre del piano ha fasi',
      'at least one objective in three of the plan has phases',
    ),
    multiYear: flag('pluriennale', 'spans several years'),
    mission: text('missione', 'mission'),
    programme: text('programma', 'programme'),
    description: text('descrizione', 'description'),
    owner: text('primo responsabile, o centro', 'first owner, or centre'),
    weight: number('peso in percentuale', 'weight in percent'),
    peers: number('quanti obiettivi ha il suo responsabile', 'how many objectives its owner has'),
    ofEqualShare: number(
      'peso in percentuale di ciò che peserebbe se gli obiettivi del suo responsabile pesassero uguale',
      'weight in percent of what it would be if all objectives of its owner weighed the same',
    ),
    equalWeights: number(
      'quanti obiettivi ha il suo responsabile, se hanno tutti lo stesso peso',
      'how many objectives its owner has, where all have one weight',
    ),
    yesNoOnly: flag('si misura solo con un sì o no', 'it is measured by a yes or no only'),
    resources: number('risorse finanziarie assegnate, in euro', 'financial resources assigned, in euro'),
    resourcesText: text('risorse come scritte', 'resources as written'),
    othersHaveResources: flag('altri obiettivi del piano hanno risorse', 'other objectives have resources'),
  },
  facts: (context) => {
    const { plan } = context;
    const indicators = groupBy(plan.indicators, (indicator) => indicator.objectiveId);
    const phases = groupBy(plan.phases, (phase) => phase.pegId);
    const cites = new Set(
      plan.mentions
        .filter((mention) => mention.kind === 'operatingObjective' && mention.fromId !== null)
        .map((mention) => mention.fromId),
    );
    const withPhases = plan.pegObjectives.filter((peg) => (phases.get(peg.id)?.length ?? 0) > 0);
    const phaseOnly = withPhases.filter((peg) => (indicators.get(peg.id)?.length ?? 0) === 0);
    const phasesUsual = phaseOnly.length >= 3 && phaseOnly.length * 10 >= withPhases.length * 3;
    const weights = weightsInPercent(context);
    const peers = new Map(
      responsibles(context).flatMap(({ pegs }) => pegs.map((peg) => [peg.id, pegs.length] as const)),
    );
    const equal = new Map(
      responsibles(context).flatMap(({ pegs }) => {
        const different = new Set(pegs.map(({ weight }) => weight?.number ?? null));
        const same = different.size === 1 && !different.has(null);
        return same ? pegs.map((peg) => [peg.id, pegs.length] as const) : [];
      }),
    );
    const funded = plan.pegObjectives.some((peg) => (resourcesOf(peg).resources ?? 0) > 0);
    return plan.pegObjectives.map((peg) => {
      const rows = context.rowsOf.get(peg.id) ?? [];
      const owners = distinctOwners(peg);
      const operating = peg.operatingIds.map((id) => context.entities.get(id)?.title.value ?? id);
      return {
        subject: subjectOf(peg),
        values: {
          code: peg.code?.value ?? null,
          title: peg.title.value,
          type: peg.type?.value ?? null,
          operating,
          operatingCount: peg.operatingIds.length,
          citesOperating: cites.has(peg.id) || rows.some((row) => row.operating !== null),
          strategicCount: strategicAbove(peg, context),
          owners,
          ownerCount: owners.length,
          centre: peg.centre?.value ?? null,
          indicatorCount: indicators.get(peg.id)?.length ?? 0,
          phaseCount: phases.get(peg.id)?.length ?? 0,
          phasesUsual,
          planHasPhases: withPhases.length * 3 >= plan.pegObjectives.length,
          multiYear: peg.multiYear,
          mission: peg.mission?.value ?? null,
          programme: peg.programme?.value ?? null,
          description: peg.description?.value ?? null,
          owner: peg.owners[0]?.value ?? peg.centre?.value ?? null,
          weight: weights.get(peg.id) ?? null,
          peers: peers.get(peg.id) ?? 0,
          ofEqualShare: ofEqualShare(weights.get(peg.id), peers.get(peg.id)),
          equalWeights: equal.get(peg.id) ?? 0,
          yesNoOnly: isYesNoOnly(indicators.get(peg.id) ?? []),
          ...resourcesOf(peg),
          othersHaveResources: funded,
        },
        cells: {
          code: rowCells(peg.code?.cells, rows, (row) => row.code?.cells),
          title: rowCells(peg.title.cells, rows, (row) => row.title.cells),
          operating: uniqueCells(rows.flatMap((row) => row.operating?.cells ?? [])),
          owners: uniqueCells(peg.owners.flatMap((owner) => owner.cells)),
          centre: peg.centre?.cells ?? [],
          mission: peg.mission?.cells ?? [],
          programme: peg.programme?.cells ?? [],
          type: peg.type?.cells ?? [],
          weight: [...(peg.weight?.cells ?? []), ...peg.title.cells],
          yesNoOnly: (indicators.get(peg.id) ?? []).flatMap((one) => one.title.cells.slice(0, 1)),
          resources: [...(peg.resources ?? []).flatMap((one) => one.cells), ...peg.title.cells],
        },
        involved: [peg.id, ...rows.map((row) => row.id)],
      };
    });
  },
});

/** 3 of 100 is a tenth of the share of one among three, and nearly the whole share of one among thirty. */
function ofEqualShare(weight: number | undefined, peers = 0): number | null {
  return weight === undefined || peers === 0 ? null : weight * peers;
}

/** Weights as parts of a hundred of what each is weighed in. */
function weightsInPercent(context: FactContext): ReadonlyMap<string, number> {
  const groups = objectiveGroups(context);
  const expected = expectedSum(groups, context);
  return new Map(
    context.plan.pegObjectives.flatMap(({ id, weight }) =>
      expected === null || weight?.number == null ? [] : [[id, (weight.number / expected) * 100] as const],
    ),
  );
}

/** All its indicators are answered by yes or no. */
function isYesNoOnly(indicators: readonly Indicator[]): boolean {
  return indicators.length > 0 && indicators.every(isYesNo);
}

/** Financial resources added up; null where none are written. */
function resourcesOf(peg: PegObjective) {
  const money = (peg.resources ?? []).filter(({ kind }) => kind === 'financial' || kind === 'unknown');
  const amounts = money.flatMap(({ amount }) => amount ?? []);
  const written = money
    .map(({ value }) => value.trim())
    .filter((value) => !/^(?:[-–—./]*|n\.?[dc]\.?)$/i.test(value));
  return {
    resources: amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0),
    resourcesText: written.join('; ') || null,
  };
}

/** The code or title cells of every row that states it, the entity's own first. */
function rowCells(
  own: readonly CellRef[] | undefined,
  rows: readonly PegRow[],
  cellsOf: (row: PegRow) => readonly CellRef[] | undefined,
): CellRef[] {
  return uniqueCells([...(own ?? []), ...rows.flatMap((row) => cellsOf(row)?.slice(0, 1) ?? [])]);
}

/** Owners that are different people or offices: titles, initials and word order aside. */
export function distinctOwners(peg: PegObjective): string[] {
  const owners: string[] = [];
  for (const name of peg.owners.flatMap((owner) => ownersIn(owner.value))) {
    if (!owners.some((other) => samePerson(other, name))) owners.push(name);
  }
  return owners;
}

function strategicAbove(peg: PegObjective, context: FactContext): number {
  const above = peg.operatingIds.flatMap((id) => {
    const operating = context.entities.get(id);
    return operating?.kind === 'operatingObjective' ? (operating.strategicId ?? []) : [];
  });
  return new Set(above).size;
}
