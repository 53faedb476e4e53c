import {
  contentWords,
  normalise,
  stem,
  type Mention,
  type OperatingObjective,
  type StrategicArea,
  type StrategicObjective,
} from '../../plan';
import { groupBy, type FactContext } from './context';
import { nearness } from './nearest';

export type DupEntity = StrategicArea | StrategicObjective | OperatingObjective;
type DupKind = DupEntity['kind'];

/** Why a name outside the DUP stands for one inside: alias table, near name, title of its page, what stands below. */
export type StandsHow = 'dup' | 'alias' | 'near' | 'page' | 'children';

export interface Stands {
  readonly entity: DupEntity;
  readonly how: StandsHow;
}

/** A near name must be this near, and nearer than any other by the margin. */
const NEAR: Readonly<Record<DupKind, number>> = {
  strategicArea: 0.6,
  strategicObjective: 0.7,
  operatingObjective: 0.85,
};
const NEAR_IN_PLACE = 0.4;
const MARGIN = 0.08;

/** Entities of a level. */
export function entitiesOf(kind: DupKind, context: FactContext): readonly DupEntity[] {
  const { plan } = context;
  if (kind === 'strategicArea') return plan.strategicAreas;
  return kind === 'strategicObjective' ? plan.strategicObjectives : plan.operatingObjectives;
}

/**
 * The DUP's entry an entity stands for: itself when the DUP lists it, else by the alias table, by a near name
 * that has no rival, by the title of the page it stands in, or (areas and strategic objectives) because what
 * stands below it is that entry's in the DUP.
 */
export function standsFor(entityId: string, context: FactContext): Stands | null {
  const known = context.shared('standsFor', () => new Map<string, Stands | null>());
  const before = known.get(entityId);
  if (before !== undefined) return before;
  const entity = context.entities.get(entityId);
  const answer =
    entity &&
    (entity.kind === 'strategicArea' ||
      entity.kind === 'strategicObjective' ||
      entity.kind === 'operatingObjective')
      ? find(entity, context)
      : null;
  known.set(entityId, answer);
  return answer;
}

function find(entity: DupEntity, context: FactContext): Stands | null {
  if (entity.inDup) return { entity, how: 'dup' };
  const name = context.canonical(entity.title.value);
  const listed = entitiesOf(entity.kind, context).filter((other) => other.inDup);
  const alias = listed.find((other) => context.canonical(other.title.value) === name);
  if (alias) return { entity: alias, how: 'alias' };
  if (joinsSeveral(entity, listed)) return null;
  const scored = listed
    .map((other) => ({ other, score: nearness(entity.title.value, other.title.value) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  const alone = best && best.score >= NEAR[entity.kind] && best.score - (second?.score ?? 0) >= MARGIN;
  if (alone) return { entity: best.other, how: 'near' };
  const byPage = listed.find((other) => other.id === subjectOfPages(entity, context));
  if (byPage && nearness(entity.title.value, byPage.title.value) >= NEAR_IN_PLACE) {
    return { entity: byPage, how: 'page' };
  }
  const byChildren = listed.find((other) => other.id === parentOfChildren(entity, context));
  if (!byChildren) return null;
  const score = nearness(entity.title.value, byChildren.title.value);
  return entity.kind === 'strategicArea' || score >= NEAR_IN_PLACE
    ? { entity: byChildren, how: 'children' }
    : null;
}

/** `Mobilità e ambiente`, where the DUP has both `Mobilità` and `Ambiente`, stands for neither. */
function joinsSeveral({ title }: DupEntity, listed: readonly DupEntity[]): boolean {
  const own = new Set(contentWords(title.value).map(stem));
  const within = listed.filter((other) => {
    const words = contentWords(other.title.value).map(stem);
    return words.length > 0 && words.every((word) => own.has(word));
  });
  return new Set(within.map((other) => normalise(other.title.value))).size > 1;
}

/** The strategic objective that the titles of all the pages say, where a strategic label stands under a title. */
function subjectOfPages(entity: DupEntity, context: FactContext): string | null {
  if (entity.kind !== 'strategicObjective') return null;
  const pages = context.shared('pageTitles', () =>
    groupBy(
      context.plan.mentions.filter((mention) => mention.place === 'page-title'),
      (mention) => mention.tableId,
    ),
  );
  const own = context.plan.mentions.filter(
    (mention) =>
      mention.kind === 'strategicObjective' &&
      mention.place !== 'page-title' &&
      entityOfMention(mention, context)?.id === entity.id,
  );
  const subjects = new Set(
    own.flatMap(({ tableId }) => (pages.get(tableId) ?? []).map((one) => one.entityId)),
  );
  const [subject] = subjects;
  return subjects.size === 1 && own.every(({ tableId }) => pages.has(tableId)) ? (subject ?? null) : null;
}

/** The parent in the DUP that all (at least two, or the only one) of its children here share. */
function parentOfChildren(entity: DupEntity, context: FactContext): string | null {
  const children = new Set(
    context.plan.mentions.flatMap((mention) =>
      mention.parentId === entity.id && mention.entityId !== null ? [mention.entityId] : [],
    ),
  );
  const parents = new Set([...children].map((id) => parentInDup(id, context)));
  const [parent] = parents;
  return parents.size === 1 && parent !== undefined ? parent : null;
}

function parentInDup(id: string, context: FactContext): string | null {
  const child = context.entities.get(id);
  if (child?.kind === 'strategicObjective') return child.inDup ? child.areaId : null;
  return child?.kind === 'operatingObjective' ? child.strategicIdInDup : null;
}

/** The entity a mention means: as the mapping says, else the one that bears its name outside the DUP. */
export function entityOfMention(mention: Mention, context: FactContext): DupEntity | null {
  if (mention.kind === 'pegObjective') return null;
  const own = mention.entityId === null ? undefined : context.entities.get(mention.entityId);
  if (own && own.kind === mention.kind) return own;
  const name = context.canonical(nameOf(mention));
  return (
    entitiesOf(mention.kind, context).find((entity) => context.canonical(entity.title.value) === name) ?? null
  );
}

/** What a mention says: its label, or its code where it has no label. */
export function nameOf(mention: Mention): string {
  return mention.label.value.trim() === '' ? (mention.code?.value ?? '') : mention.label.value;
}

/** The name the DUP gives an entry, with its cell. */
export function nameInDup(
  entity: DupEntity,
  context: FactContext,
): { readonly text: string; readonly cells: Mention['label']['cells'] } {
  const byEntity = context.shared('dupMentions', () =>
    groupBy(
      context.plan.mentions.filter((mention) => mention.place === 'dup'),
      (mention) => mention.entityId,
    ),
  );
  const dup = byEntity.get(entity.id)?.find((mention) => mention.label.value.trim() !== '');
  // The title leaves out the code that may stand in the same cell.
  return { text: entity.title.value, cells: (dup?.label.cells ?? entity.title.cells).slice(0, 1) };
}
