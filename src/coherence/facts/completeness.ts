import type { DateFact, PlanField } from '../../plan';
import { indicatorsOf, planSubject, type FactContext } from './context';
import { isAbout, isOnDuty, type Duty } from './duties';
import { paymentTimes } from './payments';
import { date, number, text, token, view } from './view';

/** What no plan can do without, with the fields that would hold it (one is enough). */
const NEEDED: readonly { readonly what: string; readonly fields: readonly PlanField[] }[] = [
  { what: 'need-owner', fields: ['pegObjective.owner', 'pegObjective.centre'] },
  { what: 'need-indicator', fields: ['indicator', 'pegObjective.indicator'] },
  { what: 'need-target', fields: ['indicator.target'] },
];

/** What has no place in the whole plan. */
export function lackingFields({ plan }: FactContext): readonly string[] {
  return NEEDED.filter(({ fields }) => !fields.some((field) => plan.fields.includes(field))).map(
    ({ what }) => what,
  );
}

/** Where the document says that the rest of the plan stands. */
export function annexOf({ plan, municipality }: FactContext) {
  const { annexes } = plan.document;
  return municipality.objectivesInPiao === true
    ? annexes.find(({ value }) => /piao|piano integrato/i.test(value))
    : annexes[0];
}

/** Subjects the law wants among the objectives, and how many objectives there are on each. */
export const duties = view<'payment-times' | 'anti-corruption'>({
  name: 'duties',
  about: {
    it: 'Le materie che la legge vuole fra gli obiettivi, e quanti obiettivi ne parlano',
    en: 'Subjects the law wants among the objectives, and how many objectives are on each',
  },
  items: ({ plan, year }) =>
    plan.pegObjectives.length === 0
      ? []
      : [...(year !== null && year >= 2023 ? (['payment-times'] as const) : []), 'anti-corruption'],
  subject: (subject, { plan }) => ({ ...planSubject(plan), id: subject }),
  fields: {
    subject: token('materia / subject', (subject) => subject),
    objectives: number(
      'quanti obiettivi ne parlano, compresi gli operativi che hanno indicatori propri / how many objectives are on it, operating ones with indicators of their own included',
      (subject, context) =>
        measuredOperating(subject, context) +
        (subject === 'payment-times'
          ? paymentTimes(context).size
          : context.plan.pegObjectives.filter((peg) => isOnDuty(subject, peg, context)).length),
    ),
  },
});

/** Operating objectives on a subject that are measured themselves, as those of PEG are. */
function measuredOperating(subject: Duty, context: FactContext): number {
  return context.plan.operatingObjectives.filter(
    ({ id, title }) => isAbout(subject, title.value) && indicatorsOf(id, context).length > 0,
  ).length;
}

/**
 * Last day for the budget, by year of the budget, as it was deferred; the PIAO follows 30 days later (DM 132/2022
 * art. 8 c. 2). Years that are not here: what the workbook or the municipality says, else 31 December before.
 */
const BUDGET_DEADLINES: Readonly<Record<number, string>> = {
  2023: '2023-09-15',
  2024: '2024-03-15',
  2025: '2025-02-28',
  2026: '2026-02-28',
};

interface Act {
  readonly act: 'peg' | 'piao';
  readonly day: DateFact;
  readonly deadline: string;
  readonly budget: string | null;
}

/** Approval dates the document declares, beside their deadlines. */
export const acts = view<Act>({
  name: 'acts',
  about: {
    it: 'Gli atti di cui il documento dichiara la data di approvazione, con il termine',
    en: 'Acts whose approval date the document declares, with their deadline',
  },
  items: ({ plan, year, municipality }) => {
    const dayOf = (act: 'budget' | 'peg' | 'piao') =>
      plan.document.acts.find((one) => one.act === act && one.date.iso !== null)?.date;
    const budget = dayOf('budget')?.iso ?? null;
    const term = municipality.budgetDeadline ?? (year === null ? null : (BUDGET_DEADLINES[year] ?? null));
    const deadlines = {
      peg: addDays(budget, 20),
      // Without a deferral the day is 31 January; a budget approved later may have had one that nobody wrote here.
      piao: addDays(term, 30) ?? latest(year === null ? null : `${year}-01-31`, addDays(budget, 30)),
    };
    return (['peg', 'piao'] as const).flatMap((act) => {
      const [day, deadline] = [dayOf(act), deadlines[act]];
      return day && deadline !== null ? [{ act, day, deadline, budget: act === 'peg' ? budget : term }] : [];
    });
  },
  subject: ({ act }, { plan }) => ({ ...planSubject(plan), id: `act|${act}` }),
  fields: {
    act: token('atto / act', ({ act }) => act),
    date: date('data dichiarata / declared date', ({ day }) => day),
    deadline: date('termine / deadline', ({ deadline }) => deadline),
    budget: date(
      'data del bilancio, o suo termine / date of the budget, or its deadline',
      ({ budget }) => budget,
    ),
    text: text('testo che la dichiara / text that declares it', ({ day }) => day),
  },
});

function addDays(iso: string | null, days: number): string | null {
  if (iso === null) return null;
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
