import { PlanSession } from '../../application';
import { comparePlans, describeChange, outlineOf, type PlanChange } from '../../approval';
import { formatRef } from '../../workbook';
import { layoutOf, sessionOptions, texts, type CommonOptions, type Output } from '../context';
import { openSession } from '../open-session';
import { momentHere, shownMoment } from '../dates';
import { asJson, emit } from '../emit';
import { openFile, writeWhole } from '../files';
import { copyPath } from '../output-path';
import { line } from '../render/paint';
import { laidOut, together } from '../render/wrap';
import { tellRuleProblems } from '../rule-problems';
import { UsageError } from '../usage';
import { VERSION } from '../version';

/** `peg attest FILE --author … --out COPY`: keeps date, verdict, rules and plan fingerprint in a copy. */
export async function attest(
  file: string,
  options: CommonOptions & { readonly author: string },
  output: Output,
): Promise<number> {
  const out = copyPath(file, options);
  if (options.author.trim() === '') throw new UsageError(texts(options).cli.waiver['no-author']);
  const port = openFile(file);
  const session = await PlanSession.open(port, await sessionOptions(options));
  if (session.plan.pegRows.length === 0)
    throw new UsageError(`${file}: ${texts(options).cli.noPlanToAttest}`);
  const { ruleProblems } = await session.check();
  const made = await session.attest(options.author, momentHere(), VERSION);
  await writeWhole(out, port.bytes());
  const words = texts(options);
  output.out(
    `${words.check[made.verdict.ready ? 'ready' : 'notReady'](made.verdict.stage)}: ${words.check.open(made.verdict.open.error, made.verdict.open.warning, made.verdict.open.info)}\n`,
  );
  output.err(`${words.cli.written(out)}\n`);
  return tellRuleProblems(ruleProblems, options, output) ? 2 : 0;
}

function changeLines(changes: readonly PlanChange[], options: CommonOptions): string[] {
  return changes.map(
    (change) =>
      `  ${line(describeChange(change)[options.lang])}${change.cells[0] ? ` ${together(`[${line(formatRef(change.cells[0]))}]`)}` : ''}`,
  );
}

function changeJson(changes: readonly PlanChange[], options: CommonOptions): unknown[] {
  return changes.map((change) => ({ ...change, text: describeChange(change)[options.lang] }));
}

/** `peg verify FILE`: whether the last attestation holds. Status 0 valid, 1 not. */
export async function verify(file: string, options: CommonOptions, output: Output): Promise<number> {
  const session = await openSession(file, options);
  const { storeState } = session;
  if (storeState === 'newer' || storeState === 'damaged')
    throw new UsageError(`${file}: ${texts(options).storeError[storeState]}`);
  const state = await session.attestation();
  const { attestation: words, check } = texts(options);
  const about =
    state.state === 'none'
      ? null
      : { at: state.attestation.at, author: state.attestation.author, verdict: state.attestation.verdict };
  const changes = state.state === 'plan-changed' ? state.changes : [];
  const layout = layoutOf(options, output);
  const content =
    options.format === 'text'
      ? laidOut(
          [
            words.state[state.state],
            ...(about ? [`  ${words.made(line(about.author), shownMoment(line(about.at)))}`] : []),
            ...(about
              ? [
                  `  ${check[about.verdict.ready ? 'ready' : 'notReady'](about.verdict.stage)}: ${check.open(about.verdict.open.error, about.verdict.open.warning, about.verdict.open.info)}`,
                ]
              : []),
            ...(state.state === 'plan-changed' && state.dupChanged ? [`  ${words.dupChanged}`] : []),
            ...(state.state === 'valid' && state.waiversChanged ? [`  ${words.waiversChanged}`] : []),
            ...changeLines(changes, options),
            words.notSignature,
          ],
          layout,
        )
      : asJson(
          {
            file,
            state: state.state,
            attestation: about,
            dupChanged: state.state === 'plan-changed' && state.dupChanged,
            waiversChanged: state.state === 'valid' && state.waiversChanged,
            changes: changeJson(changes, options),
          },
          options,
        );
  await emit(content, options, output);
  return state.state === 'valid' ? 0 : 1;
}

/** `peg diff OLD NEW`: what changed between two plans. Status 1 when anything did. */
export async function diff(
  before: string,
  after: string,
  options: CommonOptions,
  output: Output,
): Promise<number> {
  const [old, now] = [await openSession(before, options), await openSession(after, options)];
  const changes = comparePlans(outlineOf(old.plan), outlineOf(now.plan));
  const content =
    options.format === 'text'
      ? laidOut(
          [texts(options).attestation.changes(changes.length), ...changeLines(changes, options)],
          layoutOf(options, output),
        )
      : asJson({ old: before, new: after, changes: changeJson(changes, options) }, options);
  await emit(content, options, output);
  return changes.length === 0 ? 0 : 1;
}
