import { classesOf } from '../relation/content';
import { isKnown } from '../words/meaning';
import { LEXICON } from '../words/words';

/** A label that stands in every card of a family, with its value in each: '' where a card leaves it out. */
export interface Member {
  readonly label: string;
  readonly values: readonly string[];
  /** Where its values stand. */
  readonly places: readonly { readonly sheet: string; readonly address: string }[];
}

const MAX_LABEL = 60;

/** `Label: value`, `SCHEDA N. 3 - value`, `SCOPO A – value` in one cell. */
export function inCell(text: string): { label: string; value: string } | null {
  const colon = text.indexOf(':');
  if (colon > 1 && colon <= MAX_LABEL && colon < text.length - 1)
    return { label: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
  const [, words, rest] =
    /^(\p{L}[\p{L}’'. ]{2,40}?)\s+((?:n[.°]?\s*)?\d[\w./-]*(?:\s*[-–—:]\s*\S.*)?|(?:[A-Z]|[IVX]+)\s*[-–—:]\s*\S.*)$/iu.exec(
      text,
    ) ?? [];
  // A year belongs to the words before it.
  return words !== undefined && rest !== undefined && !/^(?:19|20)\d\d$/.test(rest)
    ? { label: words, value: rest }
    : null;
}

/** Words that may label something: short, and neither a code nor any value. */
export function isLabelText(text: string): boolean {
  if (text.length > MAX_LABEL || !/\p{L}{2}/u.test(text)) return false;
  const bare = text.replace(/\s*:$/, '');
  return isKnown(LEXICON.header(bare)) || !classesOf(bare).some((one) => NO_LABEL.has(one));
}

const NO_LABEL: ReadonlySet<string> = new Set([
  'code',
  'number',
  'percent',
  'date',
  'mark',
  'yesno',
  'unit',
  'coded',
  'person',
  'formula',
]);
