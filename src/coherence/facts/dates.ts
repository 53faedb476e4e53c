import { achievementOf, directionOf, parseTarget } from '../../indicators';
import {
  fold,
  type DateFact,
  type Indicator,
  type PegObjective,
  type PeriodFact,
  type Phase,
} from '../../plan';
import { groupBy, indicatorsOf, pegOf, phasesOf, subjectOf, type FactContext } from './context';
import { date, entityView, flag, list, number, text, token, view } from './view';

type Dated = Phase | PegObjective;

/** When a phase or an objective begins and ends, beside the days that matter for a plan. */
export const dateFields = {
  level: token<Dated>('fase o obiettivo / phase or objective', ({ kind }) => kind),
  title: text<Dated>('titolo / title', ({ title }) => title),
  objective: text<Dated>('obiettivo di PEG / PEG objective', (one, context) => {
    const peg = objectiveOf(one, context);
    return peg && (peg.code?.value ?? peg.title.value);
  }),
  start: date<Dated>('inizio / start', ({ start }) => start),
  end: date<Dated>('fine / end', ({ end }) => end),
  startText: text<Dated>('inizio come scritto / start as written', ({ start }) => start),
  endText: text<Dated>('fine come scritta / end as written', ({ end }) => end),
  firstDay: date<Dated>('primo giorno del piano / first day of the plan', (_, { year }) =>
    year === null ? null : `${year}-01-01`,
  ),
  // The PEG is of the years of the budget, which are three (TUEL art. 169 c. 1), whatever its title says.
  lastDay: date<Dated>(
    'ultimo giorno degli anni del bilancio / last day of the years of the budget',
    (_, { year, plan }) =>
      year === null ? null : `${Math.max(year + 2, plan.document.years.at(-1) ?? 0)}-12-31`,
  ),
  multiYear: flag<Dated>(
    'obiettivo pluriennale / objective spanning several years',
    (one, context) => objectiveOf(one, context)?.multiYear ?? false,
  ),
  approvedOn: date<Dated>(
    'giorno di approvazione del PEG / day the PEG was approved',
    (_, context) => approvalOf(context)?.iso,
  ),
  pnrr: flag<Dated>('è un intervento del PNRR / it is part of the PNRR', (one, context) =>
    [one, objectiveOf(one, context)].some((part) => part !== null && isOfPnrr(part)),
  ),
  monitoredOn: date<Dated>(
    'giorno del monitoraggio / day of the monitoring',
    (_, { monitoredOn }) => monitoredOn,
  ),
  done: flag<Dated>('risulta concluso o raggiunto / it is said to be finished or reached', isDone),
};

/** The day the PEG was approved, as the document says. */
export function approvalOf({ plan }: FactContext): DateFact | null {
  return plan.document.acts.find(({ act, date: day }) => act === 'peg' && day.iso !== null)?.date ?? null;
}

function objectiveOf(one: Dated, context: FactContext): PegObjective | null {
  return one.kind === 'pegObjective' ? one : pegOf(one.pegId, context);
}

/** Phases, and objectives that have dates of their own. */
export const schedule = entityView<Dated>({
  name: 'schedule',
  about: {
    it: 'Le fasi, e gli obiettivi che hanno date proprie, con inizio e fine',
    en: 'Phases, and objectives with dates of their own, with start and end',
  },
  items: ({ plan }) => [
    ...plan.phases,
    ...plan.pegObjectives.filter(({ start, end }) => start !== null || end !== null),
  ],
  fields: dateFields,
});

/** The phases. */
export const phases = entityView<Phase>({
  name: 'phases',
  about: { it: 'Le fasi degli obiettivi', en: 'The phases of objectives' },
  items: ({ plan }) => plan.phases,
  fields: {
    ...dateFields,
    code: text('codice / code', ({ code }) => code),
    weight: number('peso come scritto / weight as written', ({ weight }) => weight),
    missing: list(
      'date mancanti, che le altre fasi hanno / missing dates that other phases have',
      missingDates,
    ),
    unreadable: list(
      'date che non si leggono / dates that cannot be read',
      (phase) => unreadable(phase).map(({ value }) => value),
      (phase) => unreadable(phase).flatMap(({ cells }) => cells),
    ),
  },
});

/** Of a sheet of at least so many objectives, nearly all have a term: then the others lack it. */
const NEARLY_ALL = 0.8;
const FEWEST = 5;

/** Objectives without phases of a sheet whose objectives nearly all have a term of their own. */
export const datedObjectives = entityView<PegObjective>({
  name: 'datedObjectives',
  about: {
    it: 'Gli obiettivi senza fasi dei fogli dove quasi tutti hanno un termine proprio',
    en: 'Objectives without phases of sheets where nearly all have a term of their own',
  },
  items: (context) =>
    [...groupBy(context.plan.pegObjectives, sheetOf).values()].flatMap((pegs) => {
      const dated = pegs.filter(({ end }) => end !== null);
      if (pegs.length < FEWEST || dated.length < pegs.length * NEARLY_ALL) return [];
      return pegs.filter(({ id }) => phasesOf(id, context).length === 0);
    }),
  fields: {
    title: text('titolo / title', ({ title }) => title),
    missing: list('date mancanti / missing dates', ({ end }) => (end === null ? ['end'] : [])),
  },
});

interface PhaseGroup {
  readonly peg: PegObjective;
  readonly ended: readonly Phase[];
}

/** Objectives with the last days of their phases. */
export const phaseGroups = view<PhaseGroup>({
  name: 'phaseGroups',
  about: {
    it: 'Gli obiettivi con le fasi che hanno una data di fine',
    en: 'Objectives with those of their phases that have an end date',
  },
  items: (context) => {
    const ended = context.plan.phases.filter(({ end }) => end?.iso);
    return [...groupBy(ended, ({ pegId }) => pegId)].flatMap(([pegId, own]) => {
      const peg = pegOf(pegId, context);
      return peg ? [{ peg, ended: own }] : [];
    });
  },
  subject: ({ peg }) => subjectOf(peg),
  involved: ({ peg }) => [peg.id],
  fields: {
    title: text(
      'obiettivo / objective',
      ({ peg }) => peg.title.value,
      ({ ended }) => ended.flatMap(({ end }) => end?.cells.slice(0, 1) ?? []),
    ),
    phaseCount: number('quante fasi con una fine / how many phases with an end', ({ ended }) => ended.length),
  },
});

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
  const told = phasesOf(entity.id, context).filter(({ progress }) => progress !== null);
  if (told.length > 0) return told.every((phase) => isDone(phase, context));
  const measured = indicatorsOf(entity.id, context);
  return measured.length > 0 && measured.every((one) => isReached(one, context));
}

/** Whether the last result of the plan's year reaches the target. */
function isReached(indicator: Indicator, { year }: FactContext): boolean {
  const ofYear = (one: PeriodFact): boolean =>
    year === null || one.period === null || one.period.startsWith(String(year));
  const about = { unit: indicator.unit?.value ?? null, year };
  const [target] = indicator.targets.filter(ofYear);
  const last = (facts: readonly PeriodFact[] = []): PeriodFact | undefined =>
    facts.filter((one) => ofYear(one) && one.value.trim() !== '').at(-1);
  const [actual, degree] = [last(indicator.actuals), last(indicator.degrees)];
  if (!actual && degree) return FINISHED.test(fold(degree.value).trim());
  if (!target || !actual) return false;
  const wanted = parseTarget(target.value, about);
  const reached = parseTarget(actual.value, about);
  const value =
    reached.kind === 'yes-no' ? reached.yes : reached.kind === 'date' ? reached.date : reached.value;
  const direction =
    directionOf({ name: indicator.title.value, unit: about.unit, target: wanted })?.direction ?? 'more';
  return achievementOf({ target: wanted, actual: value, direction }).reached === true;
}

function unreadable({ start, end }: Phase): readonly DateFact[] {
  return [start, end].flatMap((one) =>
    one !== null && one.iso === null && one.value.trim() !== '' ? one : [],
  );
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
function missingDates(phase: Phase, context: FactContext): readonly string[] {
  const sheets = context.shared('usualDates', () => {
    const bySheet = groupBy(context.plan.phases, sheetOf);
    return new Map([...bySheet].map(([sheet, own]) => [sheet, usualDates(own)] as const));
  });
  const usual = sheets.get(sheetOf(phase));
  if (phase.months.length > 0 || !usual?.any) return [];
  if (phase.start === null && phase.end === null) return ['start', 'end'];
  return [
    ...(usual.start && phase.start === null ? ['start'] : []),
    ...(usual.end && phase.end === null ? ['end'] : []),
  ];
}

function sheetOf({ title }: Dated): string {
  return `${title.cells[0]?.file ?? ''}|${title.cells[0]?.sheet}`;
}
