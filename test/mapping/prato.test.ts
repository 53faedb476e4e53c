import { mapWorkbook, type MappingResult } from '../../src/mapping';
import { planCounts, type SourcedText } from '../../src/plan';
import { XlsxWorkbook } from '../../src/xlsx';
import truth from '../fixtures/prato-peg-2017.truth.json';
import { fixture } from '../support/xlsx';
import { unaccounted } from '../support/layouts/compare';

/** Cell of a fact as the truth file writes it. */
function at(fact: SourcedText | null): string | null {
  const [cell] = fact?.cells ?? [];
  return cell ? `${cell.sheet}!${cell.address}` : null;
}

/** A formula or unit with its address in the row of its indicator. */
function part(fact: SourcedText | null): { value: string; at: string } | null {
  return fact && { value: fact.value, at: fact.cells[0]?.address ?? '' };
}

/** The published plan of a real municipality, as a workbook: every entity at its cell. */
describe('the Prato plan', () => {
  let result: MappingResult;
  beforeAll(async () => {
    const book = new XlsxWorkbook(fixture('prato-peg-2017.xlsx'), 'prato-peg-2017.xlsx');
    result = mapWorkbook({ workbooks: [await book.snapshot()] });
  });

  test('is counted as the truth file counts it', () => {
    expect(planCounts(result.plan)).toEqual(truth.counts);
  });

  test('areas and strategic objectives stand where the DUP lists them', () => {
    const { plan } = result;
    const areas = new Map(plan.strategicAreas.map((area) => [area.id, area.title.value]));
    expect(plan.strategicAreas.map((area) => ({ title: area.title.value, at: at(area.title) }))).toEqual(
      truth.strategicAreas,
    );
    expect(
      plan.strategicObjectives.map((one) => ({
        title: one.title.value,
        under: areas.get(one.areaId ?? ''),
        at: at(one.title),
      })),
    ).toEqual(truth.strategicObjectives);
  });

  test('every operating objective stands under its strategic one, at its first cell', () => {
    const { plan } = result;
    const strategics = new Map(plan.strategicObjectives.map((one) => [one.id, one.title.value]));
    const own = plan.operatingObjectives.map((one) => ({
      title: one.title.value,
      under: strategics.get(one.strategicId ?? ''),
      at: at(one.title),
    }));
    expect(own).toEqual(truth.operatingObjectives);
  });

  test('every row of the PEG has its code, its title and its operating objective', () => {
    const { plan } = result;
    const operatings = new Map(plan.operatingObjectives.map((one) => [one.id, one.title.value]));
    const strategics = new Map(plan.strategicObjectives.map((one) => [one.id, one.title.value]));
    const own = plan.pegRows.map((row) => ({
      code: row.code?.value ?? null,
      title: row.title.value,
      operating: operatings.get(row.operatingId ?? '') ?? null,
      strategic: strategics.get(row.strategicId ?? ''),
      codeAt: at(row.code),
      at: at(row.title),
    }));
    expect(own).toEqual(truth.pegRows);
  });

  test('every indicator has its formula, unit and source at their cells', () => {
    const { plan } = result;
    const own = plan.indicators.map((one) => ({
      title: one.title.value,
      at: at(one.title),
      formula: part(one.formula),
      unit: part(one.unit),
      source: part(one.source),
      label: one.citation?.value ?? null,
      block: one.block?.value ?? null,
    }));
    expect(own).toEqual(truth.indicators);
  });

  test('all codes fit the scheme, those in front of titles too', () => {
    const { plan } = result;
    expect(plan.codeScheme).toMatchObject({ mask: 'AAAA-LL00[L]', fitting: 119, total: 119 });
  });

  test('every filled cell is mapped, ignored by name or noted', () => {
    expect(unaccounted(result)).toEqual([]);
  });
});
