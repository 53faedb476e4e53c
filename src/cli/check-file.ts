import { basename } from 'node:path';
import { PlanSession, checkJson, monitoringAt, monitoringJson, type CheckJson } from '../application';
import { messages } from '../messages';
import { answerQuestions, askAtTerminal, saveProfile } from './answers';
import { sessionOptions, type CommonOptions, type Output } from './context';
import { jsonText } from './emit';
import { statusOf, type ExitStatus } from './exit-status';
import { openFile } from './files';
import type { GivenAnswer } from './given-answer';
import { checkText, type Layout } from './render/check-text';
import { ruleProblemLines } from './rule-problems';
import { UsageError, errorLine } from './usage';
import { wording } from './wording';

/** What a check of one file, or of several joined, came to: small and plain, it travels between threads. */
export interface FileReport {
  /** Path as typed. */
  readonly file: string;
  /** The check in the form asked for; of a file that cannot be read a record in ndjson, else null. */
  readonly rendered: string | null;
  readonly status: ExitStatus;
  /** What people are to be told beside the result. */
  readonly lines: readonly string[];
  /** Whether the file was read. */
  readonly read: boolean;
  readonly unasked: readonly GivenAnswer[];
}

/** What is asked of every file of a command. */
export interface CheckTask {
  readonly options: CommonOptions;
  readonly layout: Layout;
}

/** What a check at a terminal gives and takes meanwhile. */
export interface AtWork {
  /** Awaited between two pieces of work. */
  readonly pause?: () => Promise<void>;
  /** Where questions are asked. */
  readonly output?: Output;
}

/**
 * Checks one workbook (with others joined to it): never rejects for what a file may contain.
 * @throws UsageError for what was typed wrongly.
 */
export async function checkFile(
  path: string,
  { options, layout }: CheckTask,
  others: readonly string[] = [],
  about: AtWork = {},
): Promise<FileReport> {
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
    const check: CheckJson = {
      ...checkJson(file, result, wording(options.lang)),
      ...(options.stage === 'monitoring'
        ? { monitoring: monitoringJson(monitoringAt(session, session.monitoringDate)) }
        : {}),
    };
    const problems = ruleProblemLines(result.ruleProblems, options.lang);
    return {
      file: path,
      rendered: rendered(check, options, layout),
      status: problems.length > 0 ? 2 : statusOf(check, options),
      lines: [...storeNotice(session, path, options), ...problems],
      read: true,
      unasked,
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return unreadable(path, errorLine(error, options.lang, path), options);
  }
}

/** The report of a file that could not be checked. @param line the sentence, with the path. */
export function unreadable(
  path: string,
  line: string,
  { format }: Pick<CommonOptions, 'format'>,
): FileReport {
  const record = { file: basename(path), path, error: line };
  return {
    file: path,
    rendered: format === 'ndjson' ? jsonText(record) : null,
    status: 2,
    lines: [line],
    read: false,
    unasked: [],
  };
}

function rendered(check: CheckJson, { format }: CommonOptions, layout: Layout): string {
  if (format === 'json') return jsonText(check, 2);
  return format === 'ndjson' ? jsonText(check) : checkText(check, layout);
}

function storeNotice(session: PlanSession, path: string, { lang }: CommonOptions): string[] {
  const state = session.storeState;
  return state === 'newer' || state === 'damaged' ? [`${path}: ${messages(lang).storeError[state]}`] : [];
}
