import {
  contentWords,
  nameNumbers,
  normalise,
  normaliseCode,
  similarity,
  stem,
  withoutOrdinal,
  wordOverlap,
  type MatchKind,
} from '../../plan';

/** Something a label may mean. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly code: string | null;
  readonly inDup: boolean;
  /** The entity above it, null at the top or when unknown. */
  readonly parentId: string | null;
}

export interface Match {
  readonly id: string;
  readonly match: MatchKind;
  /** 0–1 */
  readonly similarity: number;
}

/** Names at least this alike are the same name with a slip (edit distance over length), if their numbers agree. */
export const NEAR = 0.8;
/** A loose label must share at least this part of its words with what it means. */
const LOOSE = 0.5;
/** The runner-up must be this much less alike. */
const MARGIN = 0.08;

type Accept = (one: Candidate) => boolean;
const ALL: Accept = () => true;

/** Entities of one kind by code and by name: what a label or a code means. Exact look-ups cost nothing. */
export class NameIndex {
  private readonly all = new Map<string, Candidate>();
  private readonly byNormalCode = new Map<string, string[]>();
  private readonly byBareCode = new Map<string, string[]>();
  private readonly byTitle = new Map<string, string[]>();
  private readonly byNormalTitle = new Map<string, string[]>();
  private readonly lengths = new Map<string, number>();
  private readonly numbers = new Map<string, string>();

  get size(): number {
    return this.all.size;
  }

  has(id: string): boolean {
    return this.all.has(id);
  }

  get(id: string): Candidate | null {
    return this.all.get(id) ?? null;
  }

  values(): Candidate[] {
    return [...this.all.values()];
  }

  add(one: Candidate): void {
    const name = normalise(one.title);
    this.all.set(one.id, one);
    this.lengths.set(one.id, name.length);
    this.numbers.set(one.id, nameNumbers(one.title));
    put(this.byTitle, one.title, one.id);
    put(this.byNormalTitle, name, one.id);
    if (one.code === null) return;
    put(this.byNormalCode, normaliseCode(one.code), one.id);
    put(this.byBareCode, withoutZeros(one.code), one.id);
  }

  /** An entity's parent became known. */
  place(id: string, parentId: string): void {
    const one = this.all.get(id);
    if (one?.parentId === null) this.all.set(id, { ...one, parentId });
  }

  private among(ids: readonly string[] | undefined, accept: Accept): Candidate[] {
    return (ids ?? []).flatMap((id) => this.all.get(id) ?? []).filter(accept);
  }

  /** By code first, then by name. */
  find(label: string, code: string | null, accept: Accept = ALL): Match | null {
    return (code === null ? null : this.byCode(code, label, accept)) ?? this.byName(label, accept);
  }

  /** The one entity with this code; null when there is none or more than one. */
  byCode(code: string, label = '', accept: Accept = ALL): Match | null {
    const same = this.among(this.byNormalCode.get(normaliseCode(code)), accept);
    const [only] = same;
    return only && same.length === 1
      ? { id: only.id, match: 'code', similarity: similarity(label, only.title) }
      : null;
  }

  /** The one entity whose code is this one but for leading zeros: `101` for `0101`. */
  byCodeButZeros(code: string, label: string, accept: Accept = ALL): Match | null {
    const [only, other] = this.among(this.byBareCode.get(withoutZeros(code)), accept);
    return only && !other ? { id: only.id, match: 'code', similarity: similarity(label, only.title) } : null;
  }

  /** By name: equal, equal after normalising, near. Null when nothing or more than one thing is near. */
  byName(label: string, accept: Accept = ALL): Match | null {
    return this.sameName(label, accept) ?? this.near(label, accept) ?? this.abbreviated(label, accept);
  }

  /** By name, equal at least after normalising. */
  sameName(label: string, accept: Accept = ALL): Match | null {
    const [exact] = this.among(this.byTitle.get(label), accept);
    if (exact) return { id: exact.id, match: 'exact', similarity: 1 };
    const own = normalise(label);
    const [equal] = own === '' ? [] : this.among(this.byNormalTitle.get(own), accept);
    return equal ? { id: equal.id, match: 'normalised', similarity: 1 } : null;
  }

  private near(label: string, accept: Accept): Match | null {
    const own = normalise(label).length;
    if (own === 0) return null;
    const numbers = nameNumbers(label);
    const [best, second] = this.ranked(
      (one) =>
        couldBeNear(own, this.lengths.get(one.id) ?? 0) && this.numbers.get(one.id) === numbers
          ? similarity(label, one.title)
          : 0,
      accept,
    );
    if (!best || best.score < NEAR || best.score - (second?.score ?? 0) < MARGIN / 2) return null;
    return { id: best.one.id, match: 'near', similarity: best.score };
  }

  /** Word by word the same, some of them cut short: `Semplificaz. procedure` for `Semplificazione delle procedure`. */
  private abbreviated(label: string, accept: Accept): Match | null {
    const own = contentWords(withoutOrdinal(label));
    if (own.length < 2) return null;
    const same = this.values().filter(
      (one) => accept(one) && abbreviates(own, contentWords(withoutOrdinal(one.title))),
    );
    const [only] = same;
    return only && same.length === 1
      ? { id: only.id, match: 'near', similarity: similarity(label, only.title) }
      : null;
  }

  /**
   * A short or loose label among few candidates: `sicurezza e legalità` for `Sicurezza, legalità e equità`. Only a
   * single candidate that clearly shares more words than the others is taken.
   */
  loosely(label: string, accept: Accept = ALL): Match | null {
    const found = this.byName(label, accept);
    if (found) return found;
    const numbers = nameNumbers(label);
    const fits = (one: Candidate) => numbers === '' || this.numbers.get(one.id) === numbers;
    const [best, second] = this.ranked((one) => (fits(one) ? wordOverlap(label, one.title) : 0), accept);
    if (!best || best.score < LOOSE || best.score - (second?.score ?? 0) < MARGIN) return null;
    return { id: best.one.id, match: 'only-candidate', similarity: similarity(label, best.one.title) };
  }

  private ranked(
    score: (one: Candidate) => number,
    accept: Accept,
  ): readonly { one: Candidate; score: number }[] {
    return this.values()
      .filter(accept)
      .map((one) => ({ one, score: score(one) }))
      .sort((a, b) => b.score - a.score);
  }
}

function withoutZeros(code: string): string {
  return normaliseCode(code).replace(/(?<!\d)0+(?=\d)/g, '');
}

/** Letters a shortened word must keep. */
const KEPT = 3;

function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  return (
    short.length === long.length &&
    short.every((word, i) => {
      const other = long[i] ?? '';
      return word === other || (word.length >= KEPT && other.startsWith(word)) || stem(word) === stem(other);
    })
  );
}

/** Texts whose lengths differ by more than a fifth of the longer cannot be {@link NEAR}. */
function couldBeNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(a, b) * (1 - NEAR + MARGIN);
}

function put(map: Map<string, string[]>, key: string, id: string): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}
