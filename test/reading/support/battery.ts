import type { WorkbookSnapshot } from '../../../src/workbook';
import type { LayoutFixture } from '../../support/layouts';
import { booksOf, closed, type Book } from './marks';
import { codesIntoTitles, extraColumn, headlessBlock, indented, shuffledColumns } from './moves';
import { Random } from './random';
import { reworded, type Wish } from './reword';

/** What an office may do to its workbook without changing what it says. */
export interface Change {
  readonly name: string;
  /** The workbooks changed; null where there is nothing to change. */
  readonly apply: (fixture: LayoutFixture, seed: string) => WorkbookSnapshot[] | null;
}

function rewording(name: string, wish: Wish): Change {
  return {
    name,
    apply: (fixture, seed) => {
      const books = booksOf(fixture);
      return reworded(books, wish, new Random(`${seed} ${name} ${fixture.name}`)) ? closed(books) : null;
    },
  };
}

function move(
  name: string,
  change: (books: Book[], random: Random, fixture: LayoutFixture) => boolean,
): Change {
  return {
    name,
    apply: (fixture, seed) => {
      const books = booksOf(fixture);
      return change(books, new Random(`${seed} ${name} ${fixture.name}`), fixture) ? closed(books) : null;
    },
  };
}

/** Fixtures in which the order of the columns is what tells a heading from a name, or what a row without header holds. */
const IN_ORDER = new Set([
  'headings-of-the-dup',
  'outline-codes-in-front',
  'shared-and-own-objectives-under-headings',
  'lots-under-one-office',
  'identifiers-and-names',
  'offices-joined',
]);

/** The rewording battery: every fixture as it is, and with each of these changes. */
export const battery: readonly Change[] = [
  { name: 'as they are', apply: (fixture) => closed(booksOf(fixture)) },
  rewording('one level word', 'one level'),
  rewording('all level words', 'levels'),
  rewording('other words', 'others'),
  rewording('every word', 'all'),
  move('code in the title', (books, random, { truth }) => codesIntoTitles(books, random, truth)),
  move('extra column', (books, random) => extraColumn(books, random)),
  move(
    'columns shuffled',
    (books, random, { name }) => !IN_ORDER.has(name) && shuffledColumns(books, random),
  ),
  move('indentation', (books, random) => indented(books, random)),
  move('block without header', (books, random) => headlessBlock(books, random)),
];
