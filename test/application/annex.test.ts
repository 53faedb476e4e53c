import { annexOf } from '../../src/application';
import { gridOf, snapshotOf } from '../../src/workbook';
import { openPlan, readFixture } from '../support/plans';

const DUP = gridOf('DUP', [
  ['Codice', 'Obiettivo strategico', 'Codice operativo', 'Obiettivo operativo'],
  ['1', 'Città verde', '1.1', 'Parchi fluviali'],
  ['1', 'Città verde', '1.2', 'Orti urbani'],
  ['2', 'Città sicura', '2.1', 'Strade'],
]);
const PEG = gridOf('Obiettivi', [
  ['Obiettivo operativo', 'Codice', 'Obiettivo di PEG', 'Responsabile', 'Peso %'],
  ['Parchi fluviali', '2025-PA01', 'Sponde del fiume', 'Anna Rovere', '60'],
  ['Orti urbani', '2025-PA02', 'Bando degli orti', 'Ugo Tiglio', '40'],
  ['Strade', '2025-PB01', 'Rotatorie', 'Anna Rovere', '100'],
]);
const PHASES = gridOf('Fasi', [
  ['Obiettivo di PEG', 'Fase', 'Inizio', 'Fine'],
  ['2025-PA01', 'Progetto', '01/01/2025', '30/06/2025'],
  ['2025-PA01', 'Lavori', '01/07/2025', '31/12/2025'],
]);

describe('the plan as published tables', () => {
  test('a table per strategic objective with the codes of the DUP, owners and weights, then the phases', async () => {
    const { plan } = await openPlan(snapshotOf([DUP, PEG, PHASES]));
    const tables = annexOf(plan, 'it');
    expect(tables.map(({ title }) => title)).toEqual(['1 Città verde', '2 Città sicura', 'Fasi']);
    expect(tables[0]?.headings).toEqual([
      'Obiettivi strategici DUP',
      'Obiettivi operativi',
      'Codice',
      'Obiettivi di PEG',
      'Responsabile',
      'Peso',
    ]);
    expect(tables[0]?.rows[1]).toEqual([
      '1 Città verde',
      '1.2 Orti urbani',
      '2025-PA02',
      'Bando degli orti',
      'Ugo Tiglio',
      '40',
    ]);
    expect(tables[2]?.rows).toEqual([
      ['2025-PA01 Sponde del fiume', 'Progetto', '01/01/2025', '30/06/2025'],
      ['2025-PA01 Sponde del fiume', 'Lavori', '01/07/2025', '31/12/2025'],
    ]);
  });

  test('no row is lost, none stands twice, and what the plan does not have takes no column', async () => {
    const { plan } = await openPlan(readFixture('prato-peg-2017.xlsx'));
    const tables = annexOf(plan, 'en');
    const objectives = tables.slice(0, -1);
    expect(objectives.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(plan.pegRows.length);
    for (const { headings } of objectives) expect(headings).toHaveLength(4);
    expect(tables.at(-1)?.rows).toHaveLength(plan.indicators.length);
    expect(tables.at(-1)?.headings).not.toContain('Weight');
    for (const { headings, widths, rows } of tables)
      expect([widths, ...rows].every((row) => row.length === headings.length)).toBe(true);
  });
});
