import { MAX_COLUMNS, MAX_ROWS, WorkbookError } from '../workbook';
import type { XmlCursor } from './xml';

/** What reader and writer want to hear of while going through a worksheet part. Rows and columns zero-based. */
export interface SheetVisitor {
  /** The cursor stands on a `row`, whose number is known only once its first cell is seen when it has no `r`. */
  row?(row: number): void;
  /** The cursor stands on a `c`; the visitor reads or skips it to its end. */
  cell(row: number, column: number): void;
  /** The row is over: the cursor stands on its closing tag, or still on the empty `row`. */
  rowEnd?(row: number): void;
  /** Any other element outside `sheetData`. */
  other?(name: string): void;
}

/**
 * Goes through a worksheet part. Positions are optional in the format: a row without number follows the row
 * before it, a cell without address the cell before it.
 * @throws WorkbookError `damaged` for an address that no sheet has.
 */
export function scanSheet(cursor: XmlCursor, visitor: SheetVisitor): void {
  let row = -1;
  let column = -1;
  let inData = false;
  let complete = false;
  while (cursor.next()) {
    const { kind, name } = cursor;
    if (kind === 'text') continue;
    if (name === 'worksheet') complete = kind === 'close' || cursor.empty;
    else if (name === 'sheetData') {
      inData = kind === 'open' && !cursor.empty;
      visitor.other?.(name);
    } else if (!inData) {
      if (kind === 'open') visitor.other?.(name);
    } else if (name === 'row') {
      if (kind === 'open') {
        const number = cursor.attribute('r');
        row = number === null ? row + 1 : Number(number) - 1;
        column = -1;
        if (!(row >= 0 && row < MAX_ROWS)) throw badAddress(number ?? '');
        visitor.row?.(row);
      }
      if (kind === 'close' || cursor.empty) visitor.rowEnd?.(row);
    } else if (name === 'c' && kind === 'open') {
      const address = cursor.attribute('r');
      if (address === null) column += 1;
      else {
        const place = parsePlace(address);
        column = place % MAX_COLUMNS;
        row = Math.floor(place / MAX_COLUMNS);
      }
      if (column >= MAX_COLUMNS) throw badAddress(address ?? '');
      visitor.cell(row, column);
    } else if (kind === 'open') cursor.skip();
  }
  // half a sheet must not pass for a short one
  if (!complete) throw new WorkbookError('damaged', { reason: 'xml' });
}

/** `C7` → row * MAX_COLUMNS + column, both zero-based; a hand-made loop because it runs once per cell. */
function parsePlace(address: string): number {
  let column = 0;
  let i = 0;
  for (; i < address.length; i++) {
    const code = address.charCodeAt(i) & ~0x20;
    if (code < 0x41 || code > 0x5a) break;
    column = column * 26 + code - 0x40;
  }
  const row = Number(address.slice(i));
  if (!(column >= 1 && column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS && Number.isInteger(row))) {
    throw badAddress(address);
  }
  return (row - 1) * MAX_COLUMNS + column - 1;
}

function badAddress(address: string): WorkbookError {
  return new WorkbookError('damaged', { reason: 'address', address });
}
