import type { ProfileSays, ProfileScope, QuestionAbout } from '../mapping';
import type { EntityKind } from '../plan';

/** Subjects a column can tell of. */
export type SubjectName = EntityKind | 'centre' | 'quantity';

/** How questions about the reading, their answers and corrections are worded in one language. */
export interface ReadingWords {
  /** Many of a kind, with the article: what a column of names holds. */
  readonly entities: Readonly<Record<SubjectName, string>>;
  /** Of one of a kind, for its attributes. */
  readonly ofEntity: Readonly<Record<SubjectName, string>>;
  /** An attribute with its article; names of fields as profiles write them. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly period: (phrase: string, period: string) => string;
  readonly group: (phrase: string, number: number) => string;
  readonly none: string;
  /** Whether the whole was read well, and its two answers. */
  readonly asRead: { readonly ask: string; readonly yes: string; readonly no: string };
  readonly role: Readonly<Record<'dup' | 'plan' | 'ignore', string>>;
  readonly ignore: string;
  readonly header: string;
  readonly notHeader: string;
  readonly regionStart: string;
  readonly regionEnd: string;
  readonly recordStart: string;
  readonly split: (separator: string) => string;
  readonly valuePlace: Readonly<Record<'right' | 'below' | 'above' | 'same', string>>;
  /** Where something stands, as the subject of a sentence. */
  readonly place: {
    readonly column: (column: string, header: string) => string;
    readonly label: (header: string) => string;
    readonly cells: (address: string) => string;
    readonly sheet: (sheet: string) => string;
    readonly inSheet: (place: string, sheet: string) => string;
    readonly inSheets: (place: string, sheet: string, count: number) => string;
    readonly sheetsLike: (sheet: string, count: number) => string;
  };
  /** A question's sentence, ending in dots that the answers complete. */
  readonly ask: Readonly<Record<'holds' | 'is' | 'value', (place: string) => string>>;
  /** A correction in the list: the place and what it is now. */
  readonly said: Readonly<Record<'holds' | 'is' | 'value', (place: string, what: string) => string>>;
  readonly scope: Readonly<Record<ProfileScope, string>>;
  readonly joined: (parts: readonly string[]) => string;
  readonly nothing: string;
  readonly under: (parent: string) => string;
  /** The doubt, as a sentence above a verdict. */
  readonly doubt: Readonly<Record<'ask' | 'partial', string>>;
  readonly toConfirm: string;
  readonly doubtful: (count: number) => string;
  /** For the command. */
  readonly command: {
    readonly question: string;
    readonly prompt: (answers: number) => string;
    readonly again: (answers: number) => string;
    readonly keep: string;
    readonly noSuchQuestion: (id: string) => string;
    readonly noSuchOption: (id: string, option: string, options: string) => string;
    readonly noSuchFile: (file: string) => string;
    readonly answerForm: string;
  };
}

/** What makes a place known to people: a question's or an entry's. */
export type Place = Pick<QuestionAbout, 'sheet' | 'header' | 'column' | 'address' | 'sheets'>;

/** In which kind of sentence a statement stands. */
export const SENTENCE: Readonly<Record<ProfileSays['says'], 'holds' | 'is' | 'value'>> = {
  field: 'holds',
  level: 'holds',
  ignore: 'holds',
  role: 'is',
  header: 'is',
  'not-a-header': 'is',
  'region-starts-here': 'is',
  'region-ends-here': 'is',
  'record-starts-here': 'is',
  'split-by': 'holds',
  'value-place': 'value',
};
