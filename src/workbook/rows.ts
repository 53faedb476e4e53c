import type { Cell, GridRow } from './grid';

/**
 * Rows of a grid from a matrix, empty cells as null.
 * @param top zero-based row of the first line. @param left zero-based column of the first cell of each line.
 */
export function gridRows(
  lines: readonly (readonly (Cell | null | undefined)[])[],
  top = 0,
  left = 0,
): GridRow[] {
  const rows = new RowCollector();
  lines.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (cell) rows.add(row + top, column + left, cell);
    });
  });
  return rows.finish();
}

/**
 * Gathers cells into the rows of a grid. Cells may come in any order; of two in one place the later stays. Cells of
 * one row one after the other, from left to right, cost least.
 */
export class RowCollector {
  private readonly rows: GridRow[] = [];
  private ordered = true;
  /** The row that is being filled; -1 when there is none. */
  private row = -1;
  private columns: number[] = [];
  private cells: Cell[] = [];
  /** The row furthest down so far. */
  private lowest = -1;
  private readonly byNumber = new Map<number, number>();

  add(row: number, column: number, cell: Cell): void {
    if (row !== this.row) this.open(row);
    const { columns, cells } = this;
    let at = columns.length;
    while (at > 0 && (columns[at - 1] ?? 0) >= column) at--;
    if (at === columns.length) {
      columns.push(column);
      cells.push(cell);
    } else {
      const again = columns[at] === column ? 1 : 0;
      columns.splice(at, again, column);
      cells.splice(at, again, cell);
    }
  }

  /** The rows, top to bottom. Nothing may be added afterwards. */
  finish(): GridRow[] {
    this.close();
    if (!this.ordered) this.rows.sort((a, b) => a.row - b.row);
    return this.rows;
  }

  private open(row: number): void {
    this.close();
    this.row = row;
    if (row > this.lowest) this.lowest = row;
    else this.reopen(row);
  }

  /** A row further up than one that has been seen: files with rows out of order are rare, and indexed only then. */
  private reopen(row: number): void {
    for (let at = this.byNumber.size; at < this.rows.length; at++) {
      this.byNumber.set(this.rows[at]?.row ?? 0, at);
    }
    const known = this.rows[this.byNumber.get(row) ?? -1];
    this.columns = [...(known?.columns ?? [])];
    this.cells = [...(known?.cells ?? [])];
    if (!known) this.ordered = false;
  }

  /** Puts the row that was being filled away, in arrays no longer than it is. */
  private close(): void {
    const { row, columns, cells, rows } = this;
    if (row < 0) return;
    const above = rows[rows.length - 1]?.columns;
    const shared = above && sameNumbers(above, columns) ? above : columns.slice();
    const done = { row, columns: shared, cells: cells.slice() };
    const known = this.byNumber.get(row);
    if (known === undefined) rows.push(done);
    else rows[known] = done;
    columns.length = 0;
    cells.length = 0;
  }
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);
