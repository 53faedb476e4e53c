/** The pane alone in a page of Chromium: its script built once, a page for each workbook. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { HarnessOptions } from '../e2e/pane.harness';
import type { DoubtfulColumn } from './asking';
import { bundlePage } from './browser';

const ORIGIN = 'http://pane.test';
const PAGE = `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Coerenza PEG</title></head>
<body><main id="pane"></main><script src="/pane.js"></script></body></html>`;

export interface PanePages {
  /** Opens a workbook in the pane, in a page of its own. */
  open(options: HarnessOptions, width?: number, height?: number): Promise<Page>;
  /** Errors of the scripts of all pages so far. */
  readonly failures: readonly string[];
}

/** Pages of a browser that show the pane; with recorded doubts of the reading where some are given. */
export async function panePages(browser: Browser, doubts?: readonly DoubtfulColumn[]): Promise<PanePages> {
  const script = await bundlePage(join(__dirname, '../e2e/pane.harness.tsx'), doubts);
  const failures: string[] = [];
  const context = await browser.newContext();
  await context.route(`${ORIGIN}/**`, (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: script }
        : { contentType: 'text/html', body: PAGE },
    ),
  );
  return {
    failures,
    open: async (options, width = 320, height = 800) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => failures.push(String(error)));
      await page.setViewportSize({ width, height });
      await page.goto(ORIGIN);
      await page.evaluate((wanted) => window.harness.open(wanted), options);
      return page;
    },
  };
}
