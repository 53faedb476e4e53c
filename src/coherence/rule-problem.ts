import type { LocalisedText } from './rule';

/** What is wrong in a rule file or in the rule settings. Closed list: documentation and tests name them. */
export type RuleProblemCode =
  | 'too-large'
  | 'not-json'
  | 'too-deep'
  | 'schema'
  | 'mixed-condition'
  | 'empty-condition'
  | 'unknown-key'
  | 'unknown-fact'
  | 'unknown-field'
  | 'unknown-operator'
  | 'wrong-operand'
  | 'unknown-option'
  | 'bad-option'
  | 'bad-setting'
  | 'repeated-key'
  | 'pattern-not-allowed'
  | 'unknown-placeholder'
  | 'unknown-message'
  | 'unused-message'
  | 'unknown-proposal'
  | 'unknown-rule'
  | 'id-in-use'
  | 'id-group'
  | 'bad-example'
  | 'not-read-source';

/** One error of a rule file: where, what was expected, an example of what would be right. */
export interface RuleProblem {
  readonly file: string | null;
  readonly rule: string | null;
  /** JSON pointer, `/cases/0/when`; '' for the file as a whole. */
  readonly path: string;
  readonly code: RuleProblemCode;
  readonly message: LocalisedText;
  /** JSON of something that would be accepted there. */
  readonly example?: string;
}

/** A problem before its file is known. */
export type LocalProblem = Omit<RuleProblem, 'file' | 'rule'>;

/** Whether a JSON value is an object (not a list, not null). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
