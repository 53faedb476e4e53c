import { normalise } from '../../plan';
import type { CellRef } from '../../workbook';
import { groupBy } from './context';

/** A text with the cell it stands in. */
interface Placed {
  readonly text: string;
  readonly cells: readonly CellRef[];
}

/** So many texts of one sheet that end at one width were cut by a program. */
const SEVERAL = 3;

/**
 * Tells the texts that a program cut at the width of a column, where the whole ones stand elsewhere: at least three of a
 * sheet are the beginning of a longer text and of one length, give or take a blank at the end.
 */
export function cutByWidth(texts: readonly Placed[]): (text: string, cells: readonly CellRef[]) => boolean {
  const whole = [...new Set(texts.map(({ text }) => normalise(text)))].sort();
  const next = new Map(whole.map((text, at) => [text, whole[at + 1]]));
  const begun = texts.filter(({ text }) => next.get(normalise(text))?.startsWith(normalise(text)));
  const widths = new Map(
    [...groupBy(begun, ({ cells }) => cells[0]?.sheet)].flatMap(([sheet, own]) => {
      const lengths = [...new Set(own.map(({ text }) => text))].map(({ length }) => length);
      const most = Math.max(...lengths);
      return lengths.filter((length) => length >= most - 1).length >= SEVERAL ? [[sheet, most]] : [];
    }),
  );
  return ({ length }, cells) => {
    const width = widths.get(cells[0]?.sheet);
    return width !== undefined && (length === width || length === width - 1);
  };
}
