import { fold, readNumber } from '../../plan';
import type { FieldRole, Role } from '../evidence/roles';
import { probabilities } from '../questions/doubts';
import type { Relation } from '../relation/relation';
import type { RelationReading } from './search';
import type { Column } from '../tables/column';
import type { FoundTable } from '../tables/find-tables';
import type { HeaderColumn } from '../tables/header-block';
import { periodWithin } from '../words/lexicon';
import { field, isDay, LEVELS, type Field, type PlanSubject } from '../words/field';
import type { Meaning } from '../words/meaning';

/** What follows the name of an indicator or phase: after it another name is another one's. */
const MEASURES =
  /^(?:formula|numerator|denominator|unit|source|target|baseline|actual|start|end|weight|owner|progress|month)$/;

/** The columns of a relation with the fields of a reading: periods and months from the headers, groups by number or by turns. */
export function columnsOfReading(
  { columns }: Relation,
  table: FoundTable,
  readings: readonly RelationReading[],
  year: number | null,
): Column[] {
  const roles = readings[0]?.roles ?? [];
  const shares = probabilities(readings);
  /** Probability that a column is what the best reading takes it for. */
  const sureOf = (at: number): number =>
    readings.reduce((sum, one, i) => sum + (one.roles[at] === roles[at] ? (shares[i] ?? 0) : 0), 0);
  const given: Field[] = [];
  const coded = new Set(
    roles.flatMap((role) => (typeof role !== 'string' && role.attribute === 'code' ? role.subject : [])),
  );
  const finest = finestLevel(roles);
  const ofObjectives = roles.some(
    (role) => typeof role !== 'string' && role.subject === 'pegObjective' && role.attribute === 'title',
  );
  const headers = table.columns.filter((_, i) => columns.some(({ place }) => place === i));
  return headers.map((header, at): Column => {
    const role = roles[at] ?? 'other';
    const base = { column: header.column, text: header.text, texts: header.texts, places: header.places };
    const aside = role === 'aside' ? (header.meaning.ignored ?? 'note') : null;
    if (typeof role === 'string') {
      const funds = aside === 'money' && ofObjectives && isFunding(header.text);
      return {
        ...base,
        field: funds ? timed(field('pegObjective', 'resources'), header.meaning, year) : null,
        ignored: funds ? null : aside,
        confidence: sureOf(at),
        origin: 'content',
      };
    }
    // A number is the code of an objective that has no other.
    const numbers =
      role.attribute === 'ordinal' && role.subject === 'pegObjective' && !coded.has(role.subject);
    const subject =
      role.subject === 'pegObjective' && OF_ANY_LEVEL.test(role.attribute) ? finest : role.subject;
    const measured = role.attribute === 'progress' && goesBeyond(columns[at]?.texts ?? []);
    const plain = measured
      ? field('indicator', 'actual')
      : field(subject, numbers ? 'code' : role.attribute, { months: header.months });
    const own = timed(plain, header.meaning, year, header.text);
    const whole = { ...own, group: groupOf(own, header.meaning.group, given) };
    const described =
      whole.attribute === 'title' && isSecond(whole, given)
        ? { ...whole, attribute: 'description' as const }
        : whole;
    given.push(described);
    return {
      ...base,
      field: described,
      ignored: null,
      confidence: sureOf(at),
      origin: header.meaning.subject === null ? 'context' : 'header',
    };
  });
}

/** Bare numbers of which some are beyond 100 say how much, whatever their heading says of percentages. */
function goesBeyond(texts: readonly string[]): boolean {
  return texts.some((text) => /^\d[\d.,]*$/.test(text.trim()) && (readNumber(text) ?? 0) > 100);
}

/** Money given to an objective; not the number of a budget line, nor people and means. */
function isFunding(header: string): boolean {
  const plain = fold(header);
  return (
    /risors|budget|stanziament|dotazion|funds|resources/.test(plain) &&
    !/capitol|uman|strument|personal|articol/.test(plain)
  );
}

/** Missions and programmes stand beside whatever the rows are. */
const OF_ANY_LEVEL = /^(?:mission|programme)$/;

/** What such columns are of: the objective of PEG, in a list of the DUP its lowest level. */
function finestLevel(roles: readonly Role[]): PlanSubject {
  const named = new Set(roles.flatMap((role) => (typeof role === 'string' ? [] : role.subject)));
  const other = [...named].some((subject) => /^(?:phase|indicator)$/.test(subject));
  const names = new Set(
    roles.flatMap((role) => (typeof role !== 'string' && isName(role) ? [role.subject] : [])),
  );
  if (names.has('pegObjective') || other) return 'pegObjective';
  return [...LEVELS].reverse().find((level) => names.has(level)) ?? 'pegObjective';
}

function isName({ attribute }: FieldRole): boolean {
  return attribute === 'title' || attribute === 'code' || attribute === 'ordinal';
}

/** A value of a year before the plan's is where it starts from; a result of a day without year is of the plan's. */
function timed(own: Field, { period, attribute }: Meaning, year: number | null, text = ''): Field {
  if (period === null) {
    const result = year !== null && /^(?:actual|progress)$/.test(own.attribute);
    return result ? { ...own, period: periodWithin(text, year) } : own;
  }
  const past = attribute !== 'target' && year !== null && Number(period.slice(0, 4)) < year;
  return own.attribute === 'target' && past ? { ...own, attribute: 'baseline', period } : { ...own, period };
}

/** Several indicators or phases in one row: by the number in their headers, else each name begins another. */
function groupOf(own: Field, number: number | null, given: readonly Field[]): number {
  if (own.subject !== 'indicator' && own.subject !== 'phase') return 0;
  const same = given.filter((one) => one.subject === own.subject);
  const current = Math.max(0, ...same.map((one) => one.group));
  if (number !== null) return number - 1;
  if (isDay(own.period) && own.subject === 'phase' && own.attribute === 'title') return same.length;
  if (own.attribute !== 'title') return current;
  const group = same.filter((one) => one.group === current);
  if (!group.some((one) => one.attribute === 'title')) return current;
  return group.some((one) => MEASURES.test(one.attribute)) ? current + 1 : current;
}

/** The fields that the headers of a relation have in a reading, one after the other; null where there is nothing to read. */
export function fieldsOfReading(headers: readonly HeaderColumn[], roles: readonly Role[]): (Field | null)[] {
  const given: Field[] = [];
  return headers.map(({ meaning, months }, at) => {
    const role = roles[at] ?? 'other';
    if (typeof role === 'string') return null;
    const own = timed(field(role.subject, role.attribute, { months }), meaning, null);
    const whole = { ...own, group: groupOf(own, meaning.group, given) };
    given.push(whole);
    return whole;
  });
}

function isSecond(own: Field, given: readonly Field[]): boolean {
  return given.some(
    (one) => one.subject === own.subject && one.attribute === 'title' && one.group === own.group,
  );
}
