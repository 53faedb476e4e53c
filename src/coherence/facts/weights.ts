import type { PegObjective, Phase, PlanEntity, WeightFact } from '../../plan';
import { distinctTexts, type FactContext } from './context';
import { factSet, flag, list, number, text, token, type Fact } from './fact';
import {
  expectedSum,
  isWeight,
  objectiveGroups,
  phaseGroups,
  sumOf,
  type WeightGroup,
} from './weight-groups';

const fields = {
  level: token('che cosa si pesa', 'what is weighed'),
  group: text('di chi o di che cosa', 'of whom or of what'),
  sum: number('somma dei pesi', 'sum of the weights'),
  expected: number('somma attesa', 'expected sum'),
  offset: number('quanto manca o avanza, in centesimi del totale', 'how much is off, in percent'),
  count: number('quanti elementi', 'how many items'),
  missing: list('elementi senza peso', 'items without a weight'),
  outOfRange: list('pesi fuori scala o illeggibili', 'weights out of range or unreadable'),
  complete: flag('tutti i pesi si leggono', 'all weights can be read'),
  comparable: flag(
    'ci sono almeno due elementi dello stesso responsabile, o altri gruppi che tornano',
    'there are at least two items of one owner, or other groups that add up',
  ),
} as const;

/** The groups of weights that should add up: phases per objective, objectives per owner. */
export const weightGroups = factSet({
  name: 'weightGroups',
  about: {
    it: 'I pesi che devono tornare: delle fasi per obiettivo, degli obiettivi per responsabile',
    en: 'Weights that should add up: of phases per objective, of objectives per owner',
  },
  fields,
  facts: (context) => [
    ...factsOf(phaseGroups(context), context),
    ...factsOf(objectiveGroups(context), context),
  ],
});

function factsOf(groups: readonly WeightGroup[], context: FactContext): Fact<typeof fields>[] {
  const usual = expectedSum(groups, context);
  const othersAddUp =
    usual !== null && groups.some((group) => Math.abs(sumOf(group) - usual) <= usual * 0.01);
  return groups.map((group) => {
    const expected = usual !== null && isWholeInFractions(group) ? 1 : usual;
    const weighed = group.members.filter((member) => isWeight(member.weight));
    const sum = weighed.reduce((total, member) => total + (member.weight?.number ?? 0), 0);
    const missing =
      weighed.length === 0 ? [] : group.members.filter((member) => isBlankWeight(member.weight));
    const outOfRange = group.members.filter((member) => isOff(member.weight, expected));
    const bad = [...outOfRange, ...missing];
    const cells = (members: readonly (Phase | PegObjective)[]) =>
      members.flatMap((member) => member.weight?.cells.slice(0, 1) ?? member.title.cells.slice(0, 1));
    return {
      subject: group.subject,
      values: {
        level: group.level,
        group: group.subject.code ?? group.subject.title,
        sum,
        expected,
        offset: expected === null ? null : (Math.abs(sum - expected) / expected) * 100,
        count: group.members.length,
        missing: missing.map((member) => member.code?.value ?? member.title.value),
        outOfRange: outOfRange.map((member) => member.weight?.value ?? ''),
        complete: weighed.length === group.members.length,
        comparable: othersAddUp || (group.members.length > 1 && (!group.byPlace || isNear(sum, expected))),
      },
      cells: { sum: cells(weighed), missing: cells(missing), outOfRange: cells(outOfRange), '*': cells(bad) },
      involved: [
        `weights|${group.level}|${group.subject.id}`,
        ...group.involved,
        ...[...bad, ...group.members.filter((member) => isConfused(member, context))].map(({ id }) => id),
        ...(isConfused(context.entities.get(group.subject.id), context) ? [group.subject.id] : []),
      ],
    };
  });
}

/** Weights from 0 to 1 that make 1: fractions, whatever the rest of the column counts in. */
function isWholeInFractions({ members }: WeightGroup): boolean {
  const weights = members.flatMap((member) => member.weight?.number ?? []);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.length > 1 && weights.every((weight) => weight <= 1) && Math.abs(sum - 1) <= 0.005;
}

/** Stated by rows that do not agree on the title: more than one objective under one code, so no sum can be right. */
function isConfused(entity: PlanEntity | undefined, context: FactContext): boolean {
  const titles = (entity && context.rowsOf.get(entity.id)?.map((row) => row.title.value)) ?? [];
  return distinctTexts(titles).length > 1;
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
  if (weight.number === null) return !/^(?:x|s[iì]|n\.?[ad]\.?|prereq\w*|esente)$/i.test(weight.value.trim());
  return weight.number < 0 || (expected !== null && weight.number > expected * 1.0001);
}
