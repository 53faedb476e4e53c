import { columnEvidence } from '../evidence/columns';
import type { RelationContext } from '../evidence/context';
import { outsideEvidence } from '../evidence/outside';
import { Pairs } from '../evidence/pairs';
import { CHAIN, isTitle, roleName, ROLES, type FieldRole, type Role } from '../evidence/roles';
import { WholeEvidence } from '../evidence/whole';
import type { Relation } from '../relation/relation';

/** One way to read a relation: a role for every column. */
export interface RelationReading {
  readonly roles: readonly Role[];
  /** Sum of all evidence, in log-odds. */
  readonly score: number;
  /** What decides which entities and links come out: readings with the same key differ only in attributes. */
  readonly key: string;
  /** The table is taken for no part of the plan, whatever its columns say. */
  readonly outside?: true;
}

/** Candidates tried for a column. */
const CANDIDATES = 16;
/** What is so far behind the likeliest is tried only together with other changes. */
const FAR = 8;
/** Rounds of single changes from one start. */
const ROUNDS = 6;
/** Readings kept. */
const KEPT = 8;

/** What a table may be: part of the plan, a register of centres, base data. Each is searched by itself. */
const KINDS: readonly (readonly Role[])[] = [
  [...ROLES.filter(({ subject }) => subject !== 'centre' && subject !== 'quantity'), 'aside', 'other'],
  [...ROLES.filter(({ subject }) => subject === 'centre'), 'aside', 'other'],
  [...ROLES.filter(({ subject }) => subject === 'quantity'), 'aside', 'other'],
];

/** The readings of a relation from the best on; those that give the same entities and links count as one. */
export function readingsOf(
  relation: Relation,
  context: RelationContext,
  fixed: Fixed = NOTHING_FIXED,
  before: readonly RelationReading[] = [],
  kept = KEPT,
): RelationReading[] {
  const whole = new WholeEvidence(relation, new Pairs(relation), context);
  const mixed = [...fixed.values()].some((role) => roleName(role) === 'pegObjective.code');
  const all = context.alone === true ? KINDS.slice(0, 1) : KINDS;
  // What is settled as a name tells of what kind a table is.
  const named = relation.tables.length === 0 ? [] : [...fixed.values()].filter(isTitle);
  const fitting = all.filter((roles) => named.every((role) => roles.includes(role)));
  const kinds = mixed && context.perObjective !== true ? [ONE_SUBJECT] : fitting.length > 0 ? fitting : all;
  return [
    ...kinds.flatMap((roles) => new RelationSearch(relation, context, roles, whole, fixed).run(before, kept)),
    ...(fixed.size === 0 ? [noPlan(relation)] : []),
  ]
    .sort((a, b) => b.score - a.score)
    .slice(0, kept);
}

/** Rows of all levels in the same columns. */
const ONE_SUBJECT: readonly Role[] = [
  ...ROLES.filter(({ subject }) => subject === 'pegObjective' || subject === 'indicator'),
  'aside',
  'other',
];

/** The table is no part of the plan. */
function noPlan({ columns }: Relation): RelationReading {
  return {
    roles: columns.map(({ header }) => (header.meaning.ignored === null ? 'other' : 'aside')),
    score: outsideEvidence(columns),
    key: '',
    outside: true,
  };
}

/** Roles that are settled before the search, by the place of the column: what the user said, what a label says by itself. */
export type Fixed = ReadonlyMap<number, Role>;
const NOTHING_FIXED: Fixed = new Map();

/** A settled role is the only one; where this kind of table does not have it, the column is left out. */
function allowed(possible: readonly Role[], settled: Role | undefined): readonly Role[] {
  if (settled === undefined) return possible;
  return possible.includes(settled) ? [settled] : ['other'];
}

interface Choice {
  readonly role: Role;
  readonly value: number;
}

class RelationSearch {
  /** Every role of each column, the likeliest first. */
  private readonly choices: readonly (readonly Choice[])[];
  /** Those worth trying alone. */
  private readonly tried: readonly (readonly number[])[];
  private readonly best = new Map<string, RelationReading>();
  private readonly seen = new Map<string, number>();

  constructor(
    relation: Relation,
    context: RelationContext,
    possible: readonly Role[],
    private readonly whole: WholeEvidence,
    fixed: Fixed,
  ) {
    this.choices = relation.columns.map((column) =>
      allowed(possible, fixed.get(column.at))
        .map((role): Choice => ({ role, value: columnEvidence(column, role, context) }))
        .sort((a, b) => b.value - a.value),
    );
    this.tried = this.choices.map((list) =>
      list.flatMap(({ role, value }, choice) => {
        const behind = (list[0]?.value ?? 0) - value;
        const worth = behind <= FAR && (choice < CANDIDATES || (isTitle(role) && value > NAME_POSSIBLE));
        return worth || role === 'other' ? [choice] : [];
      }),
    );
  }

  /** @param before  readings of an earlier round, to go on from; without any, from the columns alone */
  run(before: readonly RelationReading[], kept: number): RelationReading[] {
    const known = before.map(({ roles }) => this.placesOf(roles)).filter((one) => one !== null);
    const starts = known.length > 0 ? [this.choices.map(() => 0), ...known] : this.starts();
    for (const start of starts) this.climb(start);
    return [...this.best.values()].sort((a, b) => b.score - a.score).slice(0, kept);
  }

  /** An assignment as choices; null where this kind of table does not have one of its roles. */
  private placesOf(roles: readonly Role[]): number[] | null {
    const places = roles.map((role, at) => this.find(at, role));
    return places.some((place) => place < 0) ? null : places;
  }

  /** The best of each column; and, for the columns that may hold names, each way to lay the levels over them. */
  private starts(): number[][] {
    const first = this.choices.map(() => 0);
    const starts = [first];
    const names = this.choices.flatMap((list, at) => (isTitle(list[0]?.role ?? 'other') ? [at] : []));
    if (names.length < 1) return starts;
    for (const chain of chainsOf(Math.min(names.length, 5))) {
      const start = [...first];
      for (const [i, at] of names.slice(0, 5).entries()) {
        const wanted = chain[i];
        const choice = this.choices[at]?.findIndex(({ role }) => roleName(role) === `${wanted}.title`) ?? -1;
        if (choice >= 0) start[at] = choice;
      }
      starts.push(start);
    }
    return this.promising(starts);
  }

  /** Only the best starts are followed. */
  private promising(starts: readonly number[][]): number[][] {
    const scored = starts.map((start, i) => ({ start, score: i === 0 ? Infinity : this.score(start) }));
    return scored
      .sort((a, b) => b.score - a.score)
      .slice(0, STARTS)
      .map(({ start }) => start);
  }

  /** Single changes and swaps, the best of each column in turn, until nothing gets better. */
  private climb(start: readonly number[]): void {
    const now = [...start];
    let score = this.score(now);
    for (let round = 0; round < ROUNDS; round++) {
      const before = score;
      for (let at = 0; at < now.length; at++) score = this.improve(now, at, score);
      score = this.swap(now, score);
      score = this.together(now, score);
      if (score <= before + 1e-9) break;
    }
  }

  private improve(now: number[], at: number, score: number): number {
    const own = now[at] ?? 0;
    let [best, top] = [own, score];
    for (const choice of this.tried[at] ?? []) {
      if (choice === own) continue;
      now[at] = choice;
      const value = this.score(now);
      if (value > top) [best, top] = [choice, value];
    }
    now[at] = best;
    return top;
  }

  /** Two columns exchange their roles. */
  private swap(now: number[], score: number): number {
    let top = score;
    for (let a = 0; a < now.length; a++)
      for (let b = a + 1; b < now.length; b++) {
        const [roleA, roleB] = [this.role(a, now[a]), this.role(b, now[b])];
        if (typeof roleA === 'string' || typeof roleB === 'string' || roleA === roleB) continue;
        if (!SWAPPED.test(roleA.attribute) || !SWAPPED.test(roleB.attribute)) continue;
        const [choiceA, choiceB] = [this.find(a, roleB), this.find(b, roleA)];
        if (choiceA < 0 || choiceB < 0) continue;
        const [ownA, ownB] = [now[a] ?? 0, now[b] ?? 0];
        [now[a], now[b]] = [choiceA, choiceB];
        const value = this.score(now);
        if (value > top) top = value;
        else [now[a], now[b]] = [ownA, ownB];
      }
    return top;
  }

  /** All that is said of one subject is said of another; all columns of one field are of another. */
  private together(now: number[], score: number): number {
    let top = score;
    const roles = now.map((choice, at) => this.role(at, choice));
    const subjects = new Set(roles.flatMap((role) => (typeof role === 'string' ? [] : role.subject)));
    for (const from of subjects)
      for (const to of SUBJECTS)
        if (to !== from)
          for (const is of [isAny, isNoCode])
            top = this.move(now, top, (role) =>
              role.subject === from && is(role) ? `${to}.${role.attribute}` : null,
            );
    const names = new Set(roles.map(roleName));
    for (const from of names) {
      if (roles.filter((role) => roleName(role) === from).length < 2) continue;
      for (const to of VALUES)
        if (to !== from) top = this.move(now, top, (role) => (role.name === from ? to : null));
    }
    return top;
  }

  /** Changes every column whose role `to` renames, if the whole gets better. */
  private move(now: number[], top: number, to: (role: FieldRole) => string | null): number {
    const before = [...now];
    let changed = false;
    for (const [at, choice] of now.entries()) {
      const role = this.role(at, choice);
      const name = typeof role === 'string' ? null : to(role);
      if (name === null) continue;
      const found = this.choices[at]?.findIndex((one) => roleName(one.role) === name) ?? -1;
      if (found < 0) continue;
      now[at] = found;
      changed = true;
    }
    const value = changed ? this.score(now) : top;
    if (value > top) return value;
    for (const [at, choice] of before.entries()) now[at] = choice;
    return top;
  }

  private find(at: number, role: Role): number {
    return this.choices[at]?.findIndex((choice) => choice.role === role) ?? -1;
  }

  private role(at: number, choice: number | undefined): Role {
    return this.choices[at]?.[choice ?? 0]?.role ?? 'other';
  }

  private score(now: readonly number[]): number {
    const id = now.join(',');
    const known = this.seen.get(id);
    if (known !== undefined) return known;
    const roles = now.map((choice, at) => this.role(at, choice));
    let sum = this.whole.score(roles);
    for (const [at, choice] of now.entries()) sum += this.choices[at]?.[choice]?.value ?? 0;
    this.seen.set(id, sum);
    const key = keyOf(roles);
    const best = this.best.get(key);
    if (!best || sum > best.score) this.best.set(key, { roles, score: sum, key });
    return sum;
  }
}

/** A name less likely than this is not tried. */
const NAME_POSSIBLE = -6;
const STARTS = 4;
const SUBJECTS = CHAIN;
const VALUES = ['indicator.target', 'indicator.baseline', 'indicator.actual', 'other'];
const SWAPPED = /^(?:title|code|ordinal|description|owner|weight|start|end|target|baseline|actual|citation)$/;

const isAny = (): boolean => true;
const isNoCode = ({ attribute }: FieldRole): boolean => attribute !== 'code';

/**
 * What decides entities and links: which columns name which subjects, and which codes refer to a subject that has no
 * name in the table. All else is attributes.
 */
export function keyOf(roles: readonly Role[]): string {
  const named = new Set(roles.flatMap((role) => (isTitle(role) ? [role.subject] : [])));
  return roles
    .flatMap((role, at) => {
      if (typeof role === 'string') return [];
      const refers = role.attribute === 'code' && !named.has(role.subject);
      return role.attribute === 'title' || role.attribute === 'citation' || refers
        ? [`${at}=${role.name}`]
        : [];
    })
    .join(' ');
}

/** Ways to lay levels over so many columns of names, from left to right. */
function chainsOf(count: number): string[][] {
  const found: string[][] = [];
  const lay = (from: number, own: string[]): void => {
    if (own.length === count) {
      found.push(own);
      return;
    }
    for (let at = from; at < CHAIN.length; at++) lay(at + 1, [...own, CHAIN[at] ?? '']);
  };
  lay(0, []);
  return found;
}
