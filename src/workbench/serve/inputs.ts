import { createHash } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Beside a built folder: what it was built from, each file with the digest of its content. */
const noteOf = (folder: string): string => `${folder}.inputs.json`;

/** What every part depends on besides what it imports: versions of packages, and how things are built. */
const ALWAYS = ['package-lock.json', 'package.json', 'webpack.config.js', 'src/workbench/serve/build.ts'];

/** Whether something a part was built from is different now, or it was never built. Times do not count. */
export async function isStale(root: string, folder: string): Promise<boolean> {
  const [note, built] = await Promise.all([textOf(noteOf(folder)), stat(folder).catch(() => null)]);
  if (note === null || built === null) return true;
  const inputs = Object.entries(JSON.parse(note) as Record<string, string>);
  const now = await Promise.all(inputs.map(([file]) => digestOf(join(root, file))));
  return inputs.some(([, digest], at) => digest !== now[at]);
}

/**
 * Keeps what a part was built from. A file that was changed while the part was being built counts as changed since.
 * @param files absolute paths; those of packages are told by the lock file.
 * @param since when the building began, in milliseconds.
 */
export async function keepInputs(
  root: string,
  folder: string,
  files: Iterable<string>,
  since: number,
): Promise<void> {
  const own = [...files].map((file) => relative(root, file)).filter(isOwn);
  const entries = await Promise.all(
    [...new Set([...own, ...ALWAYS])].sort().map(async (file) => {
      const at = join(root, file);
      const changed = (await stat(at).catch(() => null))?.mtimeMs ?? 0;
      return [file.split(sep).join('/'), changed > since ? '' : await digestOf(at)] as const;
    }),
  );
  await writeFile(noteOf(folder), JSON.stringify(Object.fromEntries(entries), null, 1));
}

/** A part that is to be built again in any case. */
export const forgetInputs = (folder: string): Promise<void> => rm(noteOf(folder), { force: true });

const isOwn = (file: string): boolean => !file.startsWith('..') && !file.split(sep).includes('node_modules');

const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

/** Digest of a file's content; of a folder or a file that is not there, the empty text's. */
async function digestOf(file: string): Promise<string> {
  const content = await readFile(file).catch(() => '');
  return createHash('sha256').update(content).digest('hex');
}
