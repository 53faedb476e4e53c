import { textCell, textOf, type Book, type Mark, type Sheet } from './marks';
import type { Random } from './random';
import { folded } from './score';
import { CONCEPTS, strangeWords, type Concept } from './vocabulary';

/** Which words are put in other words. */
export type Wish = 'one level' | 'levels' | 'others' | 'all';

/** Words for what an objective is. Phases and indicators are among the others. */
const LEVELS = ['strategicArea', 'strategicObjective', 'operatingObjective', 'pegObjective'];
const DETAILS = ['phase', 'indicator'];

/** What in a label is no word of it: years, dates, numbers of several alike, signs. */
const KEPT =
  /20\d\d(?:[-/]\d{2,4})?|\b(?:al|entro(?: il)?) \d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|%|€|(?<=\s)\d{1,2}(?=\W*$)/gi;
const CODE_WORD = /^(codice|cod\.?|numero|num\.|n\.|n°|nr\.?|id|rif\.)(?=\s)|\bn\.?\s*:?$/i;
/** Level words inside labels of other things (`Peso fase`). */
const INSIDE: readonly [string, RegExp][] = [
  ['phase', /\b(?:fas[ei]|attività)\b/i],
  ['indicator', /\bindicator[ei]\b/i],
  ['pegObjective', /\bobiettiv[oi]\b/i],
];

/** Puts headers and labels in words the reader does not know; false when there is none of the kind wished for. */
export function reworded(books: readonly Book[], wish: Wish, random: Random): boolean {
  return new Rewording(books, wish, random).apply();
}

class Rewording {
  private readonly levels: ReadonlySet<string>;
  private readonly words = new Map<string, string>();
  private readonly used = new Set<string>();
  private changed = 0;

  constructor(
    private readonly books: readonly Book[],
    private readonly wish: Wish,
    private readonly random: Random,
  ) {
    const marks = books.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.marks));
    const present = LEVELS.filter((level) => marks.some(({ concept }) => concept.split('.')[0] === level));
    if (wish === 'one level') this.levels = new Set(present.length > 0 ? [random.pick(present)] : []);
    else if (wish === 'levels') this.levels = new Set(LEVELS);
    else this.levels = new Set(wish === 'all' ? [...LEVELS, ...DETAILS] : DETAILS);
  }

  apply(): boolean {
    for (const { sheets } of this.books)
      for (const sheet of sheets) for (const mark of sheet.marks) this.reword(sheet, mark);
    return this.changed > 0;
  }

  private reword(sheet: Sheet, mark: Mark): void {
    const row = sheet.rows[mark.row];
    const cell = row?.[mark.column];
    if (!row || !cell) return;
    const { label, rest } = split(cell.text, mark.label);
    const word = this.inOtherWords(mark.concept, label);
    if (word === null || word === label) return;
    row[mark.column] = textCell(cased(word, label) + rest);
    this.changed += 1;
  }

  private inOtherWords(concept: string, label: string): string | null {
    const [subject = '', attribute] = concept.split('.');
    const others = this.wish === 'others' || this.wish === 'all';
    const isLevel = this.levels.has(subject);
    if (attribute === 'code') {
      const code = others ? this.word('code', '') : null;
      const level = isLevel ? this.word(subject, '') : null;
      if (code === null && level === null) return null;
      if (code !== null && level !== null) return `${code} ${level.toLowerCase()}`;
      const match = CODE_WORD.exec(label);
      if (level !== null) return `${match ? match[0].trim() : 'Cod.'} ${level.toLowerCase()}`;
      return match ? label.replace(CODE_WORD, code ?? '') : null;
    }
    if (isLevel) return withKept(this.word(subject, ''), label);
    if ([...LEVELS, ...DETAILS].includes(subject)) return null;
    if (others) {
      const word = this.word(subject === 'centreCode' ? 'code' : subject, label);
      return word === null ? null : withKept(word, label);
    }
    return this.levelInside(label);
  }

  /** `Peso fase` where phases are called otherwise. */
  private levelInside(label: string): string | null {
    const inside = INSIDE.find(([level, pattern]) => this.levels.has(level) && pattern.test(label));
    return inside ? label.replace(inside[1], this.word(inside[0], '')?.toLowerCase() ?? '') : null;
  }

  /** The word for a concept, the same wherever the workbook used the same words. */
  private word(concept: string, label: string): string | null {
    if (!CONCEPTS.includes(concept as Concept)) return null;
    const key = `${concept} ${folded(label.replace(KEPT, ''))}`;
    const known = this.words.get(key);
    if (known !== undefined) return known;
    const free = strangeWords(concept as Concept).filter((word) => !this.used.has(word));
    const word = this.random.pick(free);
    this.words.set(key, word);
    this.used.add(word);
    return word;
  }
}

/** The label of a cell and what follows it. */
function split(text: string, label: string | null): { label: string; rest: string } {
  if (label === null) {
    const end = /[\s:]*$/.exec(text)?.[0] ?? '';
    return { label: text.slice(0, text.length - end.length), rest: end };
  }
  for (let length = 1; length <= text.length; length++)
    if (folded(text.slice(0, length)) === folded(label) && !/^\p{L}/u.test(text.slice(length)))
      return { label: text.slice(0, length), rest: text.slice(length) };
  return { label: '', rest: text };
}

function withKept(word: string | null, label: string): string | null {
  if (word === null) return null;
  const kept = label.match(KEPT) ?? [];
  return [word, ...kept.filter((part) => !word.includes(part))].join(' ');
}

function cased(word: string, label: string): string {
  return label.length > 2 && textOf(textCell(label)) === label.toUpperCase() && /\p{L}{3}/u.test(label)
    ? word.toUpperCase()
    : word;
}
