import type { EntityKind, Plan, TableRole } from '../plan';
import type { WorkbookSnapshot } from '../workbook';
import type { SheetAccount } from './ledger';

export interface MappingInput {
  /** The workbook, or the workbooks of several offices to be read as one plan. */
  readonly workbooks: readonly WorkbookSnapshot[];
  /** Another file that lists the DUP; it replaces the DUP sheets of the workbooks. */
  readonly dup?: WorkbookSnapshot | null;
  readonly profile?: MappingProfile | null;
  /** Sheets we wrote ourselves: they are no part of the plan. */
  readonly ownSheets?: readonly string[];
  /** Answers to questions of earlier readings of the same workbook, in the order they were given. */
  readonly answers?: readonly Answer[];
}

/** An answer to a {@link Question}: one of its options, or `none` of these. */
export interface Answer {
  readonly question: string;
  readonly option: string;
}

/** `sure`: rely on it; `ask`: a question is open; `partial`: part of the plan was not understood. */
export type ReadingState = 'sure' | 'ask' | 'partial';

/** How far the reading can be relied on, and what should be asked. */
export interface Reading {
  /** 0–1: probability that all entities and links of the workbook are right. */
  readonly confidence: number;
  readonly state: ReadingState;
  /** The question that tells the readings apart best comes first. */
  readonly questions: readonly Question[];
  /** What speaks against the reading, by name, each from 0 for nothing to 1. */
  readonly signs?: Readonly<Record<string, number>>;
}

/** One question about the workbook, in terms that surfaces word in the user's language. */
export interface Question {
  /** Hash of place, field and options: the same for the same file. */
  readonly id: string;
  readonly about: QuestionAbout;
  /** Two to four, the one read now first; `none` is always last. */
  readonly options: readonly QuestionOption[];
}

/** Where a question points. */
export interface QuestionAbout {
  readonly sheet: string;
  readonly file?: string;
  /** The cells in question, `A1:B2`. */
  readonly address: string;
  /** Sheets of the same shape are one template, asked once; null where the sheet is alone. */
  readonly template: string | null;
  /** How many sheets the answer holds for. */
  readonly sheets: number;
  /** The header or label in question as written; '' where it has none. */
  readonly header: string;
  /** Column name (`E`), where the question is about a column. */
  readonly column: string | null;
}

/** The whole is right as it was read: nothing more is said of any place. */
export interface AsRead {
  readonly says: 'as-read';
}

export interface QuestionOption {
  /** `a`, `b`, `c`, or `none`. */
  readonly id: string;
  /** What the option takes the cells for; null for `none`. */
  readonly says: ProfileSays | AsRead | null;
  /** Probabilities of all options sum to at most 1. */
  readonly probability: number;
  /** How many entities the workbook would have. */
  readonly counts: Readonly<Partial<Record<EntityKind, number>>>;
  /** Entities in which the options differ: at least six, all if fewer. */
  readonly sample: readonly SampleEntity[];
}

export interface SampleEntity {
  readonly kind: EntityKind;
  readonly code: string | null;
  readonly title: string;
  readonly sheet: string;
  readonly address: string;
  /** Title of the entity it stands under. */
  readonly parent: string | null;
}

/** What a user says of a place: the vocabulary of answers and of profile v2. */
export type ProfileSays =
  | { readonly says: 'field'; readonly field: string }
  | { readonly says: 'level'; readonly kind: EntityKind }
  | { readonly says: 'role'; readonly role: 'dup' | 'plan' | 'ignore' }
  | { readonly says: 'ignore' }
  | { readonly says: 'header' }
  | { readonly says: 'not-a-header' }
  | { readonly says: 'region-starts-here' }
  | { readonly says: 'region-ends-here' }
  | { readonly says: 'record-starts-here' }
  | { readonly says: 'split-by'; readonly separator: string }
  | { readonly says: 'value-place'; readonly place: 'right' | 'below' | 'above' | 'same' };

/**
 * What a user said of a workbook, as data: answers to questions and corrections by example, kept in the workbook or in
 * a file, and used again next year. Places are named by their words where they have any, so that moved columns and
 * rows still fit.
 */
export interface MappingProfile {
  readonly version: 2;
  /** Mask of the PEG objectives' codes (see plan/codes), null to let it be inferred. */
  readonly codeMask: string | null;
  /** In the order they were said: of two that say the same thing of one place the later holds. */
  readonly entries: readonly ProfileEntry[];
  /** Questions that were answered, so that the same file never asks them again. */
  readonly answers: readonly Answer[];
}

/** How far an entry holds. The nearer scope wins: cell over region over sheet over template. */
export type ProfileScope = 'template' | 'sheet' | 'region' | 'cell';

/** One thing a user said. */
export interface ProfileEntry {
  readonly scope: ProfileScope;
  readonly selector: ProfileSelector;
  readonly says: ProfileSays;
  /** Id of the question it answers; left out where the user spoke first. */
  readonly question?: string;
}

/**
 * What an entry is about. With neither header nor column nor address it is the whole sheet; for the scope `template`
 * every sheet of the same shape as `sheet`.
 */
export interface ProfileSelector {
  /** Name as on the tab. */
  readonly sheet: string;
  /** Header or label as written, capitals and spaces aside; '' or left out where there is none. */
  readonly header?: string;
  /** Which table of the sheet, from 1; left out: all that have the header. */
  readonly table?: number;
  /** Column name (`E`): decides where the header is blank or stands over several columns. */
  readonly column?: string;
  /**
   * `A1` or `A1:B2`. For the scopes `cell` and `region` it is the place itself; for the others it is where the place
   * stood when the user spoke, and only decides between several of the same header.
   */
  readonly address?: string;
  /** Sheets of the template for which it does not hold. */
  readonly except?: readonly string[];
}

export interface MappingResult {
  readonly plan: Plan;
  readonly sheets: readonly SheetMapping[];
  readonly notes: readonly MappingNote[];
  /** What was assumed, as a profile that can be saved, corrected and used again. */
  readonly profile: MappingProfile;
  /** Every filled cell accounted for. */
  readonly accounts: readonly SheetAccount[];
  /** How far this can be relied on, and what should be asked. */
  readonly reading: Reading;
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
  | 'sheet-missing'
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
