import type { PlanField } from '../../plan';
import { planSubject } from './context';
import { date, factSet, flag, list, number, text, token } from './fact';
import { isOnDuty } from './duties';
import { paymentTimes } from './payments';

/** What no plan can do without, with the fields that would hold it (one is enough). */
const NEEDED: readonly { readonly what: string; readonly fields: readonly PlanField[] }[] = [
  { what: 'need-owner', fields: ['pegObjective.owner', 'pegObjective.centre'] },
  { what: 'need-indicator', fields: ['indicator', 'pegObjective.indicator'] },
  { what: 'need-target', fields: ['indicator.target'] },
];

/** What the whole plan lacks, and whether it says where else it stands. */
export const approvalFields = factSet({
  name: 'approvalFields',
  about: {
    it: 'Ciò che manca in tutto il piano, e se il documento dice dove si trova',
    en: 'What the whole plan lacks, and whether the document says where it stands',
  },
  fields: {
    missing: list('che cosa non ha alcun posto nel piano', 'what has no place in the plan'),
    elsewhere: token('dove sta, a quanto dice il documento', 'where it stands, as the document says'),
    text: text('testo che lo dice', 'text that says so'),
  },
  facts: ({ plan, municipality }) => {
    if (plan.pegObjectives.length === 0) return [];
    const lacking = NEEDED.filter(({ fields }) => !fields.some((field) => plan.fields.includes(field)));
    const { annexes } = plan.document;
    const inPiao = municipality.objectivesInPiao === true;
    const said = inPiao ? annexes.find(({ value }) => /piao|piano integrato/i.test(value)) : annexes[0];
    return [
      {
        subject: { ...planSubject(plan), id: 'approval' },
        values: {
          missing: lacking.map(({ what }) => what),
          elsewhere: inPiao ? 'in-piao' : said ? 'in-annexes' : null,
          text: said?.value ?? null,
        },
        cells: { text: said?.cells ?? [] },
        involved: [],
      },
    ];
  },
});

/** Subjects the law wants among the objectives, and how many objectives there are on each. */
export const mandatorySubjects = factSet({
  name: 'mandatorySubjects',
  about: {
    it: 'Le materie che la legge vuole fra gli obiettivi, e quanti obiettivi ne parlano',
    en: 'Subjects the law wants among the objectives, and how many objectives are on each',
  },
  fields: {
    subject: token('materia', 'subject'),
    objectives: number('quanti obiettivi ne parlano', 'how many objectives are on it'),
  },
  facts: (context) => {
    const { plan } = context;
    if (plan.pegObjectives.length === 0) return [];
    const counts = {
      ...(context.year !== null && context.year >= 2023
        ? { 'payment-times': paymentTimes(context).size }
        : {}),
      'anti-corruption': plan.pegObjectives.filter((peg) => isOnDuty('anti-corruption', peg, context)).length,
    };
    return Object.entries(counts).map(([subject, objectives]) => ({
      subject: { ...planSubject(plan), id: subject },
      values: { subject, objectives },
      cells: {},
      involved: [],
    }));
  },
});

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

/** Approval dates the document declares, beside their deadlines. */
export const approvalDates = factSet({
  name: 'approvalDates',
  about: {
    it: 'Le date di approvazione dichiarate, accanto ai termini',
    en: 'Approval dates declared, beside their deadlines',
  },
  fields: {
    act: token('atto', 'act'),
    date: date('data dichiarata', 'declared date'),
    deadline: date('termine', 'deadline'),
    budget: date('data del bilancio, o suo termine', 'date of the budget, or its deadline'),
    late: flag('oltre il termine', 'after the deadline'),
    text: text('testo che la dichiara', 'text that declares it'),
  },
  facts: ({ plan, year, municipality }) => {
    const dayOf = (act: 'budget' | 'peg' | 'piao') =>
      plan.document.acts.find((one) => one.act === act && one.date.iso !== null)?.date;
    const budget = dayOf('budget')?.iso ?? null;
    const term = municipality.budgetDeadline ?? (year === null ? null : (BUDGET_DEADLINES[year] ?? null));
    const deadlines = {
      peg: budget === null ? null : addDays(budget, 20),
      // Without a deferral the day is 31 January; a budget approved later may have had one that nobody wrote here.
      piao:
        term === null
          ? latest(year === null ? null : `${year}-01-31`, addDays(budget, 30))
          : addDays(term, 30),
    };
    return (['peg', 'piao'] as const).flatMap((act) => {
      const day = dayOf(act);
      const deadline = deadlines[act];
      if (!day?.iso || deadline === null) return [];
      return {
        subject: { ...planSubject(plan), id: `act|${act}` },
        values: {
          act,
          date: day.iso,
          deadline,
          budget: act === 'peg' ? budget : term,
          late: day.iso > deadline,
          text: day.value,
        },
        cells: { date: day.cells },
        involved: [],
      };
    });
  },
});

function addDays(iso: string, days: number): string;
function addDays(iso: string | null, days: number): string | null;
function addDays(iso: string | null, days: number): string | null {
  if (iso === null) return null;
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
