import { planEntities, type Mention, type Plan, type SourcedText } from '../../plan';
import { contains, parseArea, type CellRef } from '../../workbook';
import type { CellPlace } from '../questions/doubts';
import type { PlanSubject } from '../words/field';

/** What a cell says of an entity of the plan. */
export interface Given {
  readonly kind: PlanSubject;
  /** The entity's. */
  readonly title: string;
  /** As fields are called: `title`, `owner`, `target`. */
  readonly attributes: readonly string[];
}

/** What a cell refers to. */
export interface Cited {
  readonly kind: Mention['kind'];
  /** Title of what is meant; null where nothing of the plan is. */
  readonly title: string | null;
}

/** Facts of which an entity has several are fields by the name of one. */
const ONE: Readonly<Record<string, string>> = {
  owners: 'owner',
  missions: 'mission',
  programmes: 'programme',
  baselines: 'baseline',
  targets: 'target',
  actuals: 'actual',
  results: 'actual',
};

/** All entities of the plan of which a cell says something. */
export function givenBy(plan: Plan, place: CellPlace): Given[] {
  return [...planEntities(plan), ...plan.centres].flatMap((one) => {
    const found = new Set<string>();
    collect(one, '', place, found);
    const kind = 'kind' in one ? one.kind : 'centre';
    return found.size === 0 ? [] : [{ kind, title: one.title.value, attributes: [...found] }];
  });
}

/** What the cell names without being its own: the objective above, the one an indicator measures. */
export function citedBy(plan: Plan, place: CellPlace): Cited[] {
  const at = (fact: SourcedText | null): boolean => fact?.cells.some((cell) => covers(cell, place)) ?? false;
  const entities = planEntities(plan);
  return plan.mentions.flatMap(({ kind, label, code, entityId }) => {
    if (!at(label) && !at(code)) return [];
    const meant = entities.find(({ id }) => id === entityId);
    const isOwn = meant !== undefined && (at(meant.title) || at(meant.code));
    return isOwn ? [] : [{ kind, title: meant?.title.value ?? null }];
  });
}

/** Names of the facts that bear the cell; those of an office of several by their own name. */
function collect(value: unknown, name: string, place: CellPlace, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const one of value) collect(one, name, place, found);
  else if ('cells' in value) {
    if ((value.cells as readonly CellRef[]).some((cell) => covers(cell, place))) found.add(ONE[name] ?? name);
  } else for (const [key, one] of Object.entries(value)) collect(one, key, place, found);
}

function covers({ sheet, address }: CellRef, place: CellPlace): boolean {
  const area = sheet === place.sheet ? parseArea(address) : null;
  return area !== null && contains(area, place.row, place.column);
}
