import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newWorkbook } from '../../src/xlsx';
import { peg } from '../support/peg';

const folder = mkdtempSync(join(tmpdir(), 'peg-misuse-'));
const at = (name: string): string => join(folder, name);
const PLAN = at('piano.xlsx');
const DUP = at('dup.xlsx');

beforeAll(() => {
  const rows = [
    ['Obiettivo strategico', 'Obiettivo operativo', 'Codice', 'Obiettivo di PEG'],
    ['Città verde', 'Parchi', '2025-PA01', 'Riqualificare il parco fluviale'],
    ['Città verde', 'Orti', '2025-PA02', 'Assegnare gli orti urbani'],
  ];
  writeFileSync(
    PLAN,
    newWorkbook([
      { name: 'Obiettivi', rows: rows.map((row) => row.map((value) => ({ value }))), widths: [] },
    ]),
  );
  copyFileSync(PLAN, DUP);
  symlinkSync(PLAN, at('link.xlsx'));
});

describe('--out is never something the command reads', () => {
  test.each([
    ['check', PLAN, '--out', PLAN],
    ['check', PLAN, '--format', 'html', '--out', PLAN],
    ['check', PLAN, '--format', 'json', '--out', at('link.xlsx')],
    ['check', at('link.xlsx'), '--out', PLAN],
    ['check', PLAN, DUP, '--out', DUP],
    ['check', PLAN, '--dup', DUP, '--out', DUP],
    ['tree', PLAN, '--out', PLAN],
    ['indicators', PLAN, '--out', PLAN],
    ['diff', DUP, PLAN, '--out', PLAN],
    ['verify', PLAN, '--out', PLAN],
    ['attest', PLAN, '--author', 'Anna Rovere', '--dup', DUP, '--out', DUP],
  ])('%s %s %s %s', async (...argv) => {
    const before = readFileSync(PLAN);
    const { status, err } = await peg(...argv);
    expect(status).toBe(2);
    expect(err).toContain('non viene mai modificato');
    expect(readFileSync(PLAN)).toEqual(before);
    expect(readFileSync(DUP)).toEqual(before);
  });
});

describe('the line on stderr names what is wrong', () => {
  test.each([
    [['check', PLAN, '--dup', at('manca.xlsx')], `${at('manca.xlsx')}: non esiste`],
    [['check', PLAN, at('manca.xlsx'), '--merge'], `${at('manca.xlsx')}: non esiste`],
    [['tree', PLAN, '--dup', at('manca.xlsx')], `${at('manca.xlsx')}: non esiste`],
    [['tree', PLAN, '--profile', at('manca.json')], `${at('manca.json')}: non esiste`],
    [['check', PLAN, '--rules', at('manca')], 'non è una cartella'],
    [['check', PLAN, '--rules', PLAN], 'non è una cartella'],
    [['tree', PLAN, '--out', at('manca/x.txt')], `non si può scrivere ${at('manca/x.txt')}`],
    [['check', PLAN, at('manca.xlsx'), '--merge', '--format', 'json'], `${at('manca.xlsx')}: non esiste`],
    [['check', at('manca.xlsx'), '--format', 'json'], `${at('manca.xlsx')}: non esiste`],
    [['check', PLAN, at('link.xlsx'), '--merge'], 'è indicato due volte'],
    [['check', PLAN, PLAN, '--merge', '--format', 'html'], 'è indicato due volte'],
    [['check', at('ma\u001b[31mnca.xlsx')], 'ma\uFFFD[31mnca.xlsx: non esiste'],
    [['check', PLAN, '--date', '2026-02-31'], '«2026-02-31»'],
    [['check', PLAN, '--date', '2026-02-28'], '--stage monitoring'],
    [['indicators', PLAN, '--period', '2016-S9'], '2016-S9'],
    [['indicators', PLAN, '--period', '2016-13-45'], '2016-13-45'],
    [['check'], 'Manca il file'],
    [['check', PLAN, '--colore'], '--colore'],
    [['controlla', PLAN], '«controlla»'],
    [['tree', PLAN, DUP], 'virgolette'],
    [['check', PLAN, '--lang', 'fr'], 'it, en'],
    [['check', PLAN, '--jobs', '0'], '1–64'],
    [['attest', PLAN], '--author'],
  ])('%j', async (argv, said) => {
    const { status, out, err } = await peg(...argv);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(said);
    expect(err.trimEnd()).not.toContain('\n');
    expect(err).not.toMatch(/\b(error|invalid|missing|unknown)\b/);
  });

  test('in English when asked', async () => {
    expect((await peg('check', PLAN, '--colour', '--lang', 'en')).err).toContain('There is no option');
    expect((await peg('check', '--lang', 'en')).err).toContain('is missing');
  });

  test('a folder without rules is told, not taken for rules that passed', async () => {
    mkdirSync(at('vuota'));
    const { status, err } = await peg('check', PLAN, '--rules', at('vuota'));
    expect(status).toBe(2);
    expect(err).toContain('non contiene regole');
  });
});

test('a profile saved by a Windows editor is read with its mark', async () => {
  writeFileSync(at('bom.json'), '\uFEFF{"version":1,"sheets":[]}');
  expect((await peg('tree', PLAN, '--profile', at('bom.json'))).status).toBe(0);
});

describe('nothing to approve', () => {
  const EMPTY = at('vuoto.xlsx');
  beforeAll(() => writeFileSync(EMPTY, newWorkbook([{ name: 'Foglio1', rows: [], widths: [] }])));

  test('a file without a plan is never said to be ready', async () => {
    expect(JSON.parse((await peg('check', EMPTY, '--format', 'json')).out).verdict.ready).toBe(false);
    const { out } = await peg('check', EMPTY, '--format', 'html');
    expect(out).toContain('NESSUN PIANO RICONOSCIUTO');
    expect(out).not.toMatch(/>PRONTO/);
  });

  test('and cannot be attested', async () => {
    const { status, err } = await peg('attest', EMPTY, '--author', 'Anna Rovere', '--out', at('a.xlsx'));
    expect(status).toBe(2);
    expect(err).toContain('non c’è un piano da attestare');
  });
});

describe('copies and documents', () => {
  test('an .xlsx does not become an .xlsm', async () => {
    const { status, err } = await peg('publish', PLAN, '--out', at('b.xlsm'));
    expect(status).toBe(2);
    expect(err).toContain('.xlsx');
  });

  test.each(['b.xls', 'b'])('nor is a copy called %s, which Excel would not open', async (name) => {
    const { status, err } = await peg('check', PLAN, '--format', 'xlsx', '--out', at(name));
    expect(status).toBe(2);
    expect(err).toContain('estensione .xlsx');
    expect(existsSync(at(name))).toBe(false);
  });

  test('the annex is no page of HTML under another name', async () => {
    expect((await peg('export', PLAN, '--as', 'annex', '--out', at('b.csv'))).status).toBe(2);
  });

  test('broken own rules are told by every command that judges', async () => {
    mkdirSync(at('regole'));
    writeFileSync(at('regole/x.json'), '{');
    expect((await peg('check', PLAN, '--rules', at('regole'), '--out', at('regole/x.json'))).err).toContain(
      'non viene mai modificato',
    );
    for (const argv of [
      ['check', PLAN, '--format', 'html'],
      ['check', PLAN, '--format', 'xlsx', '--out', at('c.xlsx')],
      ['attest', PLAN, '--author', 'Anna Rovere', '--out', at('d.xlsx')],
    ]) {
      const { status, err } = await peg(...argv, '--rules', at('regole'));
      expect(status).toBe(2);
      expect(err).toContain('x.json');
    }
  });

  test('a name cannot speak to the terminal', async () => {
    await peg('attest', PLAN, '--author', 'Anna\u001b[31m\u202e Rovere', '--out', at('e.xlsx'));
    const { out } = await peg('verify', at('e.xlsx'));
    expect(out).toContain('Anna');
    for (const sign of ['\u001b', '\u202e']) expect(out).not.toContain(sign);
  });
});
