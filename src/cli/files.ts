import { randomBytes } from 'node:crypto';
import { promises as fs, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { WorkbookError, type WorkbookSnapshot } from '../workbook';
import { READ_LIMITS, XlsxWorkbook } from '../xlsx';

/** The bytes of a file; WorkbookError when it cannot be read or is too large to be tried. */
export function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > READ_LIMITS.fileBytes) {
      throw new WorkbookError('too-large', {
        path,
        limit: `${Math.round(READ_LIMITS.fileBytes / 1024 / 1024)} MB`,
      });
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof WorkbookError) throw cause;
    throw new WorkbookError('not-found', { path }, { cause });
  }
}

/** A workbook file as a Workbook port. */
export function openFile(path: string): XlsxWorkbook {
  return new XlsxWorkbook(readBytes(path), basename(path));
}

/** A workbook file as it is now, for comparing with: what is wrong with it is said of it, not of the file it is for. */
export async function snapshotOf(path: string): Promise<WorkbookSnapshot> {
  try {
    return await openFile(path).snapshot();
  } catch (cause) {
    if (cause instanceof WorkbookError)
      throw new WorkbookError(cause.code, { ...cause.details, path }, { cause });
    throw cause;
  }
}

/** The text of a file as people save it: without the mark Windows editors put before it. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
}

/** Whether two paths name the same file, through links too. */
export function isSameFile(a: string, b: string): boolean {
  const real = (path: string): string => {
    try {
      return realpathSync(path);
    } catch {
      // A file that does not exist yet is itself.
      return resolve(path);
    }
  };
  return real(a) === real(b) || isSameNode(a, b);
}

/** The same entry of the disk: systems that ignore capitals give one file many names. */
function isSameNode(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return one !== undefined && one.ino !== 0n && one.ino === other?.ino && one.dev === other.dev;
}

/** Writes a file whole or not at all: to a temporary file beside it, then renamed. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  // A device or a pipe is written into by others, never replaced by a file.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new WorkbookError('cannot-write', { file: path });
  const temporary = join(dirname(resolve(path)), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await fs.writeFile(temporary, content);
    await fs.rename(temporary, path);
  } catch (cause) {
    await fs.rm(temporary, { force: true });
    throw new WorkbookError('cannot-write', { file: path }, { cause });
  }
}
