import { spawn } from 'node:child_process';
import { copyFile, readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What everything is built from. */
const SOURCES = ['src', 'rules', 'assets', 'scripts/webpack', 'webpack.config.js', 'package-lock.json'];

/** The file of each shipped part whose time tells when it was built. */
export const MADE = { cli: 'peg.js', addin: 'taskpane.html' } as const;

/** Builds the page of the workbench and the host script of the pane; about four seconds. */
export async function buildPage(root: string, folder: string): Promise<void> {
  const page = join(root, 'src/workbench/page');
  await build({
    entryPoints: { main: join(page, 'main.ts'), native: join(page, 'native.ts') },
    outdir: folder,
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', __VERSION__: '"0"' },
    logLevel: 'warning',
  });
  await copyFile(join(page, 'index.html'), join(folder, 'index.html'));
}

/** Whether something that goes into it is newer than `built`, or `built` is not there. */
export async function isStale(
  root: string,
  built: string,
  sources: readonly string[] = SOURCES,
): Promise<boolean> {
  const made = await stat(built).catch(() => null);
  if (!made) return true;
  const ages = await Promise.all(sources.map((source) => newest(join(root, source))));
  return ages.some((age) => age > made.mtimeMs);
}

async function newest(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = await readdir(path);
  return Math.max(found.mtimeMs, ...(await Promise.all(inside.map((name) => newest(join(path, name))))));
}

/**
 * Builds one of the shipped parts for production, exactly as it is shipped: `cli` or `addin` of webpack.config.js.
 * @throws BuildError with what webpack said.
 */
export async function buildShipped(root: string, part: 'cli' | 'addin', folder: string): Promise<void> {
  await run(root, 'scripts/catalogue.mjs', []);
  const webpack = 'node_modules/webpack/bin/webpack.js';
  await run(root, webpack, ['--mode', 'production', '--config-name', part, '--output-path', folder]);
  // webpack leaves a file alone that comes out as it was: its time must say that it is fresh all the same.
  const now = new Date();
  await utimes(join(folder, MADE[part]), now, now);
}

function run(root: string, script: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root });
    let said = '';
    child.stdout.on('data', (text) => void (said += String(text)));
    child.stderr.on('data', (text) => void (said += String(text)));
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve() : reject(new BuildError(`${script}\n${said}`))));
  });
}

/** Something could not be built. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
