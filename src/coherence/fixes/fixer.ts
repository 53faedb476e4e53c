import type { FactContext } from '../facts/context';
import type { Finding, FixEdit } from '../finding';

/** Writes what would settle a finding: cell edits in order, or null where the answer is a person's. */
export type Fixer = (finding: Finding, context: FactContext) => readonly FixEdit[] | null;
