import fc from 'fast-check';
import { guidOf } from '../../src/workbench/host/model/sheets';

describe('the GUID of a sheet', () => {
  test('has the form Excel gives it', () => {
    expect(guidOf('s12')).toBe('{00000012-0001-0000-0000-000000000000}');
    expect(guidOf('aB-9_z')).toMatch(/^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/);
  });

  test('a sheet added in the grid never has the GUID of another', () => {
    const made = fc.stringMatching(/^[A-Za-z0-9_-]{6}$/);
    const own = fc.integer({ min: 1, max: 9999 }).map((number) => `s${number}`);
    fc.assert(
      fc.property(fc.oneof(made, own), fc.oneof(made, own), (one, other) => {
        expect(guidOf(one) === guidOf(other)).toBe(one === other);
      }),
    );
  });
});
