import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleWorkbook, judge, loadRuleSet, planFromExample, type ExamplePlan } from '../../src/coherence';
import { PlanSession } from '../../src/application';
import { MemoryWorkbook } from '../../src/workbook';
import { peg } from '../support/peg';
import { fileOf } from '../support/plans';

/** The rule that the page for who writes rules shows: nothing but the page is needed to write it. */
const pageOf = (name: string): string => readFileSync(join(__dirname, '../../docs/regole', name), 'utf8');
const shown = (name: string): string => /```json\n([\s\S]*?)\n```/.exec(pageOf(name))?.[1] ?? '';
const rule = shown('viste.md');

const plan = (weights: readonly [number, number], end = '30/06/2026'): ExamplePlan => ({
  Premessa: [['Piano esecutivo di gestione 2026/2028']],
  Obiettivi: [
    ['Codice', 'Obiettivo di PEG', 'Responsabile', 'Peso', 'Inizio', 'Fine'],
    ['A01', 'Rifare le strade', 'Anna Conti', 60, '01/01/2026', '30/09/2026'],
    ['A02', 'Curare i parchi', 'Anna Conti', 40, '01/01/2026', '30/09/2026'],
  ],
  Indicatori: [
    ['Codice obiettivo', 'Indicatore', 'Peso indicatore', 'Target 2026'],
    ['A01', 'Km rifatti', weights[0], 4],
    ['A01', 'Cantieri chiusi', weights[1], 2],
    ['A02', 'Parchi curati', 10, 3],
  ],
  Fasi: [
    ['Codice obiettivo', 'Fase', 'Inizio', 'Fine'],
    ['A01', 'Gara', '01/01/2026', '31/03/2026'],
    ['A01', 'Lavori', '01/04/2026', end],
    ['A02', 'Potature', '01/01/2026', '31/12/2026'],
  ],
});

async function saidOf(example: ExamplePlan, heavy?: number): Promise<unknown[]> {
  const { ruleSet, problems } = loadRuleSet(heavy === undefined ? {} : { options: { 'LOC-01': { heavy } } }, [
    { name: 'LOC-01.json', text: rule },
  ]);
  expect(problems).toEqual([]);
  const { findings, rules } = await judge(planFromExample(example), { ruleSet, today: '2026-01-10' });
  expect(rules.find((one) => one.rule === 'LOC-01')?.status).not.toBe('failed');
  return findings
    .filter((one) => one.rule === 'LOC-01')
    .map(({ subject, message, cells: [cell] }) => [subject.code, message.it, cell?.address]);
}

test('both pages show the same rule', () => {
  expect(JSON.parse(shown('views.md'))).toEqual(JSON.parse(rule));
});

test('the sum of the weights of its indicators, on both sides of 100', async () => {
  expect(await saidOf(plan([60, 40]))).toEqual([]);
  expect(await saidOf(plan([60, 39]))).toEqual([
    ['A01', '«Rifare le strade» pesa 60%, ma i pesi dei suoi 2 indicatori non fanno 100.', 'D2'],
  ]);
});

test('a phase that ends after its objective, and one that ends with it', async () => {
  expect(await saidOf(plan([60, 40], '30/09/2026'))).toEqual([]);
  expect(await saidOf(plan([60, 40], '01/10/2026'))).toEqual([
    ['A01', '«Rifare le strade» pesa 60% e ha fasi che finiscono dopo di lui.', 'D2'],
  ]);
});

test('the option of the municipality decides whom the rule is about', async () => {
  expect(await saidOf(plan([60, 40]), 40)).toEqual([
    ['A02', '«Curare i parchi» pesa 40%, ma i pesi dei suoi 1 indicatori non fanno 100.', 'D3'],
  ]);
  expect(await saidOf(plan([60, 39]), 61)).toEqual([]);
});

test('its second view: where no indicator has a weight the rule says nothing', async () => {
  const { Indicatori: _none, ...others } = plan([60, 39]);
  expect(await saidOf(others)).toEqual([]);
});

test('kept in the workbook, it runs in a session as the pane has it', async () => {
  const port = new MemoryWorkbook(exampleWorkbook(plan([60, 39])));
  const session = await PlanSession.open(port, { today: '2026-01-10' });
  await session.saveRuleSettings({ rules: [JSON.parse(rule) as Record<string, unknown>] });
  const { judgement, ruleProblems } = await session.check();
  expect(ruleProblems).toEqual([]);
  const found = judgement.findings.filter((one) => one.rule === 'LOC-01');
  expect(found.map(({ subject }) => subject.code)).toEqual(['A01']);
});

test('as a file of a folder, it runs in the command', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regole-'));
  const book = join(folder, 'peg.xlsx');
  writeFileSync(book, fileOf(exampleWorkbook(plan([60, 39]))));
  mkdirSync(join(folder, 'regole'));
  writeFileSync(join(folder, 'regole/LOC-01.json'), rule);
  const { out } = await peg('check', book, '--rules', join(folder, 'regole'), '--format', 'json');
  const { findings } = JSON.parse(out) as { findings: { rule: string; subject: { code: string } }[] };
  rmSync(folder, { recursive: true });
  expect(findings.filter((one) => one.rule === 'LOC-01').map(({ subject }) => subject.code)).toEqual(['A01']);
});
