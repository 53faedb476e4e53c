import { fold, stem, words } from '../../plan';
import { quantitiesOf, type Formula } from '../../indicators';
import type { ReadFormula } from './formula-reading';
import { stemsOf } from './dimensions';

/** How the perimeters of the two sides of a ratio differ: other ones, or one side narrower than the other. */
export interface PerimeterDifference {
  readonly kind: 'other' | 'narrower';
  readonly above: string;
  readonly below: string;
}

/** Words that say which part of the same things is meant; words of one kind exclude each other. */
const KINDS: readonly (readonly (readonly [string, RegExp])[])[] = [
  [
    ['comunali', /\b(?:comunal[ei]|municipal[ei]|a gestione diretta|in gestione diretta)\b/],
    ['statali', /\bstatal[ei]\b/],
    ['privati', /\b(?:privat[oaie]|paritari[oae]?|convenzionat[oaie]|accreditat[oaie])\b/],
    ['provinciali', /\bprovincial[ei]\b/],
    ['regionali', /\bregional[ei]\b/],
  ],
  [
    ['tempo indeterminato', /\btempo indeterminato\b|\bdi ruolo\b/],
    ['tempo determinato', /\btempo determinato\b|\bnon di ruolo\b/],
  ],
  [
    ['competenza', /\b(?:c\/? ?competenza|conto competenza|in competenza)\b/],
    ['residui', /\b(?:c\/? ?residui|conto residui|a residui)\b/],
    ['cassa', /\b(?:di cassa|in cassa)\b/],
  ],
  [
    ['primarie', /\b(?:scuol[ae] primari[ae]|primari[ae]|elementar[ei])\b/],
    ['secondarie', /\b(?:secondari[ae]|medie inferiori)\b/],
    ['infanzia', /\bscuol[ae] (?:dell'|d')?infanzia\b|\bmatern[ae]\b/],
  ],
  [
    ['residenti', /\bresident[ei]\b/],
    ['serviti', /\bservit[oaie]\b/],
    ['presenti', /\b(?:domiciliat[oaie]|fluttuant[ei])\b/],
  ],
];
/** One over the other is a share of the residents, a comparison by design. */
const WITHIN = new Set(['serviti|residenti', 'presenti|residenti']);
/** Only kinds of owner make a plain noun narrower; elsewhere what is not said is usually understood. */
const NARROWING = KINDS[0] ?? [];

/**
 * A ratio of different things that should be about the same perimeter: `iscritti agli asili comunali / posti negli
 * asili`, `utenti residenti / popolazione servita`. A part over its whole (the same thing above and below) and
 * ratios under names that compare are asymmetric by design.
 */
export function differentPerimeters(read: ReadFormula): PerimeterDifference | null {
  const { indicator, numerator, denominator } = read;
  if (!numerator || !denominator || read.share || COMPARES.test(fold(indicator.title.value))) return null;
  const [above, below] = [textOf(numerator), textOf(denominator)];
  for (const kinds of KINDS) {
    const [a, b] = [found(kinds, above), found(kinds, below)];
    const disjoint = a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
    if (disjoint && !WITHIN.has(`${a[0]}|${b[0]}`)) {
      return { kind: 'other', above: a.join(', '), below: b.join(', ') };
    }
  }
  const ages = [agesIn(above), agesIn(below)] as const;
  if (ages[0] && ages[1] && ages[0] !== ages[1]) {
    return { kind: 'other', above: `${ages[0]} anni`, below: `${ages[1]} anni` };
  }
  return narrower(numerator, denominator, above, below);
}

const COMPARES =
  /\bconfront|\brapporto tra\b|\bincidenza\b|\bquota\b|\bcomposizione\b|\bindice di (?:vecchiaia|dipendenza)/;

function textOf(node: Formula): string {
  return quantitiesOf(node)
    .map((quantity) => fold(quantity.name))
    .join(' + ');
}

function found(kinds: (typeof KINDS)[number], text: string): string[] {
  return kinds.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/** `0-2`: the age range a side names; null for none or several. */
function agesIn(text: string): string | null {
  const ages = [...text.matchAll(/\b(\d{1,2})\s*[-–/]\s*(\d{1,2})\s*(?:anni|mesi)\b/g)];
  return ages.length === 1 ? `${ages[0]?.[1]}-${ages[0]?.[2]}` : null;
}

/** One side says whose (`asili comunali`), the other names the same things without: places of all, children of some. */
function narrower(
  numerator: Formula,
  denominator: Formula,
  above: string,
  below: string,
): PerimeterDifference | null {
  const [own, other] = [found(NARROWING, above), found(NARROWING, below)];
  if (own.length > 0 === other.length > 0) return null;
  const [said, plain] = own.length > 0 ? [above, below] : [below, above];
  const noun = nounBefore(said);
  if (noun === null || !words(plain).some((word) => stem(word) === noun)) return null;
  const heads = (node: Formula): ReadonlySet<string> => stemsOf(quantitiesOf(node)).heads;
  // The narrowed things themselves over (or under) all of them are a share.
  if (heads(numerator).has(noun) && heads(denominator).has(noun)) return null;
  return { kind: 'narrower', above: own.join(', ') || '–', below: other.join(', ') || '–' };
}

/** The stem of the noun that the word of ownership follows: `asili nido comunali` → `asil`. */
function nounBefore(text: string): string | null {
  const list = words(text);
  const at = list.findIndex((word) => NARROWING.some(([, pattern]) => pattern.test(word)));
  for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
    const word = list[back] ?? '';
    if (word.length >= 4 && !SMALL.test(word)) {
      // `asili nido comunali`: the first noun of the two.
      const before = list[back - 1] ?? '';
      return stem(before.length >= 4 && !SMALL.test(before) && back - 1 > 0 ? before : word);
    }
  }
  return null;
}

const SMALL =
  /^(?:negli|nelle|nei|agli|alle|degli|delle|dello|della|nello|nella|allo|alla|presso|dagli|dalle)$/;
