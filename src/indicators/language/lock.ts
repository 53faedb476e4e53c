import { stem } from '../../plan';
import type { BaseData } from '../types';
import { isOperatorWord } from './brackets';
import type { Draft } from './draft';
import { COUNT_WORDS, FUNCTION_WORDS, TOTAL_WORDS } from './lexicon';
import { plainSource } from './source';
import { tokenise, type Token } from './tokens';

/**
 * Names of the base data that hold signs or words which elsewhere calculate: `Utenti in attesa (anziani+disabili)`,
 * `Ore part-time`, `Domande al 31/12`, `Spese per il personale`. In a formula they are recognised first, whole.
 */
export class NameSequences {
  private readonly byFirst = new Map<string, string[][]>();

  constructor(data: BaseData) {
    for (const quantity of data.quantities) {
      for (const name of [quantity.name, ...quantity.aliases]) {
        if (name.length > 200) continue;
        const tokens = withoutPrefixes(tokenise(plainSource(name)));
        const [first] = tokens;
        if (!first || tokens.length < 2 || !tokens.some(isTricky)) continue;
        const list = this.byFirst.get(elementOf(first)) ?? [];
        list.push(tokens.filter(counts).map(elementOf));
        this.byFirst.set(elementOf(first), list);
      }
    }
    for (const list of this.byFirst.values()) {
      list.sort((a, b) => b.length - a.length);
      list.length = Math.min(list.length, 40);
    }
  }

  /** Marks the tokens of every such name found in the formula, longest first. */
  lock(draft: Draft): void {
    for (let i = draft.from; i < draft.to; i++) {
      draft.budget.tick();
      const token = draft.token(i);
      if (!token || !beginsName(draft, i)) continue;
      const end = this.longest(draft, i, token);
      if (end < 0) continue;
      for (let k = i; k <= end; k++) {
        draft.locked[k] = true;
        draft.roles[k] = 'content';
      }
      i = end;
    }
  }

  private longest(draft: Draft, i: number, token: Token): number {
    for (const sequence of this.byFirst.get(elementOf(token)) ?? []) {
      let at = i;
      let matched = 0;
      while (matched < sequence.length) {
        draft.budget.tick();
        const next = draft.token(at);
        if (!next) break;
        if (counts(next)) {
          if (elementOf(next) !== sequence[matched]) break;
          matched++;
        }
        at++;
      }
      if (matched === sequence.length && endsName(draft, at)) return at - 1;
    }
    return -1;
  }
}

function withoutPrefixes(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  const isPrefix = (key: string): boolean =>
    COUNT_WORDS.has(key) || TOTAL_WORDS.has(key) || FUNCTION_WORDS.has(key);
  while (start < tokens.length - 1 && isPrefix(tokens[start]?.key ?? '')) start++;
  return tokens.slice(start);
}

/** Commas, quotes and lost symbols do not tell names apart. */
function counts(token: Token): boolean {
  return token.kind !== 'comma' && token.kind !== 'quote' && token.kind !== 'lost';
}

function elementOf(token: Token): string {
  return token.kind === 'word' ? stem(token.key) : token.key;
}

function isTricky(token: Token): boolean {
  if (token.kind === 'word') return isOperatorWord(token.key) && token.key !== 'di' && token.key !== 'a';
  return token.kind !== 'comma' && token.kind !== 'quote';
}

/** A name begins at the edge of an operand, after its prefixes or a connecting word. */
function beginsName(draft: Draft, i: number): boolean {
  const before = draft.token(i - 1);
  if (!before || before.kind !== 'word') return before?.kind !== 'number';
  return (
    COUNT_WORDS.has(before.key) ||
    TOTAL_WORDS.has(before.key) ||
    FUNCTION_WORDS.has(before.key) ||
    isOperatorWord(before.key)
  );
}

function endsName(draft: Draft, at: number): boolean {
  const next = draft.token(at);
  return (
    !next ||
    (next.kind !== 'number' && next.kind !== 'open' && (next.kind !== 'word' || isOperatorWord(next.key)))
  );
}
