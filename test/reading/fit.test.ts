import { fit, outOfFold, share, type Example, type Prior } from './support/fit';

const prior = (): Prior => ({ value: 1, scale: 0.5, most: 0.4 });
/** In each table the reading for which `true` speaks is right, though `loud` says more for the other. */
const tables = (count: number, families: number): Example[] =>
  Array.from({ length: count }, (_, at) => ({
    family: `f${at % families}`,
    readings: [
      { features: new Map([['true', 2]]), right: true },
      { features: new Map([['loud', 2.5]]), right: false },
    ],
  }));

describe('weights are fitted', () => {
  test('to what tells right readings from the others', () => {
    const examples = tables(12, 4);
    expect(share(examples, () => 1)).toBe(0);
    const weights = fit(examples, prior, 1);
    expect(share(examples, (key) => weights.get(key) ?? 1)).toBe(1);
    expect(outOfFold(examples, prior, 1)).toBe(1);
  });

  test('never further than they may go', () => {
    const weights = fit(tables(40, 40), prior, 0);
    expect(weights.get('loud')).toBeGreaterThanOrEqual(0.6);
    expect(weights.get('true')).toBeLessThanOrEqual(2);
  });

  test('not where fewer than three families speak', () => {
    expect(fit(tables(12, 2), prior, 1).size).toBe(0);
    expect(fit(tables(12, 3), prior, 1).size).toBe(2);
  });

  test('the pull holds them to their meaning', () => {
    const [loose, held] = [0.1, 1000].map((pull) => fit(tables(12, 4), prior, pull).get('loud') ?? 1);
    expect(Math.abs((held ?? 1) - 1)).toBeLessThan(Math.abs((loose ?? 1) - 1));
    expect(held).toBeCloseTo(1, 1);
  });
});
