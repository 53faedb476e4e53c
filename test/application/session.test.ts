import { lookUp, PlanSession, StoreError } from '../../src/application';
import { waiverFor } from '../../src/coherence';
import { MemoryWorkbook } from '../../src/workbook';
import { openFixture, openPlan, smallPlan } from '../support/plans';

describe('PlanSession', () => {
  test('reads the plan and checks it once for simultaneous calls', async () => {
    const session = await openPlan(smallPlan());
    expect(session.plan.pegObjectives.map((one) => one.code?.value)).toEqual(['2026-RA01', '2026-RA02']);
    const [a, b] = await Promise.all([session.check(), session.check()]);
    expect(a).toBe(b);
  });

  test('computes and explains indicators from the base data', async () => {
    const session = await openPlan(smallPlan());
    const [first] = session.indicators('2024');
    expect(first?.outcome).toMatchObject({ outcome: 'value', value: 0.8 });
    const hit = session.explain('tasso di riscossione', '2025');
    expect('explanation' in hit && hit.explanation.value).toBeCloseTo(0.75, 12);
    expect(session.explain('qualcosa di diverso')).toHaveProperty('near');
  });

  test('a changed sheet is read again and subscribers hear of it', async () => {
    const port = new MemoryWorkbook(smallPlan());
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    await session.follow();
    let heard = 0;
    session.subscribe(() => (heard += 1));
    await port.write([{ sheet: 'Obiettivi', address: 'B2', value: 'Riscuotere i residui attivi' }]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(heard).toBe(1);
    expect(session.plan.pegObjectives[0]?.title.value).toBe('Riscuotere i residui attivi');
    await session.close();
  });

  test('an edit re-read gives the same check as opening the workbook anew', async () => {
    const port = new MemoryWorkbook(smallPlan());
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    await port.write([{ sheet: 'Obiettivi', address: 'A3', value: null }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    const fresh = await PlanSession.open(port, { today: '2026-03-01' });
    expect((await session.check()).judgement).toEqual((await fresh.check()).judgement);
  });

  test('waiver written into a file is read again', async () => {
    const port = openFixture('prato-peg-2017.xlsx');
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    const { judgement } = await session.check();
    const error = judgement.findings.find((finding) => finding.severity === 'error');
    if (!error) throw new TypeError('the Prato plan has errors');
    await session.saveWaivers([
      waiverFor(error, {
        reason: 'codice in arrivo',
        author: 'Anna Rovere',
        date: '2026-03-01',
        until: null,
      }),
    ]);
    const again = await PlanSession.open(port, { today: '2026-03-02' });
    const { verdict, judgement: second } = await again.check();
    expect(verdict.waived).toBe(1);
    expect(second.findings.find((finding) => finding.fingerprint === error.fingerprint)).toMatchObject({
      status: 'waived',
      waiver: { author: 'Anna Rovere' },
    });
  });

  test('a store written by a newer version is kept untouched', async () => {
    const store = '<store xmlns="urn:coerenza-peg:store:1" version="9">{}</store>';
    const port = new MemoryWorkbook({ ...smallPlan(), store });
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    await expect(session.saveWaivers([])).rejects.toBeInstanceOf(StoreError);
    expect((await port.snapshot()).store).toBe(store);
  });

  test('attests, and says what changed since', async () => {
    const port = new MemoryWorkbook(smallPlan());
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    expect((await session.attestation()).state).toBe('none');
    await session.attest('Anna Rovere', '2026-03-01T10:00:00Z', '0.1.0');
    expect((await session.attestation()).state).toBe('valid');
    await port.write([{ sheet: 'Obiettivi', address: 'B2', value: 'Riscuotere i residuI' }]);
    await session.recheck({ sheets: ['Obiettivi'] });
    const state = await session.attestation();
    expect(state.state).toBe('plan-changed');
    expect(state.state === 'plan-changed' && state.changes).toEqual([
      expect.objectContaining({ change: 'renamed', code: '2026-RA01', from: 'Riscuotere i residui' }),
    ]);
  });

  test('the check sheet is no part of the plan and breaks no attestation', async () => {
    const port = new MemoryWorkbook(smallPlan());
    const session = await PlanSession.open(port, { today: '2026-03-01' });
    await session.attest('Anna Rovere', '2026-03-01T10:00:00Z', '0.1.0');
    await session.writeReport({ date: '1/3/2026', version: '0.1.0' }, 'it');
    await session.recheck({ sheets: null });
    expect((await session.attestation()).state).toBe('valid');
  });
});

describe('lookUp', () => {
  const list = ['Pressione tributaria', 'Pressione finanziaria', 'Autonomia finanziaria'].map((value) => ({
    title: { value },
    code: null,
  }));
  test.each([
    ['pressione TRIBUTARIA', 'Pressione tributaria'],
    ['Pressione tributarìa.', 'Pressione tributaria'],
    ['Autonomia finanziarja', 'Autonomia finanziaria'],
  ])('%s means %s', (wanted, title) => {
    expect(lookUp(wanted, list).found?.title.value).toBe(title);
  });
  test('an uncertain name gives the three nearest and no guess', () => {
    expect(lookUp('Pressione', list)).toMatchObject({ found: null });
    expect(lookUp('Pressione', list).near).toHaveLength(3);
  });
});
