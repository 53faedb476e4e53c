import { fold, words } from '../../plan';
import { quantitiesOf, type Formula, type QuantityNode } from '../../indicators';
import type { ReadFormula } from './formula-reading';
import { stemsOf } from './dimensions';

/** Names that say how much of a demand is met. */
const COVERAGE =
  /\b(?:copertura|accoglimento|accoglienza|soddisfacimento|soddisfazione d(?:i|elle?|ella) (?:domand|richiest)|risposta|evasione d(?:i|elle?|ella|ei) (?:pratic|istanz|richiest|domand|segnalazion)|evase|accolte|soddisfatte)/;
const DEMAND =
  /\b(?:domand|richiest|istanz|pratich|segnalazion|reclam|prenotazion|residenti|popolazion|abitant|potenzial|fabbisogn|aventi diritto|total[ei]\b|tot\b)/;
const MET =
  /\b(?:iscritt|accolt|evas|soddisfatt|attivat|ammess|servit|rispost|conclus|liquidat|erogat|assegnat|inserit|frequentant|gestit|risolt|copert|post[io]\b|lavorat|concess|rilasciat)/;

/** `domande pervenute / bambini iscritti` under the name "grado di copertura": the demand stands above. */
export function isInverted({ indicator, numerator, denominator }: ReadFormula): boolean {
  if (!numerator || !denominator || !COVERAGE.test(fold(indicator.title.value))) return false;
  const [above, below] = [textOf(numerator), textOf(denominator)];
  return DEMAND.test(above) && !MET.test(above) && MET.test(below);
}

function textOf(node: Formula): string {
  return quantitiesOf(node)
    .map((quantity) => fold(quantity.name))
    .join(' + ');
}

const NUMERALS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
};
/** Titles of the budget as they are written. */
const ROMAN = Object.keys(NUMERALS).map((numeral) => numeral.toUpperCase());
const INCOME = /\b(?:entrat|accertament|riscossion|riscoss|incass|tributar|extratributar)/;
const SPENDING = /\b(?:spes|impegn|pagament|pagat)/;

/** Steps of income and of spending: what was collected of what was due. They compare the same titles. */
const STEPS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:riscossion|riscoss|incass|reversal)/, /\b(?:accertament|accertat|previsi|stanziament)/],
  [/\b(?:pagament|pagat|liquidat|mandat)/, /\b(?:impegn|stanziament|previsi)/],
  [/\b(?:accertament|accertat|impegn)/, /\b(?:previsi|stanziament)/],
];

/**
 * The budget titles on one side and not on the other (`I + III` over `I + II`): those above that are not below,
 * and between two steps of the same money (collected over due) those below that are not above. Null when titles
 * are no matter here.
 */
export function missingTitles({
  numerator,
  denominator,
}: ReadFormula): { readonly side: 'above' | 'below'; readonly titles: readonly string[] } | null {
  if (!numerator || !denominator) return null;
  const [above, below] = [titlesOf(numerator), titlesOf(denominator)];
  if (above.length === 0 || below.length === 0) return null;
  const [top, bottom] = [textOf(numerator), textOf(denominator)];
  const sides = [INCOME.test(top), SPENDING.test(top), INCOME.test(bottom), SPENDING.test(bottom)];
  // Income over spending is meant to be asymmetric.
  if ((sides[0] && sides[3] && !sides[1]) || (sides[1] && sides[2] && !sides[0])) return null;
  const only = above.filter((title) => !below.includes(title));
  if (only.length > 0) return { side: 'above', titles: only };
  const steps = STEPS.some(([done, due]) => done.test(top) && due.test(bottom) && !done.test(bottom));
  const left = steps ? below.filter((title) => !above.includes(title)) : [];
  return left.length > 0 ? { side: 'below', titles: left } : null;
}

function titlesOf(node: Formula): string[] {
  return quantitiesOf(node).flatMap((quantity) => {
    const list = words(quantity.name);
    return list.flatMap((word, at) => {
      if (!/^tit(?:olo|oli)?$/.test(word)) return [];
      const next = list[at + 1] ?? '';
      const number = NUMERALS[next] ?? (/^\d$/.test(next) ? Number(next) : undefined);
      return number === undefined ? [] : [ROMAN[number - 1] ?? String(number)];
    });
  });
}

const VARIATION =
  /variazion|increment|cresc|aument|riduzion|diminuzion|scostament|trend|confront|rispetto|andament/;
const STOCK = /residu|popolazion|abitant|inizial|al 0?1\/|al 31|precedent|storic/;

/** Explicit years or shifts that differ between the two sides of a ratio of like quantities. */
export function differentPeriods(read: ReadFormula): readonly string[] | null {
  const { indicator, numerator, denominator } = read;
  if (!numerator || !denominator || VARIATION.test(fold(indicator.title.value))) return null;
  if (numerator.kind === 'operation' && numerator.operator === '-') return null;
  if (STOCK.test(textOf(numerator)) || STOCK.test(textOf(denominator))) return null;
  const alike =
    read.share || (read.numeratorDimension !== null && read.numeratorDimension === read.denominatorDimension);
  if (!alike) return null;
  // The same quantity of two years is an index number, meant to compare them.
  const [own, other] = [quantitiesOf(numerator), quantitiesOf(denominator)].map((list) =>
    list.map(variableKey).sort().join('|'),
  );
  if (own === other) return null;
  const [above, below] = [periodsOf(numerator), periodsOf(denominator)];
  if (above.length === 0 || below.length === 0) return null;
  return above.join() === below.join() ? null : [above.join(', '), below.join(', ')];
}

/** Two years of the same thing, one over the other: an index number, which has no upper bound. */
export function comparesPeriods({ numerator, denominator }: ReadFormula): boolean {
  if (!numerator || !denominator) return false;
  return periodsOf(numerator).join() !== periodsOf(denominator).join();
}

function periodsOf(node: Formula): string[] {
  const periods = quantitiesOf(node).flatMap(({ period }) => {
    if (!period) return [];
    if (period.kind === 'year') return [String(period.year)];
    return [period.years === 0 ? 'n' : `n${period.years > 0 ? '+' : ''}${period.years}`];
  });
  return [...new Set(periods)].sort();
}

const OUTGOING = /\bin uscita\b|\binviat|\btrasmess|\bspedit|\bverso\b/;
const INCOMING = /\bin entrata\b|\bin arrivo\b|\bricevut|\bpervenut|\bda parte di\b|\bda (?!remot|rete)/;
const ANSWERS = /rispost|evasion|riscontr/;

/** Outgoing over incoming (or the other way) of the same thing. */
export function differentDirections({ indicator, numerator, denominator }: ReadFormula): boolean {
  if (!numerator || !denominator || ANSWERS.test(fold(indicator.title.value))) return false;
  const [above, below] = [textOf(numerator), textOf(denominator)];
  const heads = (node: Formula): Set<string> => stemsOf(quantitiesOf(node)).heads;
  const shared = [...heads(numerator)].some((head) => heads(denominator).has(head));
  const opposite =
    (OUTGOING.test(above) && !INCOMING.test(above) && INCOMING.test(below) && !OUTGOING.test(below)) ||
    (INCOMING.test(above) && !OUTGOING.test(above) && OUTGOING.test(below) && !INCOMING.test(below));
  return shared && opposite;
}

/** The quantities of a formula in canonical spelling apart from how they count: for homonyms. */
export function variableKey(quantity: QuantityNode): string {
  return [...stemsOf([quantity]).all].sort().join(' ');
}
