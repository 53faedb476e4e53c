import { meaningMarks } from '../../src/application';
import { mapWorkbook, type MappingResult, type SheetMapping } from '../../src/mapping';
import { planEntities, planTree, type PlanNode } from '../../src/plan';
import { layouts } from '../support/layouts';
import { differences, unaccounted } from '../support/layouts/compare';
import { shareOf } from '../support/share';

const idsOf = (nodes: readonly PlanNode[]): string[] =>
  nodes.flatMap(({ id, children }) => [id, ...idsOf(children)]);

// What holds of every workbook is asked of one reading of each: it is the reading that takes the time.
const sheets: SheetMapping[] = [];

describe.each(shareOf(layouts, 1).map((fixture) => [fixture.name, fixture] as const))(
  'the layout %s',
  (_name, fixture) => {
    const { snapshot, others = [], truth } = fixture;
    let result: MappingResult;
    beforeAll(() => {
      result = mapWorkbook({ workbooks: [snapshot, ...others] });
      sheets.push(...result.sheets);
    });

    test('is read completely', () => {
      expect(differences(result, truth)).toEqual([]);
      expect(unaccounted(result)).toEqual([]);
    });

    test('has everything in its tree', () => {
      const { plan } = result;
      const ids = new Set(idsOf(planTree(plan)));
      const all = planEntities(plan);
      expect(all.filter((one) => !ids.has(one.id))).toEqual([]);
    });

    test('gives every cell one colour at most, and only cells that are there', () => {
      const marks = meaningMarks(result.plan, snapshot);
      const keys = marks.map(({ sheet, address }) => `${sheet}!${address}`);
      expect(new Set(keys).size).toBe(keys.length);
      const names = snapshot.sheets.map(({ name }) => name);
      for (const { sheet } of marks) expect(names).toContain(sheet);
    });
  },
);

test('sheets that are read right are sure', () => {
  const read = sheets.filter(({ role }) => role !== 'other' && role !== 'preface');
  expect(read.length).toBeGreaterThan(layouts.length / 4);
  const unsure = read.filter(({ confidence }) => confidence < 0.7);
  expect(unsure.length).toBeLessThanOrEqual(read.length * 0.03);
});
