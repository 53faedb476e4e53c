import { fold, stem, words } from '../../plan';
import { LOANWORDS, OFFICE_WORDS } from './word-lists';

/**
 * A title cut inside its last word (`Riqualificazione centro storic`). Italian words end in a vowel; a last
 * word that does not, is no loanword, and begins a longer word known from the plan or from office language
 * was cut. Length alone proves nothing: it only adds to other signs.
 */
export interface Vocabulary {
  /** How often each word stands somewhere before the end of a text, or ends more than one text. */
  readonly inside: ReadonlyMap<string, number>;
  /** Words sorted, to find those that begin with a fragment. */
  readonly sorted: readonly string[];
  /** Lengths at which titles pile up: a field limit of the software they come from. */
  readonly limits: ReadonlySet<number>;
  /** The length no text goes beyond although several reach it: the field held no more. Null when there is none. */
  readonly ceiling: number | null;
}

const USUAL_LIMITS = [30, 40, 50, 60, 64, 80, 100, 120, 128, 150, 200, 250, 254, 255, 256];

/** Learns words and field limits from all the texts of a plan. */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const inside = new Map<string, number>();
  const all = new Set<string>(OFFICE_WORDS);
  for (const text of new Set(texts)) {
    const list = words(text);
    const marked = fold(text).match(/[a-z0-9]+[.']?/g) ?? [];
    const abbreviated = new Set(marked.filter((one) => /[.']$/.test(one)).map((one) => one.slice(0, -1)));
    list.forEach((word, at) => {
      const cutShort = at === list.length - 1 || abbreviated.has(word);
      if (!cutShort) inside.set(word, (inside.get(word) ?? 0) + 1);
      if (word.length >= 5) all.add(word);
    });
  }
  return { inside, sorted: [...all].sort(), limits: pileUps(texts), ceiling: ceilingOf(texts) };
}

/** Texts that end at the very same greatest length are no chance any more when they are three. */
function ceilingOf(texts: readonly string[]): number | null {
  const lengths = [...new Set(texts)].map((text) => text.trim().length);
  const most = lengths.reduce((longest, one) => Math.max(longest, one), 0);
  return most >= 20 && lengths.filter((one) => one === most).length >= 3 ? most : null;
}

/** A length shared by three texts or more, more than its neighbours, or a usual limit reached by two. */
function pileUps(texts: readonly string[]): Set<number> {
  const counts = new Map<number, number>();
  for (const text of new Set(texts)) counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
  const limits = new Set<number>();
  for (const [length, count] of counts) {
    const around = [-2, -1, 1, 2].map((step) => counts.get(length + step) ?? 0);
    const usual = USUAL_LIMITS.includes(length);
    if (length >= 20 && ((usual && count >= 2) || (count >= 3 && count > 2 * Math.max(...around)))) {
      limits.add(length);
    }
  }
  return limits;
}

/** Units and usual abbreviations: whole words without being Italian ones. */
const UNITS = new Set(
  'gg hh mq mc km kg kw kwh mwh ml mln mld gb mb cl kmq mg tot cad max min nr art lett spa srl scrl coop onlus odv aps rsa pdz ptpct piao peg dup'.split(
    ' ',
  ),
);

/** Whether the last word of a text is cut. */
export function endsInCutWord(text: string, vocabulary: Vocabulary): boolean {
  const trimmed = text.trim();
  const last = /(?:^|[\s("'/-])(\p{L}+)$/u.exec(trimmed)?.[1];
  if (last === undefined || trimmed.split(/\s+/).length < 2) return false;
  const word = fold(last);
  if (UNITS.has(word) || /\d\s*$/.test(trimmed.slice(0, -last.length))) return false;
  const shouting = trimmed === trimmed.toUpperCase();
  if (isKnown(word, vocabulary)) return false;
  if (last === last.toUpperCase() && !(shouting && word.length >= 5)) return false;
  const properName = !shouting && last[0] !== last[0]?.toLowerCase();
  // The h of a plural (`bibliotech-e`) is not in the singular the plan may have.
  const longer = extensions(word.replace(/(?<=[cg])h$/, ''), vocabulary);
  const atLimit = vocabulary.limits.has(trimmed.length) || USUAL_LIMITS.includes(trimmed.length);
  if (/[aeiou]$/.test(word)) {
    // A vowel may close a real word: only a fragment where the field held no more, that no word of its own explains.
    const full = trimmed.length === vocabulary.ceiling;
    return full && !properName && word.length >= 6 && longer.length > 0 && longer.every(isOtherWord(word));
  }
  if (properName) return word.length >= 5 && longer.length > 0 && atLimit;
  // In capitals a short last word may be an acronym that happens to begin another word.
  if (longer.length > 0) return word.length >= (shouting ? 7 : 4) || atLimit;
  return !isForeignLooking(word) && (impossibleEnd(word) || (atLimit && word.length >= 4));
}

function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return LOANWORDS.has(word) || OFFICE_WORDS.has(word) || (vocabulary.inside.get(word) ?? 0) > 0;
}

/** Known words that begin with the fragment and are longer. */
function extensions(fragment: string, vocabulary: Vocabulary): string[] {
  if (fragment.length < 3) return [];
  const { sorted } = vocabulary;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < fragment) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; sorted[at]?.startsWith(fragment); at++) {
    const word = sorted[at] ?? '';
    if (word.length > fragment.length) found.push(word);
  }
  return found;
}

/** Singular and plural of the fragment are the fragment's own forms, not longer words it was cut from. */
function isOtherWord(fragment: string): (word: string) => boolean {
  return (word) => word.length >= fragment.length + 2 && stem(word) !== stem(fragment);
}

/** Consonants no word of Italian, English or French offices ends in. */
function impossibleEnd(word: string): boolean {
  return /(?:str|spr|scr|ntr|ltr|ttr|zz|cc|gg|bb|vv|qu|q|[bcdfgpv][lrn]|[lrn]z|mpl|sv|gn|gh)$/.test(word);
}

/** English endings that close whole words. */
function isForeignLooking(word: string): boolean {
  return /(?:ing|ment|ness|ship|tion|ity|work|land|ware|book|line|day|age|ous|ful|less|ck|sh|th|ght|ll|ss|ff|oo[dkmnpt]|ea[dmt]|ee[dnpst]|y|w|x|j|k)$/.test(
    word,
  );
}
