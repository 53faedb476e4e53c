/** Runs a program of the tests written in TypeScript: bundled into a file of its own, with the arguments given. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** @returns exit status of the program */
export async function runBundled(entry, args) {
  const folder = mkdtempSync(join(tmpdir(), 'peg-'));
  try {
    const outfile = join(folder, 'program.cjs');
    await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', logLevel: 'error' });
    return spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
