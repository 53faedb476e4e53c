import { achievementOf, directionOf, parseTarget } from '../../indicators';
import {
  fold,
  type DateFact,
  type Indicator,
  type PegObjective,
  type PeriodFact,
  type Phase,
} from '../../plan';
import { groupBy, planSubject, subjectOf, type FactContext } from './context';
import { date, factSet, flag, list, number, text, token, type Fact } from './fact';

/** Phases, and objectives that have dates of their own. */
export const schedule = factSet({
  name: 'schedule',
  about: {
    it: 'Le fasi, e gli obiettivi che hanno date proprie, con inizio e fine',
    en: 'Phases, and objectives with dates of their own, with start and end',
  },
  fields: {
    level: token('fase o obiettivo', 'phase or objective'),
    title: text('titolo', 'title'),
    objective: text('obiettivo di PEG', 'PEG objective'),
    start: date('inizio', 'start'),
    end: date('fine', 'end'),
    startText: text('inizio come scritto', 'start as written'),
    endText: text('fine come scritta', 'end as written'),
    firstDay: date('primo giorno del piano', 'first day of the plan'),
    lastDay: date('ultimo giorno del piano', 'last day of the plan'),
    endedBefore: flag('finisce prima che il piano cominci', 'it ends before the plan begins'),
    endsAfter: flag('finisce dopo gli anni del bilancio', 'it ends after the years of the budget'),
    reversed: flag('la fine viene prima dell’inizio', 'the end comes before the start'),
    multiYear: flag('obiettivo pluriennale', 'objective spanning several years'),
    approvedOn: date('giorno di approvazione del PEG', 'day the PEG was approved'),
    endedBeforeApproval: flag(
      'finisce prima dell’approvazione del PEG',
      'it ends before the PEG is approved',
    ),
    approvedLate: flag('il piano è approvato dopo il 30 giugno', 'the plan is approved after 30 June'),
    pnrr: flag('è un intervento del PNRR', 'it is part of the PNRR'),
    monitoredOn: date('giorno del monitoraggio', 'day of the monitoring'),
    done: flag('risulta concluso o raggiunto', 'it is said to be finished or reached'),
  },
  facts: (context) => {
    const { plan } = context;
    const phases = plan.phases.map((phase) => ({ entity: phase, peg: pegOf(phase, context) }));
    const pegs = plan.pegObjectives
      .filter((peg) => peg.start !== null || peg.end !== null)
      .map((peg) => ({ entity: peg, peg }));
    const approvedOn =
      plan.document.acts.find(({ act, date: day }) => act === 'peg' && day.iso !== null)?.date ?? null;
    const approved = approvedOn?.iso ?? null;
    const approval = approvedOn === null ? [] : [approvalFact(approvedOn, context)];
    const dated = [...phases, ...pegs].map(({ entity, peg }) => {
      const [start, end] = [entity.start?.iso ?? null, entity.end?.iso ?? null];
      const [firstDay, lastDay] = planDays(context);
      return {
        subject: subjectOf(entity),
        values: {
          level: entity.kind,
          title: entity.title.value,
          objective: peg === null ? null : (peg.code?.value ?? peg.title.value),
          start,
          end,
          startText: entity.start?.value ?? null,
          endText: entity.end?.value ?? null,
          firstDay,
          lastDay,
          endedBefore: end !== null && firstDay !== null && end < firstDay,
          endsAfter: [start, end].some((day) => day !== null && lastDay !== null && day > lastDay),
          reversed: start !== null && end !== null && end < start,
          multiYear: peg?.multiYear ?? false,
          approvedOn: approved,
          endedBeforeApproval:
            end !== null && approved !== null && end < approved && (firstDay === null || end >= firstDay),
          approvedLate: false,
          pnrr: [entity, peg].some((one) => one !== null && isOfPnrr(one)),
          monitoredOn: context.monitoredOn,
          done: isDone(entity, context),
        },
        cells: {
          title: entity.title.cells,
          start: entity.start?.cells ?? [],
          end: entity.end?.cells ?? [],
        },
        involved: [entity.id],
      };
    });
    return [...dated, ...approval];
  },
});

/** The plan as a whole with the day it was approved. */
function approvalFact(day: DateFact, { plan, year, monitoredOn }: FactContext) {
  const approved = day.iso;
  return {
    subject: { ...planSubject(plan), id: 'approval-day' },
    values: {
      level: 'plan',
      title: day.value,
      objective: null,
      start: null,
      end: null,
      startText: null,
      endText: null,
      firstDay: null,
      lastDay: null,
      endedBefore: false,
      endsAfter: false,
      reversed: false,
      multiYear: false,
      approvedOn: approved,
      endedBeforeApproval: false,
      approvedLate: approved !== null && year !== null && approved > `${year}-06-30`,
      pnrr: false,
      monitoredOn,
      done: false,
    },
    cells: { approvedOn: day.cells },
    involved: [],
  };
}

function isOfPnrr(entity: PegObjective | Phase): boolean {
  const texts =
    entity.kind === 'pegObjective' ? [entity.title, entity.description, entity.type] : [entity.title];
  return texts.some((one) => one && /\bpnrr\b|ripresa e resilienza|next generation eu/.test(fold(one.value)));
}

const FINISHED =
  /^(?:100 ?%?|1|si|fatt[oa]|conclus[oa]|complet\w+|raggiunt[oa]|realizzat[oa]|chius[oa]|terminat[oa])\b/;

/** Said to be finished by its progress or results, by all its phases, or by the results of all its indicators. */
function isDone(entity: PegObjective | Phase, context: FactContext): boolean {
  const said = [...(entity.results ?? []), ...(entity.kind === 'phase' ? [entity.progress] : [])];
  const last = said.filter((one) => one !== null && one.value.trim() !== '').at(-1);
  if (last) return FINISHED.test(fold(last.value).trim());
  if (entity.kind === 'phase') return false;
  const below = context.shared('phasesOf', () => groupBy(context.plan.phases, ({ pegId }) => pegId));
  const phases = (below.get(entity.id) ?? []).filter(({ progress }) => progress !== null);
  if (phases.length > 0) return phases.every((phase) => isDone(phase, context));
  const measures = context.shared('indicatorsOf', () =>
    groupBy(context.plan.indicators, ({ objectiveId }) => objectiveId),
  );
  const measured = measures.get(entity.id) ?? [];
  return measured.length > 0 && measured.every((one) => isReached(one, context));
}

/** Whether the last result of the plan's year reaches the target. */
function isReached(indicator: Indicator, { year }: FactContext): boolean {
  const ofYear = (one: PeriodFact): boolean =>
    year === null || one.period === null || one.period.startsWith(String(year));
  const about = { unit: indicator.unit?.value ?? null, year };
  const [target] = indicator.targets.filter(ofYear);
  const actual = indicator.actuals.filter((one) => ofYear(one) && one.value.trim() !== '').at(-1);
  if (!target || !actual) return false;
  const wanted = parseTarget(target.value, about);
  const reached = parseTarget(actual.value, about);
  const value =
    reached.kind === 'yes-no' ? reached.yes : reached.kind === 'date' ? reached.date : reached.value;
  const direction =
    directionOf({ name: indicator.title.value, unit: about.unit, target: wanted })?.direction ?? 'more';
  return achievementOf({ target: wanted, actual: value, direction }).reached === true;
}

function pegOf(phase: Phase, context: FactContext): PegObjective | null {
  const peg = phase.pegId === null ? undefined : context.entities.get(phase.pegId);
  return peg?.kind === 'pegObjective' ? peg : null;
}

/** The PEG is of the years of the budget, which are three (TUEL art. 169 c. 1), whatever its title says. */
function planDays({ year, plan }: FactContext): readonly [string | null, string | null] {
  if (year === null) return [null, null];
  const last = Math.max(year + 2, plan.document.years.at(-1) ?? 0);
  return [`${year}-01-01`, `${last}-12-31`];
}

function isUnreadable(fact: DateFact | null): fact is DateFact {
  return fact !== null && fact.iso === null && fact.value.trim() !== '';
}

/** What the phases of one sheet usually have. */
interface UsualDates {
  readonly start: boolean;
  readonly end: boolean;
  /** At least a third of them has some date or marked month: the sheet does plan by dates. */
  readonly any: boolean;
}

function usualDates(phases: readonly Phase[]): UsualDates {
  const share = (has: (phase: Phase) => boolean): number => phases.filter(has).length / phases.length;
  return {
    start: share((phase) => phase.start !== null) > 0.5,
    end: share((phase) => phase.end !== null) > 0.5,
    any: share((phase) => phase.start !== null || phase.end !== null || phase.months.length > 0) >= 1 / 3,
  };
}

/** What most phases of its sheet have and this one has not; marked months are dates enough. */
function missingDates(phase: Phase, usual: UsualDates | undefined): string[] {
  if (phase.months.length > 0 || !usual?.any) return [];
  if (phase.start === null && phase.end === null) return ['start', 'end'];
  return [
    ...(usual.start && phase.start === null ? ['start'] : []),
    ...(usual.end && phase.end === null ? ['end'] : []),
  ];
}

const timeFields = {
  title: text('fase o obiettivo', 'phase or objective'),
  missing: list('date mancanti della fase', 'missing dates of the phase'),
  unreadable: list('date che non si leggono', 'dates that cannot be read'),
  phaseCount: number('quante fasi con una fine ha l’obiettivo', 'how many phases with an end it has'),
  allAtYearEnd: flag('tutte le sue fasi finiscono il 31 dicembre', 'all its phases end on 31 December'),
} as const;

/** Phases with the dates they lack, and objectives with the last days of their phases. */
export const phaseTimes = factSet({
  name: 'phaseTimes',
  about: {
    it: 'Le fasi con le date che mancano, e gli obiettivi con le date di fine delle loro fasi',
    en: 'Phases with the dates they lack, and objectives with the end dates of their phases',
  },
  fields: timeFields,
  facts: (context) => [...phasesWithGaps(context), ...undatedObjectives(context), ...phaseEnds(context)],
});

/** Objectives of a sheet whose others nearly all have a term of their own: this one has none. */
const NEARLY_ALL = 0.8;
const FEWEST = 5;

function undatedObjectives({ plan }: FactContext): Fact<typeof timeFields>[] {
  const phased = new Set(plan.phases.map(({ pegId }) => pegId));
  const sheetOf = ({ title: { cells } }: PegObjective): string =>
    `${cells[0]?.file ?? ''}|${cells[0]?.sheet}`;
  return [...groupBy(plan.pegObjectives, sheetOf).values()].flatMap((pegs) => {
    const dated = pegs.filter(({ end }) => end !== null);
    if (pegs.length < FEWEST || dated.length < pegs.length * NEARLY_ALL) return [];
    return pegs
      .filter((peg) => !phased.has(peg.id))
      .map((peg) => ({
        subject: subjectOf(peg),
        values: {
          title: peg.title.value,
          missing: peg.end === null ? ['end'] : [],
          unreadable: [],
          phaseCount: 0,
          allAtYearEnd: false,
        },
        cells: { title: peg.title.cells },
        involved: [peg.id],
      }));
  });
}

function phasesWithGaps({ plan }: FactContext): Fact<typeof timeFields>[] {
  const sheetOf = (phase: Phase): string =>
    `${phase.title.cells[0]?.file ?? ''}|${phase.title.cells[0]?.sheet}`;
  const usual = new Map(
    [...groupBy(plan.phases, sheetOf)].map(([sheet, phases]) => [sheet, usualDates(phases)] as const),
  );
  return plan.phases.map((phase) => ({
    subject: subjectOf(phase),
    values: {
      title: phase.title.value,
      missing: missingDates(phase, usual.get(sheetOf(phase))),
      unreadable: [phase.start, phase.end].flatMap((one) => (isUnreadable(one) ? [one.value] : [])),
      phaseCount: 0,
      allAtYearEnd: false,
    },
    cells: {
      title: phase.title.cells,
      unreadable: [phase.start, phase.end].flatMap((one) => (isUnreadable(one) ? one.cells : [])),
    },
    involved: [phase.id],
  }));
}

function phaseEnds({ plan, entities }: FactContext): Fact<typeof timeFields>[] {
  const ended = plan.phases.filter((phase) => phase.pegId !== null && phase.end?.iso);
  return [...groupBy(ended, (phase) => phase.pegId ?? '')].flatMap(([pegId, phases]) => {
    const peg = entities.get(pegId);
    if (!peg) return [];
    return {
      subject: subjectOf(peg),
      values: {
        title: peg.title.value,
        missing: [],
        unreadable: [],
        phaseCount: phases.length,
        allAtYearEnd: phases.every((phase) => phase.end?.iso?.endsWith('-12-31')),
      },
      cells: { title: phases.flatMap((phase) => phase.end?.cells.slice(0, 1) ?? []) },
      involved: [peg.id],
    };
  });
}
