import { mapWorkbook } from '../../src/mapping';
import { layouts } from '../support/layouts';
import { differences, unaccounted } from '../support/layouts/compare';
import { mutations } from '../support/layouts/mutations';
import { shareOf } from '../support/share';

describe.each(mutations.map((mutation, at) => [mutation.name, mutation, at] as const))(
  'with %s',
  (_name, mutation, at) => {
    // Every fixture meets a tenth of the changes, every change a tenth of the fixtures.
    const meant = shareOf(
      layouts.filter(
        ({ family, name }) =>
          (mutation.families?.includes(family) ?? true) && !Object.hasOwn(mutation.except ?? {}, name),
      ),
      10,
      at,
    );
    test.each(meant.map((fixture) => [fixture.name, fixture] as const))(
      '%s is still read completely',
      (_fixture, fixture) => {
        const result = mapWorkbook({
          workbooks: [fixture.snapshot, ...(fixture.others ?? [])].map(mutation.apply),
        });
        const truth = { ...fixture.truth, pegs: fixture.truth.pegs.map(({ at: _at, ...peg }) => peg) };
        expect(differences(result, truth)).toEqual([]);
        expect(unaccounted(result)).toEqual([]);
      },
    );
  },
);

test('what is left out is there, and would not be read', () => {
  for (const mutation of mutations) {
    for (const name of Object.keys(mutation.except ?? {})) {
      const fixture = layouts.find((one) => one.name === name);
      if (!fixture) throw new RangeError(`${name}: no such fixture`);
      const books = [fixture.snapshot, ...(fixture.others ?? [])].map(mutation.apply);
      expect([name, differences(mapWorkbook({ workbooks: books }), fixture.truth)]).not.toEqual([name, []]);
    }
  }
});
