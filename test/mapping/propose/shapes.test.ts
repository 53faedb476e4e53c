import { mapWorkbook } from '../../../src/mapping';
import { differences, unaccounted } from '../../support/layouts/compare';
import { shapes } from '../../support/layouts/shapes';

describe('sheets that mix levels', () => {
  test.each(shapes.map((fixture) => [fixture.name, fixture] as const))(
    '%s is read completely',
    (_name, fixture) => {
      const result = mapWorkbook({ workbooks: [fixture.snapshot, ...(fixture.others ?? [])] });
      expect(differences(result, fixture.truth)).toEqual([]);
      expect(unaccounted(result)).toEqual([]);
    },
  );
});
