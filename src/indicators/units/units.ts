import { fold } from '../../plan';
import vocabulary from './units.json';

/** What a unit measures: a base (`money`, `time`, `length` …, `?word` for a unit nobody knows) and its exponent. */
export type Dimensions = Readonly<Record<string, number>>;

/** A unit: what it measures and how many of the base's own unit (€, hours, m, kg, kWh …) it is. */
export interface Unit {
  readonly dimensions: Dimensions;
  readonly factor: number;
  /** As shown beside a number. */
  readonly symbol: string;
  /** `%`: values are fractions. */
  readonly percent: boolean;
  /** Words beside the unit that make it another (`gg lavorativi`): never converted. */
  readonly qualified: boolean;
}

const list = (text: string): readonly string[] => text.split(' ');

interface Measure {
  readonly of: string;
  readonly power: number;
  readonly factor: number;
  readonly symbol: string;
}

const MEASURES: ReadonlyMap<string, Measure> = new Map(
  vocabulary.measures.flatMap(({ of, power = 1, factor, symbol, words }) =>
    list(words).map((word) => [word, { of, power, factor, symbol }] as const),
  ),
);
const MULTIPLES: ReadonlyMap<string, number> = new Map(
  Object.entries(vocabulary.multiples).flatMap(([factor, words]) =>
    list(words).map((word) => [word, Number(factor)] as const),
  ),
);
const COUNTS: ReadonlySet<string> = new Set(list(vocabulary.count));
const QUALIFIERS: ReadonlySet<string> = new Set(list(vocabulary.qualifiers));
/** Nouns for people, as units and as heads of names. */
export const PERSONS: ReadonlySet<string> = new Set(list(vocabulary.persons));
const AMOUNTS: ReadonlyMap<string, Dimensions> = new Map(
  Object.entries(vocabulary.amounts).flatMap(([what, words]) => {
    const [base = '', power = '1'] = what.split('^');
    return list(words).map((word) => [word, { [base]: Number(power) }] as const);
  }),
);

/** Whether a unit is a percentage: `%`, `percentuale`, `in %`, `% annua`, `valore %`. */
export function percentUnit(unit: string | null | undefined): boolean {
  return /^\s*(?:in\s+|valore\s+|val\.\s*)?(?:%|percentuale|perc\.?|percento|per cento|percent)(?![\p{L}])/iu.test(
    unit ?? '',
  );
}

/** Whether a unit says SI/NO. */
export function yesNoUnit(unit: string | null | undefined): boolean {
  return /^\s*(?:s[iì]'?\s*[/-]\s*no|s\/n|on\s*\/\s*off|booleano|sì o no|vero\/falso|s[iì]\s+no|[sS][iì]|yes\s*\/\s*no|y\/n)\s*$/i.test(
    unit ?? '',
  );
}

/** Whether a word is a unit that measures (`ore`, `mq`, `€`), not one that counts. */
export function isMeasure(word: string): boolean {
  return MEASURES.has(word);
}

/** Whether a word says that something is counted: `n`, `numero`, `pezzi`. */
export function isCount(word: string): boolean {
  return COUNTS.has(word);
}

/** Whether a word is a multiple: `migliaia`, `mln`. */
export function isMultiple(word: string): boolean {
  return MULTIPLES.has(word);
}

/** What a noun at the head of a name is an amount of, where everybody knows (`spesa`: money); null for other nouns. */
export function amountOf(noun: string): Dimensions | null {
  const unit = MEASURES.get(noun);
  return unit ? { [unit.of]: unit.power } : (AMOUNTS.get(noun) ?? null);
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  cento: 100,
  mille: 1000,
  diecimila: 10_000,
  centomila: 100_000,
};

const units = new Map<string, Unit | null>();

/** Reads a unit as written (`migliaia di €`, `mq/ab.`, `n. per 1.000 abitanti`, `gg lavorativi`); null when blank. */
export function readUnit(text: string | null | undefined): Unit | null {
  const plain = fold(text ?? '')
    .replace(/²/g, '2')
    .replace(/³/g, '3');
  let unit = units.get(plain);
  if (unit === undefined) {
    unit = parse(plain, (text ?? '').trim());
    if (units.size > 2000) units.clear();
    units.set(plain, unit);
  }
  return unit;
}

function parse(plain: string, symbol: string): Unit | null {
  if (/^[\s\-–—?.]*$/.test(plain)) return null;
  if (percentUnit(plain)) return { dimensions: {}, factor: 1, symbol: '%', percent: true, qualified: false };
  if (yesNoUnit(plain)) return null;
  if (/^(?:gg|dd)\/mm/.test(plain)) return parse('data', symbol);
  if (/^(?:‰|per ?mille|%o)/.test(plain))
    return { dimensions: {}, factor: 0.001, symbol: '‰', percent: false, qualified: false };
  const [head = '', ...below] = plain
    .replace(/(€|\beuro)\s*\/\s*(?:1[.']?)?000$/, 'migliaia $1')
    .replace(/\bmetri (quadr[ia]t?i?|cubi)\b/g, 'metri$1')
    .replace(/\bpro[ -]?capite\b|\ba testa\b/g, '/ ab')
    .split(/\s*\/\s*|\s+(?:per|ogni|a|al|alla|all'|each|per ogni)\s+/);
  const top = product(head);
  let { dimensions, factor } = top;
  let qualified = top.qualified;
  for (const part of below) {
    const divisor = product(part);
    dimensions = times(dimensions, divisor.dimensions, -1);
    factor /= divisor.factor;
    qualified ||= divisor.qualified;
  }
  return { dimensions, factor, symbol, percent: false, qualified };
}

interface Product {
  readonly dimensions: Dimensions;
  readonly factor: number;
  readonly qualified: boolean;
}

/** `migliaia di €`, `1.000 ab`, `gg x €`, `n. utenti`: units side by side. */
function product(text: string): Product {
  let dimensions: Dimensions = {};
  let factor = 1;
  let qualified = false;
  let known = false;
  const words = text.replace(/(\d)[.' ](?=\d{3}\b)/g, '$1').match(/[\p{L}€#][\p{L}\d€]*|\d+/gu) ?? [];
  for (const word of words) {
    const measure = MEASURES.get(word);
    if (/^\d+$/.test(word) || word in NUMBER_WORDS) factor *= NUMBER_WORDS[word] ?? (Number(word) || 1);
    else if (MULTIPLES.has(word)) factor *= MULTIPLES.get(word) ?? 1;
    else if (measure && !(known && /^(?:s|g|t|l|q|m|h)$/.test(word))) {
      dimensions = times(dimensions, { [measure.of]: measure.power }, 1);
      factor *= measure.factor;
      known = true;
    } else if (QUALIFIERS.has(word)) qualified = true;
  }
  if (Object.keys(dimensions).length > 0) return { dimensions, factor, qualified };
  const counted = countOf(words);
  return { dimensions: counted ? { [counted]: 1 } : {}, factor, qualified };
}

/** Things that are counted all count alike; a short code nobody knows (`dB`, `tCO2`) is a measure of its own. */
function countOf(words: readonly string[]): string | null {
  const word = words.find(
    (one) => !MULTIPLES.has(one) && !/^(?:\d.*|in|di|d|dei|degli|delle|del|della|of)$/.test(one),
  );
  if (word === undefined) return null;
  const plain = COUNTS.has(word) || PERSONS.has(word) || (word.length >= 4 && /[aeiou]$/.test(word));
  return plain ? 'count' : `?${word}`;
}

/** Two products of dimensions multiplied (`power` 1) or divided (−1). */
export function times(a: Dimensions, b: Dimensions, power: number): Dimensions {
  const sum: Record<string, number> = { ...a };
  for (const [base, exponent] of Object.entries(b)) {
    const total = (sum[base] ?? 0) + exponent * power;
    if (total === 0) delete sum[base];
    else sum[base] = total;
  }
  return sum;
}
