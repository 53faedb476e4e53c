/** Objectives that several offices share: a row for each office, each with its own weight. */
import { judge, loadRuleSet } from '../../../src/coherence';
import { mapWorkbook } from '../../../src/mapping';
import { gridOf, snapshotOf, type CellValue } from '../../../src/workbook';

const HEADERS = [
  'CdR',
  'Codice',
  'Obiettivo di PEG',
  'Responsabile',
  'Peso',
  'Valore atteso 2026',
  'Indicatore',
];
const own = (
  centre: string,
  code: string,
  title: string,
  owner: string,
  weight: number,
): readonly CellValue[] => [centre, code, title, owner, weight, 'almeno 10', `Atti di ${title}`];

async function found(rows: readonly (readonly CellValue[])[]): Promise<string[]> {
  const book = snapshotOf([gridOf('Assegnazione', [HEADERS, ...rows])], { name: 'PEG 2026.xlsx' });
  const { plan } = mapWorkbook({ workbooks: [book] });
  const { findings } = await judge(plan, { ruleSet: loadRuleSet().ruleSet, today: '2026-03-01' });
  return findings.map((finding) => finding.rule);
}

const SHARED = 'Attuare il piano di prevenzione della corruzione';
const rows = [
  own('Tributi', 'TR-01', SHARED, 'Nora Larice', 10),
  own('Cultura', 'TR-01', SHARED, 'Ivo Tasso', 10),
  own('Tributi', 'TB-01', 'Recuperare le entrate non versate', 'Nora Larice', 50),
  own('Tributi', 'TB-02', 'Aggiornare la banca dati degli immobili', 'Nora Larice', 40),
  own('Cultura', 'CU-01', 'Aprire la biblioteca la domenica', 'Ivo Tasso', 60),
  own('Cultura', 'CU-02', 'Riordinare il fondo antico', 'Ivo Tasso', 30),
];

test('weigh in the sum of each office and are no duplicate rows', async () => {
  const rules = await found(rows);
  expect(rules).not.toContain('WGT-02');
  expect(rules).not.toContain('STR-05');
});

test('a row that is there twice for the same office is a duplicate', async () => {
  expect(await found([...rows.slice(5), ...rows])).toContain('STR-05');
});

test('an office whose weights do not add up is still found', async () => {
  const wrong = rows.map((row, at) =>
    at === 4 ? own('Cultura', 'CU-01', 'Aprire la biblioteca la domenica', 'Ivo Tasso', 40) : row,
  );
  expect(await found(wrong)).toContain('WGT-02');
});

test('who pays the invoices is not guessed where somebody in finance has the objective', async () => {
  const payments = [
    own('Servizi finanziari', 'FI-01', 'Rispettare i tempi di pagamento delle fatture', 'Ada Frassino', 100),
    own('Servizi finanziari', 'FI-02', 'Recuperare le entrate non versate', 'Nora Larice', 100),
  ];
  expect(await found(payments)).not.toContain('WGT-04');
});
