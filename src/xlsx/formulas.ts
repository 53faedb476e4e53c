import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName } from '../workbook';

/** Pieces of a formula that are not references to move: texts, quoted sheet names, names in brackets. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[A-Za-z_\\$\d.\u00C0-\uFFFF]+(?=\s*\()|[A-Za-z_\\$\d.\u00C0-\uFFFF]+!?/g;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const SHEETS = /^:[^\s:!,()+*/&=<>^-]+!/;
const ROW = /^(\$?)(\d{1,7})$/;

/**
 * The formula of a cell that shares one with the first cell of its group, `rows` below and `columns` to the
 * right of it (ECMA-376 part 1, 18.3.1.40): relative references move, `$` ones stay.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  let after = 0;
  return formula.replace(PIECES, (piece, at: number) => {
    const range = formula[at + piece.length] === ':' || (formula[at - 1] === ':' && at === after + 1);
    after = at + piece.length;
    const cell = CELL.exec(piece);
    if (cell) {
      if (/^\s*\(/.test(formula.slice(at + piece.length))) return piece;
      const column = moveColumn(cell[1], cell[2], columns);
      const row = moveRow(cell[3], cell[4], rows);
      return column && row ? column + row : '#REF!';
    }
    // a range of columns or rows, or of sheets (`Gen:Dic!A1`)
    if (!range || SHEETS.test(formula.slice(at + piece.length))) return piece;
    const column = COLUMN.exec(piece);
    if (column) return moveColumn(column[1], column[2], columns) ?? '#REF!';
    const row = ROW.exec(piece);
    return row ? (moveRow(row[1], row[2], rows) ?? '#REF!') : piece;
  });
}

function moveColumn(fixed = '', name = '', by: number): string | null {
  const column = columnIndex(name) + (fixed ? 0 : by);
  return column < 0 || column >= MAX_COLUMNS ? null : fixed + columnName(column);
}

function moveRow(fixed = '', number = '', by: number): string | null {
  const row = Number(number) - 1 + (fixed ? 0 : by);
  return row < 0 || row >= MAX_ROWS ? null : fixed + String(row + 1);
}
