/**
 * Indicators as Italian municipalities write them: formula text → tree → value, with the reasons in codes.
 * Positions are offsets in the text as written (UTF-16 units, end excluded), so that a surface can underline them.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words before a quantity's name: `n.`/`numero`, `tot.`/`totale`, `%`/`percentuale`, `Σ`/`somma`. */
export type QuantityPrefix = 'count' | 'total' | 'percent' | 'sum';

/** A period relative to the one asked for (`anno n-1` is −1 year), or a year the phrase names itself. */
export type PeriodModifier =
  { readonly kind: 'shift'; readonly years: number } | { readonly kind: 'year'; readonly year: number };

/** How sure the match of a phrase with a base quantity is, surest first. */
export type NameMatch =
  'exact' | 'normalised' | 'prefix' | 'abbreviation' | 'synonym' | 'context' | 'specific' | 'near';

/** Arithmetic. */
export type Operator = '+' | '-' | '*' | '/' | '^';
/** Comparison, in conditions and targets. */
export type Comparator = '<' | '<=' | '>' | '>=' | '=' | '<>';
/** media, somma, min, max, se, arrotonda. */
export type FormulaFunction = 'mean' | 'sum' | 'min' | 'max' | 'if' | 'round';

/** A number as written; `unit` where one stands beside it (`36h`). */
export interface NumberNode extends Span {
  readonly kind: 'number';
  readonly value: number;
  readonly text: string;
  readonly unit: string | null;
}

/** `50%`: `value` is the fraction 0.5. */
export interface PercentNode extends Span {
  readonly kind: 'percent';
  readonly value: number;
  readonly text: string;
}

/** A quantity named by a phrase. */
export interface QuantityNode extends Span {
  readonly kind: 'quantity';
  /** The phrase exactly as it stands in the formula. */
  readonly text: string;
  /** What it means after elisions: `III` in `Riscossione Titolo I + III` is `Riscossione Titolo III`. Includes prefixes. */
  readonly name: string;
  /** `name` without prefixes and period words: what the base data are searched for. */
  readonly core: string;
  readonly prefixes: readonly QuantityPrefix[];
  readonly period: PeriodModifier | null;
  /** The name was completed from a neighbour (elision) or a convention (`pro capite`). */
  readonly completed: boolean;
  /** A bare `tot`, `totale`: nobody can tell of what. */
  readonly bareTotal: boolean;
  /** Quantity of the base data it stands for; null without base data or where none or several match. */
  readonly match: QuantityMatch | null;
  /** Names of the base data that come near or compete, best first, at most five. */
  readonly candidates: readonly string[];
  /** Several quantities of the base data match equally well. */
  readonly ambiguous: boolean;
  /** Ids of those quantities; empty unless ambiguous. Where all have the same value, any of them will do. */
  readonly options: readonly string[];
}

/** The base quantity meant. */
export interface QuantityMatch {
  /** {@link BaseQuantity.id} */
  readonly quantityId: string;
  readonly name: string;
  readonly how: NameMatch;
}

/** `a / b`. */
export interface OperationNode extends Span {
  readonly kind: 'operation';
  readonly operator: Operator;
  readonly left: Formula;
  readonly right: Formula;
  /** Where the sign or word of the operator stands; null when the wording implies it (`pro capite`). */
  readonly sign: Span | null;
}

/** `-a`. */
export interface NegationNode extends Span {
  readonly kind: 'negation';
  readonly operand: Formula;
}

/** `A per 1000 abitanti`, `A/1000 abit`, `A ogni 100 alunni`: numerator ÷ denominator × `per`. */
export interface RateNode extends Span {
  readonly kind: 'rate';
  readonly numerator: Formula;
  readonly denominator: Formula;
  readonly per: number;
}

/** A function with its arguments; `if` has condition, then, else; `round` value and optional digits. */
export interface CallNode extends Span {
  readonly kind: 'call';
  readonly function: FormulaFunction;
  readonly arguments: readonly Formula[];
}

/** `Media dell'indicatore "…" calcolato su tutti gli sportelli`, `Σ giorni di ritardo`. */
export interface AggregateNode extends Span {
  readonly kind: 'aggregate';
  readonly function: 'mean' | 'sum' | 'min' | 'max';
  readonly body: Formula;
  /** Over what, as written (`tutti gli sportelli di front office`); null for a bare Σ. */
  readonly group: string | null;
}

/** `a > b`, the condition of `se`. */
export interface ComparisonNode extends Span {
  readonly kind: 'comparison';
  readonly operator: Comparator;
  readonly left: Formula;
  readonly right: Formula;
}

/** The parsed formula. Immutable; every node knows where it stands in the text. */
export type Formula =
  | NumberNode
  | PercentNode
  | QuantityNode
  | OperationNode
  | NegationNode
  | RateNode
  | CallNode
  | AggregateNode
  | ComparisonNode;

/** What sort of measure the text is. */
export type FormulaKind =
  | 'missing'
  | 'quantity'
  | 'ratio'
  | 'rate'
  | 'sum'
  | 'difference'
  | 'product'
  | 'function'
  | 'aggregate'
  | 'constant'
  | 'boolean'
  | 'unreadable';

/** Why a formula cannot be read or computed. Surfaces turn the code into words (`describeProblem`). */
export type ProblemCode =
  | 'missing-formula'
  | 'too-long'
  | 'too-deep'
  | 'too-complex'
  | 'unbalanced-brackets'
  | 'unexpected-symbol'
  | 'missing-operand'
  | 'missing-operator'
  | 'several-formulas'
  | 'wrong-arguments'
  | 'cell-reference'
  | 'percent-without-ratio'
  | 'percent-divided-again'
  | 'mixed-scales'
  | 'repeats-name'
  | 'not-a-formula'
  | 'not-a-number'
  | 'division-by-zero'
  | 'overflow'
  | 'ambiguous-quantity'
  | 'group-data-needed'
  | 'column-of-values'
  | 'text-value'
  | 'boolean-in-arithmetic'
  | 'mixed-dimensions'
  | 'unit-conversion'
  | 'year-as-number'
  | 'ambiguous-number'
  | 'not-accounted'
  | 'other-than-unit'
  | 'failed';

/** A problem with its place in the formula. `start` = `end` = 0 when the text is empty. */
export interface FormulaProblem extends Span {
  readonly code: ProblemCode;
  /** The piece of text at that place. */
  readonly text: string;
  /** Named values for the sentence (`candidates`, `limit`, `found` …). */
  readonly params: Readonly<Record<string, string | number>>;
}

/** A phrase that was completed: `III` read as `Titolo III`. */
export interface Elision extends Span {
  readonly text: string;
  readonly readAs: string;
}

/** Observations about how the formula is written; coherence rules IND-… stand on these. */
export interface FormulaFlags {
  /** Factor `x 100` (or `per 100`, `* 100`) in the numerator: its place, else null. */
  readonly hundred: Span | null;
  /** Factor `x 1000` in the numerator. */
  readonly thousand: Span | null;
  /** `per 1000 abitanti`, `/1000 abit`: the number. */
  readonly per: number | null;
  /** One quantity described in words, no operator. */
  readonly describedCount: boolean;
  readonly elisions: readonly Elision[];
  /** `?` or U+FFFD where a symbol was lost (read as Σ when it stands before a phrase). */
  readonly lostSymbol: Span | null;
  /** First bracket without a partner. */
  readonly unbalanced: Span | null;
  /** LaTeX commands left by a document conversion. */
  readonly latex: Span | null;
  /** An operator without something on one side. */
  readonly emptyOperand: Span | null;
  /** A `%` or `percentuale` before the phrase it belongs to. */
  readonly percentPrefix: Span | null;
  /** The numerator of a ratio carries a `%` itself. */
  readonly percentNumerator: Span | null;
  /** The text itself says the result is a percentage (`in %`, `percentuale di … su …`). */
  readonly saysPercent: boolean;
  /** It says `per mille`. */
  readonly saysPerThousand: boolean;
  /** The formula only repeats the indicator's name. */
  readonly repeatsName: boolean;
  /** `tot`, `totale` alone. */
  readonly bareTotals: readonly Span[];
  /** Slashes that may separate two counts instead of dividing (`richieste ricevute/ soddisfatte`). */
  readonly ambiguousSlashes: readonly Span[];
  /** `>= 80%` at the end of the formula: a target, not part of the measure. */
  readonly targetInText: (Span & { readonly text: string }) | null;
}

/** A formula as understood. Reading never throws: either a tree or a problem, sometimes both (repaired text). */
export interface FormulaReading {
  readonly text: string;
  /** `bussola trasparenza = …`: the name before the equals sign, or a label before a colon. */
  readonly definition: string | null;
  readonly tree: Formula | null;
  readonly problem: FormulaProblem | null;
  readonly kind: FormulaKind;
  readonly flags: FormulaFlags;
  /** Work done, counted; at most {@link STEPS_PER_CHARACTER} × (length + 16). */
  readonly steps: number;
}

/** What an indicator is computed from: plain text, as in the workbook. */
export interface IndicatorText {
  readonly name: string;
  readonly formula: string | null;
  readonly unit: string | null;
}

/** Bound of {@link FormulaReading.steps} per character of the formula (plus a constant). */
export const STEPS_PER_CHARACTER = 120;
