import { basename } from 'node:path';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { PlanSession, checkJson, monitoringAt, monitoringJson, type CheckJson } from '../application';
import { messages } from '../messages';
import { answerQuestions, askAtTerminal, saveProfile } from './answers';
import { sessionOptions, type CommonOptions, type Output } from './context';
import { openFile } from './files';
import type { GivenAnswer } from './given-answer';
import { ruleProblemLines } from './rule-problems';
import { UsageError, errorLine } from './usage';
import { wording } from './wording';

/** What a check of one file, or of several joined, came to. */
export type CheckOutcome =
  | {
      readonly file: string;
      readonly check: CheckJson;
      readonly ruleProblems: readonly string[];
      readonly notices: readonly string[];
      readonly unasked: readonly GivenAnswer[];
    }
  | { readonly file: string; readonly error: string };

/** What a check at a terminal gives and takes meanwhile. */
export interface AtWork {
  /** Awaited between two pieces of work. */
  readonly pause?: () => Promise<void>;
  /** Where questions are asked. */
  readonly output?: Output;
}

/** Checks one workbook (with others joined to it): never rejects for what a file may contain. */
export async function checkFile(
  path: string,
  options: CommonOptions,
  others: readonly string[] = [],
  about: AtWork = {},
): Promise<CheckOutcome> {
  const paths = [path, ...others];
  const file = paths.map((one) => basename(one)).join(' + ');
  try {
    const session = await PlanSession.open(
      openFile(path),
      await sessionOptions(options, others, about.pause),
    );
    const unasked = answerQuestions(session, paths, options);
    if (about.output) await askAtTerminal(session, options, about.output);
    await saveProfile(session, options);
    const result = await session.check();
    const words = messages(options.lang);
    return {
      file: path,
      check: {
        ...checkJson(file, result, wording(options.lang)),
        ...(options.stage === 'monitoring'
          ? { monitoring: monitoringJson(monitoringAt(session, session.monitoringDate)) }
          : {}),
      },
      unasked,
      ruleProblems: ruleProblemLines(result.ruleProblems, options.lang),
      notices:
        session.storeState === 'newer' || session.storeState === 'damaged'
          ? [`${path}: ${words.storeError[session.storeState]}`]
          : [],
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return { file: path, error: errorLine(error, options.lang, path) };
  }
}

/** Checks several files, each on its own, at most `--jobs` at a time; results in the order of the files. */
export async function checkFiles(
  paths: readonly string[],
  options: CommonOptions,
  done: (outcome: CheckOutcome) => void,
  about: AtWork = {},
): Promise<CheckOutcome[]> {
  const results: CheckOutcome[] = new Array<CheckOutcome>(paths.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < paths.length; at = next++) {
      const path = paths[at] ?? '';
      const outcome =
        options.jobs > 1 && paths.length > 1
          ? await inWorker(path, options)
          : await checkFile(path, options, [], about);
      results[at] = outcome;
      done(outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(options.jobs, paths.length)) }, work));
  return results;
}

/** The same check in a thread of its own: the command's bundle is its own worker. */
function inWorker(path: string, options: CommonOptions): Promise<CheckOutcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: { checkFile: path, options } });
    worker.once('message', (message: CheckOutcome | { usage: string }) => {
      if ('usage' in message) reject(new UsageError(message.usage));
      else resolve(message);
    });
    // A thread that dies (out of memory, say) takes only its own file with it.
    worker.once('error', (error) => resolve({ file: path, error: errorLine(error, options.lang, path) }));
  });
}

/** When this bundle runs as a worker: do the one check and answer. Returns whether it was one. */
export async function answerAsWorker(): Promise<boolean> {
  const task = workerData as { checkFile: string; options: CommonOptions } | null;
  if (isMainThread || !task?.checkFile) return false;
  try {
    parentPort?.postMessage(await checkFile(task.checkFile, task.options));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    parentPort?.postMessage({ usage: error.message });
  }
  return true;
}
