import type { Language, Wording } from '../application';
import { readingTexts } from '../messages';
import { noteSentence } from './render/note';
import { VERSION } from './version';

/** What the texts of the command add to the plain results. */
export function wording(language: Language): Wording {
  const texts = readingTexts(language);
  return {
    language,
    version: VERSION,
    note: (note) => noteSentence(note, language),
    question: texts.question,
    option: texts.option,
    doubt: ({ state, findings }) =>
      findings === 0 ? texts.doubt[state] : `${texts.doubt[state]} ${texts.doubtful(findings)}.`,
  };
}
