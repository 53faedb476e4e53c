import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { run } from '../../src/cli/program';
import { mapWorkbook } from '../../src/mapping';
import { XlsxWorkbook, readWorkbook } from '../../src/xlsx';
import { fixture, openFixture } from '../support/plans';

const folder = mkdtempSync(join(tmpdir(), 'peg-copies-'));
const at = (name: string): string => join(folder, name);
const said: string[] = [];
const peg = (...argv: string[]) =>
  run(argv, {
    out: (text) => void said.push(text),
    err: (text) => void said.push(text),
    colour: false,
    width: 80,
  });

describe('peg publish', () => {
  test('takes waivers, attestations and the check sheet away and nothing else', async () => {
    const prato = fixture('prato-peg-2017.xlsx');
    await peg('check', prato, '--format', 'xlsx', '--out', at('a.xlsx'));
    await peg('attest', at('a.xlsx'), '--author', 'Anna Rovere', '--out', at('b.xlsx'));
    expect(await peg('publish', at('b.xlsx'), '--out', at('c.xlsx'))).toBe(0);
    const published = readWorkbook(readFileSync(at('c.xlsx')), 'c.xlsx');
    expect(published.store).toBeNull();
    expect(published.sheets.map((grid) => grid.name)).toEqual(
      readWorkbook(readFileSync(prato), 'p.xlsx').sheets.map((grid) => grid.name),
    );
    expect(readFileSync(at('c.xlsx')).includes('Anna Rovere')).toBe(false);
    const parts = (file: string) => Object.keys(unzipSync(readFileSync(file))).sort();
    expect(parts(at('c.xlsx'))).toEqual(parts(prato));
  });

  test('takes our marks on cells away and leaves the conditional formats of the office', async () => {
    const parts = unzipSync(readFileSync(fixture('prato-peg-2017.xlsx')));
    const name = Object.keys(parts).find((part) => part.startsWith('xl/worksheets/sheet')) ?? '';
    const format = (formula: string): string =>
      `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>${formula}</formula></cfRule></conditionalFormatting>`;
    const xml = strFromU8(parts[name] ?? new Uint8Array());
    const both = format('N("coerenza-peg error")=0') + format('$A1=1');
    parts[name] = strToU8(xml.replace('</sheetData>', `</sheetData>${both}`));
    writeFileSync(at('marked.xlsx'), zipSync(parts));
    expect(await peg('publish', at('marked.xlsx'), '--out', at('unmarked.xlsx'))).toBe(0);
    const left = strFromU8(unzipSync(readFileSync(at('unmarked.xlsx')))[name] ?? new Uint8Array());
    expect(left).toContain(format('$A1=1'));
    expect(left).not.toContain('coerenza-peg');
  });

  test('a sheet of the user that has the name of ours stays', async () => {
    const port = openFixture('prato-peg-2017.xlsx');
    writeFileSync(at('d.xlsx'), port.bytes());
    await peg('publish', at('d.xlsx'), '--out', at('e.xlsx'));
    expect(readWorkbook(readFileSync(at('e.xlsx')), 'e.xlsx').sheets).toHaveLength(18);
  });
});

describe('peg new-year', () => {
  test('recodes every citation of a code, fused ones too, and keeps the mapping', async () => {
    expect(await peg('new-year', fixture('prato-peg-2017.xlsx'), '--out', at('f.xlsx'))).toBe(0);
    const book = await new XlsxWorkbook(readFileSync(at('f.xlsx')), 'f.xlsx').snapshot();
    const { plan } = mapWorkbook({ workbooks: [book] });
    expect(plan.pegObjectives).toHaveLength(123);
    const codes = plan.pegObjectives.flatMap((one) => one.code?.value ?? []);
    expect(codes.filter((code) => code.startsWith('2018-'))).toHaveLength(119);
    expect(plan.pegRows.find((row) => row.code?.value === '2018-GS05')?.title.value).toBe(
      'Aumento entrate da alienazioni',
    );
    expect(book.store).toContain('profile');
  });

  test('names the cell that still says the old year', async () => {
    said.length = 0;
    await peg('new-year', fixture('prato-peg-2017.xlsx'), '--out', at('j.xlsx'));
    expect(said.join('')).toContain('In Premessa!A2 si legge ancora il 2017: scrivi lì l’anno 2018');
  });
});

describe('--out', () => {
  test('never puts a file in the place of a pipe or a device', async () => {
    execFileSync('mkfifo', [at('canale')]);
    said.length = 0;
    const plan = fixture('prato-peg-2017.xlsx');
    expect(await peg('check', plan, '--format', 'json', '--out', at('canale'))).toBe(2);
    expect(statSync(at('canale')).isFIFO()).toBe(true);
    expect(said.join('')).toContain('canale');
  });
});

describe('peg verify', () => {
  test('an attestation that cannot be read is not denied', async () => {
    const port = openFixture('prato-peg-2017.xlsx');
    await port.writeStore('<store xmlns="urn:coerenza-peg:store:1" version="99">{}</store>');
    writeFileSync(at('newer.xlsx'), port.bytes());
    said.length = 0;
    expect(await peg('verify', at('newer.xlsx'))).toBe(2);
    expect(said.join('')).toContain('newer.xlsx');
    expect(said.join('')).not.toContain('non contiene attestazioni');
  });

  test('an attestation outlives the look of the sheets: widths, hidden columns, colours, zoom', async () => {
    await peg('attest', fixture('prato-peg-2017.xlsx'), '--author', 'Anna Rovere', '--out', at('g.xlsx'));
    const parts = unzipSync(readFileSync(at('g.xlsx')));
    let changed = 0;
    for (const [name, bytes] of Object.entries(parts)) {
      if (!name.startsWith('xl/worksheets/sheet')) continue;
      const xml = strFromU8(bytes);
      const other = xml.replace(/<col ([^>]*)width="[^"]*"/g, '<col $1width="41.5"');
      if (other !== xml) changed += 1;
      parts[name] = strToU8(other);
    }
    expect(changed).toBeGreaterThan(0);
    writeFileSync(at('h.xlsx'), zipSync(parts));
    said.length = 0;
    expect(await peg('verify', at('h.xlsx'))).toBe(0);
    expect(said.join('')).toContain('Anna Rovere');
    expect(said.join('')).not.toContain('UTC');
  });

  test('findings accepted after the attestation are told', async () => {
    said.length = 0;
    await peg('check', at('g.xlsx'), '--format', 'json');
    const { findings } = JSON.parse(said.join('')) as { findings: { fingerprint: string }[] };
    const waive = [
      '--finding',
      findings[0]?.fingerprint ?? '',
      '--reason',
      'Voluto',
      '--author',
      'A. Rovere',
    ];
    expect(await peg('waive', at('g.xlsx'), ...waive, '--out', at('i.xlsx'))).toBe(0);
    said.length = 0;
    expect(await peg('verify', at('i.xlsx'))).toBe(0);
    expect(said.join('')).toContain('le segnalazioni accettate non sono più quelle di allora');
  });
});
