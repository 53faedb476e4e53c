import { texts, type CommonOptions, type Output } from './context';
import { WholeFile } from './files';

/** Where the results of files go, one after the other. */
export interface CheckResult {
  /** The result of a file, null where there is none; `place` is that of the file among those named. */
  add(rendered: string | null, place: number): Promise<void>;
  /** Closes the result: only now does `--out` exist. */
  finish(): Promise<void>;
  /** Gives the result up: what `--out` names stays as it was. */
  drop(): Promise<void>;
}

/**
 * The result of a check as it grows: ndjson is written line by line as files are ready and nothing is kept; the other
 * forms, and ndjson with `--ordered`, keep what is ready until all before it are.
 */
export async function resultOf(
  files: readonly string[],
  options: CommonOptions,
  output: Output,
): Promise<CheckResult> {
  const { format, out, merge } = options;
  const many = files.length > 1 && merge !== true;
  const file = out === undefined ? null : await WholeFile.open(out);
  let written = 0;
  let queue = Promise.resolve();
  // several files may be ready at once; a file is written into by one at a time
  const put = (text: string): Promise<void> =>
    (queue = queue.then(() => (file ? file.append(text) : output.out(text))));
  const list = format === 'json' && many;
  const one = async (rendered: string): Promise<void> => {
    const first = written++ === 0;
    if (list) await put(`${first ? '[\n' : ',\n'}${rendered.replace(/^/gm, '  ')}`);
    else if (format === 'text') await put(first ? rendered : `\n${rendered}`);
    else await put(`${rendered}\n`);
  };
  const add = format === 'ndjson' && options.ordered !== true ? unordered(one) : inOrder(one);
  const drop = async (): Promise<void> => file?.drop();
  return {
    add,
    drop,
    finish: async () => {
      if (list) await put(written === 0 ? '[]\n' : '\n]\n');
      if (!file) return;
      if (written === 0 && !list) return drop();
      await file.finish();
      output.err(`${texts(options).cli.written(out ?? '')}\n`);
    },
  };
}

type Add = CheckResult['add'];

function unordered(write: (rendered: string) => Promise<void>): Add {
  return async (rendered) => {
    if (rendered !== null) await write(rendered);
  };
}

function inOrder(write: (rendered: string) => Promise<void>): Add {
  const waiting = new Map<number, string | null>();
  let next = 0;
  return async (rendered, place) => {
    waiting.set(place, rendered);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      next += 1;
      if (ready !== null) await write(ready);
    }
  };
}
