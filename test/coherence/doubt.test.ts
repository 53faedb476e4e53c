import { judge, shippedRuleSet, type Judgement } from '../../src/coherence';
import { mapWorkbook } from '../../src/mapping';
import type { Plan } from '../../src/plan';
import { gridOf } from '../../src/workbook';
import { smallPlan } from '../support/plans';

/** The small plan with its second objective's code taken away: findings of several rules. */
function planWithoutCode(): Plan {
  const book = smallPlan();
  const sheets = book.sheets.map((grid) =>
    grid.name === 'Obiettivi'
      ? gridOf('Obiettivi', [
          ['Codice', 'Denominazione', 'Codice operativo', 'Responsabile', 'Peso'],
          ['2026-RA01', 'Riscuotere i residui', 'S1.1', 'Furio Acero', 60],
          [null, 'Ridurre i tempi di pagamento', 'S1.2', 'Furio Acero', 40],
        ])
      : grid,
  );
  return mapWorkbook({ workbooks: [{ ...book, sheets }] }).plan;
}

async function judged(plan: Plan): Promise<Judgement> {
  const ruleSet = shippedRuleSet();
  return judge(plan, { ruleSet, today: '2026-11-20' });
}

describe('doubt', () => {
  const plan = planWithoutCode();

  test('without an open question nothing is doubtful', async () => {
    const { findings } = await judged(plan);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ doubtful }) => doubtful)).toEqual([]);
  });

  test('findings about a doubted entity are doubtful, and only those; the list stays complete', async () => {
    const certain = await judged(plan);
    const about = certain.findings.find(({ rule }) => rule === 'STR-01')?.subject.id ?? '';
    const doubted: Plan = {
      ...plan,
      pegObjectives: plan.pegObjectives.map((one) =>
        one.code === null ? { ...one, doubt: { question: 'q-1' } } : one,
      ),
    };
    const { findings } = await judged(doubted);
    expect(findings.map(({ fingerprint }) => fingerprint)).toEqual(
      certain.findings.map(({ fingerprint }) => fingerprint),
    );
    const peg = doubted.pegObjectives.find(({ doubt }) => doubt)?.id ?? '';
    const row = doubted.pegRows.find(({ pegId }) => pegId === peg)?.id ?? '';
    for (const { subject, involved, doubtful } of findings)
      expect(doubtful).toBe([subject.id, ...involved].some((id) => id === peg || id === row));
    expect(findings.some(({ subject, doubtful }) => subject.id === about && doubtful)).toBe(true);
    expect(findings.some(({ doubtful }) => !doubtful)).toBe(true);
  });
});
