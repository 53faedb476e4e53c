import { mapWorkbook } from '../../src/mapping';
import { layouts } from '../support/layouts';
import { differences, unaccounted } from '../support/layouts/compare';
import { mutations } from '../support/layouts/mutations';

describe.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
  'with %s',
  (_name, mutation) => {
    const meant = layouts.filter(({ family }) => mutation.families?.includes(family) ?? true);
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
