import { waiverFor, waiverProblem } from '../../coherence';
import { PlanSession } from '../../application';
import { sessionOptions, texts, type CommonOptions, type Output } from '../context';
import { today } from '../dates';
import { isSameFile, openFile, writeWhole } from '../files';
import { UsageError } from '../usage';

export interface WaiveOptions extends CommonOptions {
  readonly finding: string;
  readonly reason: string;
  readonly author: string;
  readonly until?: string;
}

const KIND = /\.(xlsx|xlsm)$/i;

/** Where a copy of a workbook goes: Excel does not open an .xlsm that is called .xlsx, nor the other way round. */
export function copyPath(file: string, options: CommonOptions): string {
  const out = outputPath(file, options);
  const [from, to] = [KIND.exec(file)?.[0].toLowerCase(), KIND.exec(out)?.[0].toLowerCase()];
  if (from !== undefined && to !== undefined && from !== to)
    throw new UsageError(texts(options).cli.otherKind(out, from));
  return out;
}

/** Where a command that writes may write: somewhere else than its input. */
export function outputPath(file: string, options: CommonOptions): string {
  const words = texts(options).cli;
  if (options.out === undefined) throw new UsageError(words.outMissing);
  if (isSameFile(file, options.out)) throw new UsageError(words.outIsInput(options.out));
  return options.out;
}

/** `peg waive FILE --finding FP --reason … --author … --out COPY`: accepts one finding, in a copy. */
export async function waive(file: string, options: WaiveOptions, output: Output): Promise<number> {
  const out = copyPath(file, options);
  const words = texts(options).cli;
  const acceptance = {
    reason: options.reason,
    author: options.author,
    date: today(),
    until: options.until ?? null,
  };
  const problem = waiverProblem(acceptance);
  if (problem) throw new UsageError(words.waiver[problem]);
  const port = openFile(file);
  const session = await PlanSession.open(port, await sessionOptions(options));
  const finding = await session.finding(options.finding);
  if (!finding) throw new UsageError(words.noSuchFinding(options.finding));
  await session.saveWaivers([
    ...session.waivers.filter((waiver) => waiver.finding !== finding.fingerprint),
    waiverFor(finding, acceptance),
  ]);
  await writeWhole(out, port.bytes());
  output.err(`${words.written(out)}\n`);
  return 0;
}
