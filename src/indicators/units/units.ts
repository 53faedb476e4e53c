import { fold } from '../../plan';
import vocabulary from './units.json';

/** What a unit measures: a base (`money`, `time`, `length` …, `?word` for a unit nobody knows) and its exponent. */
export type Dimensions = Readonly<Record<string, number>>;

/** What is measured, and how many of the base's own unit (€, hours, m, kg, kWh …) it is. */
export interface Amount {
  readonly dimensions: Dimensions;
  readonly factor: number;
}

/** A unit: what it measures and how many of the base's own unit (€, hours, m, kg, kWh …) it is. */
export interface Unit {
  readonly dimensions: Dimensions;
  readonly factor: number;
  /** What stands above the line (`kWh` of `kWh/mq`). */
  readonly above: Amount;
  /** What it is divided by; without dimensions where there is no line. */
  readonly below: Amount;
  /** The period among what it is divided by: `anno` of `kg/ab./anno`. */
  readonly period: Amount | null;
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

/** Numbers in words where a rate uses them. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = vocabulary.numbers;
/** Short forms of units and of people, and the word they stand for. */
export const SHORT_UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  list(vocabulary.short).map((pair) => pair.split(':') as [string, string]),
);

/** Whether a unit is a percentage: `%`, `percentuale`, `in %`, `% annua`, `valore %`. */
export function percentUnit(unit: string | null | undefined): boolean {
  return /^\s*(?:in\s+|valore\s+|val\.\s*)?(?:(?:punti\s+)?(?:%|percentual[ei])|perc\.?|percento|per cento|percent|p\.\s?p\.)(?![\p{L}])/iu.test(
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

/** Single letters that are units beside a number or in brackets; `M` and `F` are men and women. */
const LETTERS = new Set('t h n €'.split(' '));

/** Whether a word stands right after a number or in a pair (`36h`, `km/h`, `€/ab`): a unit, and no date or mark. */
export function isUnitWord(word: string): boolean {
  const base = MEASURES.get(word)?.of;
  return base !== undefined ? base !== 'date' && base !== 'score' : /^(?:ab|abitante|mln|mld)$/.test(word);
}

/** Whether a word is a unit of time: `gg`, `mesi`. */
export function isTimeUnit(word: string): boolean {
  const base = MEASURES.get(word)?.of;
  return base === 'time' || base === 'months';
}

/** What a unit measures (`length`, `money` …); null for other words. */
export function measureOf(word: string): string | null {
  return MEASURES.get(word)?.of ?? null;
}

/** Whether a text is a unit and nothing else: `€`, `n.`, `migliaia di €`, `mq/ab.`; not a letter that may be anything. */
export function saysUnit(text: string): boolean {
  if (percentUnit(text)) return true;
  const words = fold(text).match(/[\p{L}€#][\p{L}\d€]*/gu) ?? [];
  const known = words.filter((word) => !/^(?:di|in|per)$/.test(word));
  return (
    known.length > 0 &&
    known.every((word) =>
      word.length === 1 ? LETTERS.has(word) : isUnitWord(word) || COUNTS.has(word) || MULTIPLES.has(word),
    )
  );
}

/** Whether a word says that something is counted: `n`, `numero`, `pezzi`. */
export function isCount(word: string): boolean {
  return COUNTS.has(word);
}

/** Whether a word is a multiple: `migliaia`, `mln`. */
export function isMultiple(word: string): boolean {
  return MULTIPLES.has(word);
}

/** Whether a word beside a unit makes it another: `lavorativi`, `solari`. */
export function isQualifier(word: string): boolean {
  return QUALIFIERS.has(word);
}

/** What a noun at the head of a name is an amount of, where everybody knows (`spesa`: money); null for other nouns. */
export function amountOf(noun: string): Dimensions | null {
  const unit = MEASURES.get(noun);
  return unit ? { [unit.of]: unit.power } : (AMOUNTS.get(noun) ?? null);
}

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

const ONE: Amount = { dimensions: {}, factor: 1 };

function pure(symbol: string, factor: number, percent: boolean): Unit {
  const above = { dimensions: {}, factor };
  return { ...above, above, below: ONE, period: null, symbol, percent, qualified: false };
}

function parse(plain: string, symbol: string): Unit | null {
  if (/^[\s\-–—?.]*$/.test(plain)) return null;
  if (percentUnit(plain)) return pure('%', 1, true);
  if (yesNoUnit(plain)) return null;
  if (/^(?:gg|dd)\/mm/.test(plain)) return parse('data', symbol);
  if (/^(?:‰|per ?mille|%o)/.test(plain)) return pure('‰', 0.001, false);
  const [head = '', ...rest] = plain
    .replace(/(€|\beuro)\s*\/?\s*['’]?(?:1[.']?)?000$|^['’]?000\s*(€|euro)$/, 'migliaia €')
    .replace(/\bmetri (quadr[ia]t?i?|cubi)\b/g, 'metri$1')
    .replace(/\bpro[ -]?capite\b|\ba testa\b/g, '/ ab')
    .split(/\s*\/\s*|\s+(?:per|ogni|a|al|alla|all'|each|per ogni)\s+/);
  const above = product(head);
  // A mark out of five is no fifth of a mark.
  const divisors = 'score' in above.dimensions ? [] : rest.map(product).map(countingUnknown);
  const [period] = divisors.filter(
    ({ dimensions: { months, time, ...other } }) =>
      (months === 1) !== (time === 1) && Object.keys(other).length === 0,
  );
  const below = divisors.reduce<Amount>(
    (all, { dimensions, factor }) => ({
      dimensions: times(all.dimensions, dimensions, 1),
      factor: all.factor * factor,
    }),
    ONE,
  );
  return {
    dimensions: times(above.dimensions, below.dimensions, -1),
    factor: above.factor / below.factor,
    above,
    below,
    period: period ?? null,
    symbol,
    percent: false,
    qualified: above.qualified || divisors.some((one) => one.qualified),
  };
}

interface Product extends Amount {
  readonly qualified: boolean;
}

/** Whatever a unit is divided by that nobody knows is something that is counted: `€/bus`, `kWh/punto luce`. */
function countingUnknown(one: Product): Product {
  const unknown = Object.keys(one.dimensions).some((base) => base.startsWith('?') || base === 'score');
  return unknown ? { ...one, dimensions: { count: 1 } } : one;
}

/** `migliaia di €`, `1.000 ab`, `gg x €`, `n. utenti`: units side by side. */
function product(text: string): Product {
  let dimensions: Dimensions = {};
  let factor = 1;
  let qualified = false;
  let known = false;
  const words = text.replace(/(\d)[.' ](?=\d{3}\b)/g, '$1').match(/[\p{L}€#$][\p{L}\d€]*|\d+/gu) ?? [];
  for (const word of words) {
    const measure = MEASURES.get(word);
    const times10 = NUMBER_WORDS[word] ?? MULTIPLES.get(word) ?? powerOfTen(word);
    if (times10 !== null) factor *= times10;
    else if (measure && !(known && /^(?:s|g|t|l|q|m|h)$/.test(word))) {
      dimensions = times(dimensions, { [measure.of]: measure.power }, 1);
      factor *= measure.factor;
      known = true;
    } else if (QUALIFIERS.has(word)) qualified = true;
  }
  if ('score' in dimensions) return { dimensions, factor: 1, qualified };
  if (Object.keys(dimensions).length > 0) return { dimensions, factor, qualified };
  const counted = countOf(words);
  return { dimensions: counted ? { [counted]: 1 } : {}, factor, qualified };
}

/** `1000` of `per 1000 ab.`; any other number in a unit (a year, a scale) multiplies nothing. */
function powerOfTen(word: string): number | null {
  return /^10+$/.test(word) ? Number(word) : null;
}

/** Things that are counted all count alike; a short code nobody knows (`dB`, `tCO2`) is a measure of its own. */
function countOf(words: readonly string[]): string | null {
  const word = words.find(
    (one) => !MULTIPLES.has(one) && !/^(?:\d.*|x|in|di|d|dei|degli|delle|del|della|of)$/.test(one),
  );
  if (word === undefined) return null;
  const plain = COUNTS.has(word) || PERSONS.has(word) || (word.length >= 4 && /[aeiou]$/.test(word));
  return plain ? 'count' : `?${word}`;
}

/** Whether two measure the same. */
export function sameDimensions(a: Dimensions, b: Dimensions): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
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
