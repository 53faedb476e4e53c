import { words } from '../../plan';
import { distance } from 'fastest-levenshtein';
import { planSubject, uniqueCells } from './context';
import { factSet, list } from './fact';
import { OFFICE_WORDS } from './word-lists';

const SHORTEST = 8;

/** Words of the plan that are one slip away from a word used more often: one fact for the whole plan. */
export const spellings = factSet({
  name: 'spellings',
  about: {
    it: 'Le probabili sviste di scrittura, tutte insieme',
    en: 'Probable slips of spelling, all together',
  },
  fields: { words: list('parole e come erano da scrivere', 'words and how they should be written') },
  facts: (context) => {
    const { plan } = context;
    const titles = [...context.entities.values()].map((entity) => entity.title);
    const counts = new Map<string, number>();
    for (const title of titles) {
      for (const word of new Set(words(title.value))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const common = [...counts].filter(([word, count]) => count >= 2 && word.length >= SHORTEST);
    const known = [...new Set([...common.map(([word]) => word), ...OFFICE_WORDS])];
    const slips = [...counts].flatMap(([word, count]) => {
      if (count > 1 || word.length < SHORTEST || OFFICE_WORDS.has(word) || /\d/.test(word)) return [];
      const right = known.find((other) => isSlipOf(word, other));
      return right ? [{ word, right }] : [];
    });
    const bad = new Set(slips.map(({ word }) => word));
    return [
      {
        subject: { ...planSubject(plan), id: 'spellings' },
        values: { words: slips.map(({ word, right }) => `${word} → ${right}`) },
        cells: {
          words: uniqueCells(
            titles.flatMap((title) =>
              words(title.value).some((word) => bad.has(word)) ? title.cells.slice(0, 1) : [],
            ),
          ),
        },
        involved: [],
      },
    ];
  },
});

/** One or two letters off inside the word; endings (number, gender) and prefixes make other words. */
function isSlipOf(word: string, right: string): boolean {
  if (Math.abs(word.length - right.length) > 2 || word === right) return false;
  const away = distance(word, right);
  if (away === 0 || away > (word.length >= 11 ? 2 : 1)) return false;
  const sameStart = word.slice(0, 3) === right.slice(0, 3);
  const sameEnd = word.slice(-3) === right.slice(-3);
  return sameStart && sameEnd;
}
