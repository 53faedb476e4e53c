import type { Alias } from './facts/context';
import type { OptionValue, Severity } from './rule';

/** What an office decides about the rules; kept in the workbook's private store. Plain data. */
export interface RuleSettings {
  /** Rules switched off. */
  readonly off?: readonly string[];
  /** Rules switched on although the default profile leaves them off. */
  readonly on?: readonly string[];
  /** Another severity for every finding of a rule. */
  readonly severity?: Readonly<Record<string, Severity>>;
  readonly options?: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;
  /** Old names that stand for new ones. */
  readonly aliases?: readonly Alias[];
  /** Rules of the office's own, as their files would say them; checked like files. */
  readonly rules?: readonly Readonly<Record<string, unknown>>[];
}
