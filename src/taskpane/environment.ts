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
  /** Writes a formula (with its equals sign) at the selection. */
  readonly insertFormula?: (formula: string) => Promise<void>;
  /** Replaces PEG formulas, those of the selection if it has any, else all, by the values they show. */
  readonly freezeFormulas?: () => Promise<FrozenFormulas>;
  /** Prints the page; left out where the host cannot. */
  readonly print?: () => void;
}
