import type { RelationContext } from '../evidence/context';
import { roleName, type Role } from '../evidence/roles';
import type { Relation } from '../relation/relation';
import type { RelationReading } from '../search/search';
import type { Settled } from './settled';

/** What can be asked about: tables of one shape, or the labels of a family of cards, with their readings. */
export interface Asked {
  /** Names the template: the same for the same file. */
  readonly id: string;
  readonly readings: readonly RelationReading[];
  /** The columns or labels, by their place among the roles of a reading. */
  readonly columns: readonly AskedColumn[];
  /** Sheets of this shape. */
  readonly sheets: readonly string[];
  /** What the readings are of, and what was weighed beside it. */
  readonly relation: Relation;
  readonly context: RelationContext;
  /** Which of the columns or labels a cell belongs to; null for none. */
  readonly columnOf: (cell: CellPlace) => number | null;
}

/** A cell of a sheet, rows and columns from 0. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface AskedColumn {
  readonly header: string;
  readonly sheet: string;
  readonly file?: string;
  /** The cells in question, `A1:B2`. */
  readonly address: string;
  /** Column name, null for a label. */
  readonly column: string | null;
}

/** A column whose readings compete. */
export interface Doubt {
  readonly id: string;
  readonly asked: Asked;
  readonly at: number;
  /** Roles with their probabilities, the one read now first. */
  readonly options: readonly { readonly role: Role; readonly probability: number }[];
  /** How much is unsure: 0 when one option has all. */
  readonly entropy: number;
  /** Its place among the doubts of its template, from 0. */
  readonly turn: number;
}

/** Log-odds that are one step of probability: evidence is not independent, so its sum says less than it seems. */
const TEMPERATURE = 1;
/** Options offered at most, besides `none`. */
const OFFERED = 3;
/** Less likely roles are not offered. */
const OFFERABLE = 0.02;
/** A column is asked about when its likeliest role is less likely. */
const ASKABLE = 0.93;
/** Columns of a template that are tried one after the other. */
const TURNS = 3;

/** Probabilities of the readings of a template, the best first. */
export function probabilities(readings: readonly RelationReading[]): number[] {
  const [best] = readings;
  const odds = readings.map(({ score }) => Math.exp((score - (best?.score ?? 0)) / TEMPERATURE));
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((one) => one / sum);
}

/**
 * The columns worth asking about, the one that tells most readings apart first. Each template has its own by turns: the
 * second matters only where the first turns out to change nothing.
 */
export function doubtsOf(asked: readonly Asked[], settled: Settled): Doubt[] {
  return asked
    .flatMap((one) => {
      const own = doubtsAbout(one);
      const answered = own.findIndex(({ id }) => settled.wasAsked(id));
      return answered < 0 ? own : own.slice(0, answered);
    })
    .sort((a, b) => a.turn - b.turn || b.entropy - a.entropy);
}

/** The columns of a template from the one that splits its readings most; of those alike, one that names a level. */
function doubtsAbout(asked: Asked): Doubt[] {
  const shares = probabilities(asked.readings);
  if ((shares[0] ?? 1) >= ASKABLE) return [];
  return asked.columns
    .flatMap((_, at) => doubtsAt(asked, shares, at))
    .sort((a, b) => b.entropy - a.entropy || a.at - b.at)
    .slice(0, TURNS)
    .map((doubt, turn) => ({ ...doubt, turn }));
}

/** What a column may be, as many options at a time as are offered: the reading now always first. */
function doubtsAt(asked: Asked, shares: readonly number[], at: number): Omit<Doubt, 'turn'>[] {
  const all = [...rolesOf(asked, shares, at).values()].sort((a, b) => b.probability - a.probability);
  const now = asked.readings[0]?.roles[at] ?? 'other';
  const first = all.filter(({ role }) => role === now);
  const rest = all.filter(({ role, probability }) => role !== now && probability >= OFFERABLE);
  const entropy = all.reduce((sum, { probability: p }) => sum - (p > 0 ? p * Math.log(p) : 0), 0);
  const { sheet = '', address = '', header = '' } = asked.columns[at] ?? {};
  return chunks(rest, OFFERED - 1).map((some) => {
    const options = [...first, ...some];
    const names = options.map(({ role }) => roleName(role));
    const level = names.some((name) => /(?:title|code)$/.test(name)) ? 1 : 0.5;
    const id = `q-${hash(`${sheet}!${address}|${header}|${names.join('|')}`)}`;
    return { id, asked, at, options, entropy: entropy * level };
  });
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

function rolesOf(
  asked: Asked,
  shares: readonly number[],
  at: number,
): Map<string, { role: Role; probability: number }> {
  const roles = new Map<string, { role: Role; probability: number }>();
  for (const [i, reading] of asked.readings.entries()) {
    const role = reading.roles[at] ?? 'other';
    const known = roles.get(roleName(role));
    roles.set(roleName(role), { role, probability: (known?.probability ?? 0) + (shares[i] ?? 0) });
  }
  return roles;
}

/** A short digest of a text (FNV-1a), the same everywhere. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, '0');
}
