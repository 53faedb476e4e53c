import { planEntities } from '../../plan';
import type { Seen } from '../confidence/signs';
import { signsOf } from '../confidence/signs';
import { probabilityOf, SURE } from '../confidence/model';
import type { Answer, MappingResult, Reading } from '../types';
import type { Asked } from './doubts';
import { questionOf, questionOnTheWhole } from './questions';
import { agreement, matters, type Weighed } from './weighed';

/** Share of a plan's cells that may be left unread. */
const UNREAD = 0.2;

/** Where readings that would give another plan are likelier than this leaves room for, one is asked, whatever else is seen. */
const AGREED = 0.7;

/** A reading, as far as it can be judged. */
export interface Judged extends Seen {
  readonly result: Omit<MappingResult, 'reading'>;
  /** What the user answered so far. */
  readonly answers?: readonly Answer[];
}

/**
 * How far a reading can be relied on, and what should be asked: the doubts that would change something; where there is
 * none and yet the whole is doubtful, whether it is right as it was read.
 * @param weighed  doubts whose options were tried. Those that change nothing are no questions, and count for the reading.
 */
export function readingOf(seen: Judged, weighed: readonly Weighed[] = []): Reading {
  const { result, asked, answers = [] } = seen;
  const signs = signsOf(seen, weighed);
  const probability = probabilityOf(signs);
  const whole = questionOnTheWhole(seen, probability);
  // Who answered questions or corrected by example has looked at the reading: the whole is not asked about as well.
  const told = answers.some(({ option }) => option !== 'none');
  const given = answers.find(({ question }) => question === whole.id)?.option;
  const confirmed = given !== undefined && given !== 'none';
  const confidence = rounded(confirmed ? Math.max(probability, SURE) : probability);
  const partial = isPartial(result, asked);
  const some = planEntities(result.plan).length > 0;
  const telling = weighed.filter(matters).map(questionOf);
  const agreed = agreement(asked, weighed) >= AGREED;
  const relied = probability >= SURE || (told && telling.length === 0);
  // A file without a plan is judged by its doubts alone: there is nothing that signs could speak against.
  if (confirmed || (!partial && agreed && (relied || !some)))
    return { confidence, state: 'sure', questions: [], signs };
  const open = given === undefined && !told && some ? [whole] : [];
  const questions = telling.length > 0 ? telling : open;
  const state = partial || (some && questions.length === 0) ? 'partial' : 'ask';
  return { confidence, state, questions, signs };
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
