import { createServer } from 'node:http';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import {
  HOST_SCRIPT,
  OFFICE_PATH,
  PanePageError,
  PortBusyError,
  servedPane,
  serveWorkbench,
  type Bench,
  type BenchFiles,
} from '../../src/workbench/serve';

const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

let folder: string;
let files: BenchFiles;
let bench: Bench;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'peg-serve-'));
  const at = (name: string): string => path.join(folder, name);
  for (const name of ['addin', 'page', 'office']) mkdirSync(at(name));
  writeFileSync(at('addin/taskpane.html'), `<html><script src=${CDN}></script><p>pane</p></html>`);
  writeFileSync(at('page/index.html'), '<html>page</html>');
  writeFileSync(at('office/office.js'), 'office');
  writeFileSync(at('manifest.xml'), '<OfficeApp/>');
  writeFileSync(at('Piano àèì.xlsx'), 'workbook');
  writeFileSync(at('segreto.txt'), 'secret');
  files = {
    addin: at('addin'),
    page: at('page'),
    office: at('office'),
    manifest: at('manifest.xml'),
    workbooks: [at('Piano àèì.xlsx')],
  };
  bench = await serveWorkbench(files, 0);
});
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Exactly this path and these headers, which `fetch` would tidy up. */
const ask = (asked: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(bench.address);
    request({ host: '127.0.0.1', port, path: asked, method, headers }, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += String(part)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    })
      .on('error', reject)
      .end();
  });

describe('the page of the pane', () => {
  test('gets the host script and our address of office.js, in any way the build writes the tag', () => {
    for (const quote of ['', '"']) {
      for (const address of [CDN, 'office/office.js']) {
        const tag = (source: string): string => `<script src=${quote}${source}${quote}></script>`;
        expect(servedPane(`<a>${tag(address)}<b>`)).toBe(`<a>${HOST_SCRIPT}${tag(OFFICE_PATH)}<b>`);
      }
    }
  });

  test('stays the same everywhere else (property)', () => {
    const text = fc.string().filter((candidate) => !candidate.includes('<script'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const served = servedPane(`${before}<script src=${CDN}></script>${after}`);
        expect(served).toBe(`${before}${HOST_SCRIPT}<script src=${OFFICE_PATH}></script>${after}`);
      }),
    );
  });

  test('that does not load office.js is refused', () => {
    expect(() => servedPane('<html><script src="main.js"></script></html>')).toThrow(PanePageError);
  });
});

describe('the server', () => {
  test('gives page, pane, manifest and workbooks', async () => {
    expect((await ask('/')).text).toBe('<html>page</html>');
    expect((await ask('/addin/taskpane.html?_host_Info=x')).text).toContain(HOST_SCRIPT);
    expect((await ask('/office/office.js')).text).toBe('office');
    expect((await ask('/manifest.xml')).text).toBe('<OfficeApp/>');
    expect(JSON.parse((await ask('/workbooks.json')).text)).toEqual(['Piano àèì.xlsx']);
    expect((await ask('/workbooks/0')).text).toBe('workbook');
  });

  test('lets the page ask nobody else', async () => {
    expect((await ask('/')).headers['content-security-policy']).toMatch(/^default-src 'self';/);
  });

  test.each([
    '/nothing',
    '/workbooks/1',
    '/workbooks/-1',
    '/addin',
    '/addin/',
    '/office/../segreto.txt',
    '/office/..%2fsegreto.txt',
    '/office/%2e%2e/segreto.txt',
    '/office/..%5csegreto.txt',
    '/constructor/x',
    '/%',
  ])('does not give %s', async (asked) => {
    const { status, text } = await ask(asked);
    expect(status).toBe(404);
    expect(text).not.toContain('secret');
  });

  test('answers only to this machine’s own names, and only questions', async () => {
    expect((await ask('/workbooks/0', { Host: 'evil.example' })).status).toBe(403);
    expect((await ask('/workbooks/0', { Host: 'localhost:1' })).status).toBe(200);
    expect((await ask('/', {}, 'POST')).status).toBe(405);
    expect((await ask('/', {}, 'HEAD')).text).toBe('');
  });
});

describe('a port in use', () => {
  test('is followed by the next free one, unless it was asked for', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const busy = typeof address === 'object' && address ? address.port : 0;
    const second = await serveWorkbench(files, busy);
    expect(Number(new URL(second.address).port)).toBeGreaterThan(busy);
    await second.close();
    await expect(serveWorkbench(files, busy, true)).rejects.toThrow(PortBusyError);
    await new Promise((resolve) => other.close(resolve));
  });
});
