import { fold } from '../../plan';

/** How a text shows that it was cut. Words of the vocabulary (TOKENS). */
export type Truncation =
  | 'ends-with-preposition'
  | 'ends-with-article'
  | 'ends-with-conjunction'
  | 'ends-with-hyphen'
  | 'ends-with-comma'
  | 'ends-with-colon'
  | 'ends-with-slash'
  | 'open-bracket'
  | 'ends-with-apostrophe'
  | 'cut-word';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const PREPOSITIONS = set(
  'di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai ' +
    'dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col coi mediante tramite presso ' +
    'nonche ovvero oppure',
);
const ARTICLES = set('il lo la i gli le un una');
const CONJUNCTIONS = set('e ed o od che');
/** Single letters and short words that end a title in their own right after these: `Lotto a`, `check in`. */
const BEFORE_LETTER = set(
  'lotto tipo tipologia categoria classe serie fascia allegato titolo fase lettera livello zona blocco gruppo ' +
    'ambito sezione modulo piano vitamina epatite comma check log sign opt drive plug stand built start art',
);
const ELIDED =
  /(?:^|[\s("'])(?:l|un|d|c|all|dell|nell|sull|dall|quell|quest|sant|bell|gl|anch|senz|mezz|tutt)'$/;

/** How the end of a text shows that it goes on elsewhere; null when it may be complete. */
export function truncationOf(text: string): Truncation | null {
  const plain = fold(text).replace(/["»”]+$/, '');
  if (plain === '') return null;
  if (/[-‐–—]$/.test(plain) && /[a-z0-9]/.test(plain)) return 'ends-with-hyphen';
  if (/[,;]$/.test(plain)) return hasOpenBracket(plain) ? 'open-bracket' : 'ends-with-comma';
  if (/:$/.test(plain)) return 'ends-with-colon';
  if (/[/&]$/.test(plain)) return 'ends-with-slash';
  if (hasOpenBracket(plain)) return 'open-bracket';
  if (ELIDED.test(plain)) return 'ends-with-apostrophe';
  return functionWordAtEnd(text.trim());
}

function hasOpenBracket(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '(' || sign === '[') open += 1;
    else if ((sign === ')' || sign === ']') && open > 0) open -= 1;
  }
  return open > 0;
}

function functionWordAtEnd(text: string): Truncation | null {
  const list = text.split(/[\s/]+/).filter((word) => word !== '');
  const last = list.at(-1) ?? '';
  if (list.length < 2 || !/^\p{L}+$/u.test(last)) return null;
  const shouting = text === text.toUpperCase();
  // A capital closes a name (`Lotto A`, `Titolo I`, `scuola E`); in a title all in capitals only longer words tell.
  if (last !== last.toLowerCase() && !(shouting && last.length > 2)) return null;
  if (BEFORE_LETTER.has(fold(list.at(-2) ?? '')) && last.length <= 2) return null;
  // An accent makes another word: `è`, `là`, `dà` close sentences of their own.
  const word = last.toLowerCase().normalize('NFC');
  const before = fold(list.at(-2) ?? '');
  if (word.length === 1 && /[^aeiou]/.test(word) && (PREPOSITIONS.has(before) || ARTICLES.has(before))) {
    return 'cut-word';
  }
  if (word === 'nonché' || word === 'nonche') return 'ends-with-conjunction';
  if (PREPOSITIONS.has(word)) return 'ends-with-preposition';
  if (ARTICLES.has(word)) return 'ends-with-article';
  return CONJUNCTIONS.has(word) ? 'ends-with-conjunction' : null;
}
