import fc from 'fast-check';
import { achievementIn, hierarchyOf, progressOf, targetOf, type Objective } from '../../src/application';
import { MemoryWorkbook, gridOf, snapshotOf, type WorkbookSnapshot } from '../../src/workbook';
import { openPlan, readFixture, smallPlan } from '../support/plans';

const label = (one: Objective): string => one.code?.value ?? one.title.value;

/** An objective of PEG that serves two operating objectives, and one that cites none. */
function shared(): WorkbookSnapshot {
  const sheets = smallPlan().sheets.map((grid) =>
    grid.name === 'Obiettivi'
      ? gridOf('Obiettivi', [
          ['Codice', 'Denominazione', 'Codice operativo', 'Responsabile', 'Peso'],
          ['2026-RA01', 'Riscuotere i residui', 'S1.1', 'Furio Acero', 60],
          ['2026-RA01', 'Riscuotere i residui', 'S1.2', 'Furio Acero', 60],
          ['2026-RA02', 'Ridurre i tempi di pagamento', 'S1.2', 'Furio Acero', 40],
        ])
      : grid,
  );
  return snapshotOf(sheets, { name: 'piano 2026.xlsx' });
}

describe('where an objective stands', () => {
  test('by code, by title, by a near title; codes or titles to choose from otherwise', async () => {
    const { plan } = await openPlan(smallPlan());
    const hierarchy = hierarchyOf(plan);
    expect(hierarchyOf(plan)).toBe(hierarchy);
    const found = (name: string): readonly string[] => hierarchy.find(name).found.map(label);
    expect(found(' s1.1 ')).toEqual(['S1.1']);
    expect(found('ENTRATE CERTE')).toEqual(['S1.1']);
    expect(found('Entrate certa')).toEqual(['S1.1']);
    expect(hierarchy.find('2026-RA09')).toEqual({ found: [], near: expect.arrayContaining(['2026-RA01']) });
    expect(hierarchy.find('Entrate').near).toHaveLength(3);
    expect(hierarchy.find('  ')).toEqual({ found: [], near: [] });
  });

  test('an objective with several parents has several ways up', async () => {
    const { plan } = await openPlan(shared());
    const hierarchy = hierarchyOf(plan);
    const [objective] = hierarchy.find('2026-RA01').found;
    if (!objective) throw new TypeError('2026-RA01 is in the plan');
    expect(hierarchy.parents(objective).map(label)).toEqual(['S1.1', 'S1.2']);
    expect(hierarchy.paths(objective).map((path) => path.map(label))).toEqual([
      ['S1', 'S1.1', '2026-RA01'],
      ['S1', 'S1.2', '2026-RA01'],
    ]);
    expect(hierarchy.ancestors(objective, 'strategicObjective').map(label)).toEqual(['S1']);
    expect(hierarchy.ancestors(objective, 2).map(label)).toEqual(['S1']);
    expect(hierarchy.ancestors(objective, 'strategicArea')).toEqual([]);
  });

  test('branches, ways and children agree on a whole plan (property)', async () => {
    const session = await openPlan(readFixture('prato-peg-2017.xlsx'));
    const hierarchy = hierarchyOf(session.plan);
    fc.assert(
      fc.property(fc.constantFrom(...hierarchy.all), (one) => {
        for (const path of hierarchy.paths(one)) {
          expect(path.at(-1)).toBe(one);
          expect(hierarchy.parents(path[0] as Objective)).toEqual([]);
          for (const above of path) expect(hierarchy.branch(above)).toContain(one);
        }
        for (const child of hierarchy.children(one)) expect(hierarchy.parents(child)).toContain(one);
      }),
    );
  });
});

describe('targets, achievement and progress', () => {
  const indicators = (rows: readonly (readonly string[])[]): WorkbookSnapshot => ({
    ...smallPlan(),
    sheets: smallPlan().sheets.map((grid) =>
      grid.name === 'Indicatori'
        ? gridOf('Indicatori', [
            [
              'Codice obiettivo',
              'Indicatore',
              'Formula',
              'Unità',
              'Baseline 2025',
              'Target 2025',
              'Target 2026',
              'Consuntivo 2026',
            ],
            ...rows,
          ])
        : grid,
    ),
  });

  test.each([
    // target, result written, degree, problem
    ['10', '10', 1, null],
    ['10', '8', 0.8, null],
    ['almeno 10', '12', 1, null],
    ['', '12', null, 'no-target'],
    ['10', '', null, 'no-result'],
    ['10', 'SI', null, 'other-kind'],
    ['+10%', '11', 1, null],
  ])('target «%s», result «%s»: %s %s', async (target, actual, degree, problem) => {
    const session = await openPlan(
      indicators([['2026-RA01', 'Eventi realizzati', '', 'n.', '10', '', target, actual]]),
    );
    const [indicator] = session.plan.indicators;
    if (!indicator) throw new TypeError('the plan has one indicator');
    const { achievement } = achievementIn(session, indicator, null);
    expect([achievement.degree, achievement.problem]).toEqual([degree, problem]);
  });

  test('the target of the period, of its year, of no period, in this order', async () => {
    const session = await openPlan(
      indicators([['2026-RA01', 'Eventi realizzati', '', 'n.', '', '5', '7', '']]),
    );
    const [indicator] = session.plan.indicators;
    if (!indicator) throw new TypeError('the plan has one indicator');
    const of = (period: string | null): number | null =>
      targetOf(session, indicator, period)?.target.value ?? null;
    expect([of(null), of('2025'), of('2026-S1'), of('2025-06-30'), of('2030')]).toEqual([7, 5, 7, 5, null]);
  });

  test('of several objectives by their weights; unknown ones are left out', async () => {
    const port = new MemoryWorkbook(smallPlan());
    const session = await openPlan({
      ...(await port.snapshot()),
      sheets: smallPlan().sheets.map((grid) =>
        grid.name === 'Fasi'
          ? gridOf('Fasi', [
              ['Codice obiettivo', 'Fase', 'Inizio', 'Fine', 'Peso', 'Stato di attuazione'],
              ['2026-RA01', 'Estrazione posizioni', '01/01/2026', '31/12/2026', 100, '50%'],
              ['2026-RA02', 'Monitoraggio mensile', '01/01/2026', '31/12/2026', 100, 'conclusa'],
            ])
          : grid,
      ),
    });
    const hierarchy = hierarchyOf(session.plan);
    const of = (name: string): number | null => progressOf(session, hierarchy.find(name).found, null).degree;
    expect([of('2026-RA01'), of('S1.1'), of('2026-RA02')]).toEqual([0.5, 0.5, 1]);
    // 60 and 40 are the weights of the two.
    expect(of('S1')).toBeCloseTo(0.5 * 0.6 + 1 * 0.4, 12);
    const half = progressOf(session, hierarchy.find('S1').found, '2026-07-02').degree ?? 0;
    expect(half).toBeCloseTo(0.5, 2);
  });
});
