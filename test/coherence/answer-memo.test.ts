import fc from 'fast-check';
import { AnswerMemo, judge, loadRuleSet, type Judgement } from '../../src/coherence';
import { mapWorkbook } from '../../src/mapping';
import { MemoryWorkbook, type CellEdit, type WorkbookSnapshot } from '../../src/workbook';
import { smallPlan } from '../support/plans';
import { runs } from '../support/share';

const { ruleSet } = loadRuleSet();
const today = '2026-03-01';

const judged = (book: WorkbookSnapshot, memo?: AnswerMemo, rules = ruleSet): Promise<Judgement> =>
  judge(mapWorkbook({ workbooks: [book] }).plan, { ruleSet: rules, today, ...(memo ? { memo } : {}) });

async function edited(book: WorkbookSnapshot, ...edits: readonly CellEdit[]): Promise<WorkbookSnapshot> {
  const port = new MemoryWorkbook(book);
  await port.write(edits);
  return port.snapshot();
}

describe('rules run again only where their facts are others', () => {
  test('nothing changed: none; the first time: all that can', async () => {
    const memo = new AnswerMemo();
    const first = await judged(smallPlan(), memo);
    const able = first.rules.filter(({ status }) => ['passed', 'violated', 'notApplicable'].includes(status));
    expect(memo.ran.length).toBeGreaterThanOrEqual(able.length - 1);
    expect(await judged(smallPlan(), memo)).toEqual(first);
    expect(memo.ran).toEqual([]);
  });

  test('a unit of an indicator makes the rules on indicators run, and none on codes, links or weights', async () => {
    const memo = new AnswerMemo();
    await judged(smallPlan(), memo);
    const all = memo.ran.length;
    await judged(await edited(smallPlan(), { sheet: 'Indicatori', address: 'D3', value: 'ore' }), memo);
    expect(memo.ran.length).toBeGreaterThan(0);
    expect(memo.ran.length).toBeLessThan(all / 2);
    expect(memo.ran.filter((rule) => /^(?:STR|LNK|WGT|RSP|TIM)-/.test(rule))).toEqual([]);
    expect(memo.ran).toContain('IND-02');
  });

  test('other options of a rule make this rule run, and no other', async () => {
    const memo = new AnswerMemo();
    await judged(smallPlan(), memo);
    const stricter = loadRuleSet({ options: { 'WGT-01': { tolerance: 0 } } }).ruleSet;
    await judged(smallPlan(), memo, stricter);
    expect(memo.ran).toEqual(['WGT-01']);
  });
});

test('the answers are those of a full run, whatever was edited before (property)', async () => {
  const edit = fc.record({
    sheet: fc.constantFrom('Obiettivi', 'Fasi', 'Indicatori', 'DUP'),
    address: fc.constantFrom('A2', 'B2', 'C2', 'D2', 'E2', 'A3', 'B3', 'C3', 'D3'),
    value: fc.constantFrom<string | number | null>(
      null,
      '',
      'S1.1',
      '2026-RA01',
      'Riscuotere i',
      40,
      '31/12/2027',
      '%',
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
      const memo = new AnswerMemo();
      let book = smallPlan();
      await judged(book, memo);
      for (const one of edits) {
        book = await edited(book, one);
        expect(await judged(book, memo)).toEqual(await judged(book));
      }
    }),
    runs(4),
  );
}, 120_000);
