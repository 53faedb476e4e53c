import { looksLikeCode, readDate } from '../plan';
import { textAt } from '../workbook';
import type { Attribute, Meaning, Subject } from './lexicon';
import type { Place } from './places';
import { KNOWN, type FoundTable, type HeaderColumn } from './tables';

/** Subjects of the plan, once `objective` is settled. */
export type PlanSubject = Exclude<Subject, 'objective'>;

/** What a column or label tells: of whom, what, for which period. */
export interface Field {
  readonly subject: PlanSubject;
  readonly attribute: Attribute | 'citation';
  readonly period: string | null;
  readonly month: number | null;
}

/** How the meaning of a column was found. */
export type ColumnOrigin = 'header' | 'context' | 'content' | 'profile';

export interface Column {
  readonly column: number;
  readonly text: string;
  readonly texts: readonly string[];
  readonly places: readonly Place[];
  readonly field: Field | null;
  /** Known and needing no reading: its name. */
  readonly ignored: string | null;
  readonly confidence: number;
  readonly origin: ColumnOrigin;
}

/** What surrounds a table and helps to read headers that do not say of what they speak. */
export interface TableContext {
  /** Role announced by the title above the table, else by the sheet's name. */
  readonly role: 'dup' | 'objectives' | 'phases' | 'indicators' | 'centres' | 'data' | null;
  /** The table stands inside the card of one objective. */
  readonly inCard: boolean;
  /** First year of the plan, when known. */
  readonly year: number | null;
}

const SAMPLE_ROWS = 60;
const ROLE_SUBJECT: Readonly<Record<NonNullable<TableContext['role']>, PlanSubject>> = {
  dup: 'operatingObjective',
  objectives: 'pegObjective',
  phases: 'phase',
  indicators: 'indicator',
  centres: 'centre',
  data: 'quantity',
};
const NO_MEANING: Meaning = { subject: null, attribute: null, period: null, ignored: null, confidence: 0 };
const INDICATOR_ONLY: readonly Attribute[] = ['formula', 'unit', 'source', 'target', 'baseline', 'actual'];

/** `pegObjective.code`, `indicator.target@2017`: a field as text, as profiles write it. */
export function fieldName(field: Field): string {
  const suffix = field.month !== null ? `@m${field.month}` : field.period !== null ? `@${field.period}` : '';
  return `${field.subject}.${field.attribute}${suffix}`;
}

/** Reads {@link fieldName} back; null for anything else. */
export function parseField(name: string): Field | null {
  const match = /^([a-zA-Z]+)\.([a-zA-Z]+)(?:@(?:m(\d{1,2})|([\dS-]+)))?$/.exec(name);
  if (!match) return null;
  return {
    subject: match[1] as PlanSubject,
    attribute: match[2] as Field['attribute'],
    month: match[3] ? Number(match[3]) : null,
    period: match[4] ?? null,
  };
}

/** Gives every column of a table its field, from its header, its neighbours and, last, what stands in it. */
export function assignFields(table: FoundTable, context: TableContext): Column[] {
  const known = table.columns.filter(
    (column) => column.meaning.confidence >= KNOWN || column.meaning.period !== null,
  );
  const main = mainSubject(known, context, (column) => repeats(table, column));
  const present = new Set(known.flatMap((column) => subjectOf(column.meaning, known, context) ?? []));
  present.add(main);
  const columns: Column[] = [];
  const used = table.columns.filter(
    (column) => column.text !== '' || samples(table, column.column).length > 0,
  );
  for (const [at, header] of used.entries()) {
    const fields = columns.flatMap((column) => column.field ?? []);
    const field =
      header.meaning.confidence >= KNOWN || header.meaning.period !== null
        ? fieldOf(header, at, used, { main, present, known, context, fields })
        : null;
    columns.push({
      column: header.column,
      text: header.text,
      texts: header.texts,
      places: header.places,
      field,
      ignored: field ? null : header.meaning.ignored,
      confidence: field || header.meaning.ignored ? header.meaning.confidence : 0,
      origin: field && header.meaning.subject === null ? 'context' : 'header',
    });
  }
  const withTitle = giveMainTitle(columns, main, table);
  return fromContent(withTitle, table, main);
}

interface Settling {
  readonly main: PlanSubject;
  readonly present: ReadonlySet<PlanSubject>;
  readonly known: readonly HeaderColumn[];
  readonly context: TableContext;
  /** Fields of the columns to the left. */
  readonly fields: readonly Field[];
}

/** `Obiettivo` alone is the PEG's, except where the DUP is listed. */
function settled(subject: Subject, known: readonly HeaderColumn[], context: TableContext): PlanSubject {
  if (subject !== 'objective') return subject;
  const named = new Set(known.map((column) => column.meaning.subject));
  if (context.role === 'dup' && !named.has('pegObjective')) {
    return named.has('strategicObjective') ? 'operatingObjective' : 'strategicObjective';
  }
  return 'pegObjective';
}

function subjectOf(
  meaning: Meaning,
  known: readonly HeaderColumn[],
  context: TableContext,
): PlanSubject | null {
  return meaning.subject === null ? null : settled(meaning.subject, known, context);
}

/** The subject each row of the table tells of: the finest one with a name of its own. */
function mainSubject(
  known: readonly HeaderColumn[],
  context: TableContext,
  repeated: (column: number) => boolean,
): PlanSubject {
  const named = known
    .filter(
      (column) =>
        column.meaning.attribute === null ||
        column.meaning.attribute === 'title' ||
        column.meaning.attribute === 'month',
    )
    .flatMap((column) => subjectOf(column.meaning, known, context) ?? []);
  if (named.includes('quantity')) return 'quantity';
  const loose = known.some(
    (column) => column.meaning.subject === null && column.meaning.attribute === 'title',
  );
  const announced = context.role ? ROLE_SUBJECT[context.role] : null;
  if (loose && announced && !named.includes(announced)) return announced;
  const order: readonly PlanSubject[] = [
    'phase',
    'indicator',
    'pegObjective',
    'operatingObjective',
    'strategicObjective',
    'strategicArea',
    'centre',
  ];
  const finest = order.find((subject) => named.includes(subject));
  const unnamed = loose && announced === null ? unnamedSubject(known, finest ?? null, repeated) : null;
  if (unnamed) return unnamed;
  if (finest) return finest;
  if (announced) return announced;
  const has = (attribute: Attribute) => known.some((column) => column.meaning.attribute === attribute);
  if (has('formula') || has('unit') || has('source') || has('target')) {
    const years = known.filter(
      (column) => column.meaning.period !== null && column.meaning.attribute === null,
    );
    return years.length > 0 && !has('formula') && !has('target') ? 'quantity' : 'indicator';
  }
  if (has('centre') && !has('start') && !has('end') && !has('weight')) return 'centre';
  return context.inCard && (has('start') || has('end') || has('month')) ? 'phase' : 'pegObjective';
}

/**
 * What the rows tell of when only a bare `Denominazione` or `Descrizione` names it: with indicator columns an
 * indicator; with dates beside objectives that repeat, their phases; with an owner or a weight, the PEG objective.
 */
function unnamedSubject(
  known: readonly HeaderColumn[],
  finest: PlanSubject | null,
  repeated: (column: number) => boolean,
): PlanSubject | null {
  const has = (...attributes: readonly Attribute[]) =>
    known.some(
      (column) => column.meaning.attribute !== null && attributes.includes(column.meaning.attribute),
    );
  const cited = known.find((column) => /^(?:objective|pegObjective)$/.test(column.meaning.subject ?? ''));
  if (cited) {
    if (has('formula', 'unit', 'target')) return 'indicator';
    return has('start', 'end', 'month') && repeated(cited.column) ? 'phase' : null;
  }
  const above =
    finest === 'operatingObjective' || finest === 'strategicObjective' || finest === 'strategicArea';
  return above && has('owner', 'weight', 'centre', 'start', 'end') ? 'pegObjective' : null;
}

/** Whether a column says the same thing in several rows. */
function repeats(table: FoundTable, column: number): boolean {
  const texts = samples(table, column);
  return new Set(texts).size < texts.length;
}

function fieldOf(
  header: HeaderColumn,
  at: number,
  columns: readonly HeaderColumn[],
  settling: Settling,
): Field | null {
  const { meaning, month } = header;
  const { main, present, known, context, fields } = settling;
  const period = meaning.period;
  const make = (subject: PlanSubject, attribute: Field['attribute']): Field => ({
    subject,
    attribute,
    period,
    month,
  });
  const own = subjectOf(meaning, known, context);
  const attribute = meaning.attribute;
  if (main === 'quantity' && !own) {
    if (attribute === 'unit' || attribute === 'source' || attribute === 'code' || attribute === 'title')
      return make('quantity', attribute);
    return period !== null || attribute === 'value' || attribute === 'actual'
      ? make('quantity', 'value')
      : null;
  }
  if (attribute === 'month')
    return make(present.has('phase') ? 'phase' : own === 'phase' ? main : (own ?? 'phase'), 'month');
  if (own) {
    if (attribute === null) return make(own, 'title');
    if (INDICATOR_ONLY.includes(attribute)) return make('indicator', attribute);
    if (attribute === 'ordinal') return make(own, hasCodeColumn(known, own, settling) ? 'ordinal' : 'code');
    if (
      attribute === 'mission' ||
      attribute === 'programme' ||
      attribute === 'centre' ||
      attribute === 'type'
    )
      return make(own === 'indicator' || own === 'phase' ? 'pegObjective' : own, attribute);
    return make(own, attribute);
  }
  if (attribute === null) return period !== null ? periodField(period, settling) : null;
  if (INDICATOR_ONLY.includes(attribute)) return make('indicator', attribute);
  switch (attribute) {
    case 'code':
    case 'ordinal':
      return codeField(attribute, at, columns, settling, make);
    case 'title':
      return looseTitle(settling, make);
    case 'weight':
    case 'progress':
      return make(nearestLeft(fields, ['phase', 'indicator', 'pegObjective']) ?? main, attribute);
    case 'start':
    case 'end':
      return make(
        nearestLeft(fields, ['phase', 'pegObjective', 'indicator']) === 'phase' ||
          (main === 'phase' && !fields.some((field) => field.subject === 'indicator'))
          ? 'phase'
          : present.has('phase')
            ? 'phase'
            : 'pegObjective',
        attribute,
      );
    case 'owner':
      return make(
        main === 'centre'
          ? 'centre'
          : main === 'phase' && !present.has('pegObjective')
            ? 'phase'
            : (nearestLeft(fields, ['phase', 'pegObjective']) ?? 'pegObjective'),
        attribute,
      );
    case 'centre':
      return main === 'centre'
        ? make(
            'centre',
            fields.some((field) => field.subject === 'centre' && field.attribute === 'title')
              ? 'description'
              : 'title',
          )
        : make('pegObjective', 'centre');
    case 'mission':
    case 'programme':
    case 'description':
      return make(
        present.has('pegObjective') || main === 'phase' || main === 'indicator' ? 'pegObjective' : main,
        attribute,
      );
    case 'value':
      return present.has('indicator') ? make('indicator', 'actual') : null;
    default:
      return make('pegObjective', attribute);
  }
}

/** A column that is only a year: of the base data, or of the values last named to the left. */
function periodField(period: string, { fields, present, context }: Settling): Field | null {
  if (!present.has('indicator')) return null;
  const last = [...fields].reverse().find((field) => /^(target|baseline|actual)$/.test(field.attribute));
  const past = context.year !== null && Number(period.slice(0, 4)) < context.year;
  return {
    subject: 'indicator',
    attribute: last?.attribute ?? (past ? 'baseline' : 'target'),
    period,
    month: null,
  };
}

function hasCodeColumn(known: readonly HeaderColumn[], subject: PlanSubject, { context }: Settling): boolean {
  return known.some(
    (column) => column.meaning.attribute === 'code' && subjectOf(column.meaning, known, context) === subject,
  );
}

/** A code without a subject belongs to what stands right of it, else left of it, else to the rows' own subject. */
function codeField(
  attribute: 'code' | 'ordinal',
  at: number,
  columns: readonly HeaderColumn[],
  settling: Settling,
  make: (subject: PlanSubject, attribute: Field['attribute']) => Field,
): Field {
  const { main, known, context, fields } = settling;
  const right = columns[at + 1];
  const named = (column: HeaderColumn | undefined) =>
    column && (column.meaning.attribute === null || column.meaning.attribute === 'title')
      ? column
      : undefined;
  const rightSubject = named(right)
    ? (subjectOf(right?.meaning ?? NO_MEANING, known, context) ??
      (right?.meaning.attribute === 'title' ? main : null))
    : null;
  const left = fields.at(-1);
  const leftSubject =
    left &&
    left.attribute === 'title' &&
    !fields.some((field) => field.subject === left.subject && field.attribute === 'code')
      ? left.subject
      : null;
  const taken = (subject: PlanSubject) =>
    fields.some((field) => field.subject === subject && field.attribute === 'code');
  const subject =
    [rightSubject, attribute === 'code' ? leftSubject : null, main].find(
      (one) => one !== null && !taken(one),
    ) ?? main;
  if (attribute === 'code') return make(subject, taken(subject) ? 'ordinal' : 'code');
  const explicit = known.some(
    (column) =>
      column.meaning.attribute === 'code' &&
      (subjectOf(column.meaning, known, context) ?? subject) === subject,
  );
  return make(
    subject,
    explicit || taken(subject) || subject === 'phase' || subject === 'indicator' ? 'ordinal' : 'code',
  );
}

/** A title without a subject names the rows' own subject, or describes what was named before. */
function looseTitle(
  settling: Settling,
  make: (subject: PlanSubject, attribute: Field['attribute']) => Field,
): Field {
  const { main, known, context, fields } = settling;
  const explicit = known.some(
    (column) =>
      subjectOf(column.meaning, known, context) === main &&
      (column.meaning.attribute === null || column.meaning.attribute === 'title'),
  );
  const taken = fields.some((field) => field.subject === main && field.attribute === 'title');
  return explicit || taken ? make(nearestLeft(fields, [main]) ?? main, 'description') : make(main, 'title');
}

function nearestLeft(fields: readonly Field[], among: readonly PlanSubject[]): PlanSubject | null {
  return [...fields].reverse().find((field) => among.includes(field.subject))?.subject ?? null;
}

/** A table whose subject has only a code or description beside it still needs a name: the description serves. */
function giveMainTitle(columns: readonly Column[], main: PlanSubject, _table: FoundTable): Column[] {
  const has = (attribute: Field['attribute']) =>
    columns.some((column) => column.field?.subject === main && column.field.attribute === attribute);
  if (has('title')) return [...columns];
  let given = false;
  return columns.map((column) => {
    if (given || column.field?.subject !== main || column.field.attribute !== 'description') return column;
    given = true;
    return { ...column, field: { ...column.field, attribute: 'title' } };
  });
}

/** Samples of a column: displayed texts of its first filled cells. */
function samples(table: FoundTable, column: number): string[] {
  const texts: string[] = [];
  for (let row = table.headerBottom + 1; row <= table.lastRow && texts.length < SAMPLE_ROWS; row++) {
    const text = textAt(table.grid, row, column);
    if (text !== '') texts.push(text);
  }
  return texts;
}

const UNITS =
  /^(?:n|n°|nr|num|numero|%|‰|€|euro|eur|km|kmq|mq|m2|m²|mc|m3|gg|giorni|giorno|ore|h|min|minuti|mesi|anni|kg|t|ton|tonnellate|gb|mb|kwh|mwh|si\/no|sì\/no|data|ha|€\/ab|abitanti|rapporto|indice|percentuale)\.?$/i;

/** Columns without a telling header, read by what stands in them: codes, units, dates, names, citations. */
function fromContent(columns: readonly Column[], table: FoundTable, main: PlanSubject): Column[] {
  const result = [...columns];
  const has = (subject: PlanSubject, attribute: Field['attribute']) =>
    result.some((column) => column.field?.subject === subject && column.field.attribute === attribute);
  for (const [at, column] of result.entries()) {
    if (column.field || column.ignored) continue;
    const texts = samples(table, column.column);
    if (texts.length === 0) continue;
    const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
    const give = (subject: PlanSubject, attribute: Field['attribute'], confidence: number) => {
      result[at] = {
        ...column,
        field: { subject, attribute, period: null, month: null },
        confidence,
        origin: 'content',
      };
    };
    const neighbour = [result[at + 1], result[at - 1]].find((other) => other?.field?.attribute === 'title')
      ?.field?.subject;
    const subject = neighbour ?? main;
    if (
      share(looksLikeCode) >= 0.6 &&
      !has(subject, 'code') &&
      subject !== 'indicator' &&
      subject !== 'quantity' &&
      share((text) => /^\d+(?:[.,]\d+)?$/.test(text)) < 0.6
    ) {
      give(subject, 'code', 0.8);
    } else if (
      main === 'indicator' &&
      share((text) => UNITS.test(text)) >= 0.6 &&
      !has('indicator', 'unit')
    ) {
      give('indicator', 'unit', 0.85);
    } else if (main === 'indicator' && isCitation(column, result, texts)) {
      give('indicator', 'citation', 0.75);
    } else if (share((text) => /\p{L}{3}/u.test(text)) >= 0.8 && !has(main, 'title')) {
      give(main, 'title', 0.7);
    } else if (
      main === 'phase' &&
      share((text) => readDate(text, 2000) !== null) >= 0.6 &&
      !has('phase', 'end')
    ) {
      give('phase', 'end', 0.7);
    }
  }
  return result;
}

/** In a table of indicators, words left of the indicator's name say what it measures. */
function isCitation(column: Column, columns: readonly Column[], texts: readonly string[]): boolean {
  const title = columns.find(
    (other) => other.field?.subject === 'indicator' && other.field.attribute === 'title',
  );
  const cites = columns.some((other) => other.field && /Objective$/.test(other.field.subject));
  return (
    title !== undefined &&
    column.column < title.column &&
    !cites &&
    texts.every((text) => /\p{L}{2}/u.test(text))
  );
}
