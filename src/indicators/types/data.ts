import type { Area, CellRef } from '../../workbook';

/** `2016`, `2016-S1`, `2016-T3`, `2016-M07` or an ISO date; `''` for a value without a period. */
export type Period = string;

/** Why a cell of base data gives no number. */
export type ValueProblem =
  | 'blank'
  | 'not-available'
  | 'unreadable'
  | 'approximate'
  | 'error-cell'
  | 'other-unit'
  | 'ambiguous-number'
  | 'several-values';

/** One cell of base data. */
export interface BaseValue {
  /** Number (percentages as fractions), true/false for SI/NO, null when it cannot be read. */
  readonly value: number | boolean | null;
  /** As shown in the cell. */
  readonly text: string;
  readonly cell: CellRef;
  readonly problem: ValueProblem | null;
  /** ISO date when the cell is a date (then `value` is Excel's serial number). */
  readonly date: string | null;
}

/** A value of one member of a group: the opening hours of one counter. */
export interface MemberValue extends BaseValue {
  readonly member: string;
}

/** A quantity of the base data: one row (or column) of a data table, a defined name, a column of a table. */
export interface BaseQuantity {
  readonly id: string;
  readonly name: string;
  /** Other names of the same cells (defined names). */
  readonly aliases: readonly string[];
  readonly unit: string | null;
  readonly source: string | null;
  readonly cell: CellRef;
  /** Title of the block it stands in, where there is one. */
  readonly block: string | null;
  readonly values: ReadonlyMap<Period, BaseValue>;
  /** For a column of a table of members (counters, schools …): the values, one per member; else empty. */
  readonly members: readonly MemberValue[];
  /** What a member is (`sportello`), null for plain quantities. */
  readonly memberKind: string | null;
}

/** Something about the base data the user should know. */
export interface BaseDataNote {
  readonly code: 'unreadable-value' | 'duplicate-name' | 'percent-scale-assumed';
  readonly cell: CellRef;
  readonly text: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A table of base data as found. */
export interface BaseDataTable {
  readonly sheet: string;
  readonly area: Area;
  readonly layout: 'rows' | 'columns' | 'members' | 'pairs';
  readonly periods: readonly Period[];
  readonly quantities: number;
}

/** The municipality's base data. Plain data. */
export interface BaseData {
  readonly quantities: readonly BaseQuantity[];
  /** Periods with at least one value, oldest first; without the empty one. */
  readonly periods: readonly Period[];
  readonly tables: readonly BaseDataTable[];
  readonly notes: readonly BaseDataNote[];
  /** A note that says the values are examples (`valori di esempio, non ufficiali`): repeat it beside results. */
  readonly example: { readonly text: string; readonly cell: CellRef } | null;
}
