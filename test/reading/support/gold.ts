import { roleName, type Role } from '../../../src/mapping/evidence/roles';
import { plainCode } from '../../../src/mapping/evidence/columns';
import type { Relation, RelationColumn } from '../../../src/mapping/relation/relation';
import { fold, splitCode } from '../../../src/plan';
import { KINDS, type Alternative, type Truth } from './truth';

/** What the truth says of the columns of a table: the role of those that name or number its entities. */
export type Gold = ReadonlyMap<number, string>;

/** A column that cites entities among other things: any role that is no name will do. */
export const FREE = 'free';
const LEVELS: readonly string[] = KINDS.slice(0, 3);
/** Share of a column's texts that are entities of a kind: so many make it theirs, so few do not, between nothing is said. */
const THEIRS = 0.6;
const SOME = 0.25;
const CITED = 0.4;
const COUNT = /^\W*\d{1,3}\W*$/;

interface Names {
  readonly titles: ReadonlyMap<string, ReadonlySet<string>>;
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the columns of a relation must be read as, once for each accepted naming of the levels that is plain. */
export function goldsOf(relation: Relation, truth: Truth): Gold[] {
  return [{}, ...truth.alternatives].flatMap((alternative) => {
    const names = namesOf(truth, alternative);
    const roles = relation.columns.map((column) => roleOfColumn(column, names));
    const titles = roles.filter((role) => role?.endsWith('.title'));
    if (roles.includes(undefined) || new Set(titles).size !== titles.length) return [];
    return [new Map(roles.flatMap((role, at) => (role ? [[at, role] as const] : [])))];
  });
}

function namesOf({ entities }: Truth, { readAs = {}, drop = [] }: Alternative): Names {
  const titles = new Map<string, Set<string>>();
  const codes = new Map<string, Set<string>>();
  const add = (into: Map<string, Set<string>>, kind: string, name: string): void => {
    into.set(kind, (into.get(kind) ?? new Set<string>()).add(name));
  };
  for (const { kind, title, code } of entities) {
    const read = Object.entries(readAs).flatMap(([as, meant]) => (meant === kind ? [as] : []));
    for (const as of read.length > 0 ? read : [kind]) {
      if (drop.includes(as)) continue;
      add(titles, as, fold(title));
      const split = splitCode(title);
      if (split) add(titles, as, fold(split.text));
      if (code !== null) add(codes, as, plainCode(code));
    }
  }
  return { titles, codes };
}

/** The role of a column; null for none of a name or code, undefined where the truth does not tell. */
function roleOfColumn({ texts }: RelationColumn, names: Names): string | null | undefined {
  const own = [...new Set(texts.filter((text) => text !== ''))];
  if (own.length === 0) return null;
  const share = (is: (text: string) => boolean): number => own.filter(is).length / own.length;
  const found = KINDS.flatMap((kind): { role: string; share: number }[] => {
    const [titles, codes] = [names.titles.get(kind), names.codes.get(kind)];
    const titled = (text: string): boolean => {
      const split = splitCode(text);
      return titles?.has(fold(text)) === true || (split !== null && titles?.has(fold(split.text)) === true);
    };
    return [
      { role: `${kind}.title`, share: share(titled) },
      {
        role: `${kind}.code`,
        share: (codes?.size ?? 0) > 1 ? share((one) => codes?.has(plainCode(one)) === true) : 0,
      },
    ];
  });
  const [best] = found.sort((a, b) => b.share - a.share);
  if (!best) return null;
  if (best.share >= THEIRS)
    return best.role.endsWith('.code') && own.every((one) => COUNT.test(one)) ? FREE : best.role;
  if (best.share > SOME) return best.role.endsWith('.title') ? undefined : null;
  return share((text) => cites(text, names)) > CITED ? FREE : null;
}

function cites(text: string, { titles }: Names): boolean {
  const plain = fold(text);
  return LEVELS.concat('pegObjective').some((kind) =>
    [...(titles.get(kind) ?? [])].some((title) => title.length > 12 && plain.includes(title)),
  );
}

/** Whether a reading gives the entities and links that the truth says. */
export function fits(roles: readonly Role[], gold: Gold, truth: Truth): boolean {
  const named = new Set(
    [...gold.values()].flatMap((role) => (role.endsWith('.title') ? [subjectOf(role)] : [])),
  );
  const coded = new Set(truth.entities.flatMap(({ kind, code }) => (code === null ? [] : [kind as string])));
  return roles.every((role, at) => {
    const wanted = gold.get(at);
    const name = roleName(role);
    if (wanted === FREE) return !name.endsWith('.title');
    if (wanted?.endsWith('.title')) return name === wanted;
    if (wanted !== undefined) return isCode(name, wanted, named);
    return isSilent(name, gold.size > 0, named, coded);
  });
}

function isCode(name: string, wanted: string, named: ReadonlySet<string>): boolean {
  const subject = subjectOf(wanted);
  if (named.has(subject)) return name === wanted || name === `${subject}.ordinal`;
  return /^(?:phase|indicator)$/.test(subject) || name === wanted;
}

/** A column of which the truth says nothing names nothing and refers to nothing. */
function isSilent(
  name: string,
  tells: boolean,
  named: ReadonlySet<string>,
  coded: ReadonlySet<string>,
): boolean {
  const subject = subjectOf(name);
  if (!(KINDS as readonly string[]).includes(subject)) return !(tells && name.endsWith('.title'));
  if (/\.(?:title|citation)$/.test(name)) return false;
  return !name.endsWith('.code') || named.has(subject) || (LEVELS.includes(subject) && !coded.has(subject));
}

function subjectOf(role: string): string {
  return role.split('.')[0] ?? '';
}
