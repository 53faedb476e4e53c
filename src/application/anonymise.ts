import { distance } from 'fastest-levenshtein';
import { fold, stem } from '../plan';
import { forEachCell, type Cell, type Grid, type WorkbookSnapshot } from '../workbook';

/** Gives whole numbers from 0 up to, not including, `below`. */
export type Dice = (below: number) => number;
/** Whether a folded word tells nothing of whose a workbook is: how it is read and judged may hang on it. */
export type Known = (folded: string) => boolean;

/**
 * Letters and digits that stand together with the signs codes are made of, or a run of letters. What is longer than the
 * letters of codes is a word, also where it hangs on a number (`01-SOSTENERE`).
 */
const TOKEN =
  /(?=[\p{L}\d._/-]*\d)(?!\p{L}{5})[\p{L}\d]+(?:[-._/](?!\p{L}{5})[\p{L}\d]+)*(?![\p{L}\d])|\p{L}+|\d+/gu;
/** Numbers that can be somebody's: telephone, tax code, account. Years, sums and codes are shorter. */
const PERSONAL = /^(?:\d{9,}|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|[A-Z]{2}\d{2}[A-Z]\d{10}\w{12})$/i;
const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfglmnprstvz';
/** Numbers of quarters and titles. */
const ROMAN = /^[ivx]+$/;
/** Shorter beginnings are those of too many words. */
const SHORTEST_BEGINNING = 4;
/** Shorter words are alike by chance. */
const SHORTEST_ALIKE = 6;
/** For an invented word that is neither a known one nor taken. */
const TRIES = 100;

/**
 * A copy of a workbook to show to others: the words the reader knows, codes, numbers, dates and the shape of each text
 * stay; all other words and names become invented ones, the same word always the same, words that were alike still
 * alike. Formulas, defined names and what we keep in the workbook are left out.
 */
export function anonymised(workbook: WorkbookSnapshot, dice: Dice, isKnown: Known): WorkbookSnapshot {
  const disguise = new Disguise(wordsIn(workbook), dice, isKnown);
  const text = (plain: string): string => disguise.text(plain);
  return {
    name: workbook.name,
    date1904: workbook.date1904,
    sheets: workbook.sheets.map((sheet) => disguisedSheet(sheet, text)),
    names: [],
    tables: workbook.tables.map((table) => ({
      ...table,
      name: text(table.name),
      ref: { ...table.ref, sheet: text(table.ref.sheet) },
      columns: table.columns.map(text),
    })),
    store: null,
  };
}

function disguisedSheet(sheet: Grid, text: (plain: string) => string): Grid {
  const cell = ({ formula: _formula, ...kept }: Cell): Cell =>
    typeof kept.value === 'string' ? { ...kept, value: text(kept.value), text: text(kept.text) } : kept;
  return {
    ...sheet,
    name: text(sheet.name),
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })),
  };
}

/** How often each word occurs, folded. */
function wordsIn(workbook: WorkbookSnapshot): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (text: string): void => {
    for (const [token] of text.matchAll(TOKEN)) {
      if (/\d/.test(token)) continue;
      const word = fold(token);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  };
  for (const sheet of workbook.sheets) {
    count(sheet.name);
    forEachCell(sheet, ({ value }) => {
      if (typeof value === 'string') count(value);
    });
  }
  return counts;
}

/**
 * What knows the words of a vocabulary, in any number and gender.
 * @param vocabulary folded words and beginnings of words; words of one and two letters and numbers like `IV` are known
 *   without it
 */
export function knownBy(vocabulary: readonly string[]): Known {
  const words = new Set(vocabulary);
  const stems = new Set(vocabulary.map(stem));
  const begins = (folded: string): boolean =>
    [1, 2, 3].some(
      (ending) => folded.length - ending >= SHORTEST_BEGINNING && words.has(folded.slice(0, -ending)),
    );
  return (folded) =>
    folded.length <= 2 ||
    ROMAN.test(folded) ||
    words.has(folded) ||
    stems.has(stem(folded)) ||
    begins(folded);
}

class Disguise {
  /** Invented roots by real ones. */
  private readonly roots = new Map<string, string>();
  /** The same and whole words, by their first letter: nobody misspells that one. */
  private readonly byInitial = new Map<string, [string, string][]>();
  private readonly used = new Set<string>();
  private readonly numbers = new Map<string, string>();

  constructor(
    counts: ReadonlyMap<string, number>,
    private readonly dice: Dice,
    private readonly isKnown: Known,
  ) {
    // The usual spelling first, and the right one of known words: what is spelt otherwise follows it.
    const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
    for (const word of sorted) if (isKnown(word)) this.keep(word);
    for (const word of sorted) if (!isKnown(word)) this.learnWhole(word);
  }

  text(plain: string): string {
    return plain.replace(TOKEN, (token) => (/\d/.test(token) ? this.code(token) : this.word(token)));
  }

  /** Codes say how a plan is made, not whose it is; numbers of persons and accounts are somebody's. */
  private code(token: string): string {
    if (!PERSONAL.test(token)) return token;
    const known = this.numbers.get(token);
    if (known !== undefined) return known;
    const made = token
      .replace(/\d/g, () => String(this.dice(10)))
      .replace(/[a-z]/gi, (letter) => cased(pick(CONSONANTS, this.dice), letter));
    this.numbers.set(token, made);
    return made;
  }

  private word(token: string): string {
    const folded = fold(token);
    // Letters that folding turns into several, or that take two places, are rare enough to be left.
    if (folded.length !== token.length || [...token].length !== token.length || this.isKnown(folded))
      return token;
    const root = rootOf(folded);
    const made = (this.roots.get(root) ?? this.learn(root)) + folded.slice(root.length);
    return [...token].map((letter, at) => accented(cased(made[at] ?? '', letter), letter)).join('');
  }

  private learn(root: string): string {
    const known = this.roots.get(root);
    if (known !== undefined) return known;
    const near = this.alike(root);
    let made = near ? this.following(root, near[0], near[1]) : this.invented(root);
    // Of very short words there are not enough: two of them may become one.
    for (let tries = 0; tries < TRIES && (this.used.has(made) || this.isKnown(made)); tries++)
      made = this.invented(root);
    this.used.add(made);
    this.roots.set(root, made);
    this.note(root, made);
    return made;
  }

  /** A known word stays; what is spelt nearly like it, or is its beginning, will still be. */
  private keep(word: string): void {
    for (const real of new Set([word, rootOf(word)]))
      if (real.length >= SHORTEST_ALIKE) this.note(real, real);
  }

  private learnWhole(word: string): void {
    const root = rootOf(word);
    const made = this.learn(root);
    if (word !== root) this.note(word, made + word.slice(root.length));
  }

  private note(real: string, made: string): void {
    const initial = real[0] ?? '';
    const group = this.byInitial.get(initial);
    if (group) group.push([real, made]);
    else this.byInitial.set(initial, [[real, made]]);
  }

  /** A root met before that this one continues, is the beginning of, or is spelt nearly like. */
  private alike(root: string): [string, string] | undefined {
    if (root.length < SHORTEST_ALIKE - 2) return undefined;
    const met = (this.byInitial.get(root[0] ?? '') ?? []).filter(
      ([other]) => other.length >= SHORTEST_ALIKE - 2,
    );
    return (
      met.find(([other]) => other.startsWith(root)) ??
      met.find(([other, made]) => root.startsWith(other) && made !== other) ??
      met.find(
        ([other]) =>
          root.length >= SHORTEST_ALIKE &&
          Math.abs(root.length - other.length) <= 2 &&
          distance(root, other) <= 2,
      )
    );
  }

  private invented(root: string): string {
    const end = /[^aeiou]+$/.exec(root)?.index ?? root.length;
    // A text that was cut shows it in its last consonants.
    return [...root]
      .map((letter, at) => (at > 0 && at >= end ? letter : pick(kindOf(letter), this.dice)))
      .join('');
  }

  /** The invented word of another root, changed where this one is different. */
  private following(root: string, other: string, made: string): string {
    const steps = alignment(root, other);
    return [...root]
      .map((letter, at) => {
        const same = steps[at];
        return same === null || same === undefined
          ? pick(kindOf(letter), this.dice, made[at])
          : (made[same] ?? letter);
      })
      .join('');
  }
}

/** Endings that tell what sort of word it is: something to do, an act, something done. */
const SORT = /^(.{3,}?)(?:[aei]r(?:e|si)|[sz]ion[ei]|ment[oi]|[aiu]t[oaei])$/;

/** What ending the reader takes off a word is kept: number, gender and the sort of word still show. */
function rootOf(word: string): string {
  const [, before] = SORT.exec(word) ?? [];
  if (before !== undefined) return before;
  const short = stem(word);
  let same = 0;
  while (same < short.length && short[same] === word[same]) same += 1;
  return word.slice(0, Math.max(same, 1));
}

const kindOf = (letter: string): string => (VOWELS.includes(letter) ? VOWELS : CONSONANTS);

function pick(letters: string, dice: Dice, not = ''): string {
  const choice = letters.replace(not, '');
  return choice[dice(choice.length)] ?? letters;
}

const cased = (letter: string, like: string): string =>
  like !== like.toLowerCase() ? letter.toUpperCase() : letter;

/** A letter with an accent stays: where it stands, and that it is one, is all it tells. */
const accented = (letter: string, like: string): string => (/[a-z]/i.test(like) ? letter : like);

/** For each letter of `a` the place in `b` of the letter it corresponds to, null where it has none. */
function alignment(a: string, b: string): (number | null)[] {
  const rest = (i: number, j: number): number => distance(a.slice(i), b.slice(j));
  const steps: (number | null)[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    // Letters of `b` that `a` leaves out.
    while (j < b.length && a[i] !== b[j] && rest(i, j + 1) + 1 === rest(i, j)) j += 1;
    const same = a[i] === b[j];
    steps.push(same ? j : null);
    if (same || rest(i + 1, j + 1) + 1 === rest(i, j)) j += 1;
  }
  return steps;
}
