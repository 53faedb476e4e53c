import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { forgetInputs, isStale, keepInputs } from '../../src/workbench/serve/inputs';

let root: string;
const at = (name: string): string => path.join(root, name);
const LATER = Date.now() + 60_000;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'peg-inputs-'));
  for (const folder of ['src', 'dist/one', 'dist/other']) mkdirSync(at(folder), { recursive: true });
  for (const name of ['a', 'b']) writeFileSync(at(`src/${name}.ts`), name);
  writeFileSync(at('package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const built = (part: string, ...files: string[]): Promise<void> =>
  keepInputs(root, at(part), files.map(at), LATER);

test('what was never built is stale, what was just built is not', async () => {
  expect(await isStale(root, at('dist/one'))).toBe(true);
  await built('dist/one', 'src/a.ts');
  expect(await isStale(root, at('dist/one'))).toBe(false);
});

test('a change makes only those parts stale that were built from the file', async () => {
  await built('dist/one', 'src/a.ts');
  await built('dist/other', 'src/b.ts');
  writeFileSync(at('src/a.ts'), 'changed');
  expect(await isStale(root, at('dist/one'))).toBe(true);
  expect(await isStale(root, at('dist/other'))).toBe(false);
});

test('a file written again as it was changes nothing', async () => {
  await built('dist/one', 'src/a.ts');
  writeFileSync(at('src/a.ts'), 'a');
  utimesSync(at('src/a.ts'), LATER / 1000, LATER / 1000);
  expect(await isStale(root, at('dist/one'))).toBe(false);
});

test('a file that is gone, other packages and a folder that is gone make it stale', async () => {
  await built('dist/one', 'src/a.ts');
  rmSync(at('src/a.ts'));
  expect(await isStale(root, at('dist/one'))).toBe(true);
  await built('dist/one', 'src/b.ts');
  writeFileSync(at('package-lock.json'), '{"other": true}');
  expect(await isStale(root, at('dist/one'))).toBe(true);
  await built('dist/one', 'src/b.ts');
  rmSync(at('dist/one'), { recursive: true });
  expect(await isStale(root, at('dist/one'))).toBe(true);
});

test('a file changed while it was being built counts as changed', async () => {
  await keepInputs(root, at('dist/one'), [at('src/a.ts')], Date.now() - 60_000);
  expect(await isStale(root, at('dist/one'))).toBe(true);
});

test('files of packages are left to the lock file, and a forgotten part is stale', async () => {
  await built('dist/one', 'src/a.ts', 'node_modules/x/index.js', '../elsewhere.ts');
  const kept = Object.keys(JSON.parse(readFileSync(at('dist/one.inputs.json'), 'utf8')) as object);
  expect(kept).toContain('src/a.ts');
  expect(kept).toContain('package-lock.json');
  expect(kept.filter((file) => /node_modules|elsewhere/.test(file))).toEqual([]);
  await forgetInputs(at('dist/one'));
  expect(await isStale(root, at('dist/one'))).toBe(true);
});
