import { fold, splitCode } from '../../plan';
import type { Relation } from '../relation/relation';
import { plainCode } from './columns';

/** How two columns of a relation go together, each pair worked out once. */
export class Pairs {
  private readonly dependencies = new Map<number, number | null>();
  private readonly matches = new Map<number, number>();
  private readonly singles = new Map<number, number>();
  private readonly prefixes = new Map<number, number>();
  private readonly folded: (readonly string[])[];

  constructor(private readonly relation: Relation) {
    this.folded = relation.columns.map(({ filled }) => filled.map((text) => fold(text)));
  }

  /**
   * Functional dependency parent ← child: the share of child values found in several rows that go with one parent
   * only. Null where no child value comes again: a key determines everything and proves nothing.
   * @param beside a column that tells equal child values apart
   * @param bySheet whether equal child values of two sheets are two: number 1 of each office
   */
  determined(child: number, parent: number, beside?: number, bySheet = false): number | null {
    const key = ((child * 512 + parent) * 512 + (beside ?? -1) + 1) * 2 + Number(bySheet);
    const known = this.dependencies.get(key);
    if (known !== undefined) return known;
    const partners = new Map<string, { parents: Set<string>; rows: number }>();
    const [c, p] = [this.folded[child] ?? [], this.folded[parent] ?? []];
    const more = beside === undefined ? [] : (this.folded[beside] ?? []);
    const sheets = bySheet ? (this.relation.sheets ?? []) : [];
    for (const [row, text] of c.entries()) {
      if (text === '') continue;
      const value = `${text}|${more[row] ?? ''}|${sheets[row] ?? ''}`;
      const own = partners.get(value) ?? { parents: new Set<string>(), rows: 0 };
      own.parents.add(p[row] ?? '');
      own.rows += 1;
      partners.set(value, own);
    }
    const repeated = [...partners.values()].filter(({ rows }) => rows > 1);
    const single = repeated.filter(({ parents }) => parents.size === 1).length;
    const found = repeated.length === 0 ? null : single / repeated.length;
    this.dependencies.set(key, found);
    return found;
  }

  /** How far each value of one column goes with one value of the other, both ways: code and title. 0–1. */
  oneToOne(a: number, b: number): number {
    const key = a * 512 + b;
    const known = this.matches.get(key);
    if (known !== undefined) return known;
    // Objectives without a code are a finding, not another column.
    const found = Math.min(this.single(a, b), this.single(b, a)) * (0.5 + 0.5 * this.beside(a, b));
    this.matches.set(key, found);
    return found;
  }

  /** Share of a column's filled cells that have the other filled beside them. */
  private beside(a: number, b: number): number {
    const [x, y] = [this.relation.columns[a]?.texts ?? [], this.relation.columns[b]?.texts ?? []];
    let both = 0;
    let any = 0;
    for (const [row, text] of x.entries()) {
      const other = y[row] ?? '';
      if (text === '' && other === '') continue;
      any += 1;
      if (text !== '' && other !== '') both += 1;
    }
    return any === 0 ? 0 : both / any;
  }

  /** How far the cells of two columns begin in the same rows, 0–1; and the share of the first that begin elsewhere. */
  beginning(a: number, b: number): { readonly together: number; readonly elsewhere: number } {
    const [own, other] = [this.relation.columns[a]?.begins, this.relation.columns[b]?.begins];
    if (!own || !other || own.size === 0) return { together: 0, elsewhere: 0 };
    const both = [...own].filter((row) => other.has(row)).length;
    return { together: both / (own.size + other.size - both), elsewhere: 1 - both / own.size };
  }

  /** Share of the values of one column that go with one value of the other only. */
  single(a: number, b: number): number {
    const key = a * 512 + b;
    const known = this.singles.get(key);
    if (known !== undefined) return known;
    const found = this.singleOf(a, b);
    this.singles.set(key, found);
    return found;
  }

  private singleOf(a: number, b: number): number {
    const partners = new Map<string, Set<string>>();
    const [x, y] = [this.relation.columns[a]?.texts ?? [], this.relation.columns[b]?.texts ?? []];
    for (const [row, text] of x.entries()) {
      const [value, other] = [fold(text), fold(y[row] ?? '')];
      if (value === '' || other === '') continue;
      const own = partners.get(value) ?? new Set<string>();
      own.add(other);
      partners.set(value, own);
    }
    if (partners.size === 0) return 0;
    return [...partners.values()].filter((set) => set.size === 1).length / partners.size;
  }

  /** Share of the child's codes, alone or before a name, that go on from the parent's in their row: `01.02` under `01`. */
  goesOnFrom(child: number, parent: number): number {
    const key = child * 512 + parent;
    const known = this.prefixes.get(key);
    if (known !== undefined) return known;
    const [x, y] = [this.relation.columns[child]?.filled ?? [], this.relation.columns[parent]?.filled ?? []];
    let all = 0;
    let hits = 0;
    for (const [row, text] of x.entries()) {
      const [own, above] = [plainCode(codeIn(text)), plainCode(codeIn(y[row] ?? ''))];
      if (own === '' || above === '') continue;
      all += 1;
      if (own.length > above.length && own.startsWith(above)) hits += 1;
    }
    const found = all === 0 ? 0 : hits / all;
    this.prefixes.set(key, found);
    return found;
  }

  /** Share of the groups of one column on a sheet (and of a second that parts them) in which another has several values. */
  variesWithin(group: number, column: number, beside?: number): number | null {
    const determined = this.determined(group, column, beside, true);
    return determined === null ? null : 1 - determined;
  }
}

/** The code in front of a name; a text without a name is one. */
function codeIn(text: string): string {
  return splitCode(text)?.code ?? text;
}
