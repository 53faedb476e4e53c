import { contentWords, fold, stem, words } from '../../plan';
import {
  amountOf,
  isCount,
  percentUnit,
  PERSONS,
  yesNoUnit,
  type Formula,
  type QuantityNode,
} from '../../indicators';

/** What a quantity is made of, as far as its words tell. `items` are things that are counted. */
export type Dimension =
  'persons' | 'euro' | 'length' | 'area' | 'time' | 'data' | 'weight' | 'volume' | 'energy' | 'items';

/** Dimensions that are measured, not counted: a share of them in something else is no percentage. */
export const MEASURED: ReadonlySet<Dimension> = new Set<Dimension>([
  'euro',
  'length',
  'area',
  'time',
  'data',
  'weight',
  'volume',
  'energy',
]);

/** What a noun or unit at the head of a name measures; null where it says nothing. */
function dimensionOfWord(word: string): Dimension | null {
  if (PERSONS.has(word)) return 'persons';
  // `Valore` is a number to a unit, and money to a name.
  if (word === 'valore') return 'euro';
  if (word.length === 1 && !/[mth€]/.test(word)) return null;
  const [[base, power] = ['', 0]] = Object.entries(amountOf(word) ?? {});
  if (base === 'length') return power === 3 ? 'volume' : power === 2 ? 'area' : 'length';
  return OF_BASES[base] ?? null;
}

/** Bases of the vocabulary of units, as the rules call them. */
const OF_BASES: Readonly<Record<string, Dimension>> = {
  money: 'euro',
  time: 'time',
  months: 'time',
  data: 'data',
  weight: 'weight',
  energy: 'energy',
  power: 'energy',
  toe: 'energy',
};

/** Words that count: what follows `n.` is things or people, even when the noun alone may mean money. */
const MONEY_EVENTS = new Set(
  'accertamenti pagamenti contributi impegni investimenti finanziamenti tributi riscossioni'.split(' '),
);

/** The dimension of one named quantity; null when its words say nothing. */
export function dimensionOf(quantity: QuantityNode): Dimension | null {
  const list = words(quantity.core);
  const counted = quantity.prefixes.includes('count');
  const [first = '', second = ''] = list;
  if (first === 'metri' && second.startsWith('quadr')) return 'area';
  if (first === 'metri' && second.startsWith('cub')) return 'volume';
  if (/€|\beuro\b/.test(fold(quantity.name))) return 'euro';
  const head = contentWords(quantity.core)[0] ?? '';
  for (const word of [first, head]) {
    const dimension = dimensionOfWord(word);
    if (dimension === null) continue;
    if (dimension === 'euro' && counted && MONEY_EVENTS.has(word)) return 'items';
    if (dimension === 'length' && word === 'm' && list.length === 1) return null;
    return dimension;
  }
  return counted ? 'items' : null;
}

/** The dimension of a part of a formula; null when unknown or mixed. */
export function formulaDimension(node: Formula): Dimension | 'number' | null {
  switch (node.kind) {
    case 'number':
    case 'percent':
      return 'number';
    case 'quantity':
      return dimensionOf(node);
    case 'negation':
      return formulaDimension(node.operand);
    case 'aggregate':
      return formulaDimension(node.body);
    case 'operation': {
      const [left, right] = [formulaDimension(node.left), formulaDimension(node.right)];
      if (node.operator === '+' || node.operator === '-') return same(left, right);
      if (node.operator === '*') return product(left, right);
      return right === 'number' ? left : null;
    }
    case 'call': {
      const parts = node.arguments.map(formulaDimension);
      return parts.reduce((a, b) => (b === 'number' ? a : same(a, b)));
    }
    default:
      return null;
  }
}

type Part = Dimension | 'number' | null;

function same(a: Part, b: Part): Part {
  return a === b ? a : null;
}

/** Time of people is still time; money for each piece is still money. */
function product(a: Part, b: Part): Part {
  const counts = (part: Part): boolean => part === 'number' || part === 'persons' || part === 'items';
  if (counts(b)) return a;
  return counts(a) ? b : null;
}

/** Meaningful stems of the quantities in a part of a formula, the first noun of each apart. */
export function stemsOf(quantities: readonly QuantityNode[]): { heads: Set<string>; all: Set<string> } {
  const heads = new Set<string>();
  const all = new Set<string>();
  for (const quantity of quantities) {
    const list = contentWords(quantity.core).map(stem);
    if (list[0] !== undefined) heads.add(list[0]);
    for (const word of list) all.add(word);
  }
  return { heads, all };
}

export type UnitKind = 'none' | 'percent' | 'permille' | 'count' | 'yes-no' | 'euro' | 'measure' | 'other';

/** What a unit of measure is. Spelling (`n.`, `n`, `Nr`, `numero`) does not matter. */
export function unitKind(unit: string | null): UnitKind {
  const plain = fold(unit ?? '')
    .replace(/[\s.]+/g, ' ')
    .trim();
  if (plain === '' || /^[-–—?]+$/.test(plain)) return 'none';
  if (percentUnit(unit)) return 'percent';
  if (/^(?:‰|per mille|per 1 ?000)/.test(plain)) return 'permille';
  if (plain.split(' ').every((word) => word === 'n°' || word === 'ro' || isCount(word))) return 'count';
  if (yesNoUnit(unit)) return 'yes-no';
  if (/^(?:€|eur|euro|migliaia di euro|k€|mln)/.test(plain)) return 'euro';
  if (dimensionOfWord(plain.split(' ')[0] ?? '')) return 'measure';
  return 'other';
}
