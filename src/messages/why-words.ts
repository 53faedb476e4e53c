import type { CellWhy, Evidence } from '../mapping';

/** Why a cell was read as it was, in the words of one language. */
export interface WhyWords {
  /**
   * What a piece of evidence says for a reading, and against it. `{header}` stands for the header of a column or the
   * label of a form.
   */
  readonly evidence: Readonly<Record<Evidence, readonly [inFavour: string, against: string]>>;
  readonly header: Readonly<Record<'column' | 'label', string>>;
  /** What became of a cell that needs reading. */
  readonly fate: Readonly<Record<'mapped' | 'noted' | 'empty', string>>;
  /** What a cell is that needs no reading. */
  readonly as: Readonly<Record<NonNullable<CellWhy['as']>, string>>;
  readonly ignored: (what: string) => string;
  /** What the cell gives in the plan: `the owner of the PEG objective “…”`. */
  readonly gives: (what: string) => string;
  /** What the cell refers to, and that nothing of that kind is there. */
  readonly cites: (kind: string, name: string) => string;
  readonly citesNothing: (kind: string) => string;
  readonly ofNamed: (what: string, name: string) => string;
  readonly ofSeveral: (what: string, first: string, more: number) => string;
  /** In a sheet of lines, what all lines of this kind are. */
  readonly level: (what: string) => string;
  readonly best: (place: string, what: string, probability: string) => string;
  /** The same where somebody said so. */
  readonly confirmed: (place: string, what: string) => string;
  readonly second: (what: string, probability: string) => string;
  readonly noSecond: string;
  /** What other columns would be along with it, each as `“header” (what)`. */
  readonly along: (columns: readonly string[]) => string;
  readonly reasons: Readonly<Record<'inFavour' | 'against', string>>;
  /** Of the second best only what sets it apart is told: other reasons, and those of the best that fall away. */
  readonly apart: Readonly<Record<'inFavour' | 'against' | 'gone', string>>;
  /** A reason that both readings have, and that weighs more or less in the second. */
  readonly weighs: Readonly<Record<'more' | 'less', (reason: string) => string>>;
  readonly and: (parts: readonly string[]) => string;
  readonly quoted: (text: string) => string;
  /** Less than one in a hundred. */
  readonly hardly: string;
  readonly percent: (share: string) => string;
  readonly noCell: (cell: string) => string;
  readonly sheets: (some: readonly string[], more: number) => string;
}
