import type { TextClass } from '../relation/content';
import type { Field, PlanSubject } from '../words/field';
import data from './fields.json';

/** What a column may be taken for: a field of the plan, a kind that needs no reading (`aside`), or nothing known. */
export type Role = FieldRole | 'aside' | 'other';

export interface FieldRole {
  readonly subject: PlanSubject;
  readonly attribute: Field['attribute'];
  /** `pegObjective.title` */
  readonly name: string;
}

/** Subjects of the hierarchy from the highest; phases and indicators stand side by side at the end. */
export const CHAIN: readonly PlanSubject[] = [
  'strategicArea',
  'strategicObjective',
  'operatingObjective',
  'pegObjective',
  'phase',
  'indicator',
];

/** How a class of content speaks for or against an attribute, in log-odds at a share of 1; `bias` always counts. */
export type ContentWeights = Readonly<Partial<Record<TextClass | 'bias', number>>>;

const weights = data.content as Readonly<Record<string, ContentWeights>>;

/** Every field a column of a table may have. */
export const ROLES: readonly FieldRole[] = Object.entries(data.subjects).flatMap(([subject, attributes]) =>
  (attributes as Field['attribute'][]).map((attribute): FieldRole => ({
    subject: subject as PlanSubject,
    attribute,
    name: `${subject}.${attribute}`,
  })),
);

export function roleNamed(name: string): FieldRole | null {
  return ROLES.find((role) => role.name === name) ?? null;
}

/** What content says of a role: the subject's own weights where it has some, else the attribute's. */
export function contentWeights({ subject, attribute }: FieldRole): ContentWeights {
  return weights[`${subject}.${attribute}`] ?? weights[attribute] ?? {};
}

export function roleName(role: Role): string {
  return typeof role === 'string' ? role : role.name;
}

export function isTitle(role: Role): role is FieldRole {
  return typeof role !== 'string' && role.attribute === 'title';
}
