import { mapWorkbook } from '../../src/mapping';
import { gridOf, snapshotOf, type CellValue } from '../../src/workbook';

const HEAD = ['N.', 'Obiettivo', 'Peso %', 'Indicatore', 'Unità', 'Valore iniziale', 'Target 2026'];

function office(name: string, rows: readonly (readonly CellValue[])[]): ReturnType<typeof gridOf> {
  return gridOf(name, [[`PEG 2026 - ${name}`], HEAD, ...rows]);
}

describe('offices that number their objectives from one', () => {
  test('a weight that differs between number 1 of two offices is still the weight of the objective', () => {
    const book = snapshotOf([
      office('Settore Finanziario', [
        [1, 'Formare il personale', 30, 'Ore di formazione', 'h', 20, 40],
        [2, 'Recuperare le imposte', 70, 'Avvisi emessi', 'n.', 300, 350],
      ]),
      office('Settore Tecnico', [
        [1, 'Formare il personale', 10, 'Ore di formazione', 'h', 20, 40],
        [2, 'Curare le strade', 90, 'Km asfaltati', 'km', 3, 4],
      ]),
    ]);
    const { plan } = mapWorkbook({ workbooks: [book] });
    expect(plan.pegObjectives.map(({ weight }) => weight?.number)).toEqual([30, 70, 10, 90]);
  });

  test('a single objective with a 1 of its own is enough, and stays apart from the 1 of the others', () => {
    const many = Array.from({ length: 8 }, (_, at): CellValue[] => [
      at + 1,
      `Curare la strada ${at + 1}`,
      10,
      'Km asfaltati',
      'km',
      3,
      4,
    ]);
    const book = snapshotOf([
      office('Settore Finanziario', [[1, 'Recuperare le imposte', 100, 'Avvisi emessi', 'n.', 300, 350]]),
      office('Settore Tecnico', many),
    ]);
    const { pegObjectives, indicators } = mapWorkbook({ workbooks: [book] }).plan;
    expect(pegObjectives).toHaveLength(9);
    const [avvisi] = indicators;
    expect(pegObjectives.find(({ id }) => id === avvisi?.objectiveId)?.title.value).toBe(
      'Recuperare le imposte',
    );
  });
});
