import { PlanSession } from '../../application';
import { reportHtml } from '../../approval';
import { answerQuestions, saveProfile, unasked } from '../answers';
import { checkFile, type FileReport } from '../check-file';
import { checkFiles } from '../check-files';
import { resultOf } from '../check-result';
import { layoutOf, sessionOptions, texts, type CommonOptions, type Output } from '../context';
import { today } from '../dates';
import { emit } from '../emit';
import { isOpen, statusOfAll, type ExitStatus } from '../exit-status';
import { isSameFile, openFile, writeWhole } from '../files';
import { copyPath, neverAsWorkbook } from '../output-path';
import { progressOf } from '../progress';
import { tellRuleProblems } from '../rule-problems';
import { UsageError } from '../usage';
import { VERSION } from '../version';

/** `peg check FILE…`: all rules, one verdict per file, or one for the files joined (`--merge`). Returns the exit status. */
export async function check(
  files: readonly string[],
  options: CommonOptions,
  output: Output,
): Promise<number> {
  if (options.format === 'xlsx' || options.format === 'html') return document(files, options, output);
  if (options.out !== undefined) neverAsWorkbook(options.out, options);
  if (options.merge) neverTwice(files, options);
  const progress = progressOf(files, options, output);
  const err = (text: string): void => {
    progress.stop();
    output.err(text);
  };
  const said = new Set<string>();
  const statuses = new Set<ExitStatus>();
  const read: { file: string; paths: readonly string[]; unasked: FileReport['unasked'] }[] = [];
  const result = await resultOf(files, options, { ...output, err });
  let done = 0;
  const report = async (one: FileReport, place: number): Promise<void> => {
    for (const line of one.lines) {
      if (!said.has(line)) err(`${line}\n`);
      if (one.read) said.add(line);
    }
    statuses.add(one.status);
    if (one.read) read.push({ ...one, paths: options.merge ? files : [one.file] });
    progress.stop();
    await result.add(one.rendered, place);
    progress.done((done += 1));
  };
  const [first = '', ...others] = files;
  const task = { options, layout: layoutOf(options, output) };
  const at = { pause: progress.turn, output: { ...output, err } };
  try {
    if (options.merge) await report(await checkFile(first, task, others, at), 0);
    else await checkFiles(files, task, report, at);
    progress.stop();
    const wrong = unansweredIn(read, options, done);
    if (wrong !== null) err(`${wrong}\n`);
    await result.finish();
    return wrong === null ? statusOfAll(statuses) : 2;
  } catch (error) {
    await result.drop();
    throw error;
  } finally {
    progress.stop();
  }
}

/** The sentence for answers that no file asked for; a file that could not be read is blamed for nothing else. */
function unansweredIn(
  read: Parameters<typeof unasked>[1],
  options: CommonOptions,
  files: number,
): string | null {
  return read.length < files ? null : unasked(options, read);
}

/** The check as a document: a page of HTML, or a copy of the workbook with the check sheet added and nothing else changed. */
async function document(files: readonly string[], options: CommonOptions, output: Output): Promise<number> {
  const [file = '', ...others] = files;
  const words = texts(options);
  if (others.length > 0 && !(options.merge && options.format === 'html'))
    throw new UsageError(words.cli.oneFile);
  neverTwice(files, options);
  const port = openFile(file);
  const session = await PlanSession.open(port, await sessionOptions(options, others));
  const wrong = unasked(options, [{ paths: files, unasked: answerQuestions(session, files, options) }]);
  if (wrong !== null) throw new UsageError(wrong);
  await saveProfile(session, options);
  const about = { date: today(), version: VERSION };
  if (options.format === 'xlsx') {
    const out = copyPath(file, options);
    await session.writeReport(about, options.lang);
    await writeWhole(out, port.bytes());
    output.err(`${words.cli.written(out)}\n`);
  } else await emit(reportHtml(await session.report(about, options.lang)), options, output);
  const { verdict, ruleProblems, plan } = await session.check();
  if (tellRuleProblems(ruleProblems, options, output)) return 2;
  if (verdict.failed > 0) return 3;
  if (verdict.reading !== null || plan.pegObjectives.length === 0) return 4;
  return isOpen(verdict, options) ? 1 : 0;
}

/** Joined with itself a workbook would seem full of codes given twice. */
function neverTwice(files: readonly string[], options: CommonOptions): void {
  const again = files.find((file, index) => files.slice(0, index).some((other) => isSameFile(other, file)));
  if (again !== undefined) throw new UsageError(texts(options).cli.fileTwice(again));
}
