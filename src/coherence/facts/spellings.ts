import { words } from '../../plan';
import { distance } from 'fastest-levenshtein';
import { planSubject, uniqueCells } from './context';
import { list, view } from './view';
import { OFFICE_WORDS } from './word-lists';

const SHORTEST = 8;

interface Slip {
  readonly word: string;
  readonly right: string;
}

/** Words of the plan that are one slip away from a word used more often: one entry for the whole plan. */
export const spellings = view<readonly Slip[]>({
  name: 'spellings',
  about: {
    it: 'Le probabili sviste di scrittura, tutte insieme',
    en: 'Probable slips of spelling, all together',
  },
  items: (context) => [slipsIn([...context.entities.values()].map(({ title }) => title.value))],
  subject: (_, { plan }) => ({ ...planSubject(plan), id: 'spellings' }),
  fields: {
    words: list(
      'parole e come erano da scrivere / words and how they should be written',
      (slips) => slips.map(({ word, right }) => `${word} → ${right}`),
      (slips, { entities }) => {
        const bad = new Set(slips.map(({ word }) => word));
        const titles = [...entities.values()].map(({ title }) => title);
        const wrong = titles.filter(({ value }) => words(value).some((word) => bad.has(word)));
        return uniqueCells(wrong.flatMap(({ cells }) => cells.slice(0, 1)));
      },
    ),
  },
});

function slipsIn(titles: readonly string[]): readonly Slip[] {
  const counts = new Map<string, number>();
  for (const title of titles) {
    for (const word of new Set(words(title))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const common = [...counts].filter(([word, count]) => count >= 2 && word.length >= SHORTEST);
  const known = [...new Set([...common.map(([word]) => word), ...OFFICE_WORDS])];
  return [...counts].flatMap(([word, count]) => {
    if (count > 1 || word.length < SHORTEST || OFFICE_WORDS.has(word) || /\d/.test(word)) return [];
    const right = known.find((other) => isSlipOf(word, other));
    return right ? [{ word, right }] : [];
  });
}

/** One or two letters off inside the word; endings (number, gender) and prefixes make other words. */
function isSlipOf(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 2 || word === right) return false;
  const away = distance(word, right);
  if (away === 0 || away > (word.length >= 11 ? 2 : 1)) return false;
  const sameStart = word.slice(0, 3) === right.slice(0, 3);
  const sameEnd = word.slice(-3) === right.slice(-3);
  return sameStart && sameEnd;
}
