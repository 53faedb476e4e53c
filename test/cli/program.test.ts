import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixture } from '../support/plans';
import { peg } from '../support/peg';

const PRATO = fixture('prato-peg-2017.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'peg-'));
const at = (name: string): string => join(folder, name);

describe('peg', () => {
  test('tree counts the Prato plan', async () => {
    const { status, out } = await peg('tree', PRATO, '--format', 'json');
    expect(status).toBe(0);
    const { plan } = JSON.parse(out);
    expect(plan.counts).toEqual({
      strategicAreas: 5,
      strategicObjectives: 14,
      operatingObjectives: 65,
      pegObjectives: 123,
      phases: 0,
      indicators: 86,
    });
    expect(plan.codeScheme).toBe('AAAA-LL00[L]');
    expect(plan.tree[0]).toMatchObject({
      kind: 'strategicArea',
      title: 'Città da promuovere',
      cells: [{ sheet: 'DUP', address: 'A5' }],
    });
  });

  test('the headline speaks of the moment of the check', async () => {
    const said = async (...options: string[]) => (await peg('check', PRATO, ...options)).out.split('\n')[0];
    expect(await said()).toContain('NON PRONTO PER LA GIUNTA');
    expect(await said('--stage', 'monitoring', '--date', '2017-06-30')).toContain('PUNTI BLOCCANTI APERTI');
    expect(await said('--stage', 'draft', '--lang', 'en')).toContain('DRAFT TO BE COMPLETED');
  });

  test('check gives the contract’s fields and the exit status of what is open', async () => {
    const { status, out } = await peg('check', PRATO, '--format', 'json');
    const check = JSON.parse(out);
    expect(status).toBe(1);
    expect(Object.keys(check)).toEqual(
      expect.arrayContaining(['file', 'tool', 'plan', 'verdict', 'rules', 'findings', 'mapping']),
    );
    expect(check.plan.dup).toMatchObject({ sheets: ['DUP'] });
    const counted = { error: 0, warning: 0, info: 0 };
    for (const finding of check.findings) {
      if (finding.status === 'open' && finding.causes.length === 0)
        counted[finding.severity as keyof typeof counted] += 1;
      for (const cell of finding.cells) expect(cell.address).toMatch(/^[A-Z]{1,3}\d+(:[A-Z]{1,3}\d+)?$/);
    }
    expect(check.verdict.open).toEqual(counted);
    expect((await peg('check', PRATO, '--fail-on', 'never')).status).toBe(0);
  });

  test('text says the verdict first, in the language asked for', async () => {
    expect((await peg('check', PRATO)).out).toMatch(/^NON PRONTO/);
    expect((await peg('check', PRATO, '--lang', 'en')).out).toMatch(/^NOT READY/);
  });

  test('several files: an array in json, a line each in ndjson, and the unreadable one does not stop the others', async () => {
    const broken = at('rotto.xlsx');
    writeFileSync(broken, 'not a workbook');
    const { status, out, err } = await peg('check', broken, PRATO, '--format', 'ndjson');
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('rotto.xlsx');
    const records = out
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as { file: string; error?: string });
    expect(records.map(({ file, error }) => [file, error !== undefined]).sort()).toEqual([
      ['prato-peg-2017.xlsx', false],
      ['rotto.xlsx', true],
    ]);
    expect(JSON.parse((await peg('check', PRATO, PRATO, '--format', 'json')).out)).toHaveLength(2);
  });

  test.each([
    [['check'], 2],
    [['check', 'nessuno.xlsx'], 2],
    [['nonsense'], 2],
    [['tree', PRATO, '--format', 'yaml'], 2],
    [['rules', 'ZZZ-99'], 2],
    [['explain', PRATO, 'un indicatore che non c’è'], 2],
    [['waive', PRATO, '--finding', 'zzz', '--reason', 'r', '--author', 'a', '--out', at('w.xlsx')], 2],
    [['waive', PRATO, '--finding', 'zzz', '--reason', 'r', '--author', 'a'], 2],
    [['check', PRATO, '--profile', PRATO], 2],
  ])('%j ends with status %d and one line', async (argv, expected) => {
    const { status, err } = await peg(...argv);
    expect(status).toBe(expected);
    expect(err.trim()).not.toBe('');
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('never writes over its input', async () => {
    const own = at('mio.xlsx');
    copyFileSync(PRATO, own);
    const before = readFileSync(own);
    const { status } = await peg('attest', own, '--author', 'Anna Rovere', '--out', own);
    expect(status).toBe(2);
    expect(readFileSync(own).equals(before)).toBe(true);
  });

  test('waive, attest, verify: written in a copy, read again', async () => {
    const { findings } = JSON.parse((await peg('check', PRATO, '--format', 'json')).out);
    const error = findings.find((finding: { severity: string }) => finding.severity === 'error');
    const waived = at('accettato.xlsx');
    expect(
      (
        await peg(
          'waive',
          PRATO,
          '--finding',
          error.fingerprint,
          '--reason',
          'in arrivo',
          '--author',
          'Anna Rovere',
          '--out',
          waived,
        )
      ).status,
    ).toBe(0);
    const again = JSON.parse((await peg('check', waived, '--format', 'json')).out);
    expect(again.verdict.waived).toBe(1);
    const attested = at('attestato.xlsx');
    expect((await peg('attest', waived, '--author', 'Anna Rovere', '--out', attested)).status).toBe(0);
    expect((await peg('verify', attested)).status).toBe(0);
    expect((await peg('verify', PRATO)).status).toBe(1);
  });

  test('check as a document: a copy with the check sheet, or a page', async () => {
    const copy = at('verifica.xlsx');
    await peg('check', PRATO, '--format', 'xlsx', '--out', copy);
    const tree = JSON.parse((await peg('tree', copy, '--format', 'json')).out);
    expect(tree.plan.counts.pegObjectives).toBe(123);
    const page = at('verifica.html');
    await peg('check', PRATO, '--format', 'html', '--out', page);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
  });

  test.each([
    ['explain', PRATO, 'Pressione tributaria'],
    ['rules', 'STR-01'],
    ['verify', PRATO],
    ['diff', PRATO, PRATO],
    ['tree', PRATO],
  ])('%s writes ndjson on one line', async (...argv) => {
    const { out } = await peg(...argv, '--format', 'ndjson');
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(() => JSON.parse(out)).not.toThrow();
  });

  test('diff and export', async () => {
    expect((await peg('diff', PRATO, PRATO)).status).toBe(0);
    for (const [as, name] of [
      ['json', 'piano.json'],
      ['annex', 'tabelle.xlsx'],
      ['annex', 'tabelle.html'],
    ] as const) {
      expect((await peg('export', PRATO, '--as', as, '--out', at(name))).status).toBe(0);
      expect(existsSync(at(name))).toBe(true);
    }
    expect(JSON.parse(readFileSync(at('piano.json'), 'utf8')).counts.pegObjectives).toBe(123);
  });
});
