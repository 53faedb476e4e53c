import type { Language } from '../../application';

/** Circumstances of every day that a developer cannot wait for; set in the scenario bar. */
export interface Scenario {
  readonly language: Language;
  readonly dark: boolean;
  /** An Excel with a perpetual licence: no shared runtime, no functions of add-ins. */
  readonly oldExcel: boolean;
  readonly readOnly: boolean;
  /** Milliseconds that every round trip takes longer. */
  readonly delay: number;
  readonly fails: Failing;
  readonly secondUser: boolean;
  readonly paneWidth: PaneWidth;
}

/** Which round trips of the add-in fail, and how. */
export type Failing = 'never' | 'next' | 'third' | 'editing';
/** Pixels: the least Excel allows, what it opens with, what a user drags it to. */
export type PaneWidth = 320 | 350 | 480;

export const USUAL: Scenario = {
  language: 'it',
  dark: false,
  oldExcel: false,
  readOnly: false,
  delay: 0,
  fails: 'never',
  secondUser: false,
  paneWidth: 350,
};

/** What Excel fixes when it opens a workbook or starts an add-in; a change of these opens the workbook again. */
const AT_START = ['language', 'dark', 'oldExcel', 'readOnly'] as const;

export const needsReopening = (before: Scenario, after: Scenario): boolean =>
  AT_START.some((key) => before[key] !== after[key]);
