import type { Formula, Span } from '../types';
import type { Draft } from './draft';
import { isGrowth } from './change';
import type { Item } from './items';
import {
  ARTICLES,
  COUNT_WORDS,
  DIFFERENCE_NOUNS,
  DIVIDED,
  FUNCTIONS,
  FUNCTION_WORDS,
  MULTIPLIED,
  NOISE_WORDS,
  PERCENT_WORDS,
  PRODUCT_NOUNS,
  SHARE_NOUNS,
  SUM_WORDS,
  TOTAL_WORDS,
} from './lexicon';
import { NUMBER_WORDS } from '../units/units';
import { quantitiesOf } from './tree';

/** Words that only connect, announce or say the unit: outside a quantity's name they leave nothing out. */
const SILENT: readonly ReadonlySet<string>[] = [
  ARTICLES,
  COUNT_WORDS,
  DIFFERENCE_NOUNS,
  DIVIDED,
  FUNCTION_WORDS,
  MULTIPLIED,
  NOISE_WORDS,
  PERCENT_WORDS,
  PRODUCT_NOUNS,
  SHARE_NOUNS,
  SUM_WORDS,
  TOTAL_WORDS,
];
const CONNECTING =
  /^(?:x|tra|fra|piu|meno|ogni|rispetto|relazione|pro|capite|testa|procapite|anno|esercizio|periodo|precedente|annu[oa]|annuale|aritmetica|semplice|algebrica|esistente|intercorrente|espress[oaie]|valore|dato|dove|ove|essendo)$/;

/**
 * The first word, number or sign of the text that the reading leaves out: not in an operand, not a sign, not set aside
 * as a name or a target, and not one that says nothing. Null when everything is accounted for.
 */
export function leftOut(draft: Draft, items: readonly Item[]): Span | null {
  const used = new Uint8Array(draft.text.length + 1);
  const use = ({ start, end }: Span): void => void used.fill(1, start, end);
  items.forEach(use);
  draft.aside.forEach(use);
  if (draft.found.target) use(draft.found.target);
  for (const token of draft.tokens) {
    const matters = token.kind === 'word' || token.kind === 'number' || token.kind === 'junk';
    if (!matters || used[token.start] === 1 || isSilent(token.key, draft)) continue;
    return { start: token.start, end: token.end };
  }
  return null;
}

function isSilent(key: string, draft: Draft): boolean {
  if (draft.definitions.size > 0 && (draft.definitions.has(key) || key.length <= 2)) return true;
  return (
    CONNECTING.test(key) ||
    key in FUNCTIONS ||
    key in NUMBER_WORDS ||
    isGrowth(key) ||
    SILENT.some((set) => set.has(key))
  );
}

/** Signs that may stand inside a name and say nothing. */
const HARMLESS = /[\p{L}\p{Nd}\p{M}\p{Cf}\s.,;:'"’‘ʼ´`′“”«»„″()[\]{}/\p{Pd}−%€°ºª&_?\uFFFD\\№…²³]/u;

/** The first sign inside a quantity's words that its name in the base data does not have: `*`, `#`, `√`. */
export function strangeSign(tree: Formula): Span | null {
  for (const node of quantitiesOf(tree)) {
    if (!node.match) continue;
    let at = node.start;
    for (const sign of node.text) {
      if (!HARMLESS.test(sign) && !node.match.name.includes(sign))
        return { start: at, end: at + sign.length };
      at += sign.length;
    }
  }
  return null;
}
