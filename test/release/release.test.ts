/** What `npm run release` makes, used as a municipality uses it: installed elsewhere, and behind a real nginx. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { FunctionMetadata } from '../../src/workbench/host';
import { openAddIn } from '../support/addin-build';
import { launchBrowser } from '../support/browser';
import { ROOT, prepareWorkbench } from '../support/workbench';

jest.setTimeout(240_000);

const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
const NAME = `coerenza-peg-${version}`;
const WINDOWS = process.platform === 'win32';

let folder: string;
let release: string;
const at = (...parts: string[]): string => path.join(folder, ...parts);

function makeRelease(...options: string[]): void {
  const script = path.join(ROOT, 'scripts/release.mjs');
  execFileSync(process.execPath, [script, '--tried', ...options], { cwd: ROOT, stdio: 'pipe' });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'peg-release-'));
  release = at('release');
  await prepareWorkbench();
  makeRelease('--out', release, '--base-url', 'https://peg.comune.example/addin/');
  const files = unzipSync(readFileSync(path.join(release, `${NAME}.zip`)));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(at('srv', name)), { recursive: true });
    writeFileSync(at('srv', name), bytes);
  }
  symlinkSync(NAME, at('srv/addin'));
}, 400_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the release', () => {
  test('sums are those of the files', () => {
    const lines = readFileSync(path.join(release, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const [sum = '', name = ''] = line.split('  ');
      const bytes = readFileSync(path.join(release, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    }
  });

  test('everything stands in a folder with the version in its name, with licence and news, without office.js', () => {
    expect(readdirSync(at('srv')).sort()).toEqual(['addin', NAME]);
    const files = readdirSync(at('srv', NAME), { recursive: true }).map(String);
    expect(files).toEqual(
      expect.arrayContaining(['taskpane.html', 'functions.json', 'LICENSE', 'NOVITA.md']),
    );
    expect(files.filter((name) => name.includes('office'))).toEqual([]);
    expect(readFileSync(at('srv', NAME, 'NOVITA.md'), 'utf8')).toMatch(/^## \[/);
  });

  test('what the page fetches later carries its content in its name', () => {
    const scripts = readdirSync(at('srv', NAME)).filter((name) => name.endsWith('.js'));
    expect(scripts.filter((name) => !/\.[0-9a-f]{8}\.js$/.test(name))).toEqual(['taskpane.js']);
  });

  test('the manifest speaks of the server and nothing else', () => {
    const manifest = readFileSync(path.join(release, 'manifest.xml'), 'utf8');
    expect(manifest).toContain('https://peg.comune.example/addin/taskpane.html');
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
    expect(manifest).not.toContain('localhost');
    for (const [, name = ''] of manifest.matchAll(/peg\.comune\.example\/addin\/([^"]+)/g))
      expect(existsSync(at('srv/addin', name))).toBe(true);
  });

  test('made again it is the same, byte for byte', () => {
    makeRelease('--out', at('again'));
    for (const name of readdirSync(at('again')).filter((one) => one.endsWith('.zip')))
      expect(readFileSync(at('again', name))).toEqual(readFileSync(path.join(release, name)));
  });

  test('an address without https is refused with one sentence', () => {
    const script = path.join(ROOT, 'scripts/release.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, '--base-url', 'http://x/'], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

test('the command, installed elsewhere, checks a file outside the checkout', () => {
  const archive = path.join(release, `${NAME}.tgz`);
  const install = [
    'install',
    '--global',
    '--prefix',
    at('prefix'),
    '--offline',
    '--no-audit',
    '--no-fund',
    archive,
  ];
  execFileSync('npm', install, { cwd: folder, stdio: 'pipe', shell: WINDOWS });
  const command = WINDOWS ? at('prefix/peg.cmd') : at('prefix/bin/peg');
  copyFileSync(path.join(ROOT, 'templates/prato-peg-2017.xlsx'), at('Il piano.xlsx'));
  const ran = (...args: string[]) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8', shell: WINDOWS });
  expect(ran('--version').stdout.trim()).toBe(version);
  const { status, stdout, stderr } = ran('check', 'Il piano.xlsx');
  expect(stderr).toBe('');
  expect(stdout).toContain('Il piano.xlsx');
  expect([0, 1, 4]).toContain(status);
});

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find((file) => existsSync(file));
const types = '/etc/nginx/mime.types';
const withNginx = nginx !== undefined && existsSync(types) ? describe : describe.skip;

withNginx('behind nginx, as docs/server/nginx.conf says', () => {
  let server: ChildProcess;
  let site: string;

  beforeAll(async () => {
    const port = await freePort();
    site = `https://localhost:${port}/addin/`;
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const files = ['-keyout', at('key.pem'), '-out', at('cert.pem')];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files],
      { stdio: 'pipe' },
    );
    // The version before, whose part a pane that is still open asks for.
    mkdirSync(at('srv/coerenza-peg-0.0.0'));
    writeFileSync(at('srv/coerenza-peg-0.0.0/pane.00000000.js'), 'before');
    symlinkSync('coerenza-peg-0.0.0', at('srv/precedente'));
    const documented = readFileSync(path.join(ROOT, 'docs/server/nginx.conf'), 'utf8')
      .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
      .replace('/etc/ssl/certs/peg.comune.example.pem', at('cert.pem'))
      .replace('/etc/ssl/private/peg.comune.example.key', at('key.pem'))
      .replace('root /srv/coerenza-peg', `root ${at('srv')}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${at(name)};`)
      .join(' ');
    // As root nginx would serve as a user who may not look into our folder.
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    writeFileSync(
      at('nginx.conf'),
      `${user} daemon off; pid ${at('nginx.pid')}; error_log ${at('error.log')}; events {}
       http { include ${types}; default_type application/octet-stream; access_log off; ${temporary} ${documented} }`,
    );
    chmodSync(folder, 0o755);
    server = spawn(nginx ?? '', ['-p', folder, '-c', at('nginx.conf')], { stdio: 'pipe' });
    let said = '';
    server.stderr?.on('data', (text) => (said += String(text)));
    for (let tries = 0; tries < 100; tries++) {
      if (server.exitCode !== null) throw new RangeError(said);
      const up = await get('taskpane.html').catch(() => null);
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new RangeError(`nginx does not answer: ${said}`);
  });
  afterAll(() => void server?.kill());

  interface Answer {
    readonly status: number;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }

  const get = (name: string, method = 'GET'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(name, site), { method, rejectUnauthorized: false }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => (body += text));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      asked.on('error', reject);
      asked.end();
    });

  test.each([
    ['taskpane.html', 'text/html; charset=utf-8', 'no-cache'],
    ['taskpane.js', 'application/javascript; charset=utf-8', 'no-cache'],
    ['functions.it.json', 'application/json; charset=utf-8', 'no-cache'],
    ['aiuto.html', 'text/html; charset=utf-8', 'no-cache'],
    ['assets/icon-32.png', 'image/png', 'public, max-age=86400'],
  ])('%s: type and how long it is kept', async (name, type, kept) => {
    const { status, headers } = await get(name);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['cache-control']).toBe(kept);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBe(name.endsWith('.json') ? '*' : undefined);
  });

  test('parts with their content in their name are kept for good, those of the version before are still there', async () => {
    const part = readdirSync(at('srv/addin')).find((name) => /^pane\.[0-9a-f]{8}\.js$/.test(name)) ?? '';
    const { status, headers } = await get(part);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(await get('pane.00000000.js')).toMatchObject({ status: 200, body: 'before' });
    expect((await get('pane.11111111.js')).status).toBe(404);
  });

  test('the policy in the header is the one the page gives itself', async () => {
    const { headers, body } = await get('taskpane.html');
    const [, own = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(body) ?? [];
    expect(headers['content-security-policy']).toBe(own);
  });

  test('nothing else is served, nothing is written', async () => {
    expect((await get('../')).status).toBe(404);
    expect((await get('../srv/')).status).toBe(404);
    expect((await get('taskpane.html', 'POST')).status).toBe(403);
    expect((await get('taskpane.html', 'PUT')).status).toBe(403);
  });

  test('the page of the pane starts, functions answer, and nothing is asked of anybody but this server and Microsoft', async () => {
    const name = 'prato-peg-2017-dati.xlsx';
    const bytes = readFileSync(path.join(ROOT, 'templates', name)).toString('base64');
    const { functions } = JSON.parse((await get('functions.it.json')).body) as {
      functions: FunctionMetadata[];
    };
    const browser = await launchBrowser();
    try {
      const opened = await openAddIn(
        browser,
        { folder: at('srv/addin') },
        { workbook: { name, bytes }, functions },
        { site, served: true },
      );
      await opened.page.evaluate(() => {
        window.excel.engine.addSheet('Prova');
        window.excel.type('Prova', 'A1', '=PEG.TITLE("2017-PE02")');
      });
      await opened.page.waitForFunction(
        async () => /^[^#]/.test(await window.excel.text('Prova', 'A1')),
        null,
        {
          timeout: 60_000,
        },
      );
      expect(opened.outside).toEqual([]);
      expect(opened.errors).toEqual([]);
      expect(await opened.page.evaluate(() => window.violations)).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
