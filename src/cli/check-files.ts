import { availableParallelism } from 'node:os';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { checkFile, unreadable, type AtWork, type CheckTask, type FileReport } from './check-file';
import { UsageError, errorLine } from './usage';

/**
 * Checks several files, each on its own, at most `--jobs` at a time and never more than the computer has processors.
 * @param done is told each report as soon as it is there, with the place of its file; nothing is kept here.
 */
export async function checkFiles(
  paths: readonly string[],
  task: CheckTask,
  done: (report: FileReport, place: number) => Promise<void>,
  about: AtWork = {},
): Promise<void> {
  const jobs = Math.min(task.options.jobs, paths.length, availableParallelism());
  let next = 0;
  const work = async (check: (path: string) => Promise<FileReport>): Promise<void> => {
    for (let at = next++; at < paths.length; at = next++) await done(await check(paths[at] ?? ''), at);
  };
  if (jobs < 2) return work((path) => checkFile(path, task, [], about));
  const threads = Array.from({ length: jobs }, () => new CheckThread(task));
  try {
    await Promise.all(threads.map((thread) => work((path) => thread.check(path))));
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

type Answer = FileReport | { readonly usage: string };

/** A thread that checks one file after the other: the command's bundle is its own worker. */
class CheckThread {
  private worker: Worker | null = null;

  constructor(private readonly task: CheckTask) {}

  check(path: string): Promise<FileReport> {
    const worker = (this.worker ??= new Worker(__filename, { workerData: { checkTask: this.task } }));
    return new Promise((resolve, reject) => {
      const answered = (answer: Answer): void => {
        worker.off('error', died);
        if ('usage' in answer) reject(new UsageError(answer.usage));
        else resolve(answer);
      };
      // A thread that dies (out of memory, say) takes only its own file with it; the next gets a new one.
      const died = (error: unknown): void => {
        worker.off('message', answered);
        this.worker = null;
        const { options } = this.task;
        resolve(unreadable(path, errorLine(error, options.lang, path), options));
      };
      worker.once('message', answered);
      worker.once('error', died);
      worker.postMessage(path);
    });
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
  }
}

/** When this bundle runs as a worker: answer each path with its report. Returns whether it is one. */
export function answerAsWorker(): boolean {
  const { checkTask: task } = (workerData ?? {}) as { readonly checkTask?: CheckTask };
  if (isMainThread || !task) return false;
  parentPort?.on('message', (path: string) => {
    checkFile(path, task).then(
      (report) => parentPort?.postMessage(report),
      (error: unknown) => {
        if (!(error instanceof UsageError)) throw error;
        parentPort?.postMessage({ usage: error.message });
      },
    );
  });
  return true;
}
