import { contentWords, fold, stem, words } from '../../plan';
import { percentUnit, yesNoUnit, type Formula, type QuantityNode } from '../../indicators';

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

const lexicon = (entries: Readonly<Record<Exclude<Dimension, 'items'>, string>>): Map<string, Dimension> =>
  new Map(
    Object.entries(entries).flatMap(([dimension, list]) =>
      list.split(' ').map((word) => [word, dimension as Dimension] as const),
    ),
  );

/** Units and stems of the nouns that begin a quantity's name. */
const NOUNS = lexicon({
  persons:
    'abitanti abitante abit ab popolazione residenti cittadini utenti iscritti dipendenti personale dirigenti ' +
    'addetti agenti alunni studenti bambini minori anziani disabili donne uomini persone visitatori spettatori ' +
    'partecipanti operatori volontari beneficiari assistiti ospiti turisti contribuenti funzionari famiglie ' +
    'nuclei giovani stranieri lavoratori candidati frequentanti amministratori consiglieri',
  euro:
    'euro eur importo importi spesa spese costo costi entrata entrate ricavi proventi incasso incassi gettito ' +
    'riscossioni riscossione riscosso accertamenti accertamento accertato impegni impegnato impegno pagamenti pagato residui debito debiti credito crediti ' +
    'stanziamento stanziamenti fondo fondi valore contributi contributo finanziamenti investimenti investimento risorse tributi imposte tasse titolo tit ' +
    'fatturato indebitamento mutui bilancio',
  length: 'km metri ml chilometri lunghezza m',
  area: 'mq m2 kmq km2 ha ettari superficie metri_quadri',
  time: 'ore ora giorni giorno gg minuti min mesi anni tempo tempi durata giornate h',
  data: 'gb mb tb kb byte gigabyte megabyte',
  weight: 'kg tonnellate t ton quintali chilogrammi',
  volume: 'mc m3 litri metri_cubi lt',
  energy: 'kwh mwh kw watt tep',
});

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
    const dimension = NOUNS.get(word);
    if (dimension === undefined) continue;
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
  if (
    /^(?:n|nr|num|numero|n°|no|n ro|n assoluto|numero assoluto|valore assoluto|quantita|unita|pezzi)$/.test(
      plain,
    )
  ) {
    return 'count';
  }
  if (yesNoUnit(unit)) return 'yes-no';
  if (/^(?:€|eur|euro|migliaia di euro|k€|mln)/.test(plain)) return 'euro';
  if (NOUNS.has(plain.split(' ')[0] ?? '')) return 'measure';
  return 'other';
}
