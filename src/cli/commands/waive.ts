import { waiverFor, waiverProblem } from '../../coherence';
import { PlanSession } from '../../application';
import { sessionOptions, texts, type CommonOptions, type Output } from '../context';
import { today } from '../dates';
import { openFile, writeWhole } from '../files';
import { copyPath } from '../output-path';
import { UsageError } from '../usage';

export interface WaiveOptions extends CommonOptions {
  readonly finding: string;
  readonly reason: string;
  readonly author: string;
  readonly until?: string;
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
