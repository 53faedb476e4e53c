import { dirname, resolve } from 'node:path';
import { lstatSync, realpathSync } from 'node:fs';
import { texts, type CommonOptions } from './context';
import { isSameFile } from './files';
import { UsageError } from './usage';

const KIND = /\.(xlsx|xlsm)$/i;

/** Where a copy of a workbook goes: Excel does not open an .xlsm that is called .xlsx, or any workbook called .xls. */
export function copyPath(file: string, options: CommonOptions): string {
  const out = outputPath(file, options);
  const [from, to] = [file, out].map((path) => KIND.exec(path)?.[0].toLowerCase());
  if (from !== undefined && from !== to) throw new UsageError(texts(options).cli.otherKind(out, from));
  return out;
}

/** Where a command that writes may write: somewhere else than its input. */
export function outputPath(file: string, options: CommonOptions): string {
  const words = texts(options).cli;
  if (options.out === undefined) throw new UsageError(words.outMissing);
  if (isSameFile(file, options.out)) throw new UsageError(words.outIsInput(options.out));
  return options.out;
}

/** Nothing a command reads is ever written over, by whatever way `--out` names it: files, profile, DUP, own rules. */
export function neverAnInput(words: readonly string[], options: CommonOptions): void {
  const { out, rules, saveProfile } = options;
  const read = [...words, options.dup].filter((one) => one !== undefined);
  if (saveProfile !== undefined && read.some((input) => isSameFile(input, saveProfile)))
    throw new UsageError(texts(options).cli.outIsInput(saveProfile));
  if (out === undefined) return;
  const inputs = [...read, options.profile].filter((one) => one !== undefined);
  if (
    inputs.some((input) => isSameFile(input, out)) ||
    (rules !== undefined && /\.json$/i.test(out) && realFolder(dirname(out)) === realFolder(rules))
  )
    throw new UsageError(texts(options).cli.outIsInput(out));
  neverReplaces(out, options);
}

/** What stands there already stays, links among it, also those that lead nowhere; devices and pipes are none of it. */
function neverReplaces(out: string, options: CommonOptions): void {
  const there = lstatSync(out, { throwIfNoEntry: false });
  if (there && (there.isFile() || there.isSymbolicLink()) && options.force !== true)
    throw new UsageError(texts(options).cli.outExists(out));
}

/** A result that is no workbook under the name of one: Excel would call it damaged. */
export function neverAsWorkbook(out: string, options: CommonOptions): void {
  if (/\.(?:xls[xmb]?|ods)$/i.test(out))
    throw new UsageError(texts(options).cli.outNoWorkbook(out, options.format));
}

/** A folder through links; as it is named where it does not exist. */
function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
