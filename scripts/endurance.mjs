/**
 * What takes too long for every test run: damaged workbooks by the thousand, every call of Office.js refused once, several
 * sessions on one workbook, hostile formulas, all cases of the tests that otherwise try a share.
 *   npm run endurance [-- --count N] [--seed S] [--piece N] [--only workbooks|tests]
 * --count  damaged workbooks (20000 unless told), in pieces of --piece (2500), each in a process of its own with 1 GB
 * Finds are written to dist/finds as small workbooks. The last line says what was tried and what survived.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    piece: { type: 'string', default: '2500' },
    seed: { type: 'string', default: 'endurance' },
    only: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'peg-endurance-'));
const notes = join(folder, 'notes.jsonl');
const sums = { inputs: 0, reached: 0, finds: 0, slowestMs: 0, memoryMb: 0 };
let failed = false;

async function workbooks() {
  const program = join(folder, 'fuzz.cjs');
  const entryPoints = ['test/robustness/fuzz/main.ts'];
  await build({
    entryPoints,
    outfile: program,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
    keepNames: true,
  });
  const [count, piece] = [Number(values.count), Number(values.piece)];
  for (let from = 0; from < count; from += piece) {
    const args = ['--from', from, '--count', Math.min(piece, count - from), '--seed', values.seed].map(
      String,
    );
    const run = spawnSync(process.execPath, ['--max-old-space-size=1024', program, ...args], {
      encoding: 'utf8',
    });
    process.stdout.write(run.stdout);
    process.stderr.write(run.stderr);
    failed ||= run.status !== 0;
    add(JSON.parse(run.stdout.trim().split('\n').at(-1) || '{}'));
  }
}

function add(piece) {
  for (const name of ['inputs', 'reached', 'finds']) sums[name] += piece[name] ?? 0;
  for (const name of ['slowestMs', 'memoryMb']) sums[name] = Math.max(sums[name], piece[name] ?? 0);
}

function tests() {
  const run = spawnSync('npx', ['jest', '--config', 'test/robustness/jest.config.js'], {
    stdio: 'inherit',
    env: { ...process.env, PEG_ENDURANCE_NOTES: notes },
  });
  failed ||= run.status !== 0;
}

try {
  if (values.only !== 'tests') await workbooks();
  if (values.only !== 'workbooks') tests();
  const lines = existsSync(notes)
    ? readFileSync(notes, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  const [tried, broken] = ['tried', 'broken'].map((name) => lines.reduce((sum, line) => sum + line[name], 0));
  failed ||= sums.reached * 2 < sums.inputs;
  console.log(
    `${sums.inputs} damaged workbooks, ${sums.reached} reached the reader of the plan, ${sums.finds} kinds of failure, ` +
      `at most ${sums.slowestMs} ms and ${sums.memoryMb} MB; ${tried} disturbances of Excel, ${tried - broken} survived` +
      (failed ? '; failed' : ''),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
