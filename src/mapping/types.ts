import type { Plan, TableRole } from '../plan';
import type { WorkbookSnapshot } from '../workbook';
import type { SheetAccount } from './ledger';
import type { MappingProfile } from './profile';

export interface MappingInput {
  /** The workbook, or the workbooks of several offices to be read as one plan. */
  readonly workbooks: readonly WorkbookSnapshot[];
  /** Another file that lists the DUP; it replaces the DUP sheets of the workbooks. */
  readonly dup?: WorkbookSnapshot | null;
  readonly profile?: MappingProfile | null;
  /** Sheets we wrote ourselves: they are no part of the plan. */
  readonly ownSheets?: readonly string[];
}

export interface MappingResult {
  readonly plan: Plan;
  readonly sheets: readonly SheetMapping[];
  readonly notes: readonly MappingNote[];
  /** What was assumed, as a profile that can be saved, corrected and used again. */
  readonly profile: MappingProfile;
  /** Every filled cell accounted for. */
  readonly accounts: readonly SheetAccount[];
}

/** Something the mapping did not understand or settled by a guess. Surfaces word it in the user's language. */
export interface MappingNote {
  readonly code: MappingNoteCode;
  readonly sheet: string;
  readonly address: string;
  readonly file?: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export type MappingNoteCode =
  | 'no-plan'
  | 'sheet-not-read'
  | 'sheet-empty'
  | 'sheet-very-hidden'
  | 'sheet-old-copy'
  | 'formulas-not-calculated'
  | 'column-not-read'
  | 'column-guessed'
  | 'cells-not-read'
  | 'band-guessed'
  | 'lost-zero'
  | 'no-dup'
  | 'dup-replaced'
  | 'dup-not-read'
  | 'profile-sheet-gone'
  | 'profile-column-gone'
  | 'profile-field-unknown'
  | 'sheet-guessed';

/** What a sheet was taken for. */
export interface SheetMapping {
  readonly sheet: string;
  readonly file?: string;
  readonly role: TableRole;
  /** 0–1; below 0.7 the role should be confirmed. */
  readonly confidence: number;
  readonly tables: readonly TableMapping[];
}

export interface TableMapping {
  readonly header: string;
  readonly columns: readonly {
    readonly column: string;
    readonly header: string;
    readonly field: string | null;
    readonly confidence: number;
  }[];
}
