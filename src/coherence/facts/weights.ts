import type { PegObjective, Phase, WeightFact } from '../../plan';
import type { CellRef } from '../../workbook';
import { isConfused, type FactContext } from './context';
import { flag, list, number, text, token, view } from './view';
import {
  expectedSum,
  isMark,
  isWeight,
  objectiveGroups,
  phaseGroups,
  sumOf,
  type WeightGroup,
} from './weight-groups';

type Member = WeightGroup['members'][number];

interface Weighed {
  readonly group: WeightGroup;
  /** What the group should add up to; null where nothing says it. */
  readonly expected: number | null;
  readonly othersAddUp: boolean;
  readonly missing: readonly Member[];
  readonly outOfRange: readonly Member[];
}

/** The groups of weights that should add up: phases per objective, objectives per owner. */
export const weightGroups = view<Weighed>({
  name: 'weightGroups',
  about: {
    it: 'I pesi che devono tornare: delle fasi per obiettivo, degli obiettivi per responsabile',
    en: 'Weights that should add up: of phases per objective, of objectives per owner',
  },
  items: (context) =>
    [phaseGroups(context), objectiveGroups(context)].flatMap((groups) => weighed(groups, context)),
  subject: ({ group }) => group.subject,
  involved: ({ group, missing, outOfRange }, context) => [
    `weights|${group.level}|${group.subject.id}`,
    ...group.involved,
    ...[...outOfRange, ...missing, ...group.members.filter(({ id }) => isConfused(id, context))].map(
      ({ id }) => id,
    ),
    ...(isConfused(group.subject.id, context) ? [group.subject.id] : []),
  ],
  cells: ({ missing, outOfRange }) => cellsOf([...outOfRange, ...missing]),
  fields: {
    level: token('che cosa si pesa / what is weighed', ({ group }) => group.level),
    group: text(
      'di chi o di che cosa / of whom or of what',
      ({ group: { subject } }) => subject.code ?? subject.title,
    ),
    sum: number(
      'somma dei pesi / sum of the weights',
      ({ group }) => sumOf(group),
      ({ group }) => cellsOf(weightsIn(group)),
    ),
    expected: number('somma attesa / expected sum', ({ expected }) => expected),
    offset: number(
      'quanto manca o avanza, in centesimi del totale / how much is off, in percent',
      ({ group, expected }) =>
        expected === null ? null : (Math.abs(sumOf(group) - expected) / expected) * 100,
    ),
    count: number('quanti elementi / how many items', ({ group }) => group.members.length),
    missing: list(
      'elementi senza peso / items without a weight',
      ({ missing }) => missing.map(({ code, title }) => code?.value ?? title.value),
      ({ missing }) => cellsOf(missing),
    ),
    outOfRange: list(
      'pesi fuori scala o illeggibili / weights out of range or unreadable',
      ({ outOfRange }) => outOfRange.map(({ weight }) => weight?.value ?? ''),
      ({ outOfRange }) => cellsOf(outOfRange),
    ),
    complete: flag('tutti i pesi si leggono / all weights can be read', ({ group }) =>
      group.members.every(({ weight }) => isWeight(weight) || isMark(weight)),
    ),
    comparable: flag(
      'ci sono almeno due elementi dello stesso responsabile, o altri gruppi che tornano / there are at least two items of one owner, or other groups that add up',
      ({ group, expected, othersAddUp }) =>
        othersAddUp || (group.members.length > 1 && (!group.byPlace || isNear(sumOf(group), expected))),
    ),
  },
});

function weighed(groups: readonly WeightGroup[], context: FactContext): Weighed[] {
  const usual = expectedSum(groups, context);
  const othersAddUp =
    usual !== null && groups.some((group) => Math.abs(sumOf(group) - usual) <= usual * 0.01);
  const most = usual === null ? multipliersReach(groups) : null;
  return groups.map((group) => {
    const expected = usual !== null && isWholeInFractions(group) ? 1 : usual;
    const missing =
      weightsIn(group).length === 0 ? [] : group.members.filter(({ weight }) => isBlankWeight(weight));
    const outOfRange = group.members.filter(({ weight }) => isOff(weight, expected ?? most));
    return { group, expected, othersAddUp, missing, outOfRange };
  });
}

function weightsIn({ members }: WeightGroup): readonly Member[] {
  return members.filter(({ weight }) => isWeight(weight));
}

function cellsOf(members: readonly (Phase | PegObjective)[]): CellRef[] {
  return members.flatMap(({ weight, title }) => weight?.cells.slice(0, 1) ?? title.cells.slice(0, 1));
}

/** Multipliers that are told apart by less than this stand close together. */
const CLOSE = 3;
/** So many that one of another size is no habit. */
const MANY = 8;

/**
 * How far multipliers go, where all but one in ten stand close together (1, 1.2, 1.4): one ten times as large lost its
 * decimal point. Null where they are too few or differ anyway.
 */
function multipliersReach(groups: readonly WeightGroup[]): number | null {
  const all = groups.flatMap(({ members }) => members.flatMap(({ weight }) => weight?.number ?? []));
  const sorted = all.filter((one) => one > 0).sort((a, b) => a - b);
  const [least, most] = [sorted[0], sorted[Math.floor(sorted.length * 0.9) - 1]];
  if (sorted.length < MANY || least === undefined || most === undefined || most > least * CLOSE) return null;
  return most * CLOSE;
}

/** Weights from 0 to 1 that make 1: fractions, whatever the rest of the column counts in. */
function isWholeInFractions(group: WeightGroup): boolean {
  const weights = group.members.flatMap((member) => member.weight?.number ?? []);
  return weights.length > 1 && weights.every((weight) => weight <= 1) && Math.abs(sumOf(group) - 1) <= 0.005;
}
/** Off by a quarter at most: items that only stand in one place are not of one owner otherwise. */
function isNear(sum: number, expected: number | null): boolean {
  return expected !== null && Math.abs(sum - expected) <= expected * 0.25;
}

/** Nothing written, or a dash for it. A mark such as `X` (prerequisite) is meant. */
function isBlankWeight(weight: WeightFact | null): boolean {
  return weight === null || /^[-–—.\s]*$/.test(weight.value);
}

function isOff(weight: WeightFact | null, expected: number | null): boolean {
  if (weight === null || isBlankWeight(weight)) return false;
  if (weight.number === null) return !isMark(weight);
  return weight.number < 0 || (expected !== null && weight.number > expected * 1.0001);
}
