import { ATTRIBUTES, SUBJECTS, type Attribute, type Subject } from './meaning';

/** Subjects of the plan, once `objective` is settled. */
export type PlanSubject = Exclude<Subject, 'objective'>;

/** What a column or label tells: of whom, what, for which period. */
export interface Field {
  readonly subject: PlanSubject;
  readonly attribute: Attribute | 'citation';
  /** `2017`, `2017-S1`, an ISO date; null when the header names none. */
  readonly period: string | null;
  /** 1–12 for a column of a month grid. */
  readonly month: number | null;
}

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
  period: string | null = null,
  month: number | null = null,
): Field {
  return { subject, attribute, period, month };
}

/** Whether a field says which entity its row is about, rather than something of it. */
export function isName({ attribute }: Field): boolean {
  return attribute === 'title' || attribute === 'code';
}

/** `pegObjective.code`, `indicator.target@2017`: a field as text, as profiles write it. */
export function fieldName({ subject, attribute, period, month }: Field): string {
  const suffix = month !== null ? `@m${month}` : period !== null ? `@${period}` : '';
  return `${subject}.${attribute}${suffix}`;
}

/** Reads {@link fieldName} back; null for anything else. */
export function parseField(name: string): Field | null {
  const match = /^([a-zA-Z]+)\.([a-zA-Z]+)(?:@(?:m([1-9]|1[0-2])|([\dS-]+)))?$/.exec(name);
  const subject = SUBJECTS.find((one) => one === match?.[1] && one !== 'objective');
  const attribute = [...ATTRIBUTES, 'citation' as const].find((one) => one === match?.[2]);
  if (!match || !subject || subject === 'objective' || !attribute) return null;
  return field(subject, attribute, match[4] ?? null, match[3] ? Number(match[3]) : null);
}
