import { mapWorkbook } from '../../src/mapping';
import { planCounts, planTree, type PlanNode } from '../../src/plan';
import { gridOf, snapshotOf } from '../../src/workbook';

const flat = (nodes: readonly PlanNode[]): PlanNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);

describe('the hierarchy as a tree', () => {
  test('an objective with two parents stands under both with one id', () => {
    const rows = [
      ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
      ['OB-01', 'Bilancio partecipato', 'Conti in ordine'],
      ['OB-01', 'Bilancio partecipato', 'Cittadini protagonisti'],
    ];
    const { plan } = mapWorkbook({ workbooks: [snapshotOf([gridOf('PEG', rows)])] });
    const nodes = flat(planTree(plan)).filter((node) => node.code === 'OB-01');
    expect(nodes).toHaveLength(2);
    expect(new Set(nodes.map((node) => node.id)).size).toBe(1);
    expect(planCounts(plan).pegObjectives).toBe(1);
  });

  test('cells name code and title once each', () => {
    const rows = [
      ['Codice', 'Obiettivo di PEG'],
      ['OB-01', 'Bilancio partecipato'],
      ['OB-02', 'Piano del verde'],
    ];
    const { plan } = mapWorkbook({ workbooks: [snapshotOf([gridOf('PEG', rows)])] });
    expect(planTree(plan)[0]?.cells).toEqual([
      { sheet: 'PEG', address: 'A2' },
      { sheet: 'PEG', address: 'B2' },
    ]);
  });

  test('an empty plan has an empty tree', () => {
    const { plan } = mapWorkbook({ workbooks: [] });
    expect(planTree(plan)).toEqual([]);
    expect(planCounts(plan).pegObjectives).toBe(0);
  });
});
