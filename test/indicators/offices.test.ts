import { evaluateIndicator } from '../../src/indicators';
import { OFFICE_FORMULAS } from './support/formulas';
import { officeBaseData } from './support/offices';

const data = officeBaseData();

describe('formulas as offices write them', () => {
  test.each(OFFICE_FORMULAS)('%s: %s [%s]', (name, formula, unit, expected) => {
    const outcome = evaluateIndicator({ name, formula, unit }, data, '2023');
    if (Number.isNaN(expected)) {
      console.log(formula, '->', outcome.outcome, outcome.value, outcome.reading.it, outcome.reason?.it);
      return;
    }
    expect({ o: outcome.outcome, r: outcome.reading.it, why: outcome.reason?.it }).toMatchObject({
      o: 'value',
    });
    expect(outcome.value as number).toBeCloseTo(expected, 9);
  });
});
