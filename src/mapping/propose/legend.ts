import { fold } from '../../plan';
import { forEachCell, type WorkbookSnapshot } from '../../workbook';
import { textAt } from '../../workbook';

/** What short signs mean, as lists of the workbook explain them: by the heading over the sign, then by the sign. */
export type Legends = readonly Legend[];

/** One list of signs with their meanings. */
export interface Legend {
  /** The heading over the signs, folded; '' without one. */
  readonly heading: string;
  readonly meanings: ReadonlyMap<string, string>;
}

const MAX_SIGN = 6;
const MAX_MEANING = 80;
/** A list of fewer signs explains nothing. */
const LEAST_SIGNS = 2;
const MOST_SIGNS = 12;

/** Finds the lists that explain signs (`1 | Ambito`, `2 | Obiettivo strategico`): short signs with words right of them. */
export function legendsOf(books: readonly WorkbookSnapshot[]): Legends {
  return books.flatMap((book) =>
    book.sheets.flatMap((grid) => {
      const found: Legend[] = [];
      const isSign = (row: number, column: number) => {
        const [sign, words] = [textAt(grid, row, column), textAt(grid, row, column + 1)];
        return (
          sign !== '' && sign.length <= MAX_SIGN && /\p{L}{3}/u.test(words) && words.length <= MAX_MEANING
        );
      };
      forEachCell(grid, (_cell, row, column) => {
        if (!isSign(row, column) || isSign(row - 1, column)) return;
        const meanings = new Map<string, string>();
        for (let at = row; isSign(at, column) && meanings.size <= MOST_SIGNS; at++)
          meanings.set(fold(textAt(grid, at, column)), textAt(grid, at, column + 1));
        if (meanings.size < LEAST_SIGNS || meanings.size > MOST_SIGNS) return;
        found.push({ heading: fold(textAt(grid, row - 1, column)), meanings });
        const first = fold(textAt(grid, row, column));
        const rest = new Map([...meanings].slice(1));
        if (rest.size >= LEAST_SIGNS) found.push({ heading: first, meanings: rest });
      });
      return found;
    }),
  );
}

/** The words for a sign: its own, or what the list under the same heading (else the only list that has it) says. */
export function legendText(legends: Legends, heading: string, sign: string): string {
  if (/\p{L}{3}/u.test(sign) && sign.length > MAX_SIGN) return sign;
  const key = fold(sign);
  const having = legends.filter(({ meanings }) => meanings.has(key));
  const own = having.filter((one) => one.heading === fold(heading));
  const [only, other] = own.length > 0 ? own : having;
  const found = only && (!other || own.length > 0) ? only.meanings.get(key) : undefined;
  return found ?? (/\p{L}{2}/u.test(sign) ? sign : '');
}
