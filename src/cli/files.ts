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

/**
 * A file that is there whole or not at all: written beside its place, and put there by a rename when it is complete.
 * What stood there before stays until then, whatever ends the program.
 */
export class WholeFile {
  private constructor(
    private readonly path: string,
    private readonly temporary: string,
    private readonly handle: fs.FileHandle,
  ) {}

  /** @throws WorkbookError `cannot-write`. */
  static async open(path: string): Promise<WholeFile> {
    // A device or a pipe is written into by others, never replaced by a file.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
      throw new WorkbookError('cannot-write', { file: path });
    const name = `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`;
    const temporary = join(dirname(resolve(path)), name);
    try {
      return new WholeFile(path, temporary, await fs.open(temporary, 'wx'));
    } catch (cause) {
      throw writeError(path, cause);
    }
  }

  /** Adds to the file. After an error it is gone. @throws WorkbookError `cannot-write`. */
  append(content: Uint8Array | string): Promise<void> {
    return this.guarded(() => this.handle.writeFile(content));
  }

  /** Puts the file in its place, once it is on the disk. @throws WorkbookError `cannot-write`. */
  finish(): Promise<void> {
    return this.guarded(async () => {
      await this.handle.sync();
      await this.handle.close();
      await fs.rename(this.temporary, this.path);
    });
  }

  /** Takes back what was written: nothing comes into the place. */
  async drop(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await fs.rm(this.temporary, { force: true });
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      await this.drop();
      throw writeError(this.path, cause);
    }
  }
}

/** What a disk refuses, as the error whose sentence names the file. */
export function writeError(file: string, cause: unknown): WorkbookError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  return new WorkbookError('cannot-write', { ...(full ? { reason: 'disk-full' } : {}), file }, { cause });
}

/** Writes a file whole or not at all. @throws WorkbookError `cannot-write`. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const file = await WholeFile.open(path);
  await file.append(content);
  await file.finish();
}
