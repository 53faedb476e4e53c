import type { CellRef } from './address';
import type { CellValue, WorkbookSnapshot } from './grid';

/** New content for one cell. Text is written as text: it never becomes a formula or a number. */
export interface CellEdit {
  readonly sheet: string;
  readonly address: string;
  readonly value: CellValue;
}

/** What changed in the user's workbook since the last snapshot. */
export interface WorkbookChange {
  /** Sheets whose cells changed; `null` when sheets were added, removed, renamed or when it is not known. */
  readonly sheets: readonly string[] | null;
}

/** A cell of a report sheet. */
export interface ReportCell {
  readonly value: CellValue;
  /** Without a style text wraps; a styled cell is a word, or a line that flows over the empty cells on its right. */
  readonly style?: 'title' | 'heading' | 'label' | 'error' | 'warning' | 'info' | 'ok' | 'muted';
  /** A link to a cell of the same workbook. */
  readonly link?: CellRef;
}

/**
 * Hidden name (formula `TRUE`) that a report sheet of ours carries, local to the sheet. Only a sheet with this
 * mark is rewritten; one of the user's that happens to have the same title is refused (`cannot-write`).
 */
export const REPORT_MARK = '_coerenza_peg_report';

/** Stands in the formula of every mark of ours on a cell (a conditional format): by it they are found again. */
export const MARK_TEXT = 'coerenza-peg';

/** A sheet we write: rows of cells, column widths in characters, the row printed on every page. */
export interface ReportSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReportCell[])[];
  readonly widths: readonly number[];
  /** Zero-based first and last row repeated at the top of every printed page. */
  readonly printTitles?: readonly [number, number];
  /** Page header and footer in words; the page number is added by the writer. */
  readonly header?: string;
}

/** What a cell was read as: an objective of PEG, a phase, an indicator, something of the DUP, a detail, nothing. */
export type MeaningLevel = 'peg' | 'phase' | 'measure' | 'dup' | 'attribute' | 'unread';

/** The colour of each meaning, the same in the sheets and in a legend. */
export const MEANING_FILLS: Readonly<Record<MeaningLevel, string>> = {
  peg: '#A9DDB8',
  phase: '#BBD6F6',
  measure: '#F6D9A4',
  dup: '#D9C9F2',
  attribute: '#E7EEDC',
  unread: '#E3E3E3',
};

/** A rectangle of cells to be seen at a glance: how grave what they hold is, or what it was read as. */
export interface CellMark extends CellRef {
  readonly level: 'error' | 'warning' | 'info' | MeaningLevel;
}

/** Stops what it was handed out for. */
export type Unsubscribe = () => void | Promise<void>;

/**
 * The user's workbook, wherever it is open. Three implementations: Office.js (`excel/`), files (`xlsx/`)
 * and memory (for tests). Every method rejects with a {@link WorkbookError} and leaves the workbook as it was.
 */
export interface WorkbookPort {
  /** Reads the whole workbook, or only some sheets of it (names as on the tabs; unknown names are left out). */
  snapshot(sheets?: readonly string[]): Promise<WorkbookSnapshot>;
  /** Calls the listener when cells or sheets change, whoever changes them. */
  watch(listener: (change: WorkbookChange) => void): Promise<Unsubscribe>;
  /** Shows a cell to the user. */
  select(ref: CellRef): Promise<void>;
  /**
   * What the user has selected: one rectangle or several, all on one sheet; whole rows and columns as far as the
   * sheet is used. Rejects with `no-selection` when it is no cell (a chart, an empty column).
   */
  selection(): Promise<readonly CellRef[]>;
  /**
   * Marks cells so that they are seen, in place of the marks that are there; an empty list takes them away. Contents
   * and formats of the cells stay as they are, and the marks stay in the workbook until they are taken away.
   */
  mark(marks: readonly CellMark[]): Promise<void>;
  /** Whether the workbook has marks of ours, from whatever session. */
  marked(): Promise<boolean>;
  /** Writes cells: all of them or none. */
  write(edits: readonly CellEdit[]): Promise<void>;
  /** Adds the sheet once, rewrites it in place afterwards; nothing else of the workbook changes. */
  writeReport(report: ReportSheet): Promise<void>;
  /** Replaces our private part (XML); null removes it. */
  writeStore(xml: string | null): Promise<void>;
}
