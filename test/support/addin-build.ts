import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { hostInfo } from '../../src/workbench/host';
import type { AddInScenario } from '../e2e/addin-host';
import { bundlePage } from './browser';

const ROOT = path.join(__dirname, '../..');
export const OFFICE_PACKAGE = path.join(ROOT, 'node_modules/@microsoft/office-js/dist');
const SITE = 'https://peg.test/';
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** The add-in as it is shipped, in a folder of its own. */
export interface Build {
  readonly folder: string;
  remove(): void;
}

/** Builds the add-in with the project's own configuration. */
export function buildAddIn(...args: string[]): Build {
  const folder = mkdtempSync(path.join(tmpdir(), 'peg-addin-'));
  const webpack = path.join(ROOT, 'node_modules/webpack/bin/webpack.js');
  const all = [webpack, '--output-path', folder, ...args];
  execFileSync(process.execPath, all, { cwd: ROOT, stdio: 'pipe' });
  const files = `${folder}.files.json`;
  return {
    folder,
    remove: () => [folder, files].forEach((made) => rmSync(made, { recursive: true, force: true })),
  };
}

let hostScript: Promise<string> | null = null;

export interface OpenedAddIn {
  readonly page: Page;
  /** Requests that went neither to the add-in's own server nor to the office.js that was allowed. */
  readonly outside: string[];
  /** Errors of scripts and messages of the console that tell of one. */
  readonly errors: string[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.png': 'image/png',
};

/** Where the pages and office.js come from. */
export interface AddInAddress {
  /** Whether Microsoft's CDN answers. */
  readonly cdn?: boolean;
  readonly site?: string;
  /** A real server answers at `site`, not the files on disk. */
  readonly served?: boolean;
}

/**
 * Opens the page of the add-in in the pretended Excel. Its server and Microsoft's CDN answer from disk: the CDN with
 * the unmodified files of the npm package, or not at all (`cdn: false`).
 */
export async function openAddIn(
  browser: Browser,
  build: Pick<Build, 'folder'>,
  scenario: AddInScenario,
  { cdn = true, site = SITE, served = false }: AddInAddress = {},
): Promise<OpenedAddIn> {
  hostScript ??= bundlePage(path.join(ROOT, 'test/e2e/addin-host.ts'));
  const page = await (await browser.newContext({ ignoreHTTPSErrors: served })).newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const address = `${url.origin}${url.pathname}`;
    if (served && address.startsWith(site)) return route.continue();
    const file = address.startsWith(site)
      ? path.join(build.folder, url.pathname)
      : cdn && address.startsWith(CDN)
        ? path.join(OFFICE_PACKAGE, address.slice(CDN.length))
        : null;
    if (file && existsSync(file)) {
      await route.fulfill({
        body: readFileSync(file),
        contentType: TYPES[path.extname(file)] ?? 'text/plain',
      });
      return;
    }
    outside.push(address);
    await route.abort();
  });
  await page.addInitScript(`window.scenario = ${JSON.stringify(scenario)};`);
  await page.addInitScript(await hostScript);
  await page.goto(`${site}taskpane.html?${hostInfo(scenario.locale ?? 'it-IT')}`);
  await page.waitForFunction(
    () => typeof Office !== 'undefined' && Office.context?.requirements !== undefined,
  );
  return { page, outside, errors };
}
