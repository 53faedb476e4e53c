import { readDate, readDateRange } from '../../plan';

/** One step of a plan written as a list in one cell: what is done, and by when. */
export interface Step {
  readonly text: string;
  /** The time as it is written, `entro aprile`; null where this one has none. */
  readonly term: string | null;
}

/** Any year: whether a text is a time does not depend on it. */
const SOME_YEAR = 2000;
const BEFORE = /^([^:]{3,30}?)\s*[:–—]\s*(\S.{2,})$/s;
const IN_BRACKETS = /^(.{3,}?)\s*\(([^()]{3,30})\)[.,]?$/s;
/** A whole date at the end, whatever stands before it: `Gara – 31/03/2024`. */
const DATED =
  /^(.*?)\s*[(,;–-]?\s*(?:entro|al|il|-|–|:|\()\s*(?:il\s+)?(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\s*\)?\.?$/is;
const AFTER = /^(.{3,}?)[\s,–—-]+((?:entro|al)\s.{2,25}?)\.?$/is;
/** Longer texts than this are no lists of steps. */
const LONGEST = 2_000;

/**
 * The steps of a list whose parts say by when they are done: `entro aprile: bando; entro luglio: lavori`,
 * `bando (30/04); lavori (31/07)`. Null where a text is anything else: one part, or parts without a time.
 */
export function stepsOf(text: string): readonly Step[] | null {
  if (text.length > LONGEST || !/[;\n]/.test(text)) return null;
  const parts = text
    .split(/[;\n]+/)
    .map((one) => one.trim().replace(/^(?:[-–—•*·]|\d{1,2}[.)]|[a-z]\))\s*/i, ''))
    .filter((one) => one !== '');
  const steps = parts.map(stepOf);
  const timed = steps.filter(({ term }) => term !== null).length;
  return steps.length > 1 && timed > 1 && timed >= steps.length - 1 ? steps : null;
}

/** A step with its time in front or behind, `Gara (entro il 31/03/2024)`. */
export function stepOf(part: string): Step {
  const [, before = '', then = ''] = BEFORE.exec(part) ?? [];
  if (isTime(before)) return { text: then, term: before };
  for (const form of [IN_BRACKETS, AFTER, DATED]) {
    const [, what = '', when = ''] = form.exec(part) ?? [];
    if (isTime(when)) return { text: what, term: when };
  }
  return { text: part, term: null };
}

function isTime(text: string): boolean {
  return text !== '' && (readDate(text, SOME_YEAR) ?? readDateRange(text, SOME_YEAR)) !== null;
}
