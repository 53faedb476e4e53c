import type { PlanSubject } from '../words/field';
import type { AnnouncedRole, KnownHeaders } from './column';

const ROLE_SUBJECT: Readonly<Record<AnnouncedRole, PlanSubject>> = {
  dup: 'operatingObjective',
  objectives: 'pegObjective',
  phases: 'phase',
  indicators: 'indicator',
  centres: 'centre',
  data: 'quantity',
};

/** Subjects by how fine they are: a row that names several tells of the first. */
export const FINEST_FIRST: readonly PlanSubject[] = [
  'phase',
  'indicator',
  'pegObjective',
  'operatingObjective',
  'strategicObjective',
  'strategicArea',
  'centre',
];

/**
 * The subject each row of a table tells of: the finest one with a name of its own.
 *
 * @param repeats  whether a column says the same thing in several rows
 */
export function mainSubject(headers: KnownHeaders, repeats: (column: number) => boolean): PlanSubject {
  const { columns, context } = headers;
  const named = columns
    .filter((column) => headers.names(column) || column.meaning.attribute === 'month')
    .flatMap((column) => headers.subjectOf(column.meaning) ?? []);
  if (named.includes('quantity')) return 'quantity';
  const loose = columns.some(({ meaning }) => meaning.subject === null && meaning.attribute === 'title');
  const announced = context.role ? ROLE_SUBJECT[context.role] : null;
  if (loose && announced && !named.includes(announced)) return announced;
  const finest = FINEST_FIRST.find((subject) => named.includes(subject)) ?? null;
  if (finest === 'phase' && isVolumes(headers)) return 'quantity';
  const unnamed = loose && announced === null ? unnamedSubject(headers, finest, repeats) : null;
  return unnamed ?? finest ?? announced ?? attributesSubject(headers);
}

/** `Attività | 2022 | 2023 | 2024`: how much of each was done, not what is to be done. */
function isVolumes({ columns }: KnownHeaders): boolean {
  const years = columns.filter(({ meaning }) => meaning.period !== null && meaning.attribute === null);
  return years.length >= 2 && years.length === columns.length - 1;
}

/** What rows tell of when no header names it: by the attributes that only one subject has. */
function attributesSubject(headers: KnownHeaders): PlanSubject {
  const assigned = !headers.context.inCard && headers.has('title') && headers.has('owner', 'centre');
  if (assigned && headers.has('target') && !headers.has('formula', 'unit', 'source')) return 'pegObjective';
  if (headers.has('formula', 'unit', 'source', 'target')) {
    const years = headers.columns.some(
      ({ meaning }) => meaning.period !== null && meaning.attribute === null,
    );
    return years && !headers.has('formula', 'target') ? 'quantity' : 'indicator';
  }
  if (headers.has('centre') && !headers.has('start', 'end', 'weight')) return 'centre';
  return headers.context.inCard && headers.has('start', 'end', 'month') ? 'phase' : 'pegObjective';
}

/**
 * What the rows tell of when only a bare `Denominazione` or `Descrizione` names it: with indicator columns an
 * indicator; with dates beside objectives that repeat, their phases; with an owner or a weight, the PEG objective.
 */
function unnamedSubject(
  headers: KnownHeaders,
  finest: PlanSubject | null,
  repeats: (column: number) => boolean,
): PlanSubject | null {
  const cited = headers.columns.find(({ meaning }) => headers.subjectOf(meaning) === 'pegObjective');
  if (cited) {
    if (headers.has('formula', 'unit', 'target')) return 'indicator';
    return headers.has('start', 'end', 'month') && repeats(cited.column) ? 'phase' : null;
  }
  const above =
    finest === 'operatingObjective' || finest === 'strategicObjective' || finest === 'strategicArea';
  return above && headers.has('owner', 'weight', 'centre', 'start', 'end') ? 'pegObjective' : null;
}
