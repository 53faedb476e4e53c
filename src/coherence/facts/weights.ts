import { normalise, type PegObjective, type Phase, type WeightFact, type WeightScale } from '../../plan';
import { groupBy, planSubject, subjectOf, type FactContext } from './context';
import { factSet, flag, list, number, text, token, type Fact } from './fact';
import { personWords } from './names';
import type { Subject } from '../finding';

/** Things weighed together: the phases of an objective, the objectives of an owner. */
export interface WeightGroup {
  readonly level: 'phase' | 'pegObjective';
  readonly subject: Subject;
  readonly involved: readonly string[];
  readonly members: readonly (Phase | PegObjective)[];
}

/** What a sum of weights should be: 100, 1, or nothing (multipliers, relative weights). */
export function expectedSum(scale: WeightScale | null): number | null {
  return scale === 'percent' ? 100 : scale === 'fraction' ? 1 : null;
}

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
    'ci sono almeno due elementi, o altri gruppi che tornano',
    'there are at least two items, or other groups that add up',
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
  const scale = scaleOf(groups, context);
  const expected = expectedSum(scale);
  const othersAddUp =
    expected !== null && groups.some((group) => Math.abs(sumOf(group) - expected) <= expected * 0.01);
  return groups.map((group) => {
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
        comparable: group.members.length > 1 || othersAddUp,
      },
      cells: { sum: cells(weighed), missing: cells(missing), outOfRange: cells(outOfRange), '*': cells(bad) },
      involved: [
        `weights|${group.level}|${group.subject.id}`,
        ...group.involved,
        ...bad.map((member) => member.id),
      ],
    };
  });
}

function isWeight(weight: WeightFact | null): boolean {
  return weight !== null && weight.number !== null;
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

/** The phases of each objective. */
export function phaseGroups(context: FactContext): WeightGroup[] {
  const { phases } = context.plan;
  if (!phases.some((phase) => isWeight(phase.weight))) return [];
  const known = phases.filter((phase) => phase.pegId !== null);
  return [...groupBy(known, (phase) => phase.pegId ?? '')].flatMap(([pegId, members]) => {
    const peg = context.entities.get(pegId);
    return peg ? [{ level: 'phase' as const, subject: subjectOf(peg), involved: [], members }] : [];
  });
}

/** The objectives of each owner, of each centre, or of the whole plan: whichever adds up most often. */
export function objectiveGroups(context: FactContext): WeightGroup[] {
  const { pegObjectives } = context.plan;
  if (!pegObjectives.some((peg) => isWeight(peg.weight))) return [];
  const whole: WeightGroup[] = [
    {
      level: 'pegObjective',
      subject: { ...planSubject(context.plan), id: 'weights' },
      involved: [],
      members: pegObjectives,
    },
  ];
  const ways = [
    groupsBy(pegObjectives, (peg) => peg.owners[0]?.value ?? null, ownerKey),
    groupsBy(pegObjectives, (peg) => peg.centre?.value ?? null, normalise),
    whole,
  ].filter((groups) => groups.length > 0);
  const scored = ways.map((groups) => ({ groups, share: shareAddingUp(groups, context) }));
  return (scored.sort((a, b) => b.share - a.share)[0]?.groups ?? whole).slice();
}

function ownerKey(owner: string): string {
  return personWords(owner).join(' ') || normalise(owner);
}

function groupsBy(
  pegs: readonly PegObjective[],
  nameOf: (peg: PegObjective) => string | null,
  keyOf: (name: string) => string,
): WeightGroup[] {
  const named = pegs.filter((peg) => nameOf(peg) !== null);
  return [...groupBy(named, (peg) => keyOf(nameOf(peg) ?? ''))].map(([key, members]) => ({
    level: 'pegObjective',
    subject: {
      kind: 'centre',
      id: `owner|${key}`,
      code: null,
      title: nameOf(members[0] as PegObjective) ?? key,
    },
    involved: [],
    members,
  }));
}

function shareAddingUp(groups: readonly WeightGroup[], context: FactContext): number {
  const expected = expectedSum(scaleOf(groups, context)) ?? 100;
  const adding = groups.filter((group) => Math.abs(sumOf(group) - expected) <= expected * 0.01);
  return adding.length / groups.length;
}

function sumOf(group: WeightGroup): number {
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

const PAYMENT =
  /tempi? (?:medi[oa]? )?d(?:i|ei) pagament|tempestivit\S* d(?:i|ei) pagament|ritardo d(?:i|ei) pagament|pagament\S* (?:delle|di) fattur|debiti commerciali/;

/** Whether a title is about payment times (DL 13/2023 art. 4-bis). */
export function isAboutPaymentTimes(title: string): boolean {
  return PAYMENT.test(` ${normalise(title)} `);
}

/** Payment-time objectives with their weight in percent. */
export const paymentObjectives = factSet({
  name: 'paymentObjectives',
  about: {
    it: 'Gli obiettivi sui tempi di pagamento, con il peso in percentuale',
    en: 'Objectives on payment times, with their weight in percent',
  },
  fields: {
    code: text('codice', 'code'),
    title: text('titolo', 'title'),
    owner: text('responsabile', 'owner'),
    weight: number('peso in percentuale', 'weight in percent'),
  },
  facts: (context) => {
    const groups = objectiveGroups(context);
    const expected = expectedSum(scaleOf(groups, context));
    return context.plan.pegObjectives
      .filter((peg) => isAboutPaymentTimes(`${peg.title.value} ${peg.description?.value ?? ''}`))
      .map((peg) => ({
        subject: subjectOf(peg),
        values: {
          code: peg.code?.value ?? null,
          title: peg.title.value,
          owner: peg.owners[0]?.value ?? peg.centre?.value ?? null,
          weight:
            expected === null || peg.weight === null || peg.weight.number === null
              ? null
              : (peg.weight.number / expected) * 100,
        },
        cells: { title: peg.title.cells, weight: peg.weight?.cells ?? [] },
        involved: [peg.id],
      }));
  },
});
