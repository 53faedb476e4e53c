import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { alone } from './alone';
import { forgetInputs, isStale, keepInputs } from './inputs';

/** What is built, each into its folder of `dist`: the command, the add-in's pages, the page of the workbench. */
export type Part = 'cli' | 'addin' | 'workbench';

/** What is said while something is built. */
export interface Told {
  readonly building: (part: Part) => void;
  /** Another process is building: this one waits for it. */
  readonly waiting: () => void;
}

/**
 * Builds those of the parts whose sources changed since they were built. One process builds at a time: two starts
 * never write into one folder.
 * @throws BuildError with what the builder said.
 */
export function prepare(root: string, parts: readonly Part[], told: Told): Promise<void> {
  const work = async (): Promise<void> => {
    const stale = await Promise.all(parts.map((part) => isStale(root, folderOf(root, part))));
    const wanted = parts.filter((_part, at) => stale[at]);
    wanted.forEach(told.building);
    await Promise.all(wanted.map((part) => keepPart(root, part)));
  };
  return locked(root, work, told.waiting);
}

/**
 * Builds parts as they are shipped, whether or not they have to be.
 * @param options of webpack, for the add-in: `['--env', 'offline']`.
 * @throws BuildError
 */
export function buildAll(root: string, parts: readonly Part[], options: readonly string[]): Promise<void> {
  return locked(
    root,
    () => Promise.all(parts.map((part) => shipPart(root, part, options))),
    () => undefined,
  );
}

async function locked(root: string, work: () => Promise<unknown>, waiting: () => void): Promise<void> {
  await alone(
    join(root, 'dist/.building'),
    async () => {
      await run(root, 'scripts/catalogue.mjs', []);
      await work();
    },
    waiting,
  );
}

export const folderOf = (root: string, part: Part): string => join(root, 'dist', part);

/** Builds a part to be tried here, and keeps what it was built from. Being too heavy to be shipped does not stop it. */
async function keepPart(root: string, part: Part): Promise<void> {
  const since = Date.now();
  const folder = folderOf(root, part);
  await keepInputs(root, folder, await BUILDERS[part](root, folder, ['--env', 'trial']), since);
}

/** Builds a part to be shipped; `npm start` will build its own again. */
async function shipPart(root: string, part: Part, options: readonly string[]): Promise<void> {
  const folder = folderOf(root, part);
  await forgetInputs(folder);
  await BUILDERS[part](root, folder, options);
}

type Builder = (root: string, folder: string, options: readonly string[]) => Promise<readonly string[]>;

const BUILDERS: Readonly<Record<Part, Builder>> = {
  cli: buildCommand,
  addin: buildAddIn,
  workbench: buildPage,
};

/** json-rules-engine uses it only where no path resolver is given; it is the only `eval` in our bundles. */
const withoutJsonPath: Plugin = {
  name: 'without-jsonpath',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^jsonpath-plus$/ }, () => ({ path: 'jsonpath-plus', namespace: 'nothing' }));
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** The command as one file that needs nothing but Node. */
async function buildCommand(root: string, folder: string): Promise<readonly string[]> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return bundle(root, {
    entryPoints: { peg: join(root, 'src/cli/peg.ts') },
    outdir: folder,
    platform: 'node',
    target: 'node20',
    banner: { js: '#!/usr/bin/env node' },
    define: { __VERSION__: JSON.stringify(version) },
    plugins: [withoutJsonPath],
  });
}

/** The page of the workbench and the host script of the pane. */
async function buildPage(root: string, folder: string): Promise<readonly string[]> {
  const page = join(root, 'src/workbench/page');
  const html = join(page, 'index.html');
  const inputs = await bundle(root, {
    entryPoints: { main: join(page, 'main.ts'), native: join(page, 'native.ts') },
    outdir: folder,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', __VERSION__: '"0"' },
  });
  await copyFile(html, join(folder, 'index.html'));
  return [...inputs, html];
}

async function bundle(root: string, options: Parameters<typeof build>[0]): Promise<readonly string[]> {
  await mkdir(options.outdir ?? root, { recursive: true });
  try {
    const { metafile } = await build({
      bundle: true,
      metafile: true,
      logLevel: 'silent',
      absWorkingDir: root,
      ...options,
    });
    return Object.keys(metafile?.inputs ?? {}).map((file) => resolve(root, file));
  } catch (error) {
    throw new BuildError(error instanceof Error ? error.message : String(error));
  }
}

/** The pages of the add-in, as webpack.config.js describes them. */
async function buildAddIn(
  root: string,
  folder: string,
  options: readonly string[],
): Promise<readonly string[]> {
  const list = `${folder}.files.json`;
  const webpack = 'node_modules/webpack/bin/webpack.js';
  await run(root, webpack, ['--mode', 'production', '--output-path', folder, ...options]);
  const files = JSON.parse(await readFile(list, 'utf8')) as string[];
  await rm(list);
  return files;
}

function run(root: string, script: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, script), ...args], { cwd: root });
    let said = '';
    child.stdout.on('data', (text) => void (said += String(text)));
    child.stderr.on('data', (text) => void (said += String(text)));
    child.on('error', fail);
    child.on('close', (status) => (status === 0 ? done() : fail(new BuildError(`${script}\n${said}`))));
  });
}

/** Something could not be built. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
