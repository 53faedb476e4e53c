import { similarity, stem, words } from '../../plan';
import type { BaseData, BaseQuantity, NameMatch } from '../types';
import { holdsAllWords, isAbbreviation, isMisspelling, isSpecific, missingWords } from './likeness';
import { IMPLIED_WORDS } from './lexicon';
import { nameKey, type NameKey } from './names';
import { measureOf } from '../units/units';

/** What a phrase stands for in the base data. */
export interface Lookup {
  readonly quantity: BaseQuantity | null;
  readonly how: NameMatch | null;
  /** Names that compete or come near. */
  readonly candidates: readonly string[];
  readonly ambiguous: boolean;
  /** Ids of the equals, when ambiguous. */
  readonly options: readonly string[];
  /** The matching quantity's name says `totale` and the phrase does not. */
  readonly addsTotal: boolean;
  /** The indicator's own words were asked: with another name the answer might differ. */
  readonly contextual: boolean;
}

interface Entry {
  readonly quantity: BaseQuantity;
  readonly key: NameKey;
  readonly joined: string;
  readonly exact: string;
  /** The name without what its brackets say: less than the quantity is. */
  readonly partial: boolean;
}

interface Found {
  readonly quantity: BaseQuantity;
  readonly rank: number;
  readonly addsTotal: boolean;
  readonly byContext?: boolean;
}

const RANKS: readonly NameMatch[] = [
  'exact',
  'normalised',
  'prefix',
  'abbreviation',
  'synonym',
  'context',
  'specific',
  'near',
];
const rankOf = (how: NameMatch): number => RANKS.indexOf(how);

/** Candidates looked at closely for one phrase: keeps the work per phrase bounded. */
const MAX_CANDIDATES = 60;

const NOTHING: Lookup = {
  quantity: null,
  how: null,
  candidates: [],
  ambiguous: false,
  options: [],
  addsTotal: false,
  contextual: false,
};

/** The names of the base data, ready to be looked up: exact name, same words, then ever looser forms. */
export class NameIndex {
  private readonly byExact = new Map<string, Entry[]>();
  private readonly byCore = new Map<string, Entry[]>();
  private readonly bySet = new Map<string, Entry[]>();
  private readonly byLean = new Map<string, Entry[]>();
  private readonly byCanon = new Map<string, Entry[]>();
  private readonly bySquash = new Map<string, Entry[]>();
  private readonly byStem = new Map<string, Entry[]>();
  private readonly byStart = new Map<string, Entry[]>();
  /** By number of words and the beginning of the first or last one: where shortened or misspelt names are looked for. */
  private readonly byShape = new Map<string, Entry[]>();
  private readonly known = new Map<string, readonly Found[]>();
  private readonly cache = new Map<string, Lookup>();

  constructor(readonly data: BaseData) {
    for (const quantity of data.quantities) {
      for (const name of [quantity.name, ...quantity.aliases]) {
        this.add(quantity, name);
        for (const part of speltOut(name)) this.add(quantity, part);
      }
    }
  }

  private add(quantity: BaseQuantity, name: string): void {
    const whole = nameKey(name);
    for (const key of whole.withoutBrackets ? [whole, whole.withoutBrackets] : [whole]) {
      if (key.core.length === 0) continue;
      const partial = key !== whole && !whole.silentBrackets;
      const entry = { quantity, key, joined: key.core.join(' '), exact: exactKey(name), partial };
      if (key === whole) put(this.byExact, entry.exact, entry);
      put(this.byCore, entry.joined, entry);
      put(this.bySet, sorted(key), entry);
      put(this.byLean, key.lean, entry);
      put(this.byCanon, key.canon, entry);
      put(this.bySquash, key.squash, entry);
      for (const shape of shapesOf(key)) put(this.byShape, shape, entry);
      for (const word of new Set(key.core)) put(this.byStem, word, entry);
      for (const word of new Set(key.plain)) put(this.byStart, word.slice(0, 2), entry);
    }
  }

  /** Looks a phrase up. `context`: words of the indicator's name and unit, which may settle what a short name means. */
  find(phrase: string, context = ''): Lookup {
    const id = `${phrase}\u0000${context}`;
    const known = this.cache.get(id);
    if (known) return known;
    const found = this.search(phrase, context);
    if (this.cache.size > 5000) this.cache.clear();
    this.cache.set(id, found);
    return found;
  }

  /** Whether an answer needs no completion from its neighbours: the same name but for inflection, prefixes, abbreviations. */
  isCertain(found: Lookup): boolean {
    return found.how !== null && rankOf(found.how) <= rankOf('synonym');
  }

  /** Whether the phrase names a quantity without doubt (inflection, prefixes, abbreviations, synonyms allowed). */
  knows(phrase: string): boolean {
    const hits = this.certain(phrase);
    return hits.length > 0 && this.prefer(unique(hits), '').length === 1;
  }

  /** Quantities of the same name but for inflection, prefixes, abbreviations, synonyms; empty when there is none. */
  private certain(phrase: string): readonly Found[] {
    const before = this.known.get(phrase);
    if (before) return before;
    const hits = this.searchCertain(phrase, nameKey(phrase));
    if (this.known.size > 20_000) this.known.clear();
    this.known.set(phrase, hits);
    return hits;
  }

  private searchCertain(phrase: string, key: NameKey): readonly Found[] {
    if (key.core.length === 0) return [];
    const exact = this.byExact.get(exactKey(phrase));
    if (exact) return exact.map((entry) => ({ quantity: entry.quantity, rank: 0, addsTotal: false }));
    for (const part of speltOut(phrase)) {
      const hits = this.certain(part);
      if (hits.length > 0) return hits;
    }
    for (const form of formsOf(key)) {
      const hits = this.sameWords(form) ?? this.shortened(form) ?? this.synonymous(form);
      if (hits) return hits;
    }
    return [];
  }

  private search(phrase: string, context: string): Lookup {
    const hits = this.certain(phrase);
    if (hits.length > 0) return this.settle(hits, context, []);
    const key = nameKey(phrase);
    if (key.core.length === 0) return NOTHING;
    const near = this.neighbours(key);
    for (const form of formsOf(key)) {
      const completed = this.completed(form, near, context);
      if (completed) return this.settle(completed, context, []);
    }
    const misspelt = this.alikeShapes(key).filter((entry) => isMisspelling(key, entry.key));
    if (misspelt.length > 0)
      return this.settle(
        misspelt.map((entry) => found(entry, 'near', key)),
        context,
        [],
      );
    const measured = this.onlyOneIn(key);
    if (measured)
      return this.settle([{ quantity: measured, rank: rankOf('context'), addsTotal: false }], context, []);
    const wider = near.filter((entry) => holdsAllWords(key, entry.key));
    const sorts = wider.filter((entry) => isSpecific(key, entry.key));
    if (sorts.length > 0) {
      const among = unique(wider).length > 1 ? wider : sorts;
      return this.settle(
        among.map((entry) => found(entry, 'specific', key)),
        '',
        [],
      );
    }
    const contextual = wider.length > 0;
    return { ...NOTHING, candidates: this.suggestions(phrase, key, near), contextual };
  }

  /** The same words: in order, in any order, or joined; prefixes decide among several. */
  private sameWords(key: NameKey): Found[] | null {
    const lists = [
      this.byCore.get(key.core.join(' ')),
      this.bySet.get(sorted(key)),
      this.bySquash.get(key.squash),
      key.lean === '' ? undefined : this.byLean.get(key.lean),
    ];
    for (const entries of lists) {
      if (!entries) continue;
      const equal = entries.filter(
        (entry) => entry.key.total === key.total && entry.key.percent === key.percent,
      );
      if (equal.length > 0) return equal.map((entry) => found(entry, 'normalised', key));
      // A percentage of something is no amount of it.
      const unlike = entries.filter((entry) => entry.key.percent === key.percent || key.percent);
      if (unlike.length > 0) return unlike.map((entry) => found(entry, 'prefix', key));
    }
    return null;
  }

  private shortened(key: NameKey): Found[] | null {
    const hits = this.alikeShapes(key).filter((entry) => isAbbreviation(key, entry.key));
    return hits.length > 0 ? hits.map((entry) => found(entry, 'abbreviation', key)) : null;
  }

  private synonymous(key: NameKey): Found[] | null {
    const hits = key.canon === '' ? undefined : this.byCanon.get(key.canon);
    return hits ? hits.map((entry) => found(entry, 'synonym', key)) : null;
  }

  /** Names that hold all the phrase's words, the rest being empty or said by the indicator's own name. */
  private completed(key: NameKey, near: readonly Entry[], context: string): Found[] | null {
    const known = impliedBy(context);
    const judged = near.map((entry) => ({
      entry,
      why: missingWords(key, entry.key, entry.quantity.unit, known),
    }));
    for (const why of ['none', 'said'] as const) {
      const hits = judged.filter((one) => one.why === why);
      if (hits.length > 0)
        return hits.map(({ entry }) => ({ ...found(entry, 'context', key), byContext: why === 'said' }));
    }
    return null;
  }

  /** `abitanti/kmq`: a unit by itself is the one quantity counted in it, where there is only one. */
  private onlyOneIn(key: NameKey): BaseQuantity | null {
    const [word] = key.plain;
    if (key.plain.length !== 1 || !word || word.length < 2) return null;
    if (!/^(?:length|weight|energy)$/.test(measureOf(word) ?? '')) return null;
    const hits = this.data.quantities.filter((one) => words(one.unit ?? '').join('') === word);
    return hits.length === 1 ? (hits[0] ?? null) : null;
  }

  private alikeShapes(key: NameKey): Entry[] {
    const hits = new Set(
      shapesOf(key).flatMap((shape) => (this.byShape.get(shape) ?? []).slice(0, 4 * MAX_CANDIDATES)),
    );
    return [...hits];
  }

  /** Entries sharing a word or its first two letters, those sharing most words first. */
  private neighbours(key: NameKey): Entry[] {
    const hits = new Map<Entry, number>();
    const count = (entries: readonly Entry[] | undefined, weight: number): void => {
      for (const entry of (entries ?? []).slice(0, 400)) hits.set(entry, (hits.get(entry) ?? 0) + weight);
    };
    for (const word of new Set(key.core)) count(this.byStem.get(word), 3);
    for (const word of new Set(key.plain)) count(this.byStart.get(word.slice(0, 2)), 1);
    return [...hits]
      .sort((a, b) => b[1] - a[1] || a[0].key.core.length - b[0].key.core.length)
      .slice(0, MAX_CANDIDATES)
      .map(([entry]) => entry);
  }

  private settle(hits: readonly Found[], context: string, candidates: readonly string[]): Lookup {
    const distinct = unique(hits);
    const best = distinct.length > 1 ? this.prefer(distinct, context) : distinct;
    const first = best[0];
    if (!first) return { ...NOTHING, candidates };
    const rivals = distinct.filter((hit) => !hit.addsTotal).length;
    const contextual = rivals > 1 || (rivals === 0 && distinct.length > 1) || first.byContext === true;
    if (best.length > 1) {
      return {
        ...NOTHING,
        candidates: best.slice(0, 5).map((hit) => hit.quantity.name),
        how: RANKS[best[0]?.rank ?? 0] ?? 'near',
        ambiguous: true,
        options: best.map((hit) => hit.quantity.id),
        contextual,
      };
    }
    return {
      quantity: first.quantity,
      how: RANKS[first.rank] ?? 'near',
      candidates,
      ambiguous: false,
      options: [],
      addsTotal: first.addsTotal,
      contextual,
    };
  }

  /** Among equals: the one that is no total, else the one whose block or unit the indicator's own words name. */
  private prefer(hits: readonly Found[], context: string): readonly Found[] {
    const plain = hits.filter((hit) => !hit.addsTotal);
    const pool = plain.length > 0 ? plain : hits;
    if (pool.length === 1) return pool;
    const known = new Set(words(context).map(stem));
    const scored = pool.map((hit) => ({ hit, score: overlap(hit.quantity, known) }));
    const top = Math.max(...scored.map((one) => one.score));
    return scored.filter((one) => one.score === top).map((one) => one.hit);
  }

  /** Near names for a phrase nobody knows: alike letter by letter, or holding all its words. */
  private suggestions(phrase: string, key: NameKey, near: readonly Entry[]): string[] {
    const scored = near.map((entry) => {
      const holds = key.core.every((word) => entry.key.core.includes(word));
      return {
        name: entry.quantity.name,
        score: similarity(entry.quantity.name, phrase) + (holds ? 0.5 : 0),
      };
    });
    const names = scored.filter((one) => one.score >= 0.45).sort((a, b) => b.score - a.score);
    return [...new Set(names.map((one) => one.name))].slice(0, 3);
  }
}

/** What the indicator's own words say: themselves, and what they are about (`tributaria`: entrate). */
function impliedBy(context: string): ReadonlySet<string> {
  const own = words(context).map(stem);
  return new Set([...own, ...own.flatMap((root) => stem(IMPLIED_WORDS[root] ?? root))]);
}

/**
 * `ITP (indicatore … dei pagamenti)`, `Tempo medio di pagamento (TMP)`: the long form and the short one, whose first
 * and last letters begin its first and last word; nothing for other brackets, which make another quantity.
 */
function speltOut(phrase: string): readonly string[] {
  const [, before = '', inside = ''] = /^\s*(\S[^()]*?)\s*\(([^()]+)\)\s*$/.exec(phrase) ?? [];
  const [long, short] = /^\p{Lu}{2,6}$/u.test(before) ? [inside, before] : [before, inside];
  const list = words(long);
  const initials = `${list[0]?.[0] ?? ''}${list.at(-1)?.[0] ?? ''}`;
  const stands = /^\p{Lu}{2,6}$/u.test(short) && list.length >= 3;
  return stands && initials === `${short[0] ?? ''}${short.at(-1) ?? ''}`.toLowerCase() ? [long, short] : [];
}

/** A phrase as it stands, and without brackets that say nothing: any other bracket makes it another quantity. */
function formsOf(key: NameKey): readonly NameKey[] {
  return key.withoutBrackets && key.silentBrackets ? [key, key.withoutBrackets] : [key];
}

function unique<T extends { readonly quantity: BaseQuantity }>(hits: readonly T[]): readonly T[] {
  return [...new Map(hits.map((hit) => [hit.quantity.id, hit])).values()];
}

/** Number of words with the beginnings of the first and the last. */
function shapesOf(key: NameKey): string[] {
  const [first, last] = [key.plain[0] ?? '', key.plain.at(-1) ?? ''];
  return [...new Set([first, last].map((word) => `${key.plain.length}:${word.slice(0, 2)}`))];
}

function put<K>(map: Map<K, Entry[]>, key: K, entry: Entry): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}

function exactKey(text: string): string {
  return words(text).join(' ') + (/[%]/.test(text) ? ' %' : '');
}

function sorted(key: NameKey): string {
  return [...key.core].sort().join(' ');
}

function found(entry: Entry, how: NameMatch, key: NameKey): Found {
  const rank = entry.partial ? Math.max(rankOf(how), rankOf('specific')) : rankOf(how);
  return { quantity: entry.quantity, rank, addsTotal: entry.key.total && !key.total };
}

function overlap(quantity: BaseQuantity, known: ReadonlySet<string>): number {
  const own = words(`${quantity.block ?? ''} ${quantity.unit ?? ''} ${quantity.cell.sheet}`).map(stem);
  return new Set(own.filter((word) => known.has(word))).size;
}
