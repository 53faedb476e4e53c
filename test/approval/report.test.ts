import { reportHtml, reportSheet, REPORT_SHEET } from '../../src/approval';
import { gridOf, MemoryWorkbook, snapshotOf } from '../../src/workbook';
import { PlanSession } from '../../src/application';
import { openPlan, smallPlan } from '../support/plans';

const about = { date: '1 marzo 2026', version: '0.1.0' };

describe('the check report', () => {
  test('says verdict, DUP, rules that ran and what could not be assessed, in both languages', async () => {
    const session = await openPlan(smallPlan());
    for (const language of ['it', 'en'] as const) {
      const report = await session.report(about, language);
      expect(report.facts.map(([label]) => label)).toHaveLength(9);
      expect(report.facts.flat()).toContain('piano 2026.xlsx');
      expect(report.sections.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('as a sheet: prints its title on every page, links to the cells', async () => {
    const bad = smallPlan();
    const port = new MemoryWorkbook(bad);
    await port.write([{ sheet: 'Obiettivi', address: 'A2', value: null }]);
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    const sheet = reportSheet(await session.report(about, 'it'));
    expect(sheet.name).toBe(REPORT_SHEET);
    expect(sheet.printTitles).toEqual([0, 0]);
    expect(sheet.rows.flat().some((cell) => cell.link?.sheet === 'Obiettivi')).toBe(true);
  });

  test('a title that looks like a formula or a tag stays text', async () => {
    const evil = '=HYPERLINK("http://example.org";"<script>alert(1)</script>")';
    const session = await openPlan(
      snapshotOf([
        gridOf('Obiettivi', [
          ['Codice', 'Obiettivo di PEG', 'Obiettivo operativo'],
          ['2026-AA01', evil, 'Uno'],
          ['2026-AA02', evil, 'Uno'],
        ]),
      ]),
    );
    const html = reportHtml(await session.report(about, 'it'));
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
  });
});
