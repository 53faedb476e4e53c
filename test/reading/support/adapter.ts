import { mapWorkbook } from '../../../src/mapping';
import type { Plan } from '../../../src/plan';
import type { WorkbookSnapshot } from '../../../src/workbook';

/**
 * The one place where the measures touch the reader. Whatever reads workbooks is called here and nowhere else in
 * `test/reading`.
 */

/** A reading as the measures see it. */
export interface Reading {
  readonly plan: Plan;
  /** Probability, 0–1, that all entities and links are right. */
  readonly confidence: number;
  readonly state: 'sure' | 'ask' | 'partial';
  readonly questions: readonly Question[];
}

/** A question of the reader to the person who knows the workbook. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly options: readonly Option[];
}

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly probability?: number;
  readonly counts?: Readonly<Record<string, number>>;
  readonly sample?: readonly Sample[];
}

/** An entity in which the options of a question differ. */
export interface Sample {
  readonly kind: string;
  readonly code: string | null;
  readonly title: string;
  readonly parent?: string | null;
}

export interface Answer {
  readonly question: string;
  readonly option: string;
}

/** What a reading is asked for. */
export interface ReadingInput {
  readonly workbooks: readonly WorkbookSnapshot[];
  readonly answers?: readonly Answer[];
  /** Weights in place of the reader's own, for choosing them. */
  readonly weights?: unknown;
}

/** What the reader of this build may say beside the plan. */
interface SaidByReader {
  readonly reading?: Omit<Reading, 'plan'>;
}

/** Below this a sheet of the first reader wanted to be confirmed. */
const CONFIRMED = 0.7;

/** Reads workbooks as one plan. */
export function read({ workbooks, ...rest }: ReadingInput): Reading {
  const result: ReturnType<typeof mapWorkbook> & SaidByReader = mapWorkbook({ workbooks, ...rest });
  const { plan, reading } = result;
  if (reading) return { ...reading, plan };
  const confidence = Math.min(1, ...result.sheets.map((sheet) => sheet.confidence));
  return { plan, confidence, state: confidence >= CONFIRMED ? 'sure' : 'ask', questions: [] };
}
