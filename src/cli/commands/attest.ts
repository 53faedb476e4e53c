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

type Held = Awaited<ReturnType<PlanSession['attestation']>>;

function stateLines(held: Held, options: CommonOptions): string[] {
  const { attestation: words, check } = texts(options);
  const state = words.state[held.state];
  if (held.state === 'none') return [state, words.notSignature];
  const { author, at, verdict } = held.attestation;
  const { stage, ready, open } = verdict;
  return [
    state,
    `  ${words.made(line(author), shownMoment(line(at)))}`,
    `  ${check[ready ? 'ready' : 'notReady'](stage)}: ${check.open(open.error, open.warning, open.info)}`,
    ...(held.state === 'plan-changed' && held.dupChanged ? [`  ${words.dupChanged}`] : []),
    ...(held.state === 'valid' && held.waiversChanged ? [`  ${words.waiversChanged}`] : []),
    ...(held.state === 'plan-changed' ? changeLines(held.changes, options) : []),
    words.notSignature,
  ];
}

function stateJson(held: Held, options: CommonOptions): Record<string, unknown> {
  const made = held.state === 'none' ? null : held.attestation;
  return {
    state: held.state,
    attestation: made && { at: made.at, author: made.author, verdict: made.verdict },
    dupChanged: held.state === 'plan-changed' && held.dupChanged,
    waiversChanged: held.state === 'valid' && held.waiversChanged,
    changes: changeJson(held.state === 'plan-changed' ? held.changes : [], options),
  };
}

/** `peg verify FILE`: whether the last attestation holds. Status 0 valid, 1 not. */
export async function verify(file: string, options: CommonOptions, output: Output): Promise<number> {
  const session = await openSession(file, options);
  const { storeState } = session;
  if (storeState === 'newer' || storeState === 'damaged')
    throw new UsageError(`${file}: ${texts(options).storeError[storeState]}`);
  const state = await session.attestation();
  const content =
    options.format === 'text'
      ? laidOut(stateLines(state, options), layoutOf(options, output))
      : asJson({ file, ...stateJson(state, options) }, options);
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
