/**
 * Microsoft's own office.js, unmodified, in jsdom against the stand-in host. A page loads office.js once, so a test
 * file has one client; every test gets a fresh workbook behind it.
 *
 * A test file needs these lines at its top:
 *   @jest-environment jsdom
 *   @jest-environment-options {"url": "https://localhost/taskpane.html?_host_Info=Excel$Win32$16.01$it-IT$telemetry$$$3"}
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder, TextEncoder } from 'node:util';
import {
  StandInExcel,
  UniverEngine,
  blankWorkbook,
  installNative,
  installWebkit,
  type EngineWorkbook,
  type StandInOptions,
} from '../../src/workbench/host';

// What every webview has and jsdom has not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const OFFICE = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const BASE = 'https://localhost/office/';

/** Which build of office.js the page asks for, by its address. */
const ON_MAC = /Excel\$Mac\$/.test(window.location.search);
export const ON_IPAD = /Excel\$iOS\$/.test(window.location.search);

let current: StandInExcel | null = null;
let loaded: Promise<void> | null = null;
let reconnect: (host: StandInExcel) => void = () => undefined;

const host = (): StandInExcel => {
  if (!current) throw new TypeError('openExcel() first');
  return current;
};

/** The bridge of the page, always connected to the workbook of the running test. */
function install(): void {
  (ON_MAC || ON_IPAD ? installWebkit : installNative)(window, {
    get locale() {
      return host().locale;
    },
    get requirements() {
      return host().requirements;
    },
    get documentUrl() {
      return host().documentUrl;
    },
    get readOnly() {
      return host().readOnly;
    },
    request: (body) => host().request(body),
    commandCompleted: (id, status) => host().commandCompleted(id, status),
    connect: (client) => {
      reconnect = (next) => next.connect(client);
      host().connect(client);
    },
  });
}

/** Scripts of office.js come from the npm package on disk, byte for byte. */
function serveFromDisk(): void {
  const { head } = document;
  const append = head.appendChild.bind(head);
  head.appendChild = <T extends Node>(node: T): T => {
    if (!(node instanceof HTMLScriptElement) || !node.src.startsWith(BASE)) return append(node);
    const script = document.createElement('script');
    script.textContent = readFileSync(path.join(OFFICE, node.src.slice(BASE.length)), 'utf8');
    // Later, as from a network: the loader is not ready for its scripts while it is still running.
    setTimeout(() => {
      append(script);
      node.dispatchEvent(new Event('load'));
    }, 0);
    return node;
  };
}

async function load(): Promise<void> {
  install();
  serveFromDisk();
  // The loader finds its siblings through its own script tag.
  const tag = document.createElement('script');
  tag.type = 'text/plain';
  tag.setAttribute('src', `${BASE}office.js`);
  document.head.append(tag);
  const script = document.createElement('script');
  script.textContent = readFileSync(path.join(OFFICE, 'office.js'), 'utf8');
  document.body.append(script);
  await Office.onReady();
}

export interface OpenOptions extends StandInOptions {
  readonly workbook?: Partial<EngineWorkbook>;
  readonly sheets?: readonly string[];
}

/** A fresh workbook in the pretended Excel, with office.js ready. */
export async function openExcel(options: OpenOptions = {}): Promise<StandInExcel> {
  current?.dispose();
  const { workbook, sheets, ...rest } = options;
  current = new StandInExcel(new UniverEngine(workbook ?? blankWorkbook(sheets)), rest);
  if (loaded) {
    reconnect(current);
    current.functionsStarted();
  }
  loaded ??= load();
  await loaded;
  // On an iPad there are neither functions nor a ribbon of ours.
  if (!ON_IPAD) await until(() => host().functionsReady);
  return current;
}

/** Call in afterAll: leaves no timer of the engine behind. */
export function closeExcel(): void {
  current?.dispose();
  current = null;
}

/** Waits for something that another side does in its own time. */
export async function until(condition: () => boolean | Promise<boolean>, patience = 5000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) throw new TypeError(`waited in vain for ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/**
 * The client of the CDN, as far as undo groups go (ExcelApi 1.20): that of the npm package leaves `mergeUndoGroup` out.
 * @returns the options of every conversation begun from now on, in order
 */
export function withUndoGroups(): Excel.RunOptions[] {
  const begun: Excel.RunOptions[] = [];
  const run = Excel.run.bind(Excel) as (options: unknown, work: unknown) => Promise<unknown>;
  jest.spyOn(Excel, 'run').mockImplementation(((options: Excel.RunOptions, work: unknown) => {
    begun.push(options);
    const grouped = options.mergeUndoGroup === true;
    return grouped ? host().undoGroup(() => run(options, work)) : run(options, work);
  }) as typeof Excel.run);
  return begun;
}
