/** Bundles the benchmarks in test/bench and runs them one after the other; status 1 when one misses its limit. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const folder = mkdtempSync(join(tmpdir(), 'peg-bench-'));
let status = 0;
try {
  for (const name of readdirSync('test/bench').filter((file) => file.endsWith('.ts'))) {
    const outfile = join(folder, name.replace(/\.ts$/, '.cjs'));
    await build({
      entryPoints: [join('test/bench', name)],
      outfile,
      bundle: true,
      platform: 'node',
      logLevel: 'error',
    });
    console.log(`${name}`);
    const run = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
    if (run.status !== 0) status = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = status;
