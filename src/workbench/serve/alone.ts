import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

const BETWEEN_LOOKS = 200;

/**
 * Does work that only one process at a time may do, whoever else wants to.
 * @param lock a file that holds the process at work; one that is left by a dead process is taken over.
 * @param waiting told once, when somebody else is at work.
 */
export async function alone<T>(lock: string, work: () => Promise<T>, waiting: () => void): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  for (let told = false; !take(lock); told = true) {
    if (!told) waiting();
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Writes our process into the lock, unless another living process is there. */
function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    bury(lock);
    return false;
  }
}

/** Moves the lock of a dead process out of the way: of two that try, one succeeds. */
function bury(lock: string): void {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (isAlive(owner)) return;
    const grave = `${lock}.${process.pid}`;
    renameSync(lock, grave);
    rmSync(grave);
  } catch (error) {
    // Gone meanwhile: the next look will tell whose turn it is.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** An empty lock is one that is just being written. */
function isAlive(process_: number): boolean {
  if (process_ === 0) return true;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
