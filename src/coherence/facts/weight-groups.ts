import {
  normalise,
  personWords,
  type Office,
  type PegObjective,
  type Phase,
  type WeightFact,
  type WeightScale,
} from '../../plan';
import type { Subject } from '../finding';
import { groupBy, planSubject, subjectOf, type FactContext } from './context';
import { officesOf } from './assigned';
import { bareObjectives } from './bare';

/** Things weighed together: the phases of an objective, the objectives of an owner. */
export interface WeightGroup {
  readonly level: 'phase' | 'pegObjective';
  readonly subject: Subject;
  readonly involved: readonly string[];
  /** Grouped by where they stand, not by who answers for them: less sure that they belong together. */
  readonly byPlace: boolean;
  readonly members: readonly (Phase | PegObjective)[];
}

/** Whether a number can be read from a weight. */
export function isWeight(weight: WeightFact | null): boolean {
  return weight !== null && weight.number !== null;
}

/** `X` and the like in the place of a number: a prerequisite, meant and not weighed. */
export function isMark(weight: WeightFact | null): boolean {
  return weight !== null && /^(?:x|s[iì]|n\.?[ad]\.?|prereq\w*|esente)$/i.test(weight.value.trim());
}

/** The phases of each objective. */
export function phaseGroups(context: FactContext): WeightGroup[] {
  const { phases } = context.plan;
  if (!phases.some((phase) => isWeight(phase.weight))) return [];
  const known = phases.filter((phase) => phase.pegId !== null);
  return [...groupBy(known, (phase) => phase.pegId ?? '')].flatMap(([pegId, members]) => {
    const peg = context.entities.get(pegId);
    return peg
      ? [{ level: 'phase' as const, subject: subjectOf(peg), involved: [], byPlace: false, members }]
      : [];
  });
}

/** Objectives that may have a weight: a table of several objectives without any weight is not about weights. */
function weighedObjectives(context: FactContext): readonly PegObjective[] {
  const { plan, rowsOf } = context;
  const bare = bareObjectives(context);
  const tableOf = (peg: PegObjective): string => rowsOf.get(peg.id)?.[0]?.tableId ?? '';
  const byTable = groupBy(plan.pegObjectives, tableOf);
  const about = new Set(
    [...byTable]
      .filter(([, pegs]) => pegs.length === 1 || pegs.some((peg) => peg.weight !== null))
      .map(([id]) => id),
  );
  return plan.pegObjectives.filter((peg) => about.has(tableOf(peg)) && !bare.has(peg.id));
}

/** The objectives of each owner, centre, sheet or table, or of the whole plan: whichever adds up most often. */
export function objectiveGroups(context: FactContext): WeightGroup[] {
  const pegObjectives = weighedObjectives(context);
  if (!pegObjectives.some((peg) => isWeight(peg.weight))) return [];
  const whole: WeightGroup[] = [
    {
      level: 'pegObjective',
      subject: { ...planSubject(context.plan), id: 'weights' },
      involved: [],
      byPlace: true,
      members: pegObjectives,
    },
  ];
  const tableOf = (peg: PegObjective): string | null => context.rowsOf.get(peg.id)?.[0]?.tableId ?? null;
  const sheetOf = (peg: PegObjective): string | null => peg.title.cells[0]?.sheet ?? null;
  const places = tablePlaces(context);
  const perTable = groupsBy(pegObjectives, tableOf, (id) => places.get(id) ?? id, sheetOf);
  const ways = [
    groupsBy(pegObjectives, (peg) => peg.owners[0]?.value ?? null, ownerKey),
    perOffice(pegObjectives, ({ owner }) => owner?.value ?? null, ownerKey),
    perOffice(pegObjectives, ({ centre }) => centre?.value ?? null, normalise),
    groupsBy(pegObjectives, (peg) => peg.centre?.value ?? null, normalise),
    placed(groupsBy(pegObjectives, sheetOf, (name) => name)),
    // A card is a table of its own: what is weighed there is not its one objective.
    perTable.some((group) => group.members.length > 1) ? placed(perTable) : [],
    whole,
  ].filter((groups) => groups.length > 0);
  const scored = ways.map((groups) => ({ groups, share: shareAddingUp(groups, context) }));
  return (scored.sort((a, b) => b.share - a.share)[0]?.groups ?? whole).slice();
}

/** An objective of several offices weighs in the sum of each of them, what its row there says. */
function perOffice(
  pegs: readonly PegObjective[],
  nameOf: (office: Office) => string | null,
  keyOf: (name: string) => string,
): WeightGroup[] {
  if (!pegs.some((peg) => officesOf(peg).length > 1)) return [];
  const each = pegs.flatMap((peg) =>
    officesOf(peg).flatMap((office) => {
      const name = nameOf(office);
      return name === null ? [] : [{ name, member: { ...peg, weight: office.weight ?? peg.weight } }];
    }),
  );
  return [...groupBy(each, ({ name }) => keyOf(name))].map(([key, shares]) => ({
    level: 'pegObjective',
    subject: { kind: 'centre', id: `owner|${key}`, code: null, title: shares[0]?.name ?? key },
    involved: [],
    byPlace: false,
    members: [...new Map(shares.map(({ member }) => [member.id, member])).values()],
  }));
}

function placed(groups: readonly WeightGroup[]): WeightGroup[] {
  return groups.map((group) => ({ ...group, byPlace: true }));
}

/** Each table as the how-many-eth of its sheet: an identity without addresses. */
function tablePlaces({ plan }: FactContext): Map<string, string> {
  const places = new Map<string, string>();
  for (const tables of groupBy(plan.tables, (table) => `${table.file ?? ''}|${table.sheet}`).values()) {
    tables.forEach((table, at) => places.set(table.id, `${table.sheet}|${at}`));
  }
  return places;
}

function ownerKey(owner: string): string {
  return personWords(owner).join(' ') || normalise(owner);
}

function groupsBy(
  pegs: readonly PegObjective[],
  nameOf: (peg: PegObjective) => string | null,
  keyOf: (name: string) => string,
  titleOf: (peg: PegObjective) => string | null = nameOf,
): WeightGroup[] {
  const named = pegs.filter((peg) => nameOf(peg) !== null);
  return [...groupBy(named, (peg) => keyOf(nameOf(peg) ?? ''))].map(([key, members]) => ({
    level: 'pegObjective',
    subject: {
      kind: 'centre',
      id: `owner|${key}`,
      code: null,
      title: titleOf(members[0] as PegObjective) ?? key,
    },
    involved: [],
    byPlace: false,
    members,
  }));
}

function shareAddingUp(groups: readonly WeightGroup[], context: FactContext): number {
  const expected = totalOf(scaleOf(groups, context)) ?? 100;
  const adding = groups.filter((group) => Math.abs(sumOf(group) - expected) <= expected * 0.01);
  return adding.length / groups.length;
}

/** The weights of a group added up; what cannot be read counts nothing. */
export function sumOf(group: WeightGroup): number {
  return group.members.reduce((total, member) => total + (member.weight?.number ?? 0), 0);
}

/**
 * The scale of a column of weights: as the mapping tells it, corrected where a weight out of range hid it: when
 * most groups add up to 100 (or to 1), or all weights but one lie on a scale, that is the scale.
 */
function scaleOf(groups: readonly WeightGroup[], context: FactContext): WeightScale | null {
  const declared = declaredScale(groups, context);
  if (declared === 'percent' || declared === 'fraction') return declared;
  const adding = (total: number): number =>
    groups.filter((group) => Math.abs(sumOf(group) - total) <= total * 0.01).length;
  if (adding(100) * 2 >= groups.length && adding(100) > 0) return 'percent';
  if (adding(1) * 2 >= groups.length && groups.some((group) => group.members.length > 1)) return 'fraction';
  const numbers = groups.flatMap((group) => group.members.flatMap((member) => member.weight?.number ?? []));
  const share = (low: number, high: number): number =>
    numbers.filter((one) => one >= low && one <= high).length / Math.max(1, numbers.length);
  if (numbers.length >= 3 && share(5, 100) >= 0.75 && Math.max(...numbers) > 100) return 'percent';
  if (numbers.length >= 3 && share(0.01, 0.99) >= 0.75) return 'fraction';
  return declared;
}

function declaredScale(groups: readonly WeightGroup[], context: FactContext): WeightScale | null {
  const cell = groups.flatMap((group) =>
    group.members.flatMap((member) => member.weight?.cells.slice(0, 1) ?? []),
  )[0];
  const level = groups[0]?.level === 'phase' ? 'phase.weight' : 'pegObjective.weight';
  const table = context.plan.tables.find(
    (one) =>
      one.sheet === cell?.sheet &&
      one.weightScale !== null &&
      one.columns.some((column) => column.field === level),
  );
  return (
    table?.weightScale ??
    context.plan.tables.find((one) => one.sheet === cell?.sheet && one.weightScale !== null)?.weightScale ??
    null
  );
}

function totalOf(scale: WeightScale | null): number | null {
  return scale === 'percent' ? 100 : scale === 'fraction' ? 1 : null;
}

/**
 * What the groups of a column of weights should add up to: 100, 1, or nothing (multipliers, relative weights).
 * Where no group makes the whole and most make the same part of it (65, with 35 for what all have in common),
 * that part is what is expected.
 */
export function expectedSum(groups: readonly WeightGroup[], context: FactContext): number | null {
  const total = totalOf(scaleOf(groups, context));
  if (total === null || groups.length < 2) return total;
  const sums = groups.map((group) => Math.round((sumOf(group) / total) * 1000) / 1000);
  if (sums.some((sum) => Math.abs(sum - 1) <= 0.01)) return total;
  const [usual] = [...groupBy(sums, (sum) => sum).values()].sort((a, b) => b.length - a.length);
  const sum = usual?.[0] ?? 1;
  const shared = usual !== undefined && usual.length >= 2 && usual.length * 10 >= sums.length * 6;
  return shared && sum < 1 && sum >= 0.3 ? sum * total : total;
}

/** The weight of an objective as a part of a hundred of what it is weighed in; null where none can be read. */
export function weightInPercent({ weight }: PegObjective, context: FactContext): number | null {
  const expected = context.shared('expectedSum', () => expectedSum(objectiveGroups(context), context));
  return expected === null || weight?.number == null ? null : (weight.number / expected) * 100;
}
