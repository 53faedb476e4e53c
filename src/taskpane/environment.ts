import type { Language, PlanSession } from '../application';
import type { CellRef, WorkbookSnapshot } from '../workbook';

export type PaneTheme = 'light' | 'dark';

/** The views, in the order of the tabs. */
export const VIEWS = ['findings', 'reading', 'plan', 'indicators', 'approval', 'rules'] as const;
export type ViewName = (typeof VIEWS)[number];

/** Small texts the pane remembers between openings (last view, filters, author). */
export interface PaneMemory {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

/** What became of the PEG formulas. */
export interface FrozenFormulas {
  /** Formulas that are values now. */
  readonly frozen: number;
  /** Formulas left alone: they show an error, or are still being worked out. */
  readonly left: readonly CellRef[];
}

/** What became of a formula that was to be inserted. */
export type InsertedFormula =
  /** `undo` puts back what was there; rejects when somebody changed the cell meanwhile. */
  | { readonly state: 'written'; readonly cell: CellRef; readonly undo: () => Promise<unknown> }
  /** The cell holds something, and was left alone. */
  | { readonly state: 'occupied'; readonly cell: CellRef; readonly text: string };

/** Everything the pane needs from where it runs. It knows neither Office nor files. */
export interface PaneEnvironment {
  /** Opens the workbook. Called again by “try again”. Rejects with a WorkbookError when it cannot be read. */
  readonly openSession: () => Promise<PlanSession>;
  readonly language: Language;
  readonly theme: PaneTheme;
  /** Calls back when the host's theme changes; returns what stops it. */
  readonly onThemeChange?: (listener: (theme: PaneTheme) => void) => () => void;
  /** ISO day. */
  readonly today: string;
  /** ISO date and time of this moment, with offset. */
  readonly now: () => string;
  readonly version: string;
  readonly memory?: PaneMemory;
  /** View to open with; otherwise the last one, or Coerenza. */
  readonly view?: ViewName;
  /** Views that commands of the ribbon ask for, with the pane open or on its way. */
  readonly viewRequests?: {
    readonly isPending: () => boolean;
    /** The view asked for, once; null when there is none. */
    readonly take: () => ViewName | null;
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** Lets the user choose a file that lists the DUP and reads it; null when the user changed their mind. */
  readonly openDupFile?: () => Promise<WorkbookSnapshot | null>;
  /** Writes a formula (with its equals sign) at the selection; `over` is a filled cell the user gives up for it. */
  readonly insertFormula?: (formula: string, over?: CellRef) => Promise<InsertedFormula>;
  /** Writes PEG formulas again that Excel did not understand when the workbook was opened; how many. */
  readonly rewriteFormulas?: () => Promise<number>;
  /** Replaces PEG formulas, those of the selection if it has any, else all, by the values they show. */
  readonly freezeFormulas?: () => Promise<FrozenFormulas>;
  /** Prints the page; left out where the host cannot. */
  readonly print?: () => void;
}
