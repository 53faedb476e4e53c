import type { AggregateNode, FormulaProblem, ProblemCode, Span } from '../types';
import type { Budget } from './budget';
import type { Item } from './items';
import type { Token } from './tokens';

/** What a token turned out to be. `undecided` tokens become content of a phrase. */
export type Role =
  'undecided' | 'content' | 'operator' | 'open' | 'close' | 'separator' | 'comparator' | 'dropped';

/** Whether a phrase is a quantity of the base data; null where there are no base data to ask. */
export type Judge = (phrase: string) => boolean | null;

/** The name in the base data that a phrase stands for without doubt, or null. */
export type NameOf = (phrase: string) => string | null;

/** `Media dell'indicatore "…" calcolato su tutti gli sportelli`: function, formula inside, and over what. */
export interface AggregateFrame {
  readonly function: AggregateNode['function'];
  /** Tokens of the inner formula: from, to (excluded). */
  readonly body: readonly [number, number];
  readonly group: string;
  readonly span: Span;
}

/** Observations gathered while reading; they become the flags of the reading. */
export interface Findings {
  lostSymbol: Span | null;
  unbalanced: Span | null;
  emptyOperand: Span | null;
  percentPrefix: Span | null;
  saysPercent: boolean;
  saysPerThousand: boolean;
  definition: string | null;
  target: (Span & { text: string }) | null;
  repaired: boolean;
}

/** A formula between tokens and tree: the tokens, what each is, and what was noticed. */
export class Draft {
  readonly roles: Role[];
  /** Partner of each bracket, -1 without. */
  readonly partner: number[];
  /** Innermost open bracket around each token, -1 outside all. */
  readonly outer: number[];
  /** Innermost brackets (by {@link outer}) that hold a slash between white space. */
  readonly wideSlashes = new Set<number>();
  /** Tokens that belong to a name of the base data: never operators. */
  readonly locked: boolean[];
  /** Brackets implied by the wording, before and after a token. */
  readonly opensBefore: number[];
  readonly closesAfter: number[];
  /** Operators implied by the wording, in place of a word. */
  readonly operatorAt = new Map<number, '+' | '-' | '*' | '/'>();
  readonly found: Findings = {
    lostSymbol: null,
    unbalanced: null,
    emptyOperand: null,
    percentPrefix: null,
    saysPercent: false,
    saysPerThousand: false,
    definition: null,
    target: null,
    repaired: false,
  };
  /** The aggregation over a group that frames the whole formula, if any. */
  aggregate: AggregateFrame | null = null;
  /** Short names defined beside the formula, and the tokens they stand for. */
  definitions: ReadonlyMap<string, readonly [number, number]> = new Map();
  /** Reads the tokens of a definition; set by the reading, which knows how. */
  expand: (from: number, to: number) => Item[] = () => [];
  /** What stands beside the measure and is said apart: its name, a group, a proportion. */
  readonly aside: Span[] = [];
  problem: FormulaProblem | null = null;
  /** Body of the formula: tokens from here, */
  from = 0;
  /** to here (excluded). */
  to: number;

  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly judge: Judge,
    readonly nameOf: NameOf,
    readonly budget: Budget,
    readonly unit: string,
  ) {
    this.roles = tokens.map(() => 'undecided');
    this.partner = tokens.map(() => -1);
    this.outer = tokens.map(() => -1);
    this.locked = tokens.map(() => false);
    this.opensBefore = tokens.map(() => 0);
    this.closesAfter = tokens.map(() => 0);
    this.to = tokens.length;
  }

  /** Does something with the body narrowed to a stretch of tokens. */
  within<T>(from: number, to: number, work: () => T): T {
    const [before, after] = [this.from, this.to];
    this.from = from;
    this.to = to;
    const result = work();
    this.from = before;
    this.to = after;
    return result;
  }

  token(i: number): Token | null {
    return i >= this.from && i < this.to ? (this.tokens[i] ?? null) : null;
  }

  key(i: number): string {
    return this.token(i)?.key ?? '';
  }

  is(i: number, kind: Token['kind']): boolean {
    return this.token(i)?.kind === kind;
  }

  /** Exact text from token `first` to token `last`, both included. */
  slice(first: number, last: number): string {
    const [a, b] = [this.tokens[first], this.tokens[last]];
    return a && b ? this.text.slice(a.start, b.end) : '';
  }

  span(first: number, last: number): Span {
    return { start: this.tokens[first]?.start ?? 0, end: this.tokens[last]?.end ?? 0 };
  }

  setRole(first: number, last: number, role: Role): void {
    for (let i = first; i <= last; i++) this.roles[i] = role;
  }

  /** Sets tokens aside as a name of the formula, and gives their text. */
  setAside(first: number, last: number): string {
    this.aside.push(this.span(first, last));
    return this.slice(first, last);
  }

  /** A word or number that can be part of a quantity's name. */
  isWordLike(i: number): boolean {
    const token = this.token(i);
    return (
      token !== null && (token.kind === 'word' || token.kind === 'number' || this.roles[i] === 'content')
    );
  }

  /** The edges of the grouping bracket a token stands in (or of the body), both excluded. */
  enclosing(i: number): { from: number; to: number } {
    for (let open = this.outer[i] ?? -1; open >= this.from; open = this.outer[open] ?? -1) {
      this.budget.tick();
      const partner = this.partner[open] ?? -1;
      if (this.roles[open] !== 'content' && partner > i) return { from: open + 1, to: partner };
    }
    return { from: this.from, to: this.to };
  }

  fail(code: ProblemCode, span: Span, params: FormulaProblem['params'] = {}): void {
    this.problem ??= {
      code,
      start: span.start,
      end: span.end,
      text: this.text.slice(span.start, span.end),
      params,
    };
  }
}
