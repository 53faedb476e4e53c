import { NO_MEANING, type Meaning } from '../words/meaning';

const START: Meaning = { ...NO_MEANING, attribute: 'start', confidence: 1 };
const END: Meaning = { ...NO_MEANING, attribute: 'end', confidence: 1 };

/**
 * `Da | A`, `Dal | Al`, side by side: from when to when. Alone such short words say nothing.
 *
 * @param texts  the header of each column, left to right
 * @returns the columns of such pairs, by their place in the list
 */
export function spanHeaders(texts: readonly string[]): ReadonlyMap<number, Meaning> {
  const word = (at: number) => texts[at]?.trim().toLowerCase() ?? '';
  const pairs = texts.flatMap((_, at) => (/^dal?$/.test(word(at)) && /^al?$/.test(word(at + 1)) ? [at] : []));
  return new Map(pairs.flatMap((at) => [[at, START] as const, [at + 1, END] as const]));
}
