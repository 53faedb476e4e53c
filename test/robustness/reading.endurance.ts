import { FAMILIES } from '../reading/generator';
import { inventedCases, measure } from '../reading/support/measure';
import { mean } from '../reading/support/stats';

/** Workbooks of each family; more with PEG_INVENTED. */
const COUNT = Number(process.env['PEG_INVENTED'] ?? 60);
/** Seeds nothing was chosen by. */
const SEED = process.env['PEG_SEED'] ?? 'endurance';

/** What a family must reach once up to three questions are answered. */
const ENTITIES = 0.9;

test.each(Object.keys(FAMILIES))('%s: nine entities of ten are right after the answers', (family) => {
  const cases = [...inventedCases(SEED, COUNT)].filter((one) => one.family === family);
  const results = cases.map((one) => measure(one));
  expect(mean(results.map(({ after }) => after.entities))).toBeGreaterThanOrEqual(ENTITIES);
});
