/**
 * How much of what can be tried without end is tried: `npm test` takes a share that is the same every time,
 * `npm run test:core` a quarter of that, and `npm run endurance` takes all cases of the same files and many more runs
 * of each property.
 */
const EVERY = process.env['PEG_EVERY_CASE'] !== undefined;
const QUICK = process.env['PEG_QUICK'] !== undefined;

/**
 * One in so many of the cases of one kind, always the same ones, and at least one.
 * @param cases in an order in which neighbours are alike, so that every sort of them is met
 * @param oneIn 1: all of them, but where only the core is tested
 * @param shift which ones: with another number for each list, lists over the same things cover them together
 */
export function shareOf<T>(cases: readonly T[], oneIn: number, shift = 0): readonly T[] {
  if (EVERY || cases.length === 0) return cases;
  const step = Math.min(oneIn * (QUICK ? 4 : 1), cases.length);
  return cases.filter((_, at) => (at + shift) % step === 0);
}

/** Cases that only the long run tries: too heavy for what they add to the lighter ones of the same test. */
export function onlyInTheLongRun<T>(...cases: readonly T[]): readonly T[] {
  return EVERY ? cases : [];
}

/** So many runs of a property; twenty times as many in the long run. */
export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: EVERY ? few * 20 : QUICK ? Math.ceil(few / 4) : few };
}
