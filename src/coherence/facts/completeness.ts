import type { PlanField } from '../../plan';
import { planSubject } from './context';
import { date, factSet, flag, number, text, token } from './fact';
import { paymentTimes } from './payments';

/** What the Giunta needs to find in the plan, with the fields that would hold it (one is enough). */
const NEEDED: readonly { readonly what: string; readonly fields: readonly PlanField[] }[] = [
  { what: 'need-code', fields: ['pegObjective.code'] },
  { what: 'need-title', fields: ['pegObjective.title'] },
  { what: 'need-operating', fields: ['pegObjective.operating'] },
  { what: 'need-owner', fields: ['pegObjective.owner', 'pegObjective.centre'] },
  { what: 'need-indicator', fields: ['indicator', 'pegObjective.indicator'] },
  { what: 'need-target', fields: ['indicator.target'] },
  { what: 'need-dates', fields: ['phase.dates', 'pegObjective.dates'] },
];

/** Fields approval needs, and whether the plan has a place for them. */
export const approvalFields = factSet({
  name: 'approvalFields',
  about: {
    it: 'Ciò che serve per approvare, e se il piano ha dove scriverlo',
    en: 'What approval needs, and whether the plan has a place for it',
  },
  fields: {
    what: token('che cosa serve', 'what is needed'),
    present: flag(
      'il piano ha la colonna, il foglio o l’etichetta',
      'the plan has the column, sheet or label',
    ),
    annexes: flag('il documento rimanda ad allegati', 'the document refers to annexes'),
    annex: text('testo che rimanda agli allegati', 'text that refers to annexes'),
  },
  facts: ({ plan }) =>
    plan.pegObjectives.length === 0
      ? []
      : NEEDED.map(({ what, fields }) => {
          const [annex] = plan.document.annexes;
          return {
            subject: { ...planSubject(plan), id: what },
            values: {
              what,
              present: fields.some((field) => plan.fields.includes(field)),
              annexes: annex !== undefined,
              annex: annex?.value ?? null,
            },
            cells: { annex: annex?.cells ?? [] },
            involved: [],
          };
        }),
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
    const count = (about: (title: string) => boolean): number =>
      plan.pegObjectives.filter((peg) => about(`${peg.title.value} ${peg.description?.value ?? ''}`)).length;
    const counts = {
      'payment-times': paymentTimes(context).size,
      'anti-corruption': count((title) =>
        /anticorruzione|prevenzione della corruzione|trasparenza|ptpct?\b|rpct/i.test(title),
      ),
    };
    return Object.entries(counts).map(([subject, objectives]) => ({
      subject: { ...planSubject(plan), id: subject },
      values: { subject, objectives },
      cells: {},
      involved: [],
    }));
  },
});

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
    late: flag('oltre il termine', 'after the deadline'),
    text: text('testo che la dichiara', 'text that declares it'),
  },
  facts: ({ plan, year }) => {
    const dayOf = (act: 'budget' | 'peg' | 'piao') =>
      plan.document.acts.find((one) => one.act === act && one.date.iso !== null)?.date;
    const budget = dayOf('budget')?.iso ?? null;
    const deadlines = {
      peg: budget === null ? null : addDays(budget, 20),
      piao: latest(year === null ? null : `${year}-01-31`, budget === null ? null : addDays(budget, 30)),
    };
    return (['peg', 'piao'] as const).flatMap((act) => {
      const day = dayOf(act);
      const deadline = deadlines[act];
      if (!day?.iso || deadline === null) return [];
      return {
        subject: { ...planSubject(plan), id: `act|${act}` },
        values: { act, date: day.iso, deadline, late: day.iso > deadline, text: day.value },
        cells: { date: day.cells },
        involved: [],
      };
    });
  },
});

function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
