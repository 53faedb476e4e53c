import { planTree, type EntityKind, type Plan, type PlanNode } from '../../../src/plan';
import { KINDS, type Alternative, type TrueEntity, type Truth } from './truth';

/** How much of what a workbook says was read. */
export interface Score {
  /** F1 of the entities of all kinds, 0–1. */
  readonly entities: number;
  /** F1 of the links to parents, 0–1. */
  readonly links: number;
  /** Areas, strategic, operating and PEG objectives are those of the truth, no more and no fewer. */
  readonly levels: boolean;
  /** All entities and links as in the truth. */
  readonly right: boolean;
  /** What was missed, invented or hung wrongly, in words. */
  readonly wrong: readonly string[];
}

interface ReadEntity {
  readonly kind: string;
  readonly code: string | null;
  readonly title: string;
  readonly key: string;
  readonly cells: ReadonlySet<string>;
  /** Several where an objective that stands under several is told once; empty: nothing. */
  readonly parents: ReadEntity[];
}

interface Wanted {
  readonly entity: TrueEntity;
  readonly key: string;
}

const LEVEL_WORD =
  /^(indirizzo strategico|linea di mandato|obiettivo strategico|obiettivo operativo|obiettivo gestionale|obiettivo|azione|fase|attivita|indicatore|ambito)\s+(?=\d)/;

/** Letters and digits in small letters without accents, one space between. */
export function folded(text: string | null | undefined): string {
  return String(text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A title for comparing: folded, without a code or a level word with its number in front. */
export function keyOf(title: string, code: string | null): string {
  let key = folded(title);
  const own = folded(code);
  if (own !== '' && key.startsWith(`${own} `) && key.length > own.length + 1) key = key.slice(own.length + 1);
  return key
    .replace(LEVEL_WORD, '')
    .replace(/^((vp|os|op|ob|[a-z]{1,3})? ?\d+( \d+)*( [a-z])? )(?=\p{L})/u, '')
    .trim();
}

/** The same title, or one that was cut short. */
export function isClose(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 7 && long.startsWith(short) && short.length / long.length >= 0.7;
}

/** Compares a plan with the truth; of several accepted namings of the levels the best counts. */
export function score(plan: Plan, truth: Truth): Score {
  const nodes = planTree(plan);
  const tries = [undefined, ...truth.alternatives].map((as) => new Comparison(nodes, truth, as).score());
  return tries.reduce((best, one) => (one.entities + one.links > best.entities + best.links ? one : best));
}

const f1 = (hits: number, wanted: number, got: number): number =>
  wanted + got > 0 ? (2 * hits) / (wanted + got) : 1;

class Comparison {
  private readonly read: readonly ReadEntity[];
  private readonly wanted: readonly Wanted[];
  private readonly pairs = new Map<TrueEntity, ReadEntity>();

  constructor(nodes: readonly PlanNode[], truth: Truth, as: Alternative | undefined) {
    const drop = new Set(as?.drop ?? []);
    this.read = flattened(nodes, truth.once, (kind) => as?.readAs?.[kind] ?? kind, drop);
    this.wanted = without(truth.entities, drop).map((entity) => ({
      entity,
      key: keyOf(entity.title, entity.code),
    }));
    for (const kind of KINDS) this.pair(kind);
  }

  score(): Score {
    const { read, wanted, pairs } = this;
    const back = new Map([...pairs].map(([entity, got]) => [got, entity]));
    const linked = wanted.filter(({ entity }) => entity.parent);
    const good = linked.filter(({ entity }) => this.isLinked(entity));
    // A parent the truth is silent on is neither right nor wrong.
    const told = read.filter((one) => {
      const entity = back.get(one);
      return one.parents.length > 0 && !(entity && entity.parent === undefined);
    });
    const isLevel = (kind: string) => KINDS.indexOf(kind as EntityKind) < KINDS.indexOf('phase');
    const missed = wanted.filter(({ entity }) => !pairs.has(entity));
    const invented = read.filter((one) => !back.has(one));
    const wrong = [
      ...missed.map(({ entity }) => `missed ${entity.kind} ${entity.code ?? ''} "${entity.title}"`),
      ...invented.map((one) => `invented ${one.kind} ${one.code ?? ''} "${one.title}"`),
      ...wanted.flatMap(({ entity }) => {
        const got = pairs.get(entity);
        if (!got || entity.parent === undefined || this.isLinked(entity)) return [];
        const parents = got.parents.map(({ title }) => title).join(' + ');
        return [`${entity.kind} "${entity.title}" under "${parents}", not "${entity.parent?.title ?? ''}"`];
      }),
    ];
    return {
      entities: f1(pairs.size, wanted.length, read.length),
      links: f1(good.length, linked.length, told.length),
      levels:
        !missed.some(({ entity }) => isLevel(entity.kind)) && !invented.some(({ kind }) => isLevel(kind)),
      right: wrong.length === 0,
      wrong,
    };
  }

  /** A link is right when the read parent is the entity paired with the true one, or bears its title. */
  private isLinked(entity: TrueEntity): boolean {
    const parents = this.pairs.get(entity)?.parents ?? [];
    const { parent } = entity;
    if (!parent) return parents.length === 0;
    const key = keyOf(parent.title, parent.code);
    return parents.some((one) => this.pairs.get(parent) === one || isClose(key, one.key));
  }

  private pair(kind: EntityKind): void {
    const read = this.read.filter((one) => one.kind === kind);
    const wanted = this.wanted.filter(({ entity }) => entity.kind === kind);
    const used = new Set<ReadEntity>();
    const pass = (fits: (want: Wanted, got: ReadEntity) => boolean): void => {
      for (const want of wanted) {
        if (this.pairs.has(want.entity)) continue;
        const got = read.find((one) => !used.has(one) && fits(want, one));
        if (!got) continue;
        this.pairs.set(want.entity, got);
        used.add(got);
      }
    };
    const same = ({ entity, key }: Wanted, got: ReadEntity) =>
      key === got.key || (entity.code !== null && keyOf(got.title, entity.code) === key);
    const near = ({ key }: Wanted, got: ReadEntity) => isClose(key, got.key);
    const here = ({ entity }: Wanted, got: ReadEntity) => entity.cell !== null && got.cells.has(entity.cell);
    const under = ({ entity: { parent } }: Wanted, got: ReadEntity) =>
      parent != null && got.parents.some((one) => isClose(keyOf(parent.title, parent.code), one.key));
    pass((want, got) => same(want, got) && here(want, got));
    pass((want, got) => same(want, got) && under(want, got));
    pass(same);
    pass((want, got) => near(want, got) && here(want, got));
    pass(near);
  }
}

/** The truth without some kinds: what hung on them hangs on nothing. */
function without(entities: readonly TrueEntity[], drop: ReadonlySet<string>): readonly TrueEntity[] {
  if (drop.size === 0) return entities;
  const kept = entities.filter(({ kind }) => !drop.has(kind));
  const copies = new Map(
    kept.map(
      (entity) => [entity, { ...entity } as { -readonly [K in keyof TrueEntity]: TrueEntity[K] }] as const,
    ),
  );
  for (const copy of copies.values()) if (copy.parent) copy.parent = copies.get(copy.parent) ?? null;
  return [...copies.values()];
}

function flattened(
  nodes: readonly PlanNode[],
  once: boolean,
  kindOf: (kind: string) => string,
  drop: ReadonlySet<string>,
): ReadEntity[] {
  const all: ReadEntity[] = [];
  const known = new Map<string, ReadEntity>();
  const walk = (list: readonly PlanNode[], parent: ReadEntity | null): void => {
    for (const node of list) {
      const kind = kindOf(node.kind);
      if (drop.has(kind)) {
        walk(node.children, parent);
        continue;
      }
      const seen = once ? known.get(node.id) : undefined;
      if (seen) {
        if (parent) seen.parents.push(parent);
        continue;
      }
      const entity: ReadEntity = {
        kind,
        code: node.code,
        title: node.title,
        key: keyOf(node.title, node.code),
        cells: new Set(node.cells.map((ref) => `${ref.sheet}!${ref.address}`)),
        parents: parent ? [parent] : [],
      };
      all.push(entity);
      known.set(node.id, entity);
      walk(node.children, entity);
    }
  };
  walk(nodes, null);
  return all;
}
