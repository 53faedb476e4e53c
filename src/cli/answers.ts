import { basename } from 'node:path';
import type { PlanSession } from '../application';
import { EMPTY_PROFILE, withAnswer, type MappingProfile } from '../mapping';
import { readingTexts } from '../messages';
import type { CommonOptions, Output } from './context';
import { writeWhole } from './files';
import type { GivenAnswer } from './given-answer';
import { line } from './render/paint';
import { UsageError } from './usage';

/** Whether an answer may be for a file: named by its path or its name, or not named at all. */
function isFor({ file }: GivenAnswer, paths: readonly string[]): boolean {
  return file === null || paths.some((path) => file === path || file === basename(path));
}

/**
 * Answers the questions of a reading, as long as any of them is asked: an answer may bring up the next question.
 * Nothing is kept in the workbook.
 * @returns the answers whose question never came up
 */
export function answerQuestions(
  session: PlanSession,
  paths: readonly string[],
  { answer = [], lang }: Pick<CommonOptions, 'answer' | 'lang'>,
): GivenAnswer[] {
  let waiting = answer.filter((one) => isFor(one, paths));
  const asked = new Set(session.profile?.answers.map(({ question }) => question));
  for (;;) {
    const { questions } = session.mapping.reading;
    for (const { id } of questions) asked.add(id);
    const now = waiting.filter((one) => questions.some(({ id }) => id === one.question));
    if (now.length === 0) break;
    waiting = waiting.filter((one) => !now.includes(one));
    session.useProfile(
      now.reduce<MappingProfile | null>((profile, { question: id, option }) => {
        const question = questions.find((one) => one.id === id);
        if (!question) return profile;
        const options = question.options.map((one) => one.id);
        if (!options.includes(option))
          throw new UsageError(readingTexts(lang).command.noSuchOption(id, option, options.join(', ')));
        return withAnswer(profile, question, option);
      }, session.profile),
    );
  }
  return waiting.filter(({ question }) => !asked.has(question));
}

/** The sentence for answers that no file asked for; null when every one found its question. */
export function unasked(
  { answer = [], lang }: Pick<CommonOptions, 'answer' | 'lang'>,
  files: readonly { readonly paths: readonly string[]; readonly unasked: readonly GivenAnswer[] }[],
): string | null {
  const words = readingTexts(lang).command;
  for (const given of answer) {
    const meant = files.filter(({ paths }) => isFor(given, paths));
    if (meant.length === 0) return words.noSuchFile(given.file ?? '');
    const never = meant.every((file) => file.unasked.some(({ question }) => question === given.question));
    if (never) return words.noSuchQuestion(given.question);
  }
  return null;
}

/** Rows shown of each answer. */
const SAMPLES = 3;

/** Asks the questions at a terminal, one after the other, until none is left or the user leaves one open. */
export async function askAtTerminal(
  session: PlanSession,
  { lang, input, format, out }: CommonOptions,
  { ask, err }: Output,
): Promise<void> {
  if (!ask || input === false || format !== 'text' || out !== undefined) return;
  const texts = readingTexts(lang);
  let answered = false;
  for (;;) {
    const [question] = session.mapping.reading.questions;
    if (!question) break;
    const lines = [`${texts.command.question}: ${line(texts.question(question))}`];
    question.options.forEach((option, at) => {
      const counts = option.says === null ? '' : ` (${texts.counts(option.counts)})`;
      lines.push(`  ${at + 1}. ${line(texts.option(option, question))}${counts}`);
      for (const { code, title, sheet, address } of option.sample.slice(0, SAMPLES))
        lines.push(`       ${line([code, title].filter(Boolean).join(' '))}  [${line(sheet)}!${address}]`);
    });
    err(`${lines.join('\n')}\n`);
    const option = await numbered(ask, question.options.length, texts.command, err);
    const chosen = option === null ? undefined : question.options[option - 1];
    if (!chosen) break;
    answered = true;
    session.useProfile(withAnswer(session.profile, question, chosen.id));
  }
  if (answered) err(`${texts.command.keep}\n`);
}

/** A number from 1 to `most`; null when the line is left empty or the input ends. */
async function numbered(
  ask: NonNullable<Output['ask']>,
  most: number,
  words: ReturnType<typeof readingTexts>['command'],
  err: Output['err'],
): Promise<number | null> {
  for (;;) {
    const typed = (await ask(words.prompt(most)))?.trim() ?? '';
    if (typed === '') return null;
    const number = Number(typed);
    if (Number.isInteger(number) && number >= 1 && number <= most) return number;
    err(`${words.again(most)}\n`);
  }
}

/** Keeps what was said of the reading in a file, for `--profile`. */
export async function saveProfile(session: PlanSession, { saveProfile: path }: CommonOptions): Promise<void> {
  if (path === undefined) return;
  await writeWhole(path, `${JSON.stringify(session.profile ?? EMPTY_PROFILE, null, 2)}\n`);
}
