import type { WorkbookSnapshot } from '../../../src/workbook';
import {
  read,
  type Answer,
  type Question,
  type QuestionOption,
  type Reading,
  type ReadingInput,
} from './adapter';
import { folded, isClose, keyOf, score, type Score } from './score';
import type { Truth } from './truth';

/** A workbook read at once, and after the answers of somebody who knows what it says. */
export interface Asked {
  readonly first: Reading;
  readonly atOnce: Score;
  readonly last: Reading;
  readonly after: Score;
  readonly answers: readonly Answer[];
  /** None of the options of a question was right: the reading counts as wrong. */
  readonly none: boolean;
}

const MOST_ANSWERS = 3;
const NONE = 'none';

/** Reads, and answers up to three questions as one who knows the truth would. */
export function readAsking(
  workbooks: readonly WorkbookSnapshot[],
  truth: Truth,
  options: Omit<ReadingInput, 'workbooks' | 'answers'> = {},
): Asked {
  const again = (answers: readonly Answer[]): Reading =>
    read({ workbooks, ...(answers.length > 0 ? { answers } : {}), ...options });
  const first = again([]);
  const atOnce = score(first.plan, truth);
  let [last, after] = [first, atOnce];
  const answers: Answer[] = [];
  while (answers.length < MOST_ANSWERS) {
    const question = last.questions.find(({ id }) => !answers.some((one) => one.question === id));
    if (!question) break;
    // That all is read well says only who finds nothing wrong; who denies it leaves the reading as it is, and not sure.
    if (question.options.some(({ says }) => says?.says === 'as-read') && !after.right) break;
    const best = bestOption(question, {
      truth,
      now: after,
      answered: (option) => again([...answers, option]),
    });
    if (!best) return { first, atOnce, last, after, answers, none: true };
    answers.push(best.answer);
    [last, after] = [best.reading, best.score];
  }
  return { first, atOnce, last, after, answers, none: false };
}

interface Chosen {
  readonly answer: Answer;
  readonly reading: Reading;
  readonly score: Score;
}

/**
 * The option after which most is right; the one read now where others are no better. Null when nothing gets better and
 * even what that option shows is not so: then none of these is the honest answer.
 */
function bestOption(
  { id, options }: Question,
  {
    truth,
    now,
    answered,
  }: { readonly truth: Truth; readonly now: Score; readonly answered: (answer: Answer) => Reading },
): Chosen | null {
  let best: (Chosen & { readonly option: QuestionOption }) | null = null;
  for (const option of options) {
    if (option.id === NONE) continue;
    const answer = { question: id, option: option.id };
    const reading = answered(answer);
    const got = score(reading.plan, truth);
    if (!best || worth(got) > worth(best.score)) best = { answer, reading, score: got, option };
  }
  if (!best) return null;
  return worth(best.score) > worth(now) || isTrue(best.option, truth) ? best : null;
}

const worth = ({ entities, links }: Score): number => entities + links;

/** Whether everything an option shows is in the truth, under one of the accepted namings of the levels. */
function isTrue({ sample }: QuestionOption, { entities, alternatives }: Truth): boolean {
  return [{}, ...alternatives].some(({ readAs, drop }) =>
    sample.every((shown) => {
      const kind = readAs?.[shown.kind] ?? shown.kind;
      if (drop?.includes(kind)) return true;
      const key = keyOf(shown.title, shown.code);
      return entities.some(
        (entity) =>
          entity.kind === kind &&
          (isClose(keyOf(entity.title, entity.code), key) || folded(entity.title) === folded(shown.title)),
      );
    }),
  );
}
