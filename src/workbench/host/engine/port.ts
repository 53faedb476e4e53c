import type { Area } from '../../../workbook';

/** What a cell holds in the engine, before anything is made of it for a reader. */
export interface EngineCell {
  readonly value: string | number | boolean | null;
  /** English formula with its leading `=`, or null. */
  readonly formula: string | null;
  /** Number format code under which it is shown, `General` where neither cell nor value have one. */
  readonly format: string;
  /** The value is the result of a formula that failed, such as `#DIV/0!`. */
  readonly error: boolean;
}

/** Looks of a cell; every member is absent where nothing was set. Colours as `#RRGGBB`, sizes in points. */
export interface CellStyle {
  readonly format?: string;
  readonly fill?: string | null;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly font?: string;
  readonly wrap?: boolean;
  readonly horizontal?: 'Left' | 'Center' | 'Right' | 'General';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly borders?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', string | null>>>;
}

/** New content of a cell: a value as it must be stored, or a formula. Text is stored as text, never read again. */
export type Content = { readonly value: string | number | boolean | null } | { readonly formula: string };

/** One cell to change; what is absent stays. */
export interface CellPatch {
  readonly row: number;
  readonly column: number;
  readonly content?: Content;
  readonly style?: CellStyle;
}

export interface EngineSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

/** A name for a formula or a reference, without the leading `=`. */
export interface EngineName {
  readonly name: string;
  readonly refersTo: string;
  readonly hidden?: boolean;
  /** The sheet to which the name belongs; names of the whole workbook have none. */
  readonly sheetId?: string;
}

/** What happened in the workbook, whoever did it. Results of formulas are told as `calculated`. */
export type EngineEvent =
  | {
      readonly kind: 'edited';
      readonly sheetId: string;
      readonly area: Area;
      readonly before: EngineCell | null;
      readonly after: EngineCell | null;
    }
  | { readonly kind: 'formatted'; readonly sheetId: string; readonly area: Area }
  | {
      readonly kind: 'shifted';
      readonly sheetId: string;
      readonly area: Area;
      readonly what: 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted';
    }
  | { readonly kind: 'rows-hidden'; readonly sheetId: string; readonly area: Area; readonly hidden: boolean }
  | { readonly kind: 'calculated'; readonly sheetIds: readonly string[] }
  | { readonly kind: 'sheet-added'; readonly sheetId: string }
  | { readonly kind: 'sheet-deleted'; readonly sheetId: string; readonly name: string }
  | {
      readonly kind: 'sheet-renamed';
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'sheet-activated'; readonly sheetId: string }
  | { readonly kind: 'selected'; readonly sheetId: string; readonly area: Area };

/** One argument of a call: what it holds, and where it came from ('' when it is no reference). */
export interface FunctionArgument {
  /** A plain value; a matrix for references and arrays; null for an argument left out. */
  readonly value: unknown;
  readonly address: string;
}

/** A call of one of the add-in's functions by a formula. */
export interface FunctionCall {
  readonly name: string;
  readonly args: readonly FunctionArgument[];
  readonly caller: { readonly sheetId: string; readonly row: number; readonly column: number };
}

export type Scalar = string | number | boolean | null;
export type FunctionResult =
  { readonly value: Scalar | readonly (readonly Scalar[])[] } | { readonly error: string };

/** The number format that a value itself brings along (a data type), or null; a format of the cell wins over it. */
export type ValueFormat = (sheetId: string, row: number, column: number) => string | null;

/** Answers a call: a known result, or undefined while it is being worked out (the cell shows `#BUSY!`). */
export type FunctionCaller = (call: FunctionCall) => FunctionResult | undefined;

/**
 * The spreadsheet behind the stand-in: cells, formats, merges, calculation, undo. One implementation (Univer,
 * headless); small so that it can be replaced. Rows and columns are zero-based.
 */
export interface SpreadsheetEngine {
  sheets(): readonly EngineSheet[];
  addSheet(name: string): string;
  removeSheet(id: string): void;
  renameSheet(id: string, name: string): void;
  setSheetHidden(id: string, hidden: boolean): void;
  activeSheet(): string;
  activate(id: string): void;
  select(id: string, area: Area): void;
  selection(): { readonly sheetId: string; readonly area: Area };

  cell(id: string, row: number, column: number): EngineCell | null;
  style(id: string, row: number, column: number): CellStyle;
  /** Bounds of the cells with content, and of formatted ones too unless `valuesOnly`; null for an empty sheet. */
  usedArea(id: string, valuesOnly: boolean): Area | null;
  patch(id: string, cells: readonly CellPatch[]): void;

  merges(id: string): readonly Area[];
  merge(id: string, area: Area): void;
  unmerge(id: string, area: Area): void;
  isHidden(id: string, what: 'row' | 'column', index: number): boolean;
  setHidden(id: string, what: 'row' | 'column', first: number, last: number, hidden: boolean): void;
  columnWidth(id: string, column: number): number;
  setColumnWidth(id: string, first: number, last: number, pixels: number): void;
  insert(id: string, what: 'row' | 'column', first: number, count: number): void;
  remove(id: string, what: 'row' | 'column', first: number, count: number): void;

  names(): readonly EngineName[];
  setName(name: EngineName): void;

  /**
   * Lets formulas call these functions; the names are upper-case. `late`: formulas that are there already are not
   * calculated again for it.
   */
  registerFunctions(
    names: readonly string[],
    call: FunctionCaller,
    options?: { readonly formatOf?: ValueFormat; readonly late?: boolean },
  ): void;
  /** The rectangle into which the formula of a cell spills, itself included; null where it does not. */
  spillArea(id: string, row: number, column: number): Area | null;
  /** Calculates these cells again, because a function now has a result for them. */
  recalculate(
    cells: readonly { readonly sheetId: string; readonly row: number; readonly column: number }[],
  ): void;

  /** Resolves when every pending calculation is done: Excel's automatic calculation, without waiting. */
  settle(): Promise<void>;
  /** Everything done inside is one step of undo; one inside another belongs to the outer one. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
  undo(): boolean;
  redo(): boolean;
  /** Nothing done so far can be undone any more. */
  clearUndo(): void;
  onEvent(listener: (event: EngineEvent) => void): () => void;
  dispose(): void;
}
