import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { alone } from '../../src/workbench/serve/alone';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'peg-alone-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const lock = (): string => path.join(folder, 'in/lock');
const nobody = (): void => undefined;

test('one after the other, never at the same time; who waits is told once', async () => {
  const steps: string[] = [];
  let waited = 0;
  const work = (name: string) => async (): Promise<void> => {
    steps.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 450));
    steps.push(`${name} ends`);
  };
  const wait = (): void => void (waited += 1);
  await Promise.all([alone(lock(), work('one'), wait), alone(lock(), work('two'), wait)]);
  const [first = '', , second = ''] = steps;
  expect(steps).toEqual([first, first.replace('begins', 'ends'), second, second.replace('begins', 'ends')]);
  expect(waited).toBe(1);
  expect(existsSync(lock())).toBe(false);
});

test('holds the process at work, and is given back when the work fails', async () => {
  const failing = alone(
    lock(),
    () => {
      expect(readFileSync(lock(), 'utf8')).toBe(String(process.pid));
      return Promise.reject(new RangeError('no'));
    },
    nobody,
  );
  await expect(failing).rejects.toThrow('no');
  expect(existsSync(lock())).toBe(false);
});

test('the lock of a process that died is taken over', async () => {
  await alone(lock(), () => Promise.resolve(), nobody);
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(lock(), String(pid));
  expect(await alone(lock(), () => Promise.resolve('done'), nobody)).toBe('done');
});
