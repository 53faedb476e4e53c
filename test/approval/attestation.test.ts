import fc from 'fast-check';
import { PlanSession } from '../../src/application';
import {
  MemoryWorkbook,
  cellAt,
  cellOf,
  gridRows,
  type CellValue,
  type Grid,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { rowsOf } from '../support/layouts/rows';
import { smallPlan } from '../support/plans';
import { runs } from '../support/share';

const AUTHOR = 'Anna Rovere';
const AT = '2026-03-01T10:00:00+01:00';

/** A session on a plan that was attested. */
async function attested(book: WorkbookSnapshot = smallPlan()) {
  const port = new MemoryWorkbook(book);
  const session = await PlanSession.open(port, { today: '2026-03-01' });
  await session.attest(AUTHOR, AT, '0.1.0');
  return { port, session };
}

/** The same workbook and private store with other sheets, opened again. */
async function reopened(port: MemoryWorkbook, change: (grid: Grid) => Grid): Promise<PlanSession> {
  const now = await port.snapshot();
  return PlanSession.open(new MemoryWorkbook({ ...now, sheets: now.sheets.map(change) }), {
    today: '2026-03-01',
  });
}

const rowsMoved =
  (order: readonly number[], name: string) =>
  (grid: Grid): Grid =>
    grid.name === name ? { ...grid, rows: gridRows(order.map((row) => rowsOf(grid)[row] ?? [])) } : grid;

describe('an attestation', () => {
  test('holds in the file opened again', async () => {
    const { port } = await attested();
    const session = await reopened(port, (grid) => grid);
    expect(await session.attestation()).toMatchObject({
      state: 'valid',
      waiversChanged: false,
      attestation: { author: AUTHOR, at: AT },
    });
  });

  test('holds when rows stand in another order', async () => {
    const { port } = await attested();
    for (const name of ['Obiettivi', 'Fasi', 'Indicatori', 'DUP']) {
      const rows = (await port.snapshot()).sheets.find((grid) => grid.name === name)?.rows.length ?? 0;
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray(
            Array.from({ length: rows - 1 }, (_, index) => index + 1),
            { minLength: rows - 1 },
          ),
          async (order) => {
            const session = await reopened(port, rowsMoved([0, ...order], name));
            expect((await session.attestation()).state).toBe('valid');
          },
        ),
        runs(2),
      );
    }
  });

  test.each<[string, string, CellValue, string]>([
    ['a character of a title', 'B2', 'Riscuotere i residuI', 'Riscuotere i residui'],
    ['a weight', 'E2', 59, '60'],
    ['the operating objective', 'C2', 'S1.2', 'S1.1'],
    ['the owner', 'D2', 'Furio Acera', 'Furio Acero'],
  ])('is broken by %s, and the comparison names it', async (_what, address, value, was) => {
    const { port, session } = await attested();
    await port.write([{ sheet: 'Obiettivi', address, value }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    const state = await session.attestation();
    expect(state).toMatchObject({ state: 'plan-changed', changes: [{ code: '2026-RA01' }] });
    expect(JSON.stringify(state)).toContain(was);
  });

  test('is broken by another wording of the DUP in a sheet, although the DUP’s own is shown', async () => {
    const { port, session } = await attested({
      ...smallPlan(),
      sheets: smallPlan().sheets.map((grid) =>
        grid.name === 'Obiettivi'
          ? {
              ...grid,
              rows: gridRows(
                rowsOf(grid).map((row, at) => [
                  ...row,
                  cellOf(at === 0 ? 'Obiettivo operativo' : at === 1 ? 'Entrate certe' : 'Spesa efficiente'),
                ]),
              ),
            }
          : grid,
      ),
    });
    await port.write([{ sheet: 'Obiettivi', address: 'F2', value: 'Entrate incerte' }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    expect((await session.attestation()).state).toBe('plan-changed');
  });

  test('is broken by any other character of any title of the plan (property)', async () => {
    const { port } = await attested();
    const titles = ['B2', 'B3'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...titles), fc.nat(12), async (address, place) => {
        const copy = new MemoryWorkbook(await port.snapshot());
        const session = await PlanSession.open(copy, { today: '2026-03-01' });
        const row = Number(address.slice(1)) - 1;
        const [, grid] = session.workbook.sheets;
        const old = String((grid && cellAt(grid, row, 1)?.value) ?? '');
        const value = `${old.slice(0, place)}${old[place] === 'x' ? 'y' : 'x'}${old.slice(place + 1)}`;
        await session.writeCells([{ sheet: 'Obiettivi', address, value }]);
        expect((await session.attestation()).state).toBe('plan-changed');
      }),
      runs(4),
    );
  });

  test('of a plan judged by other rules now says so', async () => {
    const { session } = await attested();
    await session.saveRuleSettings({ off: ['STR-04'] });
    expect((await session.attestation()).state).toBe('rules-changed');
  });

  test('tells that other findings are accepted now than then', async () => {
    const { session } = await attested();
    await session.saveWaivers([
      {
        finding: 'f'.repeat(16),
        rule: 'STR-04',
        place: 'x',
        reason: 'Doppio voluto',
        author: AUTHOR,
        date: '2026-03-02',
        until: null,
      },
    ]);
    expect(await session.attestation()).toMatchObject({ state: 'valid', waiversChanged: true });
    const { facts } = await session.report({ date: '2026-03-02', version: '0.1.0' }, 'it');
    expect(facts.at(-1)).toEqual([
      'Attestazione',
      'valida, ma le segnalazioni accettate non sono più quelle di allora (Anna Rovere, 01/03/2026)',
    ]);
  });
});
