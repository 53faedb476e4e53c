import {
  mapWorkbook,
  type Answer,
  type MappingInput,
  type Question,
  type QuestionOption,
  type Reading as ReaderState,
} from '../../../src/mapping';
import type { Plan } from '../../../src/plan';
import type { WorkbookSnapshot } from '../../../src/workbook';

/**
 * The one place where the measures touch the reader. Whatever reads workbooks is called here and nowhere else in
 * `test/reading`.
 */

export type { Answer, Question, QuestionOption };

/** A reading as the measures see it. */
export interface Reading extends ReaderState {
  readonly plan: Plan;
}

/** What a reading is asked for. */
export interface ReadingInput {
  readonly workbooks: readonly WorkbookSnapshot[];
  readonly answers?: readonly Answer[];
  /** Weights in place of the reader's own, for choosing them. */
  readonly weights?: unknown;
}

/** Reads workbooks as one plan. */
export function read(input: ReadingInput): Reading {
  const known: MappingInput = input;
  const { plan, reading } = mapWorkbook(known);
  return { ...reading, plan };
}
