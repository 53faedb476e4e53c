import { PlanSession } from '../../application';
import { reportHtml, type Verdict } from '../../approval';
import { checkFile, checkFiles, type CheckOutcome } from '../check-file';
import { layoutOf, sessionOptions, texts, type CommonOptions, type Output } from '../context';
import { today } from '../dates';
import { emit } from '../emit';
import { isSameFile, openFile, writeWhole } from '../files';
import { copyPath } from '../output-path';
import { progressOf } from '../progress';
import { checkText } from '../render/check-text';
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
  if (options.merge) neverTwice(files, options);
  const said = new Set<string>();
  const progress = progressOf(files, options, output);
  let done = 0;
  const report = (outcome: CheckOutcome): void => {
    progress.stop();
    if ('error' in outcome) output.err(`${outcome.error}\n`);
    else {
      for (const problem of [...outcome.notices, ...outcome.ruleProblems]) {
        if (!said.has(problem)) output.err(`${problem}\n`);
        said.add(problem);
      }
    }
    progress.done((done += 1));
  };
  const [first = '', ...others] = files;
  const outcomes = await (
    options.merge
      ? checkFile(first, options, others, progress.turn).then((one) => [one])
      : checkFiles(files, options, report, progress.turn)
  ).finally(progress.stop);
  if (options.merge) outcomes.forEach(report);
  progress.stop();
  const checks = outcomes.flatMap((outcome) => ('check' in outcome ? [outcome.check] : []));
  const many = files.length > 1 && options.merge !== true;
  const rendered =
    options.format === 'json'
      ? `${JSON.stringify(many ? checks : checks[0], null, 2)}\n`
      : options.format === 'ndjson'
        ? checks.map((one) => `${JSON.stringify(one)}\n`).join('')
        : checks.map((one) => checkText(one, layoutOf(options, output))).join('\n');
  if (checks.length === 0 && !(many && options.format === 'json')) return exitStatus(outcomes, options);
  if (options.out !== undefined) {
    await writeWhole(options.out, rendered);
    output.err(`${texts(options).cli.written(options.out)}\n`);
  } else output.out(rendered);
  return exitStatus(outcomes, options);
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
  const about = { date: today(), version: VERSION };
  if (options.format === 'xlsx') {
    const out = copyPath(file, options);
    await session.writeReport(about, options.lang);
    await writeWhole(out, port.bytes());
    output.err(`${words.cli.written(out)}\n`);
  } else await emit(reportHtml(await session.report(about, options.lang)), options, output);
  const { verdict, ruleProblems } = await session.check();
  if (tellRuleProblems(ruleProblems, options, output)) return 2;
  if (verdict.failed > 0) return 3;
  return isOpen(verdict, options) ? 1 : 0;
}

/** Joined with itself a workbook would seem full of codes given twice. */
function neverTwice(files: readonly string[], options: CommonOptions): void {
  const again = files.find((file, index) => files.slice(0, index).some((other) => isSameFile(other, file)));
  if (again !== undefined) throw new UsageError(texts(options).cli.fileTwice(again));
}

function isOpen(verdict: Verdict, options: CommonOptions): boolean {
  if (options.failOn === 'never') return false;
  return verdict.open.error > 0 || (options.failOn === 'warning' && verdict.open.warning > 0);
}

/** The first that applies: 2 unreadable, 3 a rule failed to run, 1 something open at or above `--fail-on`, 0. */
function exitStatus(outcomes: readonly CheckOutcome[], options: CommonOptions): number {
  const verdicts = outcomes.flatMap((outcome) => ('check' in outcome ? [outcome.check.verdict] : []));
  if (
    verdicts.length < outcomes.length ||
    outcomes.some((outcome) => 'check' in outcome && outcome.ruleProblems.length > 0)
  )
    return 2;
  if (verdicts.some((verdict) => verdict.failed > 0)) return 3;
  return verdicts.some((verdict) => isOpen(verdict, options)) ? 1 : 0;
}
