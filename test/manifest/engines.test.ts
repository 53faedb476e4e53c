import { readFileSync } from 'node:fs';
import path from 'node:path';
import semver from 'semver';

const root = path.join(__dirname, '../..');
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const { engines } = read('package.json') as { engines: { node: string } };
const { packages } = read('package-lock.json') as {
  packages: Record<string, { engines?: { node?: string } }>;
};

test('every Node we name is one that every package names too: no warning on npm ci', () => {
  const narrower = Object.entries(packages)
    .filter(([name]) => name !== '')
    .flatMap(([name, { engines: their }]) => (their?.node === undefined ? [] : [[name, their.node] as const]))
    .filter(([, range]) => !semver.subset(engines.node, range));
  expect(narrower).toEqual([]);
});

test('the Node that runs this test is one of them', () => {
  expect(semver.satisfies(process.version, engines.node)).toBe(true);
});
