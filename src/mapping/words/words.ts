import { fold } from '../../plan';
import { readHeader } from './lexicon';
import type { Meaning } from './meaning';

/**
 * What headers and labels mean in one workbook: the lexicon of the field, and over it the workbook's own words, found
 * by repetition or confirmed by the user.
 */
export class Words {
  private readonly read = new Map<string, Meaning>();

  /** @param local  meanings of this workbook's own headers and labels, by {@link wordKey} */
  constructor(private readonly local: ReadonlyMap<string, Meaning> = new Map()) {}

  /** The meaning of a header or label. */
  header(text: string): Meaning {
    const known = this.read.get(text);
    if (known) return known;
    const meaning = this.own(text) ?? readHeader(text);
    this.read.set(text, meaning);
    return meaning;
  }

  /** What the workbook itself uses a text for; null where only the lexicon speaks. */
  own(text: string): Meaning | null {
    return this.local.size === 0 ? null : (this.local.get(wordKey(text)) ?? null);
  }
}

/** The lexicon alone. */
export const LEXICON = new Words();

/** A label without its colon, its case, its number: what makes two labels one. */
export function wordKey(text: string): string {
  return fold(text)
    .replace(/[\s:.°=]+$/, '')
    .replace(/\s*(?:n[.°]?\s*)?\d+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
