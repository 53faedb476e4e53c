import type { MappingResult, Reading } from '../types';
import type { Asked } from './doubts';
import { questionOf } from './questions';
import { agreement, matters, type Weighed } from './weighed';

/** Above this a reading is relied on; chosen so that plain plans of a few rows ask nothing. To be calibrated on held-out layouts. */
const SURE = 0.7;
/** Share of a plan's cells that may be left unread. */
const UNREAD = 0.2;

/**
 * How far a reading can be relied on, and what should be asked.
 * @param weighed  doubts whose options were tried. Those that change nothing are no questions; where none of them
 *   changes anything, they count for the reading.
 */
export function readingOf(
  { result, asked }: { readonly result: Omit<MappingResult, 'reading'>; readonly asked: readonly Asked[] },
  weighed: readonly Weighed[] = [],
): Reading {
  const telling = weighed.filter(matters);
  const share = agreement(asked, telling.length > 0 ? [] : weighed);
  const confidence = rounded(share * (1 - unread(result)));
  const state = isPartial(result, asked) ? 'partial' : confidence >= SURE ? 'sure' : 'ask';
  return { confidence, state, questions: telling.map(questionOf) };
}

/** A plan without objectives, or with a fifth of its sheets' cells not understood. */
function isPartial(result: Omit<MappingResult, 'reading'>, asked: readonly Asked[]): boolean {
  return (
    (result.plan.pegObjectives.length === 0 && asked.length > 0 && announces(result)) ||
    unread(result) >= UNREAD
  );
}

/** Some sheet has objectives, phases or indicators by its columns. */
function announces({ sheets }: Omit<MappingResult, 'reading'>): boolean {
  return sheets.some(({ role }) => /^(?:objectives|phases|indicators)$/.test(role));
}

/** Share of the filled cells of sheets with a part in the plan that were neither read nor left out by name. */
function unread({ accounts, sheets }: Omit<MappingResult, 'reading'>): number {
  const own = new Set(
    sheets.filter(({ role }) => role !== 'other' && role !== 'preface').map(({ sheet }) => sheet),
  );
  const counted = accounts.filter(({ sheet }) => own.has(sheet));
  const filled = counted.reduce((sum, one) => sum + one.filled, 0);
  return filled === 0 ? 0 : counted.reduce((sum, one) => sum + one.noted, 0) / filled;
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
