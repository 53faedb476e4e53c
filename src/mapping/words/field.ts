import { ATTRIBUTES, SUBJECTS, type Attribute, type Subject } from './meaning';

/** Subjects of the plan, once `objective` is settled. */
export type PlanSubject = Exclude<Subject, 'objective'>;

/** What a column or label tells: of whom, what, for which period. */
export interface Field {
  readonly subject: PlanSubject;
  readonly attribute: Attribute | 'citation';
  /** `2017`, `2017-S1`, an ISO date; null when the header names none. */
  readonly period: string | null;
  /** The months a column of a calendar stands for. */
  readonly months: MonthSpan | null;
  /** Which of several in one row, from 0: `Indicatore 2` and `Target 2` are of group 1. */
  readonly group: number;
}

/** The first and the last month of a part of the year, 1–12; the same one twice for a month. */
export type MonthSpan = readonly [first: number, last: number];

/** A level of the hierarchy above the objectives of PEG. */
export type Level = 'strategicArea' | 'strategicObjective' | 'operatingObjective';

/** Levels above the objectives of PEG, the highest first. */
export const LEVELS: readonly Level[] = ['strategicArea', 'strategicObjective', 'operatingObjective'];

export function isLevel(subject: Subject): subject is Level {
  return (LEVELS as readonly Subject[]).includes(subject);
}

export function field(
  subject: PlanSubject,
  attribute: Field['attribute'],
  { period = null, months = null, group = 0 }: Partial<Pick<Field, 'period' | 'months' | 'group'>> = {},
): Field {
  return { subject, attribute, period, months, group };
}

/** Whether a field says which entity its row is about, rather than something of it. */
export function isName({ attribute }: Field): boolean {
  return attribute === 'title' || attribute === 'code';
}

/** `pegObjective.code`, `indicator.target@2017`, `phase.title#2`: a field as text, as profiles write it. */
export function fieldName({ subject, attribute, period, months, group }: Field): string {
  const when = months ? `@m${[...new Set(months)].join('-')}` : period !== null ? `@${period}` : '';
  return `${subject}.${attribute}${group > 0 ? `#${group + 1}` : ''}${when}`;
}

/** Reads {@link fieldName} back; null for anything else. */
export function parseField(name: string): Field | null {
  const match =
    /^([a-zA-Z]+)\.([a-zA-Z]+)(?:#([1-9]\d?))?(?:@(?:m([1-9]|1[0-2])(?:-([1-9]|1[0-2]))?|([\dS-]+)))?$/.exec(
      name,
    );
  const subject = SUBJECTS.find((one) => one === match?.[1] && one !== 'objective');
  const attribute = [...ATTRIBUTES, 'citation' as const].find((one) => one === match?.[2]);
  if (!match || !subject || subject === 'objective' || !attribute) return null;
  return field(subject, attribute, {
    group: match[3] ? Number(match[3]) - 1 : 0,
    months: match[4] ? [Number(match[4]), Number(match[5] ?? match[4])] : null,
    period: match[6] ?? null,
  });
}

/** A day, as a column of a deadline bears it. */
export function isDay(period: string | null): period is string {
  return period !== null && /^\d{4}-\d\d-\d\d$/.test(period);
}
