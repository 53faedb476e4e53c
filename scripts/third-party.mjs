/**
 * Writes THIRD-PARTY.txt: every package that can be part of what is shipped (the production dependencies of the
 * lockfile, with theirs), its licence and the text of it. `--check` only tells whether the file is up to date.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));

/** Licences that let us ship the package under the EUPL-1.2 without more than their text. */
const FINE = /^(?:MIT|ISC|BSD-[23]-Clause|0BSD|Apache-2\.0|Unlicense|CC0-1\.0|BlueOak-1\.0\.0)$/;

const shipped = Object.entries(lock.packages)
  .filter(([place, entry]) => place !== '' && !entry.dev && !entry.devOptional && !entry.optional)
  .map(([place, { version, license }]) => ({
    name: place.replace(/^.*node_modules\//, ''),
    version,
    license: license ?? manifest(place).license ?? 'UNKNOWN',
    text: licenceText(place),
  }))
  .sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));

function manifest(place) {
  return JSON.parse(readFileSync(path.join(root, place, 'package.json'), 'utf8'));
}

function licenceText(place) {
  const file = readdirSync(path.join(root, place)).find((name) => /^licen[cs]e/i.test(name));
  return file
    ? readFileSync(path.join(root, place, file), 'utf8')
        .replace(/\r/g, '')
        .trim()
    : '';
}

const strange = shipped.filter(
  ({ license }) => !license.split(/\s+OR\s+|[()]/).some((one) => FINE.test(one)),
);
if (strange.length > 0) {
  const list = strange.map(({ name, license }) => `${name} (${license})`).join(', ');
  console.error(`not to be shipped before somebody has read their licence: ${list}`);
  process.exit(1);
}

const byText = new Map();
for (const one of shipped) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
const lines = [
  'Software of others that is part of Coerenza PEG as it is shipped',
  'Written by scripts/third-party.mjs from package-lock.json; do not edit.',
  '',
  ...shipped.map(({ name, version, license }) => `${name} ${version}  ${license}`),
  '',
  'office.js (only in the copy for networks without internet: npm run build with --env offline) is no free software. It',
  'is Microsoft’s, under the terms in the file LICENSE of the npm package @microsoft/office-js: it may be used and copied',
  'within the add-in for one’s own organisation, not changed and not published for others.',
  ...[...byText].flatMap(([text, list]) => [
    '',
    '-'.repeat(80),
    list.map(({ name, version }) => `${name} ${version}`).join(', '),
    '',
    text || 'The package brings no text of its licence; its name is given above.',
  ]),
  '',
];
const made = lines.join('\n');
const target = path.join(root, 'THIRD-PARTY.txt');
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== made) {
    console.error('THIRD-PARTY.txt is not up to date: node scripts/third-party.mjs');
    process.exit(1);
  }
} else writeFileSync(target, made);
console.log(`${shipped.length} packages, ${byText.size} texts`);
