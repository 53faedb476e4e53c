import { normaliseCode, type EntityKind, type Plan, type Sourced } from '../plan';
import type { CellRef } from '../workbook';

/** One entity as text, field by field: what an attestation keeps and what two plans are compared by. Plain data. */
export interface OutlineItem {
  readonly kind: EntityKind;
  readonly code: string | null;
  readonly title: string;
  /** Codes or titles of what it hangs on, in alphabetical order. */
  readonly parents: readonly string[];
  readonly fields: Readonly<Record<OutlineField, string>>;
}

/** Fields whose change is told; '' when the plan has none. */
export type OutlineField =
  | 'wording'
  | 'owner'
  | 'participants'
  | 'centre'
  | 'weight'
  | 'type'
  | 'mission'
  | 'programme'
  | 'description'
  | 'start'
  | 'end'
  | 'months'
  | 'progress'
  | 'formula'
  | 'unit'
  | 'source'
  | 'target'
  | 'baseline'
  | 'actual';

const FIELDS: readonly OutlineField[] = [
  'wording',
  'owner',
  'participants',
  'centre',
  'weight',
  'type',
  'mission',
  'programme',
  'description',
  'start',
  'end',
  'months',
  'progress',
  'formula',
  'unit',
  'source',
  'target',
  'baseline',
  'actual',
];

/** An outline item with the cells that say it, where they are known. */
export interface PlacedItem extends OutlineItem {
  readonly id: string;
  readonly cells: readonly CellRef[];
}

function text(fact: Sourced<string> | null | undefined): string {
  return fact ? fact.value.replace(/\s+/g, ' ').trim() : '';
}

function list(facts: readonly Sourced<string>[]): string {
  return facts
    .map(text)
    .filter((one) => one !== '')
    .sort()
    .join('; ');
}

function periods(facts: readonly (Sourced<string> & { readonly period: string | null })[]): string {
  return facts
    .map((fact) => (fact.period ? `${fact.period}: ${text(fact)}` : text(fact)))
    .sort()
    .join('; ');
}

function fields(some: Partial<Record<OutlineField, string>>): Record<OutlineField, string> {
  return Object.fromEntries(FIELDS.map((field) => [field, some[field] ?? ''])) as Record<
    OutlineField,
    string
  >;
}

/**
 * The other wordings of an entity in the workbook: labels that cite a strategic or operating objective in words of
 * their own, titles of further rows with the same code. What differs from the title shown would be lost otherwise.
 */
function wordingsOf(
  plan: Plan,
): (entity: { readonly id: string; readonly title: Sourced<string> }) => string {
  const said = new Map<string, Set<string>>();
  const add = (id: string | null, label: Sourced<string>): void => {
    if (id !== null) said.set(id, (said.get(id) ?? new Set()).add(text(label)));
  };
  for (const one of plan.mentions) if (one.kind !== 'pegObjective') add(one.entityId, one.label);
  for (const row of plan.pegRows) add(row.pegId, row.title);
  return ({ id, title }) =>
    [...(said.get(id) ?? [])]
      .filter((one) => one !== text(title))
      .sort()
      .join('; ');
}

/** The plan as a list of texts, without its places' influence: the same content gives the same items. */
export function outlineOf(plan: Plan): PlacedItem[] {
  const names = new Map<string, string>();
  const everything = [
    ...plan.strategicAreas,
    ...plan.strategicObjectives,
    ...plan.operatingObjectives,
    ...plan.pegObjectives,
  ];
  for (const one of everything) names.set(one.id, one.code ? normaliseCode(one.code.value) : text(one.title));
  const parents = (ids: readonly (string | null)[]): string[] =>
    ids.flatMap((id) => (id === null ? [] : [names.get(id) ?? id])).sort();
  const wordings = wordingsOf(plan);
  const item = (
    entity: { kind: EntityKind; id: string; code: Sourced<string> | null; title: Sourced<string> },
    above: readonly (string | null)[],
    some: Partial<Record<OutlineField, string>> = {},
  ): PlacedItem => ({
    id: entity.id,
    kind: entity.kind,
    code: entity.code ? normaliseCode(entity.code.value) : null,
    title: text(entity.title),
    parents: parents(above),
    fields: fields({ ...some, wording: wordings(entity) }),
    cells: entity.title.cells,
  });
  return [
    ...plan.strategicAreas.map((one) => item(one, [])),
    ...plan.strategicObjectives.map((one) => item(one, [one.areaId])),
    ...plan.operatingObjectives.map((one) =>
      item(one, [one.strategicId], { mission: list(one.missions), programme: list(one.programmes) }),
    ),
    ...plan.pegObjectives.map((one) =>
      item(one, one.operatingIds.length > 0 ? one.operatingIds : one.strategicIds, {
        owner: list(one.owners),
        participants: list(one.participants),
        centre: text(one.centre),
        weight: text(one.weight),
        type: text(one.type),
        mission: text(one.mission),
        programme: text(one.programme),
        description: text(one.description),
        start: text(one.start),
        end: text(one.end),
      }),
    ),
    ...plan.phases.map((one) =>
      item(one, [one.pegId], {
        start: text(one.start),
        end: text(one.end),
        weight: text(one.weight),
        owner: text(one.owner),
        months: one.months.join(', '),
        progress: text(one.progress),
      }),
    ),
    ...plan.indicators.map((one) =>
      item(one, [one.objectiveId], {
        formula: text(one.formula),
        unit: text(one.unit),
        source: text(one.source),
        target: periods(one.targets),
        baseline: periods(one.baselines),
        actual: periods(one.actuals),
        weight: text(one.weight),
      }),
    ),
  ];
}

/** An item without its places, as an attestation keeps it. */
export function withoutPlace(item: PlacedItem): OutlineItem {
  const { kind, code, title, parents, fields: own } = item;
  return { kind, code, title, parents, fields: own };
}
