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
 * A table whose header goes on below the row that was taken for it: cells of it are merged down, or a second line stands
 * under it.
 */
export function withWholeHeader(table: FoundTable): FoundTable {
  return withSecondLine(withMergedHeader(table));
}

/** Headers merged over several rows tell how many rows the header has; what stands beside them goes with the header above. */
function withMergedHeader(table: FoundTable): FoundTable {
  const { sheet, columns, headerBottom, lastRow } = table;
  const bottoms = columns.flatMap(({ text, column }) =>
    text === '' ? [] : (sheet.merge(headerBottom, column)?.bottom ?? headerBottom),
  );
  const bottom = Math.max(headerBottom, ...bottoms);
  const merged = bottoms.filter((one) => one === bottom).length;
  if (bottom === headerBottom || bottom >= lastRow || merged < LEAST_COLUMNS || merged * 2 < bottoms.length)
    return table;
  return {
    ...table,
    headerBottom: bottom,
    columns: columns.map((header) => {
      const rows = rowsBetween(headerBottom + 1, bottom).filter(
        (row) => sheet.line(row, header.column) !== '',
      );
      if (rows.length === 0) return header;
      const texts = [...header.texts, ...rows.map((row) => sheet.line(row, header.column))];
      const text = texts.join(' ');
      const places = [...header.places, ...rows.map((row) => ({ row, column: header.column }))];
      return { ...header, text, texts, places, meaning: sheet.words.header(text) };
    }),
  };
}

/**
 * A table whose header has a second line under it, such as the same in another language: words right below the header,
 * in every column that holds codes, dates or numbers further down.
 */
function withSecondLine(table: FoundTable): FoundTable {
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
    if (isValue(own)) return table;
    if (/\p{L}{2}/u.test(own)) headed += 1;
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

/** A blank cell, a long text, or one of the kind that columns hold. */
function isValue(text: string): boolean {
  const kind = kindOfText(text);
  return text === '' || text.length > 40 || (kind !== null && PLAIN.has(kind));
}
