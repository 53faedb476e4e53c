import { reportHtml, reportSheet, REPORT_SHEET } from '../../src/approval';
import { waiverFor } from '../../src/coherence';
import { gridOf, MAX_CELL_TEXT, MemoryWorkbook, snapshotOf } from '../../src/workbook';
import { PlanSession } from '../../src/application';
import { openPlan, readFixture, smallPlan } from '../support/plans';

const about = { date: '2026-03-01', version: '0.1.0' };

describe('the check report', () => {
  test('says verdict, DUP, rules that ran and what could not be assessed, in both languages', async () => {
    const session = await openPlan(smallPlan());
    for (const language of ['it', 'en'] as const) {
      const report = await session.report(about, language);
      expect(report.facts.map(([label]) => label)).toHaveLength(10);
      expect(report.facts.flat()).toContain('piano 2026.xlsx');
      expect(report.facts[1]?.[1]).toBe(language === 'it' ? '01/03/2026' : '2026-03-01');
      expect(report.sections.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('as a sheet: short lines flow, long texts stand in the wide column, links lead to the cells', async () => {
    const bad = smallPlan();
    const port = new MemoryWorkbook(bad);
    await port.write([{ sheet: 'Obiettivi', address: 'A2', value: null }]);
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    const sheet = reportSheet(await session.report(about, 'it'));
    expect(sheet.name).toBe(REPORT_SHEET);
    expect(sheet.header).toBe(sheet.rows[0]?.[0]?.value);
    expect(sheet.rows.every((row) => row.length <= sheet.widths.length)).toBe(true);
    for (const cell of sheet.rows.flat())
      if (cell.style) expect(String(cell.value ?? '').length).toBeLessThan(140);
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

  test('the reason of an acceptance kept from elsewhere fits into a cell, however long', async () => {
    const session = await openPlan(readFixture('prato-peg-2017.xlsx'));
    const { judgement } = await session.check();
    const [finding] = judgement.findings;
    if (!finding) throw new RangeError('no finding');
    const acceptance = { reason: 'x'.repeat(40_000), author: 'Anna Rovere', date: '2026-03-01', until: null };
    await session.saveWaivers([waiverFor(finding, acceptance)]);
    const { rows } = reportSheet(await session.report(about, 'it'));
    const lengths = rows.flat().map(({ value }) => String(value ?? '').length);
    expect(Math.max(...lengths)).toBe(MAX_CELL_TEXT);
  });

  test('gives the reason of a rule once, however many its findings', async () => {
    const session = await openPlan(readFixture('prato-peg-2017.xlsx'));
    const { sections } = await session.report(about, 'it');
    const { judgement } = await session.check();
    const open = judgement.findings.filter((one) => one.status === 'open' && one.causes.length === 0);
    const [findings, reasons] = sections;
    expect(findings?.rows).toHaveLength(open.length);
    expect(reasons?.rows).toHaveLength(new Set(open.map((one) => one.rule)).size);
  });

  test('at the monitoring stage: late phases, results, progress, in the order of the plan', async () => {
    const session = await openPlan(smallPlan());
    session.useStage('monitoring', '2026-06-30');
    const report = await session.report(about, 'it');
    const titles = report.sections.map((section) => section.title);
    expect(titles).toEqual(expect.arrayContaining(['Fasi oltre il termine', 'Risultati degli indicatori']));
    const late = report.sections.find((section) => section.title === 'Fasi oltre il termine');
    expect(late?.rows.map((row) => row.map((cell) => cell.value))).toEqual([
      ['2026-RA01', '28/02/2026', 'Fasi!D2', 'Estrazione posizioni (2026-RA01 Riscuotere i residui)', '–'],
    ]);
    expect(report.facts).toContainEqual(['Monitoraggio al', '30/06/2026']);
    const html = reportHtml(report);
    expect(html).toContain('Fasi oltre il termine');
  });

  test('names every workbook that was read as one plan', async () => {
    const session = await openPlan(smallPlan(), { others: [{ ...smallPlan(), name: 'cultura.xlsx' }] });
    const { facts } = await session.report(about, 'it');
    expect(facts).toContainEqual(['Cartella di lavoro', 'piano 2026.xlsx, cultura.xlsx']);
  });
});
