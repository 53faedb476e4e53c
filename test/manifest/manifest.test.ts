/**
 * @jest-environment jsdom
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { manifestProblems, type ManifestFiles } from './check-manifest';

const root = path.join(__dirname, '../..');
const xml = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

/** Pages and scripts are made by the build; pictures are in assets/. */
const BUILT = ['/taskpane.html', '/taskpane.js', '/functions.json', '/functions.it.json', '/aiuto.html'];
const files: ManifestFiles = {
  has: (file) => BUILT.includes(file) || existsSync(path.join(root, file)),
  pngSize: (file) => {
    const full = path.join(root, file);
    if (!existsSync(full)) return null;
    const bytes = readFileSync(full);
    return bytes.toString('latin1', 1, 4) === 'PNG' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
  },
};

test('the manifest is as Office wants it', () => {
  expect(manifestProblems(xml, files)).toEqual([]);
});

test.each<[string, (text: string) => string, RegExp]>([
  ['not well-formed', (text) => text.replace('</OfficeApp>', ''), /not well-formed/],
  ['no GUID', (text) => text.replace(/<Id>[^<]+/, '<Id>coerenza-peg'), /GUID/],
  [
    'elements in the wrong order',
    (text) => text.replace(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, '$2$1'),
    /OfficeApp/,
  ],
  [
    'a label after the icon',
    (text) => text.replace(/(<Label resid="Check.Label"\/>)([\s\S]*?)(<\/Supertip>)/, '$2$3$1'),
    /Control/,
  ],
  [
    'http',
    (text) => text.replace('https://localhost:3000/taskpane.html', 'http://localhost:3000/taskpane.html'),
    /https/,
  ],
  [
    'a text that is missing',
    (text) => text.replace('resid="Tab.Label"', 'resid="Tab.Name"'),
    /Tab\.Name.*|Tab\.Label/,
  ],
  [
    'two runtimes',
    (text) => text.replace('<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Help.Url"/>'),
    /one resid/,
  ],
  [
    'an icon that is missing',
    (text) => text.replace('assets/check-16.png', 'assets/nothing.png'),
    /nothing\.png/,
  ],
  [
    'an icon of the wrong size',
    (text) => text.replace('assets/check-16.png', 'assets/check-32.png'),
    /16 × 16/,
  ],
  ['a label that is too long', (text) => text.replace('"Verifica coerenza"', `"${'x'.repeat(126)}"`), /126/],
  [
    'a text without English',
    (text) => text.replace(/<bt:Override Locale="en-US" Value="PEG pane"\/>/, ''),
    /Pane\.Label/,
  ],
  [
    'an id that is too long',
    (text) => text.replaceAll('Check.Tip', 'Check.Tip.That.Is.Much.Too.Long.For.Office'),
    /longer than 32/,
  ],
])('%s is found', (_name, spoil, problem) => {
  const spoilt = spoil(xml);
  expect(spoilt).not.toBe(xml);
  expect(manifestProblems(spoilt, files).join('\n')).toMatch(problem);
});

test('Microsoft’s own reader understands it', () => {
  const tool = path.join(root, 'node_modules/office-addin-manifest/cli.js');
  const info = execFileSync(process.execPath, [tool, 'info', path.join(root, 'manifest.xml')], {
    encoding: 'utf8',
  });
  expect(info).toContain('Type: TaskPaneApp');
  expect(info).toContain('Hosts: Workbook');
});

describe('npm run manifest', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'peg-manifest-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [path.join(root, 'scripts/manifest.mjs'), ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });

  test('writes one for another server', () => {
    const out = path.join(folder, 'manifest.xml');
    run('--base-url', 'https://peg.comune.example/addin/', '--out', out);
    const made = readFileSync(out, 'utf8');
    expect(made).not.toContain('localhost');
    expect(made).toContain('"https://peg.comune.example/addin/taskpane.html"');
    const elsewhere = { ...files, has: (file: string) => files.has(file.replace('/addin', '')) };
    const picture = { ...elsewhere, pngSize: (file: string) => files.pngSize(file.replace('/addin', '')) };
    expect(manifestProblems(made, picture)).toEqual([]);
  });

  test.each(['http://peg.comune.example', 'peg', 'https://a.example/?x=1'])('refuses %s', (url) => {
    expect(() => run('--base-url', url)).toThrow(/--base-url/);
  });
});
