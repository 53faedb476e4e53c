import { mapWorkbook } from '../../../src/mapping';
import type { PlanTable } from '../../../src/plan';
import { gridOf, parseArea, type Cell, type Grid, type WorkbookSnapshot } from '../../../src/workbook';
import { rowsOf } from './rows';

/** Headers that stand for months or parts of a year: their order is their meaning. */
const TIME =
  /^(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic|[gfmalsond]|[1-9]|1[0-2]|i{1,3}|iv|(?:i{1,3}|iv|[1-4])[°.]? (?:trim|sem)\w*\.?)$/i;

/**
 * The columns of each table in another order, the last ones first, whatever stands around it: cards, bands, other
 * tables. The columns of a calendar stay together. Tables with merged cells stay as they are.
 */
export function columnsMoved(snapshot: WorkbookSnapshot, by: number): WorkbookSnapshot {
  const { tables } = mapWorkbook({ workbooks: [snapshot] }).plan;
  return { ...snapshot, sheets: snapshot.sheets.map((grid) => moved(grid, tables, by)) };
}

function moved(grid: Grid, tables: readonly PlanTable[], by: number): Grid {
  const rows = rowsOf(grid);
  for (const table of tables.filter(({ sheet, header }) => sheet === grid.name && header.length > 1)) {
    const area = areaOf(table, rows);
    const merged = grid.merges.some(
      ({ top, bottom, left, right }) =>
        top <= area.bottom && bottom >= area.top && left <= area.right && right >= area.left,
    );
    if (!merged) moveColumns(rows, area, by);
  }
  return { ...gridOf(grid.name, rows), merges: grid.merges, visibility: grid.visibility };
}

interface TableArea {
  readonly top: number;
  readonly header: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** From the header to the last row of data, one blank row in between passed over. */
function areaOf(table: PlanTable, rows: readonly (Cell | null)[][]): TableArea {
  const header = table.header.flatMap(({ address }) => parseArea(address) ?? []);
  const columns = [
    ...header.map(({ left }) => left),
    ...table.columns.flatMap(({ column }) => parseArea(`${column}1`)?.left ?? []),
  ];
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const isFull = (row: number): boolean =>
    rows[row]?.slice(left, right + 1).some((cell) => cell !== null && cell.text !== '') ?? false;
  const top = Math.min(...header.map((cell) => cell.top));
  const last = Math.max(...header.map((cell) => cell.bottom));
  let bottom = last;
  for (let seen = 0; isFull(bottom + 1) || (seen < table.rows && isFull(bottom + 2));) {
    bottom += 1;
    if (isFull(bottom)) seen += 1;
  }
  return { top, header: last, bottom, left, right };
}

function moveColumns(
  rows: (Cell | null)[][],
  { top, header, bottom, left, right }: TableArea,
  by: number,
): void {
  const isTime = (column: number): boolean => TIME.test(rows[header]?.[column]?.text ?? '');
  const blocks: number[][] = [];
  for (let column = left; column <= right; column++) {
    const before = blocks.at(-1);
    if (before && isTime(column) && isTime(before.at(-1) ?? left)) before.push(column);
    else blocks.push([column]);
  }
  const order = blocks.flatMap((_, at) => blocks[(at - by + 2 * blocks.length) % blocks.length] ?? []);
  for (const row of rows.slice(top, bottom + 1)) {
    const cells = row.slice(left, right + 1);
    // A line of its own (a band, a title) stays where it begins.
    const filled = cells.flatMap((cell, at) => (cell !== null && cell.text !== '' ? [at] : []));
    if (filled.length === 1 && filled[0] === 0) continue;
    row.splice(left, cells.length, ...order.map((column) => cells[column - left] ?? null));
  }
}
