/**
 * How much of what can be tried without end is tried: `npm test` takes a share that is the same every time, and
 * `npm run endurance` takes all cases of the same files and many more runs of each property.
 */
const EVERY = process.env['PEG_EVERY_CASE'] !== undefined;

/**
 * One in so many of the cases of one kind, always the same ones.
 * @param cases in an order in which neighbours are alike, so that every sort of them is met
 * @param shift which ones: with another number for each list, lists over the same things cover them together
 */
export function shareOf<T>(cases: readonly T[], oneIn: number, shift = 0): readonly T[] {
  return EVERY ? cases : cases.filter((_, at) => (at + shift) % oneIn === 0);
}

/** So many runs of a property; twenty times as many in the long run. */
export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: EVERY ? few * 20 : few };
}
