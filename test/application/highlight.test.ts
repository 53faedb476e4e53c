import { PlanSession } from '../../src/application';
import { MemoryWorkbook } from '../../src/workbook';
import { openFixture, smallPlan } from '../support/plans';

describe('highlighting findings', () => {
  test('marks the cells of the findings, and takes the marks away', async () => {
    const port = new MemoryWorkbook(smallPlan());
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    await port.write([{ sheet: 'Obiettivi', address: 'A3', value: null }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    const { judgement } = await session.check();
    const cells = judgement.findings.flatMap((finding) => finding.cells);
    expect(cells.length).toBeGreaterThan(0);
    await session.highlight(judgement.findings);
    expect(port.marks).toHaveLength(cells.length);
    expect(new Set(port.marks.map(({ level }) => level))).toEqual(
      new Set(judgement.findings.filter((one) => one.cells.length > 0).map(({ severity }) => severity)),
    );
    expect(await session.highlighted()).toBe(true);
    await session.clearHighlight();
    expect(port.marks).toEqual([]);
    expect(await session.highlighted()).toBe(false);
  });

  test('cells of other workbooks and of our own sheets are left out', async () => {
    const port = new MemoryWorkbook(smallPlan());
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    await port.write([{ sheet: 'Obiettivi', address: 'A3', value: null }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    const { judgement } = await session.check();
    const [finding] = judgement.findings;
    if (!finding) throw new TypeError('a plan without a code has a finding');
    await session.highlight([
      {
        ...finding,
        cells: [
          { sheet: 'Obiettivi', address: 'A3', file: 'piano 2026.xlsx' },
          { sheet: 'Obiettivi', address: 'A4', file: 'altro.xlsx' },
          { sheet: 'Verifica PEG', address: 'A5' },
        ],
      },
    ]);
    expect(port.marks).toEqual([{ sheet: 'Obiettivi', address: 'A3', level: finding.severity }]);
  });

  test('a file is not marked and has no selection: it is said', async () => {
    const session = await PlanSession.open(openFixture('prato-peg-2017.xlsx'), { today: '2026-03-01' });
    const { judgement } = await session.check();
    await expect(session.highlight(judgement.findings)).rejects.toMatchObject({ code: 'only-in-excel' });
    await expect(session.selection()).rejects.toMatchObject({ code: 'only-in-excel' });
    expect(await session.highlighted()).toBe(false);
  });
});
