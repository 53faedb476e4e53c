import fc from 'fast-check';
import { PlanSession, StoreError } from '../../src/application';
import { waiverFor, type Waiver } from '../../src/coherence';
import {
  MemoryWorkbook,
  WorkbookError,
  gridOf,
  type CellEdit,
  type WorkbookSnapshot,
} from '../../src/workbook';
import { smallPlan } from '../support/plans';
import { runs } from '../support/share';

const TODAY = { today: '2026-03-01' };
const NOTES = gridOf('Appunti', [['Da sentire l’ufficio', 'domani']]);

/** The small plan with an objective without a code, and a sheet of notes that is no part of it. */
function plan(): WorkbookSnapshot {
  const sheets = smallPlan().sheets.map((grid) =>
    grid.name === 'Obiettivi'
      ? gridOf('Obiettivi', [
          ['Codice', 'Denominazione', 'Codice operativo', 'Responsabile', 'Peso'],
          ['2026-RA01', 'Riscuotere i residui', 'S1.1', 'Furio Acero', 60],
          ['2026-RA02', 'Ridurre i tempi di pagamento', 'S1.2', 'Furio Acero', 30],
          [null, 'Rifare il regolamento', 'S1.2', 'Furio Acero', 10],
        ])
      : grid,
  );
  return { ...smallPlan(), sheets: [...sheets, NOTES] };
}

/** A workbook in memory whose readings are counted and can be held up or made to fail. */
class WatchedWorkbook extends MemoryWorkbook {
  readonly reads: (readonly string[] | null)[] = [];
  /** Called before a reading answers with what was there when it was asked. */
  before: (read: number) => Promise<void> = () => Promise.resolve();

  override async snapshot(sheets?: readonly string[]): Promise<WorkbookSnapshot> {
    this.reads.push(sheets ?? null);
    const read = this.reads.length;
    const book = await super.snapshot(sheets);
    await this.before(read);
    return book;
  }
}

async function open(book = plan()): Promise<{ port: WatchedWorkbook; session: PlanSession }> {
  const port = new WatchedWorkbook(book);
  const session = await PlanSession.open(port, TODAY);
  port.reads.length = 0;
  return { port, session };
}

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('an edit', () => {
  test('re-reads its own sheet and no other', async () => {
    const { port, session } = await open();
    await session.follow();
    await port.write([{ sheet: 'Obiettivi', address: 'B2', value: 'Riscuotere tutto' }]);
    await session.check();
    await port.write([{ sheet: 'Fasi', address: 'E2', value: 20 }]);
    await session.check();
    expect(port.reads).toEqual([['Obiettivi'], ['Fasi']]);
    await session.close();
  });

  test('that changes nothing is told to nobody and keeps the check', async () => {
    const { port, session } = await open();
    const result = await session.check();
    let told = 0;
    session.subscribe(() => (told += 1));
    await session.recheck({ sheets: ['Obiettivi', 'Fasi'] });
    await session.recheck({ sheets: null });
    expect(port.reads).toEqual([['Obiettivi', 'Fasi'], null]);
    expect(told).toBe(0);
    expect(await session.check()).toBe(result);
  });

  test('outside the plan makes no rule run again', async () => {
    const { port, session } = await open();
    const { judgement } = await session.check();
    await port.write([{ sheet: 'Appunti', address: 'B1', value: 'dopodomani' }]);
    await session.recheck({ sheets: ['Appunti'] });
    expect((await session.check()).judgement).toBe(judgement);
    await port.write([{ sheet: 'Obiettivi', address: 'A3', value: null }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    expect((await session.check()).judgement).not.toBe(judgement);
  });

  test('in the plan does not read the base data again, one in the base data does', async () => {
    const { port, session } = await open();
    const { baseData } = session;
    await port.write([{ sheet: 'Obiettivi', address: 'B2', value: 'Riscuotere tutto' }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    expect(session.baseData).toBe(baseData);
    await port.write([{ sheet: 'Dati di base', address: 'D2', value: 1300 }]);
    await session.recheck({ sheets: ['Dati di base'] });
    expect(session.baseData).not.toBe(baseData);
    expect(session.indicators('2025')[0]?.outcome.value).toBeCloseTo(1300 / 1600, 12);
  });

  test('in a sheet that came meanwhile reads everything', async () => {
    const { port, session } = await open();
    await port.writeReport({ name: 'Nuovo', rows: [[{ value: 'testo' }]], widths: [10] });
    await session.recheck({ sheets: ['Nuovo'] });
    expect(port.reads).toEqual([['Nuovo'], null]);
    expect(session.workbook.sheets.at(-1)?.name).toBe('Nuovo');
  });
});

/** Edits anywhere in the small plan: new texts, numbers, blanks. */
const anyEdit: fc.Arbitrary<CellEdit> = fc.constantFrom(...plan().sheets).chain((grid) =>
  fc.record({
    sheet: fc.constant(grid.name),
    address: fc
      .tuple(fc.nat(grid.rows.length), fc.nat((grid.rows[0]?.columns.length ?? 1) - 1))
      .map(([row, column]) => `${String.fromCharCode(65 + column)}${row + 1}`),
    value: fc.constantFrom<CellEdit['value']>(
      ...[null, '', 'S1.1', 'S9.9', '2026-RA01', '2026-RA09', 'Riscuotere i residui', '31/12/2026'],
      ...['entro giugno', '80%', 'riscosso / accertato', 30, 100, 0, true],
    ),
  }),
);

test('whatever is edited, however it arrives: the same as opening the workbook anew (property)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyEdit, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 }),
      async (edits) => {
        const { port, session } = await open();
        await session.follow();
        const checks: Promise<unknown>[] = [];
        for (const [edit, check, wait] of edits) {
          await port.write([edit]);
          if (check) checks.push(session.check());
          if (wait) await later();
        }
        await Promise.all(checks);
        await later();
        const fresh = await PlanSession.open(new MemoryWorkbook(await port.snapshot()), TODAY);
        const [here, there] = [await session.check(), await fresh.check()];
        expect(here.judgement).toEqual(there.judgement);
        expect(here.plan).toEqual(there.plan);
        expect(here.verdict).toEqual(there.verdict);
        expect(session.indicators()).toEqual(fresh.indicators());
        await session.close();
      },
    ),
    runs(5),
  );
});

describe('things that happen at the same time', () => {
  test('an older reading that answers late does not take the place of a newer one', async () => {
    const { port, session } = await open();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    port.before = (read) => (read === 1 ? held : Promise.resolve());
    const first = session.recheck({ sheets: ['Obiettivi'] });
    await later();
    await port.write([{ sheet: 'Obiettivi', address: 'B2', value: 'Nuovo titolo' }]);
    const second = session.recheck({ sheets: ['Obiettivi'] });
    release();
    await Promise.all([first, second]);
    expect(session.plan.pegObjectives[0]?.title.value).toBe('Nuovo titolo');
  });

  test('changes that arrive before a reading begins are read with it', async () => {
    const { port, session } = await open();
    await Promise.all([
      session.recheck({ sheets: ['Obiettivi'] }),
      session.recheck({ sheets: ['Fasi'] }),
      session.recheck({ sheets: ['Obiettivi', 'DUP'] }),
    ]);
    expect(port.reads).toEqual([['Obiettivi', 'Fasi', 'DUP']]);
  });

  test('an edit while a check runs is in its result', async () => {
    const { port, session } = await open();
    const running = session.check();
    await port.write([{ sheet: 'Obiettivi', address: 'A3', value: null }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    const { plan: read, judgement } = await running;
    expect(read.pegObjectives.map((one) => one.code?.value ?? null)).toEqual(['2026-RA01', null, null]);
    expect((await session.check()).judgement).toEqual(judgement);
  });

  test('waivers and rule settings saved at once are both kept', async () => {
    const { port, session } = await open();
    await Promise.all([
      session.saveRuleSettings({ off: ['CMP-01'] }),
      session.saveWaivers([waiver('a')]),
      session.attest('Anna Rovere', '2026-03-01T10:00:00Z', '0.1.0'),
    ]);
    const again = await PlanSession.open(port, TODAY);
    expect(again.ruleSettings).toEqual({ off: ['CMP-01'] });
    expect(again.waivers).toHaveLength(1);
    expect(again.attestations).toHaveLength(1);
  });

  test('following twice listens once', async () => {
    const { port, session } = await open();
    await Promise.all([session.follow(), session.follow()]);
    await port.write([{ sheet: 'Fasi', address: 'E2', value: 20 }]);
    await later();
    expect(port.reads).toEqual([['Fasi']]);
  });
});

test('acceptances expire while the workbook stays open', async () => {
  const { session } = await open();
  const [finding] = (await session.check()).judgement.findings;
  if (!finding) throw new TypeError('the small plan has findings');
  const about = { reason: 'in arrivo', author: 'Anna Rovere', date: '2026-03-01', until: '2026-03-01' };
  await session.saveWaivers([waiverFor(finding, about)]);
  expect((await session.check()).verdict.waived).toBe(1);
  session.useDay('2026-03-02');
  expect((await session.check()).verdict.waived).toBe(0);
});

test('the host gets its turn between reading, understanding and judging; an edit meanwhile is in the result', async () => {
  const port = new WatchedWorkbook(plan());
  let turns = 0;
  const pause = async (): Promise<void> => {
    turns += 1;
    await later();
    if (turns === 2) await port.write([{ sheet: 'Obiettivi', address: 'A3', value: null }]);
  };
  const session = await PlanSession.open(port, { ...TODAY, pause });
  await session.follow();
  const { plan: read } = await session.check();
  // Six sheets, the steps of understanding them, and the collections that rules look at.
  expect(turns).toBeGreaterThan(10);
  expect(read.pegObjectives.map((one) => one.code?.value ?? null)).toEqual(['2026-RA01', null, null]);
  await session.close();
});

describe('a reading that fails', () => {
  const broken = (): Promise<void> => Promise.reject(new WorkbookError('busy'));

  test('is told to who asked, and the change is read with the next one', async () => {
    const { port, session } = await open();
    await port.write([{ sheet: 'Obiettivi', address: 'B2', value: 'Nuovo titolo' }]);
    port.before = broken;
    await expect(session.recheck({ sheets: ['Obiettivi'] })).rejects.toMatchObject({ code: 'busy' });
    expect(session.plan.pegObjectives[0]?.title.value).toBe('Riscuotere i residui');
    port.before = () => Promise.resolve();
    await session.recheck({ sheets: ['Fasi'] });
    expect(port.reads.at(-1)).toEqual(['Obiettivi', 'Fasi']);
    expect(session.plan.pegObjectives[0]?.title.value).toBe('Nuovo titolo');
  });

  test('while following: subscribers hear, the check says why, then comes right', async () => {
    const { port, session } = await open();
    await session.follow();
    let told = 0;
    session.subscribe(() => (told += 1));
    port.before = broken;
    await port.write([{ sheet: 'Obiettivi', address: 'B2', value: 'Nuovo titolo' }]);
    await later();
    expect(told).toBe(1);
    await expect(session.check()).rejects.toMatchObject({ code: 'busy' });
    port.before = () => Promise.resolve();
    expect((await session.check()).plan.pegObjectives[0]?.title.value).toBe('Nuovo titolo');
  });
});

const waiver = (finding: string, reason = 'in arrivo'): Waiver => ({
  finding,
  rule: 'CMP-01',
  place: finding,
  reason,
  author: 'Anna Rovere',
  date: '2026-03-01',
  until: null,
});

describe('a colleague at work in the same workbook', () => {
  test('acceptances and attestations of both are kept; of one finding mine counts', async () => {
    const { port, session } = await open();
    await session.saveWaivers([waiver('a'), waiver('b'), waiver('c')]);
    const colleague = await PlanSession.open(port, TODAY);
    await colleague.saveWaivers([waiver('a'), waiver('b'), waiver('d'), waiver('e', 'la loro')]);
    await colleague.attest('Bruno Cedro', '2026-03-01T09:00:00Z', '0.1.0');
    // I take "b" away and accept "e", not knowing of theirs.
    await session.saveWaivers([waiver('a'), waiver('c'), waiver('e', 'la mia')]);
    await session.attest('Anna Rovere', '2026-03-01T10:00:00Z', '0.1.0');
    const { waivers, attestations } = await PlanSession.open(port, TODAY);
    expect(waivers.map(({ finding, reason }) => `${finding} ${reason}`).sort()).toEqual([
      'a in arrivo',
      'd in arrivo',
      'e la mia',
    ]);
    expect(attestations.map(({ author }) => author)).toEqual(['Bruno Cedro', 'Anna Rovere']);
    expect(session.waivers).toHaveLength(3);
  });

  test('a store that a newer version wrote meanwhile is left alone', async () => {
    const { port, session } = await open();
    const store = '<store xmlns="urn:coerenza-peg:store:1" version="9">{}</store>';
    await port.writeStore(store);
    await expect(session.saveWaivers([waiver('a')])).rejects.toBeInstanceOf(StoreError);
    expect((await port.snapshot()).store).toBe(store);
  });

  test('a fix leaves alone the cell they have just written', async () => {
    const { port, session } = await open();
    const { judgement } = await session.check();
    const [some] = judgement.findings;
    const edit = { sheet: 'Obiettivi', address: 'B2', value: 'Mio', before: 'Riscuotere i residui' };
    if (!some) throw new TypeError('the small plan has findings');
    await port.write([{ sheet: 'Obiettivi', address: 'B2', value: 'Loro' }]);
    const { edits, left } = await session.applyFixes([{ ...some, edits: [edit] }]);
    expect([edits, left]).toEqual([[], [{ sheet: 'Obiettivi', address: 'B2' }]]);
    expect(session.plan.pegObjectives[0]?.title.value).toBe('Loro');
  });
});

test('closing and reopening the workbook brings back mapping, acceptances and rule settings', async () => {
  const { port, session } = await open();
  await session.confirmations.correct([
    { scope: 'sheet', selector: { sheet: 'Fasi' }, says: { says: 'role', role: 'ignore' } },
  ]);
  const { judgement } = await session.check();
  const [finding] = judgement.findings;
  if (!finding) throw new TypeError('the small plan has findings');
  const about = { reason: 'in arrivo', author: 'Anna Rovere', date: '2026-03-01', until: null };
  await session.saveWaivers([waiverFor(finding, about)]);
  await session.saveRuleSettings({ severity: { 'CMP-01': 'info' } });
  const here = await session.check();
  await session.close();

  const again = await PlanSession.open(port, TODAY);
  expect(again.plan.phases).toEqual([]);
  expect(again.plan).toEqual(session.plan);
  expect(again.ruleSettings).toEqual({ severity: { 'CMP-01': 'info' } });
  const there = await again.check();
  expect(there.judgement).toEqual(here.judgement);
  expect(there.verdict.waived).toBe(1);
});
