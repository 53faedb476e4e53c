import { rowsBetween, type Span } from '../grid/sheet-view';
import type { HeaderBlock, HeaderColumn } from './header-block';
import type { HeaderReader } from './header-row';

/** Tables that stand beside each other under one row of headers. */
export interface SideBySide {
  readonly spans: readonly Span[];
  /** Last row before something stands across the gap. */
  readonly bottom: number;
}

/** Two blank columns part tables; one blank column parts them only where the same headers come again. */
const CLEAR_GAP = 2;

/** Rows under the header that must leave a column blank for it to part tables. */
const LOOKED_AT = 4;

/** Whether a header is really that of several tables with blank columns between them; null when it is one. */
export function sideBySide(reader: HeaderReader, header: HeaderBlock): SideBySide | null {
  const { left, right } = reader.region;
  const gaps = gapColumns(reader, header);
  const parts: HeaderColumn[][] = [];
  let gap = 0;
  for (const column of header.columns) {
    if (gaps.has(column.column)) gap += 1;
    else {
      const current = parts.at(-1);
      if (
        !current ||
        gap >= CLEAR_GAP ||
        (gap > 0 && (comesAgain(column, current) || areTitled(reader, header, current, column)))
      )
        parts.push([column]);
      else current.push(column);
      gap = 0;
    }
  }
  if (parts.length < 2 || !parts.every(namesSomething)) return null;
  const starts = parts.map((part) => part[0]?.column ?? left);
  const spans = starts.map((start, i) => ({
    left: i === 0 ? left : start,
    right: (starts[i + 1] ?? right + 1) - 1,
  }));
  return { spans, bottom: lastRowOf(reader, header, gaps) };
}

/** Columns without a header and without anything in the first rows below it. */
function gapColumns(reader: HeaderReader, header: HeaderBlock): Set<number> {
  const below = rowsBetween(header.bottom + 1, reader.region.bottom)
    .slice(0, LOOKED_AT * 2)
    .filter((row) => reader.filled(row).length > 1)
    .slice(0, LOOKED_AT);
  return new Set(
    header.columns
      .filter(({ text, column }) => text === '' && !below.some((row) => reader.filled(row).includes(column)))
      .map(({ column }) => column),
  );
}

/** A title of its own right above each of them. */
function areTitled(
  { sheet }: HeaderReader,
  { top }: HeaderBlock,
  part: readonly HeaderColumn[],
  column: HeaderColumn,
): boolean {
  const before = sheet.filled(top - 1).filter((one) => one < column.column);
  return before.length === 1 && before[0] === part[0]?.column && sheet.text(top - 1, column.column) !== '';
}

function comesAgain(column: HeaderColumn, part: readonly HeaderColumn[]): boolean {
  const [first] = part;
  return first !== undefined && first.text !== '' && first.text.toLowerCase() === column.text.toLowerCase();
}

/** A table of its own has at least two headers that the lexicon knows, one of them a name, a code or a centre. */
function namesSomething(part: readonly HeaderColumn[]): boolean {
  const known = part.filter(({ meaning }) => meaning.subject !== null || meaning.attribute !== null);
  const named = known.some(
    ({ meaning }) =>
      meaning.attribute === null ||
      meaning.attribute === 'title' ||
      meaning.attribute === 'code' ||
      meaning.attribute === 'centre',
  );
  return known.length >= 2 && named;
}

/** The rows that keep the gaps free. */
function lastRowOf(reader: HeaderReader, header: HeaderBlock, gaps: ReadonlySet<number>): number {
  const crosses = (row: number) =>
    reader.filled(row).some((column) => {
      const { left, right } = reader.sheet.merge(row, column) ?? { left: column, right: column };
      return [...gaps].some((gap) => gap >= left && gap <= right);
    });
  let row = header.bottom;
  while (row < reader.region.bottom && !crosses(row + 1)) row += 1;
  return row;
}
