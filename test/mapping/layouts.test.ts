import { mapWorkbook } from '../../src/mapping';
import { layouts } from '../support/layouts';
import { differences, unaccounted } from '../support/layouts/compare';

describe('layouts of every family', () => {
  test.each(layouts.map((fixture) => [fixture.name, fixture] as const))(
    '%s is read completely',
    (_name, fixture) => {
      const result = mapWorkbook({ workbooks: [fixture.snapshot, ...(fixture.others ?? [])] });
      expect(differences(result, fixture.truth)).toEqual([]);
      expect(unaccounted(result)).toEqual([]);
    },
  );
});
