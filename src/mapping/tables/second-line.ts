import { rowsBetween } from '../grid/sheet-view';
import { commonKind, kindOfText } from '../relation/content';
import type { FoundTable } from './find-tables';

/** Rows that tell what a column holds, at least and at most. */
const LEAST_ROWS = 3;
const LOOKED_AT = 40;
/** Share of them that are of one kind. */
const ALIKE = 0.8;
/** Columns of codes, dates or numbers that a second line of header heads at least. */
const LEAST_COLUMNS = 2;

/**
 * A table whose header has a second line under it, such as the same in another language: words right below the header,
 * in every column that holds codes, dates or numbers further down.
 */
export function withSecondLine(table: FoundTable): FoundTable {
  const { sheet, columns, headerBottom, lastRow } = table;
  const line = headerBottom + 1;
  const below = rowsBetween(line + 1, lastRow)
    .filter((row) => sheet.filled(row, table).length > 1)
    .slice(0, LOOKED_AT);
  if (below.length < LEAST_ROWS) return table;
  let headed = 0;
  for (const { column, text } of columns) {
    const values = below.map((row) => sheet.line(row, column)).filter((value) => value !== '');
    const kind = values.length < LEAST_ROWS ? null : commonKind(values, ALIKE);
    if (kind === null || !PLAIN.has(kind)) continue;
    const own = sheet.line(line, column);
    if (text === '' && own === '') continue;
    if (!isWord(own)) return table;
    headed += 1;
  }
  if (headed < LEAST_COLUMNS) return table;
  return {
    ...table,
    headerBottom: line,
    columns: columns.map((header) =>
      sheet.line(line, header.column) === ''
        ? header
        : { ...header, places: [...header.places, { row: line, column: header.column }] },
    ),
  };
}

/** Kinds that no header is of. */
const PLAIN: ReadonlySet<string> = new Set(['date', 'percent', 'number', 'code']);

/** A short word that is no value. */
function isWord(text: string): boolean {
  const kind = kindOfText(text);
  return /\p{L}{2}/u.test(text) && text.length <= 40 && (kind === null || !PLAIN.has(kind));
}
