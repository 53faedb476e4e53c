import type { QuantityNode } from '../types';
import { NOUNS_LIKE_PARTICIPLES as NOUNS, NUMBERED_HEADS, PRONOUNS } from './lexicon';
import { nameKey, romanValue } from './names';

/** Endings of participles and adjectives: what a shortened name begins with. */
export const PARTICIPLE = /(?:[aiu]t|[aeiou]s|ss|olt|ert|tt|st|ns|lt|rt|nt|bil|al|iv)[oaie]$/;
/** Endings of participles only. */
export const STRICT_PARTICIPLE = /(?:[aiu]t|vist|[aeiu]s|ess|olt|ert|[aeiou]tt)[oaie]$/;

/** The rest of a name: what must be completed from a neighbour. */
export interface Shortened {
  readonly first: string;
  readonly words: readonly string[];
  readonly total: readonly string[];
  readonly pronoun: boolean;
}

/** A name that may be the rest of another: at most four meaningful words, perhaps after `quelle`, `tot.`, `n.`. */
export function shortened(name: string): Shortened | null {
  const words = name.split(/\s+/);
  const pronoun = PRONOUNS.has((words[0] ?? '').toLowerCase());
  const rest = pronoun ? words.slice(1) : words;
  const key = nameKey(rest.join(' '));
  const first = key.plain[0] ?? '';
  if (first === '' || key.plain.length > 4) return null;
  const at = key.prefixes.length > 0 ? rest.findIndex((word) => nameKey(word).plain[0] === first) : 0;
  return { first, words: rest.slice(Math.max(0, at)), total: key.total ? ['totale'] : [], pronoun };
}

/** `III` after `Riscossione Titolo I` → `Riscossione Titolo III`; null where there is no numeral to replace. */
export function completeNumeral(reference: string, name: string): string | null {
  const numeral = name.trim().replace(/\.$/, '');
  const roman = romanValue(numeral) !== null && (numeral === numeral.toUpperCase() || numeral.length > 1);
  if (!roman && !/^\d{1,2}$/.test(numeral) && !/^[A-D]$/.test(numeral)) return null;
  const words = reference.split(/\s+/);
  for (let i = words.length - 1; i > 0; i--) {
    const head = (words[i - 1] ?? '').toLowerCase().replace(/\.$/, '');
    const word = words[i] ?? '';
    const same = roman
      ? romanValue(word) !== null
      : /^\d{1,2}$/.test(numeral)
        ? /^\d{1,2}$/.test(word)
        : /^[A-D]$/.test(word);
    if (same && NUMBERED_HEADS.has(head))
      return [...words.slice(0, i), numeral, ...words.slice(i + 1)].join(' ');
  }
  return null;
}

/** Words up to and including the first meaningful one: `n. richieste` of `n. richieste ricevute`. */
export function headWords(list: readonly string[]): string[] {
  const first = nameKey(list.join(' ')).plain[0];
  const at = list.findIndex(
    (word) => nameKey(word).plain[0] === first || word.toLowerCase().includes(first ?? '\u0000'),
  );
  return list.slice(0, at < 0 ? 1 : at + 1);
}

/** Both are participles or adjectives of the same gender and number: `ricevute`, `soddisfatte`. */
export function parallel(reference: QuantityNode, word: string, pronoun: boolean): boolean {
  const plain = nameKey(reference.name).plain;
  const last = plain.at(-1) ?? '';
  if (plain.length < 2 || plain[0] === word || NOUNS.has(word)) return false;
  return (
    pronoun || (STRICT_PARTICIPLE.test(word) && STRICT_PARTICIPLE.test(last) && word.at(-1) === last.at(-1))
  );
}
