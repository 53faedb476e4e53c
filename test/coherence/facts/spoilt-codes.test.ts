import { judge, loadRuleSet, type Finding } from '../../../src/coherence';
import { mapWorkbook } from '../../../src/mapping';
import { book, sheet } from '../../support/layouts/notation';

const { ruleSet } = loadRuleSet();

async function codesSaid(rows: string): Promise<readonly Finding[]> {
  const grid = sheet('PEG', `Piano esecutivo di gestione 2025\nCodice | Obiettivo di PEG\n${rows}`);
  const { plan } = mapWorkbook({ workbooks: [book('piano.xlsx', grid)] });
  const { findings } = await judge(plan, { ruleSet, today: '2025-01-15' });
  return findings.filter(({ rule }) => rule === 'STR-02');
}

const SOUND = '010101 | Sentieri\n010102 | Rifugi\n010103 | Guide\n010104 | Mappe';

describe('codes that Excel spoilt', () => {
  test('in one column of numbers they are one finding, with all cells, put right together', async () => {
    const [finding, ...others] = await codesSaid(`${SOUND}\n10201 | Mense\n10202 | Nidi\n10203 | Palestre`);
    expect(others).toEqual([]);
    expect(finding?.message.it).toMatch(/^3 codici hanno perso gli zeri davanti \(10201; 10202; 10203\)/);
    expect(finding?.cells.map(({ address }) => address)).toEqual(['A7', 'A8', 'A9']);
    expect(finding?.edits?.map(({ address, value }) => [address, value])).toEqual([
      ['A7', '010201'],
      ['A8', '010202'],
      ['A9', '010203'],
    ]);
  });

  test('the finding stays the same wherever its rows move', async () => {
    const lost = ['10201 | Mense', '10202 | Nidi'];
    const [before] = await codesSaid([SOUND, ...lost].join('\n'));
    const [after] = await codesSaid([...lost.reverse(), SOUND].join('\n'));
    expect(after?.fingerprint).toBe(before?.fingerprint);
  });

  test('one alone keeps its own words', async () => {
    const [finding, ...others] = await codesSaid(`${SOUND}\n10201 | Mense`);
    expect(others).toEqual([]);
    expect(finding?.message.it).toContain('Il codice «10201» ha perso uno zero davanti');
  });

  test('slips in codes with letters are one each', async () => {
    const rows = '2025-PA01 | A\n2025-PA02 | B\n2025-PA03 | C\n2025-PA04 | D\n2025-PB1 | E\n2025-PB2 | F';
    expect(await codesSaid(rows)).toHaveLength(2);
  });

  test('so are those that Excel took for dates', async () => {
    const rows = '1.1 | Sentieri\n1.13 | Rifugi\n1.14 | Guide\n01/03/2025 | Mappe\n01/04/2025 | Mense';
    const [finding, ...others] = await codesSaid(rows);
    expect(others).toEqual([]);
    expect(finding?.message.it).toMatch(/^2 codici sono diventati date/);
    expect(finding?.edits?.map(({ address, value }) => [address, value])).toEqual([
      ['A6', '1.3'],
      ['A7', '1.4'],
    ]);
  });

  test('where a right code is taken by another objective, nothing is written', async () => {
    const [finding] = await codesSaid(`${SOUND}\n10101 | Mense\n10202 | Nidi`);
    expect(finding?.edits).toBeNull();
    expect(finding?.fix.kind).toBe('suggestion');
  });
});
