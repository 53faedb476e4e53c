import fc from 'fast-check';
import { probabilityOf, SURE } from '../../../src/mapping/confidence/model';
import data from '../../../src/mapping/confidence/model.json';
import { SIGNS, type Signs } from '../../../src/mapping/confidence/signs';

const signs = (own: Partial<Signs> = {}): Signs => ({
  ...(Object.fromEntries(SIGNS.map((sign) => [sign, 0])) as Signs),
  ...own,
});
const anySigns = fc.tuple(...SIGNS.map(() => fc.double({ min: 0, max: 1, noNaN: true })));
const asSigns = (values: readonly number[]): Signs =>
  Object.fromEntries(SIGNS.map((sign, at) => [sign, values[at] ?? 0])) as Signs;

test('a reading that nothing speaks against is relied on, one that all speaks against is not', () => {
  expect(probabilityOf(signs())).toBeGreaterThanOrEqual(SURE);
  expect(probabilityOf(asSigns(SIGNS.map(() => 1)))).toBe(0.1);
});

test('whatever is fitted, every sign has a weight, and none makes a reading surer', () => {
  expect(Object.keys(data.weights).sort()).toEqual([...SIGNS].sort());
  fc.assert(
    fc.property(anySigns, fc.nat(SIGNS.length - 1), (values, at) => {
      const more = values.map((value, i) => (i === at ? 1 : value));
      expect(probabilityOf(asSigns(more))).toBeLessThanOrEqual(probabilityOf(asSigns(values)) + 1e-12);
    }),
  );
});

test('it is a probability: the log-odds are the base less what the signs take', () => {
  const model = { base: 2, weights: { rivals: -4, names: -1 }, sure: 0.9 };
  expect(probabilityOf(signs(), model)).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  expect(probabilityOf(signs({ rivals: 0.5 }), model)).toBeCloseTo(0.5, 12);
  expect(probabilityOf(signs({ rivals: 0.5, names: 1 }), model)).toBeCloseTo(1 / (1 + Math.E), 12);
});
