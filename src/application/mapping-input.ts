import { OWN_SHEETS } from '../approval';
import type { MappingInput, MappingProfile } from '../mapping';
import type { WorkbookSnapshot } from '../workbook';
import { withoutPegFormulas } from './peg-formulas';
import type { SessionOptions } from './session-types';

/** What a workbook is understood from: its own sheets without what our formulas and reports put there, the others, the DUP. */
export function mappingInput(
  book: WorkbookSnapshot,
  { others = [], dup = null }: SessionOptions,
  profile: MappingProfile | null,
): MappingInput {
  return {
    workbooks: [book, ...others].map(withoutPegFormulas),
    dup,
    profile,
    ownSheets: OWN_SHEETS,
    answers: profile?.answers ?? [],
  };
}
