/** `npm start` as a newcomer types it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT, prepareWorkbench } from '../support/workbench';

// The check, a bundle and the server's start: a busy machine needs its time.
jest.setTimeout(180_000);

let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  await prepareWorkbench();
  folder = mkdtempSync(path.join(tmpdir(), 'peg-start-'));
  copyFileSync(path.join(ROOT, 'templates/peg-modello.xlsx'), path.join(folder, 'Il mio piano.xlsx'));
}, 240_000);
afterAll(() => {
  for (const child of running) child.kill();
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts it in another folder, as a user who stands there. */
function start(...args: string[]): Started {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts/start.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, INIT_CWD: folder },
  });
  running.push(child);
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, said: () => said, ended };
}

/** Waits for words; fails with what was said instead when it ends without them. */
async function hear({ said, ended }: Started, words: RegExp): Promise<RegExpExecArray> {
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    const found = words.exec(said());
    if (found) return found;
    if (over) throw new RangeError(said());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a file of one’s own: the verdict in the terminal, the address, and the file first in the workbench', async () => {
  const started = start('Il mio piano.xlsx', '--port', '0');
  const [, address = ''] = await hear(started, /(http:\/\/localhost:\d+\/)/);
  expect(started.said()).toMatch(/PIANO NON RICONOSCIUTO|PRONTO|PIANO/i);
  const names = (await (await fetch(`${address}workbooks.json`)).json()) as string[];
  expect(names[0]).toBe('Il mio piano.xlsx');
  expect(names).toContain('prato-peg-2017.xlsx');
  expect((await fetch(`${address}workbooks/0`)).status).toBe(200);
  started.child.kill('SIGTERM');
  expect(await started.ended).toBe(0);
});

test('only the check, and what to try next', async () => {
  const started = start('Il mio piano.xlsx', '--terminal');
  expect(await started.ended).toBe(0);
  expect(started.said()).toContain('node dist/cli/peg.js rules STR-01');
  expect(started.said()).not.toContain('http://');
});

test('a port that is taken is named, with what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const started = start('--port', String(port));
  expect(await started.ended).toBe(2);
  expect(started.said()).toMatch(new RegExp(`port ${port} is in use.*npm start -- --port`));
  await new Promise((resolve) => other.close(resolve));
});

test.each([
  [['--port', '99999'], /--port 99999: serve un numero/],
  [['--porto'], /npm start: .*--porto/],
  [['Non c’è.xlsx'], /Non c’è\.xlsx/],
])('%j ends with status 2 and one sentence', async (args, sentence) => {
  const started = start(...args);
  expect(await started.ended).toBe(2);
  expect(started.said()).toMatch(sentence);
  expect(started.said()).not.toMatch(/\n\s+at .*:\d+:\d+/);
});
