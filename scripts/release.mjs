/**
 * Makes what a municipality installs, in dist/release:
 *
 *   coerenza-peg-VERSION.zip    the pages of the add-in in a folder coerenza-peg-VERSION, with licences and what is new
 *   coerenza-peg-VERSION.tgz    the command: npm install --global coerenza-peg-VERSION.tgz
 *   manifest.xml                only with --base-url: where Excel finds the pages
 *   SHA256SUMS                  of all of these
 *
 *   npm run release -- [--base-url https://peg.comune.example/addin] [--offline] [--out DIR] [--tried]
 *
 * --offline  pages that load office.js from the municipality's own server. The zip then holds Microsoft's office.js, under
 *            Microsoft's licence: it is for the municipality that makes it, and not to be handed on. It is named so.
 * --tried    takes what `npm start` has built instead of building again: for tests.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { root, serveTools } from './lib/serve.mjs';
import { checkedBaseUrl, manifestFor } from './manifest.mjs';

const { values } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    offline: { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist/release' },
    tried: { type: 'boolean', default: false },
  },
});
const baseUrl = values['base-url'] === undefined ? null : checkedBaseUrl(values['base-url']);
if (values['base-url'] !== undefined && baseUrl === null) {
  console.error(
    '--base-url: serve l’indirizzo https del server / the https address of the server, https://…',
  );
  process.exit(2);
}
const at = (...parts) => join(root, ...parts);
const text = (name) => readFileSync(at(name), 'utf8');
const { version, license, engines, description } = JSON.parse(text('package.json'));
const out = resolve(root, values.out);
const named = `coerenza-peg-${version}${values.offline ? '-offline' : ''}`;

/** Licences of what is inside, where they have been gathered. */
const papers = readdirSync(root).filter((name) => /^(LICENSE|THIRD-PARTY)/.test(name));

/** The part of the changelog about this version; before it has a date, what is to come. */
function news() {
  const sections = text('CHANGELOG.md').split(/^(?=## \[)/m);
  const own = sections.find((one) => one.startsWith(`## [${version}]`));
  return own ?? sections.find((one) => one.startsWith('## [Unreleased]')) ?? '';
}

const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** The same content gives the same bytes: times are those of nothing. */
function zip() {
  const pages = at('dist/addin');
  const entries = [
    ...filesOf(pages).map((file) => [relative(pages, file).replaceAll('\\', '/'), readFileSync(file)]),
    ...papers.map((name) => [name, readFileSync(at(name))]),
    ['NOVITA.md', Buffer.from(news())],
    ['VERSION', Buffer.from(`${version}\n`)],
  ];
  const tree = Object.fromEntries(entries.map(([name, bytes]) => [`${named}/${name}`, bytes]));
  return zipSync(tree, { level: 9, mtime: new Date(1980, 0, 1) });
}

/** The command as a package of its own: one file that needs nothing but Node. */
function pack() {
  const folder = at('dist/npm');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  copyFileSync(at('dist/cli/peg.js'), join(folder, 'peg.js'));
  for (const name of [...papers, 'README.md']) copyFileSync(at(name), join(folder, name));
  const manifest = {
    name: 'coerenza-peg',
    version,
    description,
    license,
    engines,
    bin: { peg: 'peg.js' },
    files: ['peg.js', ...papers],
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  execFileSync('npm', ['pack', '--silent', '--pack-destination', out], {
    cwd: folder,
    shell: process.platform === 'win32',
  });
}

const { BuildError, build, prepare } = await serveTools();
try {
  if (values.tried) await prepare(root, ['cli', 'addin'], { building: () => {}, waiting: () => {} });
  else await build(root, ['cli', 'addin'], values.offline ? ['--env', 'offline'] : []);
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(join(out, `${named}.zip`), zip());
pack();
if (baseUrl) writeFileSync(join(out, 'manifest.xml'), manifestFor(text('manifest.xml'), baseUrl, version));
const made = readdirSync(out).sort();
const sum = (name) =>
  createHash('sha256')
    .update(readFileSync(join(out, name)))
    .digest('hex');
writeFileSync(join(out, 'SHA256SUMS'), made.map((name) => `${sum(name)}  ${name}\n`).join(''));
for (const name of made) console.log(`${name}  ${Math.ceil(statSync(join(out, name)).size / 1024)} kB`);
if (!papers.some((name) => name.startsWith('THIRD-PARTY')))
  console.error('Manca THIRD-PARTY: le licenze dei pacchetti usati / the licences of the packages used');
