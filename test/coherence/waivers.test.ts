import {
  judge,
  loadRuleSet,
  waiverFor,
  waiverProblem,
  type ExamplePlan,
  type Finding,
  type Judgement,
  type Waiver,
} from '../../src/coherence';
import { NORMALISED, PAGES, changed, withCell, planOf } from './support/plans';

const { ruleSet } = loadRuleSet();
const run = (plan: ExamplePlan, waivers: readonly Waiver[] = [], today = '2025-02-01'): Promise<Judgement> =>
  judge(planOf(plan), { ruleSet, waivers, today });
const of = (judgement: Judgement, rule: string): Finding[] =>
  judgement.findings.filter((one) => one.rule === rule);
const accept = {
  reason: 'Concordato con il Segretario',
  author: 'Rosa Bini',
  date: '2025-01-20',
  until: null,
};

const UNCODED = withCell(PAGES, '01 Scuole', 8, 2, '');

async function firstOf(plan: ExamplePlan, rule: string): Promise<Finding> {
  const [finding] = of(await run(plan), rule);
  if (!finding) throw new Error(`no ${rule}`);
  return finding;
}

describe('a waiver', () => {
  test('marks its finding as accepted and says who and why', async () => {
    const waiver = waiverFor(await firstOf(UNCODED, 'STR-01'), accept);
    const judgement = await run(UNCODED, [waiver]);
    expect(of(judgement, 'STR-01')).toMatchObject([{ status: 'waived', waiver: { author: 'Rosa Bini' } }]);
    expect(judgement.waivers).toEqual([{ waiver, state: 'used', note: null }]);
  });

  test.each(['31/12/2020', 'domani', '9999-99-99', ''])(
    'with the unreadable end %j holds no more',
    async (until) => {
      const waiver = { ...waiverFor(await firstOf(UNCODED, 'STR-01'), accept), until };
      const judgement = await run(UNCODED, [waiver]);
      expect(of(judgement, 'STR-01')).toMatchObject([{ status: 'open' }]);
      expect(judgement.waivers).toMatchObject([{ state: 'expired' }]);
    },
  );

  test('survives moved rows, blank rows and columns', async () => {
    const waiver = waiverFor(await firstOf(UNCODED, 'STR-01'), accept);
    const moved = changed(UNCODED, '01 Scuole', (rows) => [
      ...rows.slice(0, 3),
      [],
      [],
      ...rows.slice(3).map((row) => ['', ...row]),
    ]);
    const [finding] = of(await run(moved, [waiver]), 'STR-01');
    expect(finding).toMatchObject({ status: 'waived' });
    expect(finding?.cells[0]?.address).toBe('E11');
  });

  test('does not cover evidence that changed: the finding reopens with the old reason', async () => {
    const bad = withCell(NORMALISED, 'Obiettivi', 2, 5, 30);
    const waiver = waiverFor(await firstOf(bad, 'WGT-02'), accept);
    const judgement = await run(withCell(NORMALISED, 'Obiettivi', 2, 5, 10), [waiver]);
    expect(of(judgement, 'WGT-02')).toMatchObject([{ status: 'open', waiver: { reason: accept.reason } }]);
    expect(judgement.waivers[0]).toMatchObject({ state: 'changed' });
    expect(judgement.waivers[0]?.note?.it).toContain('non copre più');
  });

  test('spelling that means nothing does not reopen it', async () => {
    const waiver = waiverFor(await firstOf(UNCODED, 'STR-01'), accept);
    const respelled = changed(UNCODED, '01 Scuole', (rows) =>
      rows.map((row) => row.map((value) => (typeof value === 'string' ? value.toUpperCase() : value))),
    );
    expect(of(await run(respelled, [waiver]), 'STR-01')[0]?.status).toBe('waived');
  });

  test('expires after its last day', async () => {
    const waiver = waiverFor(await firstOf(UNCODED, 'STR-01'), { ...accept, until: '2025-02-01' });
    expect(of(await run(UNCODED, [waiver], '2025-02-01'), 'STR-01')[0]?.status).toBe('waived');
    const later = await run(UNCODED, [waiver], '2025-02-02');
    expect(of(later, 'STR-01')[0]).toMatchObject({ status: 'open', waiver: { author: 'Rosa Bini' } });
    expect(later.waivers[0]?.state).toBe('expired');
    expect(later.waivers[0]?.note?.it).toContain('2025-02-01');
  });

  test('with nothing to cover is reported', async () => {
    const waiver = waiverFor(await firstOf(UNCODED, 'STR-01'), accept);
    const [use] = (await run(PAGES, [waiver])).waivers;
    expect(use?.state).toBe('unused');
    expect(use?.note?.en).toContain('nothing left to cover');
  });

  test('of the same finding twice: the one that holds counts', async () => {
    const finding = await firstOf(UNCODED, 'STR-01');
    const old = waiverFor(finding, { ...accept, until: '2025-01-31' });
    const fresh = waiverFor(finding, accept);
    for (const waivers of [
      [old, fresh],
      [fresh, old],
    ]) {
      expect(of(await run(UNCODED, waivers), 'STR-01')[0]?.status).toBe('waived');
    }
  });

  test('of a root does not silence what weighs more than it', async () => {
    const twice = changed(NORMALISED, 'Obiettivi', (rows) => rows.splice(2, 0, [...(rows[1] ?? [])]));
    const [root] = of(await run(twice), 'STR-05');
    const [folded] = of(await run(twice), 'WGT-02');
    expect(folded?.causes ?? []).toEqual(root ? [root.fingerprint] : []);
    if (!root) return;
    const [open] = of(await run(twice, [waiverFor(root, accept)]), 'WGT-02');
    expect(open).toMatchObject({ status: 'open', causes: [] });
  });
});

test.each([
  ['no reason', { ...accept, reason: '  ' }, 'no-reason'],
  ['a reason no cell of the check sheet shows', { ...accept, reason: 'x'.repeat(2001) }, 'too-long'],
  ['no author', { ...accept, author: '' }, 'no-author'],
  ['a date that does not exist', { ...accept, date: '2025-02-30' }, 'bad-date'],
  ['an expiry in words', { ...accept, until: 'domani' }, 'bad-date'],
  ['an expiry before the date', { ...accept, until: '2025-01-19' }, 'already-expired'],
  ['all in order', accept, null],
])('an acceptance with %s', (_, acceptance, problem) => {
  expect(waiverProblem(acceptance)).toBe(problem);
});
