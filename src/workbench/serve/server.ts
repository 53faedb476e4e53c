import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { basename, extname, join, normalize, sep } from 'node:path';
import { servedPane } from './pane-page';

/** What is served, and where it lies. */
export interface BenchFiles {
  /** The production build of the add-in. */
  readonly addin: string;
  /** The built page of the workbench. */
  readonly page: string;
  /** `dist` of the npm package of office.js. */
  readonly office: string;
  readonly manifest: string;
  /** Workbooks to open, the first one at the start. */
  readonly workbooks: readonly string[];
}

export interface Bench {
  readonly address: string;
  close(): Promise<void>;
}

/** Nothing outside this server can be asked for, by the page or by anything in it. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Ports that are tried after a busy one. */
const TRIES = 20;

/**
 * Serves the workbench on this machine only.
 * @param port 0 takes any free one; a busy one is followed by the next, unless `exactly`.
 * @throws PortBusyError
 */
export async function serveWorkbench(files: BenchFiles, port: number, exactly = false): Promise<Bench> {
  const server = createServer((request, response) => void answer(files, request, response));
  const last = exactly || port === 0 ? port : port + TRIES;
  for (let next = port; ; next++) {
    try {
      await listen(server, next);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (next >= last) throw new PortBusyError(port, last);
    }
  }
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    address: `http://localhost:${bound}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

async function answer(files: BenchFiles, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, body: Buffer | string, type: string): void => {
    response.writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const plain = TYPES['.txt'] ?? '';
  // Another site's page that calls itself by our address (DNS rebinding) must not read the user's workbook.
  if (!isLocal(request.headers.host)) return send(403, 'only localhost', plain);
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, 'only GET', plain);
  try {
    const { body, name } = await find(files, new URL(request.url ?? '/', 'http://localhost').pathname);
    send(200, body, TYPES[extname(name)] ?? 'application/octet-stream');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const missing = code === 'ENOENT' || code === 'EISDIR' || error instanceof NotServedError;
    send(missing ? 404 : 500, missing ? 'not found' : String(error), plain);
  }
}

const isLocal = (host: string | undefined): boolean => /^(localhost|127\.0\.0\.1)(:\d+)?$/i.test(host ?? '');

interface Found {
  readonly body: Buffer | string;
  readonly name: string;
}

async function find(files: BenchFiles, path: string): Promise<Found> {
  if (path === '/') return file(files.page, 'index.html');
  if (path === '/favicon.ico') return file(files.addin, 'assets/icon-32.png');
  if (path === '/manifest.xml') return { body: await readFile(files.manifest), name: 'manifest.xml' };
  if (path === '/workbooks.json') {
    return { body: JSON.stringify(files.workbooks.map((workbook) => basename(workbook))), name: 'a.json' };
  }
  const [, place = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(decoded(path)) ?? [];
  if (place === 'workbooks') {
    const workbook = files.workbooks[Number(rest)];
    if (workbook === undefined) throw new NotServedError(path);
    return { body: await readFile(workbook), name: workbook };
  }
  if (place === 'addin' && rest === 'taskpane.html') {
    return { body: servedPane(await readFile(join(files.addin, rest), 'utf8')), name: rest };
  }
  const folder = new Map([
    ['addin', files.addin],
    ['office', files.office],
    ['workbench', files.page],
  ]).get(place);
  if (folder === undefined) throw new NotServedError(path);
  return file(folder, rest);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) throw new NotServedError(path);
    throw error;
  }
}

async function file(folder: string, name: string): Promise<Found> {
  const path = normalize(join(folder, name));
  if (!path.startsWith(normalize(folder) + sep)) throw new NotServedError(name);
  return { body: await readFile(path), name };
}

/** Nothing is served at this path. */
class NotServedError extends Error {
  override readonly name = 'NotServedError';
}

/** Somebody else listens on the port. */
export class PortBusyError extends Error {
  override readonly name = 'PortBusyError';
  constructor(
    readonly first: number,
    readonly last: number,
  ) {
    super(first === last ? `port ${first} is in use` : `ports ${first} to ${last} are in use`);
  }
}
