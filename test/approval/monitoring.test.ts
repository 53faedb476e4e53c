import { finding } from '../support/findings';
import { monitoringAt } from '../../src/application';
import { monitoringOf, verdictOf } from '../../src/approval';
import type { Judgement } from '../../src/coherence';
import { mapWorkbook } from '../../src/mapping';
import { gridOf, snapshotOf } from '../../src/workbook';
import { openPlan, smallPlan } from '../support/plans';

const plan = mapWorkbook({
  workbooks: [
    snapshotOf(
      [
        gridOf('Obiettivi', [
          [
            'Codice',
            'Obiettivo di PEG',
            'Obiettivo operativo',
            'Fase',
            'Inizio fase',
            'Fine fase',
            'Peso fase',
            'Stato di attuazione',
          ],
          [
            '2026-AA01',
            'Aprire lo sportello',
            'Servizi',
            'Progetto',
            '01/01/2026',
            '31/03/2026',
            40,
            'conclusa',
          ],
          [null, null, null, 'Lavori', '01/04/2026', '30/06/2026', 40, '50%'],
          [null, null, null, 'Apertura', '01/07/2026', '31/12/2026', 20, null],
        ]),
        gridOf('Indicatori', [
          ['Codice obiettivo', 'Indicatore', 'Unità', 'Target 2026', 'Consuntivo 2026'],
          ['2026-AA01', 'Utenti serviti', 'n.', '>= 200', '150'],
          ['2026-AA01', 'Tempo medio di attesa', 'gg', '10', '8'],
          ['2026-AA01', 'Quota di pratiche on line', '%', '60%', ''],
        ]),
      ],
      { name: 'piano 2026.xlsx' },
    ),
  ],
}).plan;

describe('monitoringOf', () => {
  test('phases past their term and not done are late; done ones are not', () => {
    const at = (date: string) =>
      monitoringOf(plan, date).latePhases.map((late) => [late.phase.title.value, late.degree]);
    expect(at('2026-03-31')).toEqual([]);
    expect(at('2026-07-15')).toEqual([['Lavori', 0.5]]);
    expect(at('2027-01-01')).toEqual([
      ['Lavori', 0.5],
      ['Apertura', null],
    ]);
  });

  test('results against targets, by the direction of each', () => {
    const { indicators, withoutResult, achievement } = monitoringOf(plan, '2026-12-31');
    expect(indicators.map((one) => one.achievement.degree)).toEqual([0.75, 1, null]);
    expect(withoutResult).toBe(1);
    expect(achievement).toBeCloseTo(0.875, 12);
  });

  test('a result that nobody wrote is computed from the base data', async () => {
    const session = await openPlan(smallPlan());
    const state = monitoringAt(session, '2025-12-31').indicators[0];
    expect(state).toMatchObject({ computed: true, actual: '75 %' });
  });
});

describe('verdictOf', () => {
  const judgement = (over: Partial<Judgement>): Judgement => ({
    ruleSetId: 'sha256:0',
    rules: [],
    findings: [],
    waivers: [],
    ...over,
  });
  test('a rule that failed to run is never ready', () => {
    const failed = judgement({
      rules: [{ rule: 'STR-01', status: 'failed', reason: null, missing: [], findings: 0 }],
    });
    expect(verdictOf(failed, { stage: 'pre-approval' })).toMatchObject({ ready: false, failed: 1 });
    expect(verdictOf(judgement({}), { stage: 'pre-approval' }).ready).toBe(true);
  });

  test('a doubtful reading is never ready, and what rests on it is not counted', () => {
    const findings = [
      finding({ fingerprint: 'a', severity: 'error', doubtful: true }),
      finding({ fingerprint: 'b', severity: 'warning' }),
      finding({ fingerprint: 'c', severity: 'error', doubtful: true, causes: ['b'] }),
    ];
    const reading = { confidence: 0.6, state: 'ask', questions: [] } as const;
    const about = { stage: 'pre-approval' } as const;
    expect(verdictOf(judgement({ findings }), { ...about, reading })).toMatchObject({
      ready: false,
      open: { error: 0, warning: 1, info: 0 },
      reading: { state: 'ask', confidence: 0.6, question: null, findings: 1 },
    });
    expect(verdictOf(judgement({}), { ...about, reading }).ready).toBe(false);
    expect(verdictOf(judgement({}), { ...about, reading: { ...reading, state: 'sure' } })).toMatchObject({
      ready: true,
      reading: null,
    });
  });
});
