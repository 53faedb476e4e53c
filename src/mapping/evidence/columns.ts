import { bareCode, fold, normaliseCode, splitCode } from '../../plan';
import { CLASSES } from '../relation/content';
import type { RelationColumn } from '../relation/relation';
import type { HeaderColumn } from '../tables/header-block';
import type { KnownNames, Names, RelationContext } from './context';
import { CHAIN, contentWeights, ROLES, type FieldRole, type Role } from './roles';
import { LEVELS } from '../words/field';
import { citedIn } from '../words/pieces';
import { machineWords } from '../words/machine-names';
import type { Evidence, Tell } from './terms';
import { habitOf, weightOf } from './weights';
import { wordsFor } from './words';

/** One column having one role: words of the header, class of the content, shape of the column, what is known elsewhere. */
export function columnEvidence(
  column: RelationColumn,
  role: Role,
  context: RelationContext,
  tell?: Tell,
): number {
  let sum = 0;
  const add = (evidence: Evidence, said: number, of = ''): void => {
    const value = said * weightOf(evidence, of);
    sum += value;
    tell?.(evidence, value, [column.at], of);
  };
  const isMonth = typeof role !== 'string' && role.attribute === 'month';
  if (isMonth) add('months', column.header.months ? 12 : -12);
  else if (typeof role !== 'string' && column.header.months) add('not-months', -9);
  else {
    const known = column.header.meaning.confidence > 0;
    add('words', wordsFor(headerOf(column), role), `${known ? 'known' : 'unknown'}:${kindOf(role)}`);
    if (typeof role !== 'string' && isName(role)) add('habit', habitOf(role.name, known));
    if (role === 'other') add('left-unread', unexplained(column));
    if (typeof role !== 'string') fieldEvidence(column, role, context, add);
  }
  return sum;
}

function fieldEvidence(
  column: RelationColumn,
  role: FieldRole,
  { perObjective, known }: RelationContext,
  add: (evidence: Evidence, value: number, of?: string) => void,
): void {
  add('content', contentEvidence(column, role));
  add('shape', shapeEvidence(column, role), role.attribute);
  if (role.attribute === 'title') add('says-its-level', levelEvidence(column, role));
  if (column.themed) add('theme', themeEvidence(role));
  if (isStray(column)) add('stray', STRAY);
  if (perObjective) add('one-for-each', ofOneObjective(column, role), role.subject);
  if (!known) return;
  add('known-elsewhere', knownElsewhere(column, role, known), role.subject);
  add('same-header', sameHeader(column, role, known));
}

/** What its header is asked about: a name, a code, anything else, or nothing. */
function kindOf(role: Role): string {
  if (typeof role === 'string') return role;
  return isName(role) ? role.attribute : 'attribute';
}

function isName({ attribute }: FieldRole): boolean {
  return attribute === 'title' || attribute === 'code';
}

/** A column of codes under `CdR` holds the codes of centres. */
function headerOf({ header, content }: RelationColumn): HeaderColumn {
  const { meaning } = header;
  const coded = meaning.attribute === 'centre' && !meaning.coded && content.share.code > 0.7;
  if (coded) return { ...header, meaning: { ...meaning, coded } };
  // Over numbers `Programma` is the budget's.
  const budget = meaning.soft && meaning.attribute === 'programme' && content.share.code > 0.7;
  return budget ? { ...header, meaning: { ...meaning, soft: false } } : header;
}

/** Where there is little to see, content says little: an empty column may be anything its header says. */
const SEEN_ENOUGH = 3;

function contentEvidence({ content }: RelationColumn, role: FieldRole): number {
  if (content.filled === 0) return 0;
  const weights = contentWeights(role);
  let sum = weights.bias ?? 0;
  for (const one of CLASSES) sum += (weights[one] ?? 0) * content.share[one];
  return sum * Math.min(1, (content.filled + 1) / (SEEN_ENOUGH + 1));
}

/** Texts that begin with the word of their level are of that level. */
function levelEvidence({ content: { says } }: RelationColumn, { subject }: FieldRole): number {
  return LEVELS.reduce((sum, level) => sum + (says[level] ?? 0) * (level === subject ? 4 : -2.4), 0);
}

function shapeEvidence(
  { content, header, texts }: RelationColumn,
  { attribute, subject }: FieldRole,
): number {
  const { filled, distinct, distinctCount, length, sequence, upTo100, share } = content;
  // A column without names is one of names only where its header says so.
  if (filled === 0 && attribute === 'title' && header.meaning.subject !== subject) return NO_NAMES_AT_ALL;
  if (filled < 2) return 0;
  switch (attribute) {
    case 'ordinal':
      return 2.4 * sequence + (sequence < 0.3 ? -1 : 0);
    case 'code':
      // What is the same in every row tells none from another.
      if (distinctCount === 1 && filled > 4 && FINER.test(subject)) return -4;
      // Words are names, however short.
      if (texts.every((text) => !/\d/.test(text))) return -2.5;
      // Numbers that only count rows are a code only for want of a better one.
      return sequence > 0.7 ? (subject === 'pegObjective' ? -0.6 : FINER.test(subject) ? -1 : -2.5) : 0;
    case 'weight':
      return upTo100 ? 0.8 : -1.2;
    case 'type':
      return distinctCount <= 6 && distinct < 0.6 && length < 40 ? 1.6 : -1.4;
    case 'owner':
    case 'centre':
      return distinct < 0.7 || filled < 6 ? 0.4 : -0.9;
    case 'participants':
      return header.meaning.attribute === 'participants' ? 0 : -0.8;
    case 'mission':
      return 5 * share.mission + (distinct > 0.8 && filled > 8 ? -1.5 : 0);
    case 'programme':
      return distinct > 0.8 && filled > 8 ? -1.5 : 0;
    case 'unit':
      return share.unit > 0.5 && distinctCount <= 12 ? 0.8 : 0;
    case 'title':
      return (
        (distinctCount === 1 && filled > 2 ? (subject === 'strategicArea' ? -0.8 : -2.4) : 0) +
        // Some plans begin with the missions of the budget as their areas; nothing finer is called so.
        (subject === 'strategicArea' ? 0 : -5 * share.mission) +
        (areSigns(texts) ? -3 : subject === 'pegObjective' && length < 13 ? -1.4 : 0)
      );
    case 'source':
      return distinct > 0.9 && filled > 8 ? -0.6 : 0;
    default:
      return 0;
  }
}

const NO_NAMES_AT_ALL = -5;

/** Few capitals or figures: signs of things, and none of their names. */
function areSigns(texts: readonly string[]): boolean {
  return texts.every((text) => /^[\p{Lu}\d.]{0,5}$/u.test(text));
}

/** Objectives, their phases and indicators have names of their own; where each row is an objective, none comes again. */
function ofOneObjective(
  { content: { distinct, distinctCount, filled } }: RelationColumn,
  { subject, attribute }: FieldRole,
): number {
  // What every card says tells nothing of any.
  if (attribute === 'title' && distinctCount === 1 && filled > 4) return -6;
  if (attribute !== 'title' || filled < 2 || !FINER.test(subject)) return 0;
  return distinct >= 0.9 ? 0.8 : distinct < 0.6 ? -5 : -1.5;
}

const FINER = /^(?:pegObjective|phase|indicator)$/;

/** One cell without a header, in a table of several rows. */
function isStray({ header, content, texts }: RelationColumn): boolean {
  return header.text === '' && content.filled <= 1 && texts.length > 1;
}

const STRAY = -6;

/** Under a theme stands what the rows of its block are about, rather than the rows' own names. */
function themeEvidence({ attribute }: FieldRole): number {
  if (attribute === 'citation') return 4;
  return attribute === 'title' || attribute === 'code' ? -3 : 0;
}

/** A column left unexplained costs, most where it holds names. */
function unexplained({ content }: RelationColumn): number {
  if (content.filled === 0) return 0;
  return -0.5 - 1.1 * content.share.name * Math.min(1, content.density * 2);
}

/** So many different values tell whether a column refers to what stands elsewhere. */
const REFERENCES = 2;

/** Values that are names or codes read elsewhere speak for that subject, whatever the header. */
function knownElsewhere(column: RelationColumn, role: FieldRole, known: KnownNames): number {
  if (role.attribute === 'citation') return citedElsewhere(column, known);
  if (role.attribute !== 'title' && role.attribute !== 'code') return 0;
  const values = [...new Set(column.texts.filter((text) => text !== ''))];
  // One code of letters and numbers that stands elsewhere is no chance; one number or name may be.
  const least = column.content.share.lettercode === 1 ? 1 : REFERENCES;
  if (values.length < least) return 0;
  const share = sharedWith(values, role, known);
  const other = Math.max(
    ...CHAIN.slice(0, 4).map((subject) =>
      subject === role.subject ? 0 : sharedWith(values, { ...role, subject }, known),
    ),
  );
  const elsewhere = other > 0.6 && other > share ? -2 * (other - share) : 0;
  return elsewhere + (share < 0.3 ? 0 : 5 * share) + citedInTexts(values, role, known);
}

/** Other sheets name inside their texts what their objectives stand under: levels of the DUP, rather than objectives of PEG. */
function citedInTexts(
  values: readonly string[],
  { subject, attribute }: FieldRole,
  { cited }: KnownNames,
): number {
  const level = CHAIN.indexOf(subject);
  if (cited.size === 0 || level > 3 || level < 0) return 0;
  const hits = values.filter((text) =>
    attribute === 'code' ? !COUNTS.test(text) && cited.has(plainCode(text)) : cited.has(fold(text)),
  );
  const share = hits.length / values.length;
  return share < 0.3 ? 0 : level === 3 ? -4 * share : 2 * share;
}

/** Offices that head columns alike most often mean the same. */
function sameHeader({ header, content }: RelationColumn, role: FieldRole, { headers }: KnownNames): number {
  const names = role.attribute === 'title' || role.attribute === 'code';
  const other =
    header.text === '' || content.filled === 0 || !names ? undefined : headers.get(fold(header.text));
  if (other === undefined) return 0;
  // Programs give one name to one thing.
  const program = machineWords(header.text) !== null ? 2 : 1;
  return program * (other === role.name ? SAME_HEADER : -0.6);
}

const SAME_HEADER = 1.5;

/** A citation names something of any level. */
function citedElsewhere(column: RelationColumn, known: KnownNames): number {
  const values = [...new Set(column.texts.filter((text) => text !== ''))];
  if (values.length < REFERENCES) return 0;
  const share = Math.max(
    ...CHAIN.slice(0, 4).flatMap((subject) =>
      ROLES.filter(({ name }) => name === `${subject}.title`).map((role) => sharedWith(values, role, known)),
    ),
  );
  return share < 0.3 ? 0 : 4 * share;
}

/** Share of the values that are names or codes of the subject elsewhere, as far as those are sure. */
function sharedWith(values: readonly string[], role: FieldRole, known: KnownNames): number {
  const titles = known.titles.get(role.subject) ?? NO_NAMES;
  const codes = known.codes.get(role.subject) ?? NO_NAMES;
  const trust = (text: string): number => {
    if (role.attribute === 'code')
      return COUNTS.test(text)
        ? 0
        : (codes.get(plainCode(text)) ?? codes.get(plainCode(bareCode(text) ?? '')) ?? 0);
    const split = splitCode(text);
    const whole = Math.max(
      titles.get(fold(text)) ?? 0,
      split === null ? 0 : (titles.get(fold(split.text)) ?? 0),
      split === null ? 0 : (codes.get(plainCode(split.code)) ?? 0),
    );
    if (whole > 0) return whole;
    const inside = citedIn(text);
    return Math.max(
      0,
      ...inside.names.map((name) => titles.get(name) ?? 0),
      ...inside.codes.map((code) => codes.get(plainCode(code)) ?? 0),
    );
  };
  return values.reduce((sum, text) => sum + trust(text), 0) / values.length;
}

const NO_NAMES: Names = new Map();

/** A small number counts things everywhere: it refers to nothing. */
const COUNTS = /^(?:n\.?\s*)?\d{1,3}[.)°]?$/i;

/** A code without the zeros that notations differ by: `01.02.03` and `1.2.3` are one. */
export function plainCode(code: string): string {
  return normaliseCode(code).replace(/(^|[^0-9])0+(?=\d)/g, '$1');
}
