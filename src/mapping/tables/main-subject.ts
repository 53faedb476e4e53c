import { isName, type PlanSubject } from '../words/field';
import type { Column, TableContext } from './column';

/** Subjects by how fine they are: a row that names several tells of the first. */
const FINEST_FIRST: readonly PlanSubject[] = [
  'quantity',
  'phase',
  'indicator',
  'pegObjective',
  'operatingObjective',
  'strategicObjective',
  'strategicArea',
  'centre',
];

/** The finest subject that the columns name: what each row of the table tells of. */
export function mainOf(columns: readonly Column[]): PlanSubject {
  const named = new Set(
    columns.flatMap(({ field }) =>
      field && (field.attribute === 'title' || field.attribute === 'month') ? field.subject : [],
    ),
  );
  return (
    FINEST_FIRST.find((subject) => named.has(subject)) ??
    columns.find(({ field }) => field && isName(field))?.field?.subject ??
    columns.find(({ field }) => field)?.field?.subject ??
    'pegObjective'
  );
}

/** Tables that are no part of the plan, and those that only tell who takes part in a card: their columns are left out by name. */
export function withoutAsides(columns: readonly Column[], { inCard }: TableContext): Column[] {
  const aside = asideAs(columns);
  if (aside) return columns.map((column) => ({ ...column, field: null, ignored: column.ignored ?? aside }));
  const tells = columns.some(
    ({ field }) => field && (isName(field) || /^(?:phase|indicator|quantity)$/.test(field.subject)),
  );
  return inCard && !tells ? ofStaff(columns) : [...columns];
}

/** Budget lines and counts of objectives: tables that name no objective, phase or indicator by its own word. */
function asideAs(columns: readonly Column[]): string | null {
  const named = columns.some(
    ({ field, origin }) => field && isName(field) && field.subject !== 'centre' && origin === 'header',
  );
  if (named) return null;
  if (columns.some(({ ignored }) => ignored === 'count')) return 'count';
  return columns.some(({ ignored, text }) => ignored === 'money' && /capitol|stanziament/i.test(text))
    ? 'money'
    : null;
}

/** A table in a card that names nothing (`Risorse umane | Categoria | % impegno`) tells who takes part. */
function ofStaff(columns: readonly Column[]): Column[] {
  return columns.map((column) =>
    column.field?.attribute === 'participants'
      ? column
      : { ...column, field: null, ignored: column.ignored ?? 'staff' },
  );
}
