/**
 * Writes dist/manifest.xml for the server that hands out the add-in.
 *   npm run manifest -- --base-url https://peg.comune.example/addin [--out PATH]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const DEVELOPMENT = 'https://localhost:3000';

/** The manifest with another address and the version of the package. */
export function manifestFor(xml, baseUrl, version) {
  return xml
    .replaceAll(DEVELOPMENT, baseUrl)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
}

/** The address without its last slash; null when Office would not take it. */
export function checkedBaseUrl(text) {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.search || url.hash) return null;
  return url.href.replace(/\/+$/, '');
}

function main() {
  const { values } = parseArgs({
    options: { 'base-url': { type: 'string' }, out: { type: 'string', default: 'dist/manifest.xml' } },
  });
  const baseUrl = checkedBaseUrl(values['base-url'] ?? '');
  if (!baseUrl) {
    console.error('Indica l’indirizzo https del server: npm run manifest -- --base-url https://…');
    process.exitCode = 2;
    return;
  }
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const out = resolve(root, values.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, manifestFor(readFileSync(resolve(root, 'manifest.xml'), 'utf8'), baseUrl, version));
  console.log(`Scritto ${values.out}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
