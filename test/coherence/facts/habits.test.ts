import { judge, loadRuleSet } from '../../../src/coherence';
import { mapWorkbook } from '../../../src/mapping';
import { book, sheet } from '../../support/layouts/notation';

const { ruleSet } = loadRuleSet();

/** Rules with errors and warnings of their own in a workbook written as text, sheet by sheet. */
async function saidOf(sheets: Readonly<Record<string, string>>, about: RegExp): Promise<string[]> {
  const grids = Object.entries(sheets).map(([name, text]) => sheet(name, text));
  const { plan } = mapWorkbook({ workbooks: [book('piano.xlsx', ...grids)] });
  const { findings } = await judge(plan, { ruleSet, today: '2022-01-15' });
  return findings
    .filter((one) => one.severity !== 'info' && about.test(one.rule))
    .map((one) => `${one.rule} ${one.subject.code ?? one.subject.title}`);
}

const weights = (rows: string): Record<string, string> => ({
  PEG: `Piano esecutivo di gestione 2022\nCodice | Obiettivo | Responsabile | Peso\n${rows}`,
});

test('the total that all owners share is the total expected', async () => {
  const shared = 'A1 | Uno | Anna | 25\nA2 | Due | Anna | 40\nB1 | Tre | Luca | 30\nB2 | Quattro | Luca | 35';
  expect(await saidOf(weights(shared), /WGT/)).toEqual([]);
  expect(await saidOf(weights(shared.replace('| 35', '| 45')), /WGT/)).not.toEqual([]);
});

test('multipliers and prerequisites are no sums', async () => {
  const rows = 'A1 | Uno | Anna | 1,2\nA2 | Due | Anna | 1,0\nB1 | Tre | Luca | 1,4\nB2 | Quattro | Luca | X';
  expect(await saidOf(weights(rows), /WGT/)).toEqual([]);
});

test('thirds make a whole, also as fractions beside percentages', async () => {
  const phases = (last: string): Record<string, string> => ({
    PEG: 'Piano esecutivo di gestione 2022\nCodice | Obiettivo | Responsabile\nP-01 | Uno | Anna\nP-02 | Due | Anna',
    Fasi: `Codice obiettivo | Fase | Inizio | Fine | Peso
      P-01 | Prima | 01/01/2022 | 31/03/2022 | 33,33
      P-01 | Seconda | 01/04/2022 | 30/06/2022 | 33,33
      P-01 | Terza | 01/07/2022 | 30/09/2022 | 33,33
      P-02 | Gara | 01/01/2022 | 30/06/2022 | 0,5
      P-02 | Lavori | 01/07/2022 | 30/11/2022 | ${last}`,
  });
  expect(await saidOf(phases('0,5'), /WGT/)).toEqual([]);
  expect(await saidOf(phases('0,9'), /WGT-01/)).toEqual(['WGT-01 P-02']);
});

test('a table without weights lacks none', async () => {
  const sheets = {
    ...weights('A1 | Uno | Anna | 40\nA2 | Due | Anna | 60'),
    Altri: 'Codice | Obiettivo | Responsabile\nB1 | Tre | Anna\nB2 | Quattro | Anna',
  };
  expect(await saidOf(sheets, /WGT/)).toEqual([]);
});

test('objectives of nobody in particular need not add up', async () => {
  const rows = 'Codice | Obiettivo | Peso\nQ1 | Piano del colore | 40\nQ2 | Arredo | 60\nQ3 | Dehors | 100';
  expect(await saidOf({ PEG: `PEG 2022\n${rows}` }, /WGT/)).toEqual([]);
  expect(await saidOf({ PEG: `PEG 2022\n${rows.replace('| 100', '| 10')}` }, /WGT-02/)).toHaveLength(1);
});

test('a start is missed only where most phases of the sheet have one', async () => {
  const phases = (starts: readonly string[]): Record<string, string> => ({
    PEG: 'Piano esecutivo di gestione 2022\nCodice | Obiettivo | Responsabile\nP-01 | Uno | Anna\nP-02 | Due | Anna',
    Fasi: `Codice obiettivo | Fase | Inizio | Fine\n${starts
      .map((start, at) => `P-0${(at % 2) + 1} | Fase numero ${at} | ${start} | 30/0${at + 3}/2022`)
      .join('\n')}`,
  });
  const day = '01/01/2022';
  expect(await saidOf(phases([day, '', '', '']), /TIM-04/)).toEqual([]);
  expect(await saidOf(phases([day, day, day, '']), /TIM-04/)).toHaveLength(1);
});

test('an office with a scheme of its own writes no malformed codes', async () => {
  const objectives = (codes: readonly string[]): string =>
    `Codice | Obiettivo | Responsabile\n${codes.map((code) => `${code} | Obiettivo di ${code} | Anna`).join('\n')}`;
  const usual = ['2022-AM01', '2022-AM02', '2022-LP01', '2022-LP02', '2022-LP03', '2022-SC01'];
  const sheets = (others: readonly string[]) => ({
    Copertina: 'Piano esecutivo di gestione 2022',
    Comune: objectives(usual),
    Teatro: objectives(others),
  });
  expect(await saidOf(sheets(['TR1', 'TR2', 'TR3']), /STR-02/)).toEqual([]);
  expect(await saidOf(sheets(['2022-TR01', '2022-TR02', '2022-TRX3']), /STR-02/)).toHaveLength(1);
});

test('lots told apart by their number are no duplicate', async () => {
  const rows = (second: string): string =>
    `PEG 2022\nObiettivo operativo | Obiettivo | Responsabile\nVerde | 1) Potature | Anna\nVerde | ${second} | Anna\nVerde | Fontane | Anna`;
  expect(await saidOf({ PEG: rows('2) Potature') }, /STR-05/)).toEqual([]);
  expect(await saidOf({ PEG: rows('1) Potature') }, /STR-05/)).toHaveLength(1);
});

test('a described count is computable where no unit is asked for', async () => {
  const table = (unit: string, value: string): string =>
    `PEG 2022\nCodice | Obiettivo | Responsabile | Indicatore | Formula${unit} | Target 2022
     A-01 | Uno | Anna | Utenti | utenti accolti${value} | 10
     A-02 | Due | Anna | Corse | corse svolte${value} | 20`;
  expect(await saidOf({ PEG: table('', '') }, /IND-08/)).toEqual([]);
  expect(await saidOf({ PEG: table(' | Unità', ' | ') }, /IND-08/)).toHaveLength(2);
});

test('an objective that several offices share is no duplicate where each counts its own', async () => {
  const plan = `PEG 2022
    CdR | Responsabile | Obiettivo operativo | N. | Obiettivo | Peso
    Area 1 | Anna Neri | Trasparenza | 1 | Piano anticorruzione (trasversale) | 40
    Area 1 | Anna Neri | Sportelli | 2 | Nuovi orari | 60
    Area 2 | Luca Bassi | Trasparenza | 1 | Piano anticorruzione (trasversale) | 40
    Area 2 | Luca Bassi | Strade | 2 | Asfalti | 60`;
  expect(await saidOf({ PEG: plan }, /STR|WGT/)).toEqual([]);
});
