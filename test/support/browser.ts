import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import type { DoubtfulColumn } from './asking';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The installed browser that tests use; undefined where the one of the packages is used. */
export function installedBrowser(): string | undefined {
  const { PEG_BROWSER: wanted = '' } = process.env;
  if (wanted === 'packed') return undefined;
  return [wanted, ...INSTALLED].find((path) => path !== '' && existsSync(path));
}

/**
 * A browser for tests: an installed one where there is one, else the one that came with the packages.
 * `PEG_BROWSER=packed` takes the latter in any case, `PEG_BROWSER=/path` that one.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = installedBrowser();
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: ['--no-sandbox'] });
  // It unpacks its libraries only where it believes to be in the cloud it was made for.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs20.x';
  const home = mkdtempSync(join(tmpdir(), 'peg-chromium-'));
  process.env['TMPDIR'] = home;
  const { default: packed } = await import('@sparticuz/chromium');
  const browser = await chromium.launch({
    executablePath: await packed.executablePath(),
    args: [
      ...packed.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security'),
      '--no-zygote',
    ],
  });
  browser.on('disconnected', () => rmSync(home, { recursive: true, force: true }));
  return browser;
}

/** Puts the reader with recorded questions in the place of the real one. */
function asking(doubts: readonly DoubtfulColumn[]): Plugin {
  const reader = join(__dirname, '../../src/mapping/index.ts');
  return {
    name: 'asking',
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /(^|\/)mapping$/ }, ({ importer, namespace }) =>
        namespace === 'asking' || importer.includes('/src/mapping/')
          ? undefined
          : { path: reader, namespace: 'asking' },
      );
      onLoad({ filter: /.*/, namespace: 'asking' }, () => ({
        resolveDir: __dirname,
        loader: 'ts',
        contents: `
          import * as actual from ${JSON.stringify(reader)};
          import { askingReader } from './asking';
          export * from ${JSON.stringify(reader)};
          export const { mapWorkbook, mapInSlices } = askingReader(${JSON.stringify(doubts)}, actual);
        `,
      }));
    },
  };
}

/** A page's script with everything it imports, as one text; with recorded doubts of the reading where some are given. */
export async function bundlePage(entry: string, doubts?: readonly DoubtfulColumn[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    alias: { 'jsonpath-plus': join(__dirname, 'empty.cjs') },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
    plugins: doubts ? [asking(doubts)] : [],
  });
  return outputFiles[0]?.text ?? '';
}
