import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { writeError } from '../../src/cli/files';
import { jsonText } from '../../src/cli/emit';
import { errorSentence } from '../../src/messages';
import { newWorkbook } from '../../src/xlsx';
import { peg } from '../support/peg';

const folder = mkdtempSync(join(tmpdir(), 'peg-writing-'));
const at = (name: string): string => join(folder, name);
const PLAN = at('piano.xlsx');

beforeAll(() => {
  const rows = [
    ['Codice', 'Obiettivo di PEG'],
    ['2025-PA01', 'Riqualificare il parco fluviale'],
  ];
  const cells = rows.map((row) => row.map((value) => ({ value })));
  writeFileSync(PLAN, newWorkbook([{ name: 'Obiettivi', rows: cells, widths: [] }]));
});

describe('--out never replaces what is there', () => {
  test.each(['json', 'html'])('a file, unless --force says so (%s)', async (format) => {
    const out = at(`esito.${format}`);
    writeFileSync(out, 'di prima');
    const refused = await peg('check', PLAN, '--format', format, '--out', out);
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining('aggiungi --force')]);
    expect(readFileSync(out, 'utf8')).toBe('di prima');
    await peg('check', PLAN, '--format', format, '--out', out, '--force');
    expect(readFileSync(out, 'utf8')).toContain('piano');
    expect(readFileSync(out, 'utf8')).not.toContain('di prima');
  });

  test('a link, also one that leads nowhere', async () => {
    symlinkSync(at('altrove.json'), at('collegamento.json'));
    const { status, err } = await peg('tree', PLAN, '--format', 'json', '--out', at('collegamento.json'));
    expect([status, err]).toEqual([2, expect.stringContaining('esiste già')]);
    expect(existsSync(at('altrove.json'))).toBe(false);
  });

  test('its own input, with --force neither', async () => {
    const before = readFileSync(PLAN);
    const { status, err } = await peg('check', PLAN, '--out', PLAN, '--force');
    expect([status, err]).toEqual([2, expect.stringContaining('non viene mai modificato')]);
    expect(readFileSync(PLAN)).toEqual(before);
  });
});

test.each(['html', 'json', 'text'])('%s is never written under the name of a workbook', async (format) => {
  const { status, err } = await peg('check', PLAN, '--format', format, '--out', at('nuovo.XLSX'));
  expect([status, err]).toEqual([2, expect.stringContaining(`in formato ${format}`)]);
  expect(readdirSync(folder).filter((name) => /nuovo/i.test(name))).toEqual([]);
});

test('a full disk is named', () => {
  const full = writeError('esito.json', Object.assign(new Error('x'), { code: 'ENOSPC' }));
  expect(errorSentence(full, 'it')).toContain('non c’è più spazio');
  expect(errorSentence(writeError('esito.json', new Error('x')), 'it')).not.toContain('spazio');
});

test('what could steer a terminal stands in JSON as an escape', () => {
  const text = 'a\u009bb\u202ec\u007f';
  expect(jsonText({ text })).toBe('{"text":"a\\u009bb\\u202ec\\u007f"}');
  expect(JSON.parse(jsonText({ text }))).toEqual({ text });
});

describe('killed in the middle of a write', () => {
  const program = at('scrive.cjs');

  beforeAll(() => {
    // the real writer, in a program that is killed at the call named by its first argument
    const source = `
      import { promises as fs } from 'node:fs';
      import { WholeFile } from './src/cli/files';
      const [, , moment, path] = process.argv;
      const die = () => process.kill(process.pid, 'SIGKILL');
      if (moment === 'rename') fs.rename = die;
      void (async () => {
        const file = await WholeFile.open(path);
        await file.append('metà ');
        if (moment === 'write') die();
        await file.append('e metà');
        await file.finish();
      })();`;
    buildSync({
      stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      outfile: program,
      logLevel: 'error',
    });
  });

  test.each([
    ['write', null],
    ['write', 'di prima'],
    ['rename', null],
    ['rename', 'di prima'],
    ['never', 'di prima'],
  ])('at %s: the whole file or the one of before (%s)', (moment, before) => {
    const path = at(`ucciso-${moment}-${before === null}.txt`);
    if (before !== null) writeFileSync(path, before);
    const { signal } = spawnSync(process.execPath, [program, moment, path]);
    expect(signal).toBe(moment === 'never' ? null : 'SIGKILL');
    const now = existsSync(path) ? readFileSync(path, 'utf8') : null;
    expect(now).toBe(moment === 'never' ? 'metà e metà' : before);
  });
});

describe('several files', () => {
  test('come in their order with --ordered, an unreadable one as a record with its name', async () => {
    const files = [PLAN, at('manca.xlsx'), PLAN];
    const { status, out } = await peg('check', ...files, '--format', 'ndjson', '--ordered');
    expect(status).toBe(2);
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records.map(({ file }) => file)).toEqual(['piano.xlsx', 'manca.xlsx', 'piano.xlsx']);
    expect(records[1]).toMatchObject({
      path: at('manca.xlsx'),
      error: expect.stringContaining('non esiste'),
    });
  });

  test('as a list in a file that is there only when all are done', async () => {
    const out = at('tutti.json');
    await peg('check', PLAN, at('manca.xlsx'), PLAN, '--format', 'json', '--out', out);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toHaveLength(2);
    expect(readdirSync(folder).filter((name) => /tutti.*tmp$/.test(name))).toEqual([]);
  });
});
