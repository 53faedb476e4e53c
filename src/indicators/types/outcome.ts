import type { CellRef } from '../../workbook';
import type { BaseData, Period, ValueProblem } from './data';
import type { FormulaProblem, FormulaReading, NameMatch } from './formula';

/** What helps to read a formula besides its text. */
export interface FormulaContext {
  /** The indicator's name. */
  readonly name?: string;
  /** Unit as written. */
  readonly unit?: string;
  readonly data?: BaseData;
}

/** How an indicator came out. */
export type OutcomeKind = 'value' | 'boolean' | 'missing-data' | 'not-computable';

/** A quantity used, with its value and where it was read. */
export interface UsedQuantity {
  /** Name in the base data. */
  readonly name: string;
  /** As written in the formula. */
  readonly term: string;
  readonly value: number | boolean | null;
  readonly text: string;
  readonly unit: string | null;
  readonly period: Period;
  readonly cell: CellRef | null;
  readonly how: NameMatch;
}

/** A quantity that has no value. */
export interface MissingQuantity {
  readonly name: string;
  readonly period: Period;
  readonly reason: 'unknown-quantity' | 'undetermined-total' | 'no-period' | ValueProblem;
  /** Near names, for an unknown quantity. */
  readonly candidates: readonly string[];
  readonly cell: CellRef | null;
  readonly start: number;
  readonly end: number;
}

/** Remarks on a value that stands: where a convention or a guess-free choice was made. */
export interface OutcomeNote {
  readonly code:
    | 'elision'
    | 'formula-in-title'
    | 'percent-prefix-as-unit'
    | 'lost-symbol-as-sum'
    | 'target-in-formula'
    | 'synonym'
    | 'near-name'
    | 'context-name'
    | 'specific-name'
    | 'equal-candidates'
    | 'hundred-in-percent'
    | 'hundred-without-percent'
    | 'other-unit'
    | 'converted-unit'
    | 'dash-as-bullet'
    | 'other-period'
    | 'undated-value'
    | 'brackets-repaired'
    | 'proposed-formula'
    | 'example-data'
    | 'above-whole'
    | 'far-from-series'
    | 'hundredfold';
  readonly text: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A sentence in both languages. */
export interface Bilingual {
  readonly it: string;
  readonly en: string;
}

/** The result of one indicator in one period, as `peg indicators` prints it. */
export interface IndicatorOutcome {
  readonly outcome: OutcomeKind;
  /** A number (a `%` as fraction), true/false for boolean, otherwise null. Never NaN or infinite. */
  readonly value: number | boolean | null;
  /** The declared unit; the value's own where the declared one says something the formula cannot give. */
  readonly unit: string | null;
  readonly period: Period | null;
  readonly formula: string | null;
  /** Italian notation: `45,3 %`, `1.284.300,50 €`, `sì`. */
  readonly display: string;
  readonly reading: Bilingual;
  /** With identifiers, as computed; null when nothing can be computed. */
  readonly expression: string | null;
  readonly quantities: readonly UsedQuantity[];
  readonly missing: readonly MissingQuantity[];
  readonly problem: FormulaProblem | null;
  /** Why there is no value, or what to know about it. */
  readonly reason: Bilingual | null;
  readonly notes: readonly OutcomeNote[];
  /** A formula to write, where one is missing or lacks its brackets. */
  readonly proposal: string | null;
  /** The note of invented base data, to be repeated. */
  readonly example: string | null;
}

/** One indicator explained step by step, for `peg explain`, the pane and PEG.SPIEGA. */
export interface Explanation extends IndicatorOutcome {
  readonly name: string;
  /** Sentences in order: formula as written, reading, quantities with cells, result with rounding. */
  readonly steps: readonly Bilingual[];
  readonly formulaReading: FormulaReading;
}
