import floors from './floor.json';
import { batteryCases, inventedCases, measure, type Result } from './support/measure';
import { mean } from './support/stats';

/**
 * What the reading must never fall below, on a small part of what `npm run reading:report` measures. When the reader
 * gets better, the floor is raised: `floor.json` says the share of readings with all levels right at once and after up
 * to three answers, and the mean of entities right after them for invented workbooks.
 */
const SAMPLE = 10;
const SEED = 'floor';

const share = (results: readonly Result[], is: (one: Result) => boolean): number =>
  mean(results.map((one) => Number(is(one))));

describe('the floor of the reading', () => {
  const battery = [...batteryCases(SEED, SAMPLE)].map((one) => measure(one));

  test.each(Object.entries(floors.battery))('%s', (change, { atOnce, after }) => {
    const own = battery.filter(({ group }) => group === change);
    expect(own.length).toBeGreaterThan(1);
    expect(share(own, ({ levels }) => levels)).toBeGreaterThanOrEqual(atOnce);
    expect(share(own, (one) => one.after.levels)).toBeGreaterThanOrEqual(after);
  });

  test('every change of the battery has its floor', () => {
    expect(Object.keys(floors.battery).sort()).toEqual(
      [...new Set(battery.map(({ group }) => group))].sort(),
    );
  });

  test('invented workbooks of all families', () => {
    const invented = [...inventedCases(SEED, 1)].map((one) => measure(one));
    expect(mean(invented.map((one) => one.entities))).toBeGreaterThanOrEqual(floors.invented.atOnce);
    expect(mean(invented.map((one) => one.after.entities))).toBeGreaterThanOrEqual(floors.invented.after);
  });

  test('of the readings that are sure no more than this share is wrong', () => {
    const sure = battery.filter(({ state }) => state === 'sure');
    expect(share(sure, ({ right }) => !right)).toBeLessThanOrEqual(floors.sureAndWrong);
  });
});
