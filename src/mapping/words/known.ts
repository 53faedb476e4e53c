import { stem } from '../../plan';
import data from './lexicon.json';
import { phraseStems } from './phrases';

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

let stems: ReadonlySet<string> | null = null;

/** Whether the reader knows a word, whatever its ending: it names a part of a plan and tells nothing of whose it is. */
export function knowsWord(folded: string): boolean {
  stems ??= new Set([...texts(data), ...Object.keys(data.shortened)].flatMap(phraseStems));
  return stems.has(stem(folded));
}
