import { PlanSession, type CheckJson } from '../../application';
import { reportHtml, type Verdict } from '../../approval';
import { answerQuestions, saveProfile, unasked } from '../answers';
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
  const at = {
    pause: progress.turn,
    output: {
      ...output,
      err: (text: string): void => {
        progress.stop();
        output.err(text);
      },
    },
  };
  const outcomes = await (
    options.merge
      ? checkFile(first, options, others, at).then((one) => [one])
      : checkFiles(files, options, report, at)
  ).finally(progress.stop);
  if (options.merge) outcomes.forEach(report);
  progress.stop();
  const wrong = unansweredIn(files, outcomes, options);
  if (wrong !== null) output.err(`${wrong}\n`);
  const status = wrong === null ? exitStatus(outcomes, options) : 2;
  const checks = outcomes.flatMap((outcome) => ('check' in outcome ? [outcome.check] : []));
  const many = files.length > 1 && options.merge !== true;
  if (checks.length === 0 && !(many && options.format === 'json')) return status;
  if (options.out !== undefined) {
    await writeWhole(options.out, rendered(checks, many, options, output));
    output.err(`${texts(options).cli.written(options.out)}\n`);
  } else output.out(rendered(checks, many, options, output));
  return status;
}

/** The checks in the form asked for. @param many whether json is a list */
function rendered(
  checks: readonly CheckJson[],
  many: boolean,
  options: CommonOptions,
  output: Output,
): string {
  if (options.format === 'json') return `${JSON.stringify(many ? checks : checks[0], null, 2)}\n`;
  if (options.format === 'ndjson') return checks.map((one) => `${JSON.stringify(one)}\n`).join('');
  return checks.map((one) => checkText(one, layoutOf(options, output))).join('\n');
}

/** The sentence for answers that no file asked for; a file that could not be read is blamed for nothing else. */
function unansweredIn(
  files: readonly string[],
  outcomes: readonly CheckOutcome[],
  options: CommonOptions,
): string | null {
  if (outcomes.some((outcome) => 'error' in outcome)) return null;
  return unasked(
    options,
    outcomes.map((outcome) => ({
      paths: options.merge ? files : [outcome.file],
      unasked: 'check' in outcome ? outcome.unasked : [],
    })),
  );
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

function isOpen(verdict: Verdict, options: CommonOptions): boolean {
  if (options.failOn === 'never') return false;
  return verdict.open.error > 0 || (options.failOn === 'warning' && verdict.open.warning > 0);
}

/** Nothing can be said of a plan that was not read for sure, or not at all. */
function isUnsure({ verdict, plan }: CheckJson): boolean {
  return verdict.reading !== null || plan.counts.pegObjectives === 0;
}

/**
 * The first that applies: 2 unreadable, 3 a rule failed to run, 4 the reading is not sure or there is no plan,
 * 1 something open at or above `--fail-on`, 0.
 */
function exitStatus(outcomes: readonly CheckOutcome[], options: CommonOptions): number {
  const verdicts = outcomes.flatMap((outcome) => ('check' in outcome ? [outcome.check.verdict] : []));
  if (
    verdicts.length < outcomes.length ||
    outcomes.some((outcome) => 'check' in outcome && outcome.ruleProblems.length > 0)
  )
    return 2;
  if (verdicts.some((verdict) => verdict.failed > 0)) return 3;
  if (outcomes.some((outcome) => 'check' in outcome && isUnsure(outcome.check))) return 4;
  return verdicts.some((verdict) => isOpen(verdict, options)) ? 1 : 0;
}
