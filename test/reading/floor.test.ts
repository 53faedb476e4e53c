import floor from './floor.json';
import { FLOOR, floorOf } from './support/floor';
import { batteryCases, inventedCases, measure } from './support/measure';

/**
 * What the reading must never fall below, on a small part of what `npm run reading:report` measures. When the reader
 * gets better the floor is raised: `npm run reading:report -- --floor` writes `floor.json` as things stand.
 */
describe('the floor of the reading', () => {
  const cases = [...batteryCases(FLOOR.seed, FLOOR.sample), ...inventedCases(FLOOR.seed, FLOOR.invented)];
  const now = floorOf(cases.map((one) => measure(one)));

  test.each(Object.entries(now.battery))('%s', (change, { atOnce, after }) => {
    const least = (floor.battery as typeof now.battery)[change];
    expect(atOnce).toBeGreaterThanOrEqual(least?.atOnce ?? 1);
    expect(after).toBeGreaterThanOrEqual(least?.after ?? 1);
  });

  test('invented workbooks of all families', () => {
    expect(now.invented.atOnce).toBeGreaterThanOrEqual(floor.invented.atOnce);
    expect(now.invented.after).toBeGreaterThanOrEqual(floor.invented.after);
  });

  test('of the readings that are sure no more than this share is wrong', () => {
    expect(now.sureAndWrong).toBeLessThanOrEqual(floor.sureAndWrong);
  });
});
