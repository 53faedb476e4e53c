import { fold, stem } from '../../plan';
import type { PeriodModifier, QuantityPrefix } from '../types';
import { isCount, isMeasure, isMultiple } from '../units/units';
import {
  ABBREVIATIONS,
  COMPOUNDS,
  COUNT_WORDS,
  EMPTY_WORDS,
  FUNCTION_WORDS,
  NUMBERED_HEADS,
  PERCENT_WORDS,
  SUM_WORDS,
  SYNONYM_WORDS,
  TOTAL_WORDS,
} from './lexicon';

/** A quantity's name taken apart: what must agree for two names to be the same quantity, and what may differ. */
export interface NameKey {
  /** Meaningful words, stemmed, in order: no prefixes, articles, prepositions. */
  readonly core: readonly string[];
  /** The same words as written, folded (for abbreviations and near names). */
  readonly plain: readonly string[];
  readonly prefixes: readonly QuantityPrefix[];
  /** Says that it is a total (`tot.`, `totale`, `complessivo`), wherever the word stands. */
  readonly total: boolean;
  readonly percent: boolean;
  readonly period: PeriodModifier | null;
  /** `core` without empty words and dates (`al 31/12`), synonyms made one word, in order, each once. */
  readonly canon: string;
  /** The same without making synonyms one. */
  readonly lean: string;
  /** Everything joined, for `on line` and `online`. */
  readonly squash: string;
  /** Without what stands in brackets, when that leaves something; else null. */
  readonly withoutBrackets: NameKey | null;
  /** What stands in brackets says nothing about the quantity: its unit, a period, its own initials. */
  readonly silentBrackets: boolean;
}

interface Word {
  readonly key: string;
  readonly upper: boolean;
}

/** The end of the year, of which a yearly figure is anyway. */
const DATE_PIECE = /^31[/.]12(?:[/.]\d{2,4})?$/;
const PIECE = /\p{L}[\p{L}\p{N}]*|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d+(?:[.,]\d+)*|[€%]/gu;
const ROMAN: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
  xi: '11',
  xii: '12',
};

/** The value of a roman numeral up to XII, null for other words. */
export function romanValue(word: string): string | null {
  return ROMAN[word.toLowerCase()] ?? null;
}

/** Takes a quantity's name apart. Total work is linear in the text. */
export function nameKey(text: string): NameKey {
  const key = analyse(text);
  if (!/[([{]/.test(text)) return key;
  let silent = true;
  const bare = text.replace(/[([{]([^()[\]{}]*)(?:[)\]}]|$)/g, (_whole, inner: string, at: number) => {
    silent &&= isSilent(inner, text.slice(0, at));
    return ' ';
  });
  const shorter = /\p{L}{2}/u.test(bare) ? analyse(bare) : null;
  // `(2025) 2019` is of neither year.
  if (/\d{4}/.test(text) && shorter?.period && key.period === null) silent = false;
  return {
    ...key,
    withoutBrackets: shorter && shorter.core.length > 0 ? shorter : null,
    silentBrackets: silent,
  };
}

/** `(€)`, `(n.)`, `(in migliaia)`, `(anno 2025)`, `(al 31/12)`, `(FCDE)` after the words it abbreviates. */
function isSilent(inner: string, before: string): boolean {
  const { rest } = takePeriod(`x ${inner}`);
  const list = pieces(rest.slice(1)).map(({ key }) => key);
  const initials =
    fold(before)
      .match(/[a-z]+/g)
      ?.filter((word) => !FUNCTION_WORDS.has(word))
      .map((word) => word[0])
      .join('') ?? '';
  if (list.length === 1 && (list[0]?.length ?? 0) >= 2 && initials.endsWith(list[0] ?? ' ')) return true;
  return list.every(
    (word) =>
      FUNCTION_WORDS.has(word) ||
      isCount(word) ||
      word === '%' ||
      isMeasure(word) ||
      isMultiple(word) ||
      isEmptyWord(word),
  );
}

function analyse(text: string): NameKey {
  const { rest, period } = takePeriod(COMPOUNDS.reduce((done, [from, to]) => done.replace(from, to), text));
  const list = pieces(rest);
  const prefixes: QuantityPrefix[] = [];
  let start = 0;
  for (; start < list.length; start++) {
    const prefix = prefixOf(list[start]?.key ?? '', list[start + 1]);
    if (prefix === null) break;
    if (prefix) prefixes.push(prefix);
  }
  if (start === list.length) start = 0;
  const core: string[] = [];
  const plain: string[] = [];
  let total = prefixes.includes('total');
  for (let i = start; i < list.length; i++) {
    const word = list[i];
    if (!word) continue;
    if (TOTAL_WORDS.has(word.key) && list.length > 1) total = true;
    else if (word.key === '%' || isFunctionWord(list, i)) continue;
    else {
      plain.push(word.key);
      core.push(keyOf(list, i));
    }
  }
  const lean = core.filter((_root, k) => !isEmptyWord(plain[k] ?? ''));
  return {
    core,
    plain,
    prefixes,
    lean: lean.join(' '),
    canon: canonical(lean),
    total,
    percent: prefixes.includes('percent'),
    period,
    squash: list
      .slice(start)
      .map((word) => word.key)
      .join(''),
    withoutBrackets: null,
    silentBrackets: true,
  };
}

function pieces(text: string): Word[] {
  return (text.normalize('NFKC').match(PIECE) ?? []).map((piece) => ({
    key: fold(piece),
    upper: /^\p{Lu}+$/u.test(piece),
  }));
}

/** The prefix a leading word stands for; '' for an article between prefixes; null when the name proper begins. */
function prefixOf(key: string, next: Word | undefined): QuantityPrefix | '' | null {
  if (!next) return null;
  if (COUNT_WORDS.has(key)) return 'count';
  if (TOTAL_WORDS.has(key)) return 'total';
  if (PERCENT_WORDS.has(key)) return 'percent';
  if (SUM_WORDS.has(key)) return 'sum';
  return FUNCTION_WORDS.has(key) ? '' : null;
}

/** Articles and prepositions; a capital `I`, `A`, `D` after a first word is a numeral or a category. */
function isFunctionWord(list: readonly Word[], i: number): boolean {
  const word = list[i];
  if (!word || !FUNCTION_WORDS.has(word.key)) return false;
  if (word.key.length > 1 || i === 0) return true;
  const before = list[i - 1];
  if (before && NUMBERED_HEADS.has(before.key) && (word.upper || word.key === 'i')) return false;
  return !(word.upper && !before?.upper && !list[i + 1]?.upper && /^[iabcd]$/.test(word.key));
}

function keyOf(list: readonly Word[], i: number): string {
  const word = list[i];
  if (!word) return '';
  const roman =
    word.upper || (i > 0 && NUMBERED_HEADS.has(list[i - 1]?.key ?? '')) ? romanValue(word.key) : null;
  if (roman) return roman;
  return stem(ABBREVIATIONS[word.key] ?? word.key);
}

/** A longer text names no quantity. */
const LONGEST_NAME = 500;

/**
 * Splits off the period a name ends or begins with: `anno n-1`, `anno precedente`, `nell'anno 2016`, `(2016)`.
 * `al 31/12` stays: it says how the quantity is taken, not of which year.
 */
export function takePeriod(text: string): TakenPeriod {
  if (text.length > LONGEST_NAME) return { rest: text, period: null };
  const taken = lastPeriod(text);
  // `dal 2024 al 2025` is neither the one year nor the other.
  return taken.period && lastPeriod(taken.rest).period ? { rest: text, period: null } : taken;
}

interface TakenPeriod {
  readonly rest: string;
  readonly period: PeriodModifier | null;
}

function lastPeriod(text: string): TakenPeriod {
  const shift =
    /[\s,(]*(?:\b(?:del|nel|per|al|dell'|nell'|all')?\s*l?'?\s*(?:anno|annualit[aà]'?|esercizio)\s*)?\(?\s*\b([nt])\s*(?:([-–−+])\s*(\d))?\s*\)?\s*$/i.exec(
      text,
    );
  if (shift && shift.index > 0 && (shift[2] || /anno|esercizio|annualit/i.test(shift[0]))) {
    const years = shift[2] ? Number(shift[3]) * (shift[2] === '+' ? 1 : -1) : 0;
    return { rest: text.slice(0, shift.index), period: { kind: 'shift', years } };
  }
  const previous =
    /[\s,(]*\b(?:del|nel|dell'|nell'|all'|al|d')?\s*(?:anno|esercizio|periodo)\s+(precedente|prec\.?|scorso|passato|corrente|in corso|di riferimento)\s*\)?\s*$/i.exec(
      text,
    ) ?? /\s+(precedente)\s*\)?\s*$/i.exec(text);
  if (previous && previous.index > 0) {
    const years = /^(?:prec|scorso|passato)/i.test(previous[1] ?? '') ? -1 : 0;
    return { rest: text.slice(0, previous.index), period: { kind: 'shift', years } };
  }
  const year =
    /[\s,(]*\b(?:(?:del|nel|dell'|nell'|al|all')?\s*(?:anno|esercizio)?\s*)((?:19|20)\d\d)\s*\)?\s*$/i.exec(
      text,
    );
  if (year && year.index > 0 && !NUMBERED.test(text.slice(0, year.index + year[0].search(/\d{4}/)))) {
    return { rest: text.slice(0, year.index), period: { kind: 'year', year: Number(year[1]) } };
  }
  return { rest: text, period: null };
}

/** `D.Lgs. 33/` before 2013, `a.s. 2024/` before 2025: an act's number or two years, no period; `31/12/` is a date. */
const NUMBERED = /(?:^|[^\d/.-])\d{1,5}\s?[/.-]$/;

/** Whether a word adds nothing to a name: `effettivo`, `nel periodo`, `al 31/12`. */
export function isEmptyWord(word: string): boolean {
  return EMPTY_WORDS.has(word) || DATE_PIECE.test(word);
}

/** Synonyms made one word; a synonym said twice (`popolazione residente`) counts once. */
function canonical(lean: readonly string[]): string {
  const seen = new Set<string>();
  return lean
    .flatMap((root) => {
      const one = CANONICAL.get(root);
      if (one === undefined) return [root];
      if (seen.has(one)) return [];
      seen.add(one);
      return [one];
    })
    .join(' ');
}

const CANONICAL: ReadonlyMap<string, string> = new Map(
  SYNONYM_WORDS.flatMap((group) => {
    const list = group.split(' ').map(stem);
    return list.map((word) => [word, list[0] ?? word] as const);
  }),
);
