import type { Mention, PegObjective, PegRow } from '../../plan';
import type { CellRef } from '../../workbook';
import { groupBy, indicatorsOf, phasesOf, uniqueCells, type FactContext } from './context';
import { dateFields } from './dates';
import { isYesNo } from './indicators';
import { ownersIn, samePerson } from './names';
import { responsibles } from './offices';
import { paymentFields } from './payments';
import { placementFields } from './placements';
import { resourceFields } from './resources';
import { centreFields } from './responsibilities';
import { entityView, flag, list, number, text } from './view';
import { isMark, weightInPercent } from './weight-groups';

/** The PEG objectives, each once however many rows state it. */
export const pegObjectives = entityView<PegObjective>({
  name: 'pegObjectives',
  about: {
    it: 'Gli obiettivi di PEG, ciascuno una volta anche se sta in più righe',
    en: 'PEG objectives, each once however many rows state it',
  },
  items: ({ plan }) => plan.pegObjectives,
  involved: (peg, context) => [peg.id, ...rowsOf(peg, context).map((row) => row.id)],
  fields: {
    ...dateFields,
    code: text(
      'codice / code',
      (peg) => peg.code,
      (peg, context) =>
        peg.code ? rowCells(peg.code.cells, rowsOf(peg, context), (row) => row.code?.cells) : peg.title.cells,
    ),
    title: text(
      'titolo / title',
      (peg) => peg.title,
      // Its card too, where a summary states it: what it lacks is missing there.
      (peg, context) => [
        ...rowCells(peg.title.cells, rowsOf(peg, context), (row) => row.title.cells),
        ...(cardsOf(context).get(peg.id) ?? []).flatMap(({ label }) => label.cells.slice(0, 1)),
      ],
    ),
    type: text('tipo come scritto / type as written', (peg) => peg.type),
    prerequisite: flag(
      'è un prerequisito: lo dice il titolo, o un segno al posto del peso / it is a prerequisite: its title says so, or a mark in the place of the weight',
      ({ title, weight }) => isMark(weight) || /\bpre-?\s?requisit/i.test(title.value),
    ),
    operating: list(
      'obiettivi operativi collegati / linked operating objectives',
      (peg, { entities }) => peg.operatingIds.map((id) => entities.get(id)?.title.value ?? id),
      (peg, context) => uniqueCells(rowsOf(peg, context).flatMap((row) => row.operating?.cells ?? [])),
    ),
    operatingCount: number(
      'quanti obiettivi operativi / how many operating objectives',
      (peg) => peg.operatingIds.length,
    ),
    citesOperating: flag(
      'una riga nomina un obiettivo operativo, trovato o no / a row names an operating objective, found or not',
      (peg, context) =>
        citing(context).has(peg.id) || rowsOf(peg, context).some((row) => row.operating !== null),
    ),
    strategicCount: number(
      'quanti obiettivi strategici sopra di lui / how many strategic objectives above it',
      strategicAbove,
    ),
    owners: list('responsabili diversi / different owners', distinctOwners, (peg) =>
      uniqueCells(peg.owners.flatMap((owner) => owner.cells)),
    ),
    ownerCount: number('quanti responsabili / how many owners', (peg) => distinctOwners(peg).length),
    centre: text('centro di responsabilità / responsibility centre', (peg) => peg.centre),
    indicatorCount: number(
      'quanti indicatori / how many indicators',
      ({ id }, context) => indicatorsOf(id, context).length,
    ),
    phaseCount: number('quante fasi / how many phases', ({ id }, context) => phasesOf(id, context).length),
    phasesUsual: flag(
      'nel piano altri obiettivi con fasi non hanno indicatori / elsewhere in the plan objectives with phases have no indicators',
      (_, context) => context.shared('phasesUsual', () => arePhasesUsual(context)),
    ),
    mission: text('missione / mission', (peg) => peg.mission),
    programme: text('programma / programme', (peg) => peg.programme),
    description: text('descrizione / description', (peg) => peg.description),
    owner: text(
      'primo responsabile, o centro / first owner, or centre',
      (peg) => peg.owners[0]?.value ?? peg.centre?.value,
    ),
    weight: number('peso in percentuale / weight in percent', weightInPercent, (peg) => [
      ...(peg.weight?.cells ?? []),
      ...peg.title.cells,
    ]),
    peers: number(
      'quanti obiettivi ha il suo responsabile / how many objectives its owner has',
      (peg, context) => peersOf(peg, context).length,
    ),
    peersAddUp: flag(
      'i pesi degli obiettivi del suo responsabile fanno il totale / the weights of its owner’s objectives make the whole',
      (peg, context) => {
        const shares = peersOf(peg, context).map((one) => weightInPercent(one, context) ?? 0);
        return Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) <= 1;
      },
    ),
    // 3 of 100 is a tenth of the share of one among three, and nearly the whole share of one among thirty.
    ofEqualShare: number(
      'peso in percentuale di ciò che peserebbe se gli obiettivi del suo responsabile pesassero uguale / weight in percent of what it would be if all objectives of its owner weighed the same',
      (peg, context) => {
        const [weight, peers] = [weightInPercent(peg, context), peersOf(peg, context).length];
        return weight === null || peers === 0 ? null : weight * peers;
      },
    ),
    equalWeights: number(
      'quanti obiettivi ha il suo responsabile, se hanno tutti lo stesso peso / how many objectives its owner has, where all have one weight',
      (peg, context) => {
        const peers = peersOf(peg, context);
        const different = new Set(peers.map(({ weight }) => weight?.number ?? null));
        return different.size === 1 && !different.has(null) ? peers.length : 0;
      },
    ),
    yesNoOnly: flag(
      'si misura solo con un sì o no / it is measured by a yes or no only',
      ({ id }, context) => indicatorsOf(id, context).length > 0 && indicatorsOf(id, context).every(isYesNo),
      ({ id }, context) => indicatorsOf(id, context).flatMap((one) => one.title.cells.slice(0, 1)),
    ),
    resources: number(
      'risorse finanziarie assegnate, in euro / financial resources assigned, in euro',
      (peg) => {
        const amounts = moneyOf(peg).flatMap(({ amount }) => amount ?? []);
        return amounts.length === 0 ? null : amounts.reduce((sum, one) => sum + one, 0);
      },
      (peg) => [...(peg.resources ?? []).flatMap((one) => one.cells), ...peg.title.cells],
    ),
    resourcesText: text('risorse come scritte / resources as written', (peg) =>
      moneyOf(peg)
        .map(({ value }) => value.trim())
        .filter((value) => !/^(?:[-–—./]*|n\.?[dc]\.?)$/i.test(value))
        .join('; '),
    ),
    ...resourceFields,
    ...centreFields,
    ...paymentFields,
    ...placementFields,
  },
});

function rowsOf(peg: PegObjective, { rowsOf: rows }: FactContext): readonly PegRow[] {
  return rows.get(peg.id) ?? [];
}

/** Where cards name an objective that is stated elsewhere. */
function cardsOf({ plan, shared }: FactContext): ReadonlyMap<string | null, readonly Mention[]> {
  return shared('cards', () =>
    groupBy(
      plan.mentions.filter(({ kind, place }) => kind === 'pegObjective' && place === 'card'),
      ({ entityId }) => entityId,
    ),
  );
}

/** Objectives from which an operating objective is named. */
function citing({ plan, shared }: FactContext): ReadonlySet<string> {
  return shared(
    'citing',
    () =>
      new Set(
        plan.mentions.flatMap(({ kind, fromId }) => (kind === 'operatingObjective' ? (fromId ?? []) : [])),
      ),
  );
}

function arePhasesUsual(context: FactContext): boolean {
  const { pegObjectives: pegs } = context.plan;
  const withPhases = pegs.filter(({ id }) => phasesOf(id, context).length > 0);
  const phaseOnly = withPhases.filter(({ id }) => indicatorsOf(id, context).length === 0);
  return phaseOnly.length >= 3 && phaseOnly.length * 10 >= withPhases.length * 3;
}

/** The objectives of who answers for one; of several the last. */
function peersOf({ id }: PegObjective, context: FactContext): readonly PegObjective[] {
  const all = context.shared(
    'peers',
    () => new Map(responsibles(context).flatMap(({ pegs }) => pegs.map((peg) => [peg.id, pegs] as const))),
  );
  return all.get(id) ?? [];
}

/** Financial resources; what has no kind is money. */
function moneyOf(peg: PegObjective) {
  return (peg.resources ?? []).filter(({ kind }) => kind === 'financial' || kind === 'unknown');
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
