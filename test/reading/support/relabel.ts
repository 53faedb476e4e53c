import { readHeader } from '../../../src/mapping/words/lexicon';
import { cellAddress, type WorkbookSnapshot } from '../../../src/workbook';
import { rowsOf } from '../../support/layouts/rows';
import { closed, textOf, type Book, type Mark, type Sheet } from './marks';
import { Random } from './random';
import { reworded } from './reword';
import type { Truth } from './truth';
import { CONCEPTS, type Concept } from './vocabulary';

/**
 * Workbooks of which nobody told where their headers are, with every header word in words the reader does not know. A
 * header is a cell, or what stands before a colon or a title, that the lexicon knows wholly; what stands above or below
 * itself is a value.
 */
export function withOtherWords(
  workbooks: readonly WorkbookSnapshot[],
  truth: Truth,
  seed: string,
): WorkbookSnapshot[] {
  const titles = new Map(truth.entities.map(({ cell, title }) => [cell, title]));
  const books = workbooks.map((snapshot): Book => ({
    snapshot,
    sheets: snapshot.sheets.map((grid): Sheet => {
      const rows = rowsOf(grid);
      const marks = rows.flatMap((cells, row) =>
        cells.flatMap((cell, column): Mark[] => {
          const text = textOf(cell);
          if (typeof cell?.value !== 'string' || text === '') return [];
          const same = [row - 1, row + 1].some((other) => textOf(rows[other]?.[column]) === text);
          const mark = same ? null : markOf(text, titles.get(`${grid.name}!${cellAddress(row, column)}`));
          return mark ? [{ row, column, ...mark }] : [];
        }),
      );
      return { name: grid.name, rows, marks, merges: grid.merges, grid };
    }),
  }));
  reworded(books, 'all', new Random(`other words ${seed}`));
  return closed(books);
}

/** What a text heads or labels: the whole of it, what stands before its colon, or before the title it holds. */
function markOf(text: string, title: string | undefined): Pick<Mark, 'concept' | 'label'> | null {
  if (title !== undefined) {
    const before = text.slice(0, Math.max(text.indexOf(title), 0));
    const label = /^[\p{L}\s.’']*\p{L}/u.exec(before)?.[0] ?? '';
    const concept = conceptOf(label);
    return concept === null ? null : { concept, label };
  }
  const [, label = '', rest = ''] = /^([^:\n]+?)\s*:\s*(.*)$/s.exec(text) ?? [];
  const concept = conceptOf(rest === '' ? text.replace(/[\s:]+$/, '') : label);
  return concept === null ? null : { concept, label: rest === '' ? null : label };
}

function conceptOf(text: string): string | null {
  if (!/\p{L}{2}/u.test(text)) return null;
  const { subject, attribute, ignored, confidence } = readHeader(text);
  if (ignored !== null || confidence < SURE) return null;
  const level = subject === 'objective' ? 'pegObjective' : subject;
  if (attribute === 'code' && level !== null) return `${level}.code`;
  if (attribute === null || attribute === 'title') return level ?? (attribute === 'title' ? 'name' : null);
  return CONCEPTS.includes(attribute as Concept) ? attribute : null;
}

/** All words known: less would be a value that happens to hold one. */
const SURE = 0.99;
