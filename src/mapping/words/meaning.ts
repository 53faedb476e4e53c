/** What a header or label can be about. `objective` is settled by the table it stands in. */
export const SUBJECTS = [
  'strategicArea',
  'strategicObjective',
  'operatingObjective',
  'pegObjective',
  'objective',
  'phase',
  'indicator',
  'centre',
  'quantity',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a header or label says of its subject. `value` is a base datum for a period; `month` a column of a month grid;
 * `level` which level of the hierarchy a row states, `parent` the id of the row above it,
 * `id` what tables are joined by and is no code of the plan. */
export const ATTRIBUTES = [
  'code',
  'ordinal',
  'title',
  'description',
  'weight',
  'owner',
  'participants',
  'centre',
  'centreCode',
  'type',
  'multiYear',
  'resources',
  'mission',
  'programme',
  'start',
  'end',
  'formula',
  'numerator',
  'denominator',
  'unit',
  'source',
  'target',
  'baseline',
  'actual',
  'progress',
  'value',
  'month',
  'level',
  'parent',
  'id',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** The meaning of a header or label, as far as its own words go. */
export interface Meaning {
  readonly subject: Subject | null;
  readonly attribute: Attribute | null;
  /** Year or date the header names: `2017`, `2017-06-30`. */
  readonly period: string | null;
  /** It is a code or number of what it names, whatever that is: `Codice CdR`, `Cod. missione`. */
  readonly coded: boolean;
  /** Number of a repeated group: 2 in `Indicatore 2`; null without one. */
  readonly group: number | null;
  /** A kind of column that is known and needs no reading (notes, budget lines): its name. */
  readonly ignored: string | null;
  /** Share of the words that the lexicon knows, 0–1. */
  readonly confidence: number;
  /** All that it says it says in words that offices use for more than one thing. */
  readonly soft: boolean;
}

/** Below this share of known words a header is not relied on. */
export const KNOWN = 0.6;

export const NO_MEANING: Meaning = {
  subject: null,
  attribute: null,
  period: null,
  coded: false,
  group: null,
  ignored: null,
  confidence: 0,
  soft: false,
};

/** Whether the lexicon knows enough of a header or label to say what it is. */
export function isKnown(meaning: Meaning): boolean {
  return meaning.confidence >= KNOWN && (meaning.subject ?? meaning.attribute ?? meaning.ignored) !== null;
}
