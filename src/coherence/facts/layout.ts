import type { PegRow, PlanTable } from '../../plan';
import { parseArea, type CellRef } from '../../workbook';
import { rowSubject, tableSubject, type FactContext } from './context';
import { factSet, list, number, text, token, type Fact } from './fact';

const fields = {
  problem: token('che cosa non va', 'what is wrong'),
  sheet: text('foglio', 'sheet'),
  cause: text('che cosa hanno in comune le celle', 'what the cells have in common'),
  rows: number('quante righe', 'how many rows'),
  codes: list('codici delle righe', 'codes of the rows'),
  titles: list('titoli delle righe', 'titles of the rows'),
} as const;

/** Where the layout of a table hides what its cells say: shifted rows, fused cells, columns without header. */
export const layoutProblems = factSet({
  name: 'layoutProblems',
  about: {
    it: 'Le tabelle degli obiettivi, con righe slittate, celle fuse e colonne senza intestazione',
    en: 'Objective tables, with shifted rows, fused cells and columns without a header',
  },
  fields,
  facts: (context) => [
    ...shiftedRuns(context),
    ...context.plan.tables.flatMap((table) => [...fusedTable(table), ...blankHeader(table)]),
    ...context.plan.tables.filter((table) => table.role === 'objectives').map(soundTable),
  ],
});

type LayoutFact = Fact<typeof fields>;

/** Neighbouring rows that slid the same way are one cause. */
function shiftedRuns(context: FactContext): LayoutFact[] {
  const runs: PegRow[][] = [];
  for (const row of context.plan.pegRows) {
    const kind = layoutOf(row, context);
    if (kind === null) continue;
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && layoutOf(before, context) === kind && areNeighbours(before, row)) last.push(row);
    else runs.push([row]);
  }
  return runs.map((rows) => {
    const [first] = rows as [PegRow, ...PegRow[]];
    const subject = rowSubject(first);
    return {
      subject: {
        ...subject,
        kind: 'row',
        id: rows
          .map((row) => rowSubject(row).id)
          .sort()
          .join(' '),
      },
      values: {
        problem: layoutOf(first, context),
        sheet: sheetOf(first),
        cause: rows.map((row) => rowSubject(row).id).join(' '),
        rows: rows.length,
        codes: rows.flatMap((row) => row.code?.value ?? []),
        titles: rows.map((row) => row.title.value),
      },
      cells: { '*': rows.flatMap(writtenCells) },
      involved: rows.flatMap((row) => [row.id, row.pegId]),
    };
  });
}

function layoutOf(row: PegRow, context: FactContext): PegRow['layout'] | null {
  if (row.layout === 'regular') return null;
  const byDesign = (context.tables.get(row.tableId)?.fusedByDesign.length ?? 0) > 0;
  return row.layout === 'fused' && byDesign ? null : row.layout;
}

function areNeighbours(a: PegRow, b: PegRow): boolean {
  const [x, y] = [a.title.cells[0], b.title.cells[0]];
  const [rowA, rowB] = [x && parseArea(x.address)?.top, y && parseArea(y.address)?.top];
  return a.tableId === b.tableId && rowA !== undefined && rowB !== undefined && Math.abs(rowA - rowB) === 1;
}

/** Code and title first, then what else the row itself says (not what it inherits from above). */
function writtenCells(row: PegRow): CellRef[] {
  const own = row.cells.filter((cell) => sheetLine(cell) === sheetLine(row.title.cells[0]));
  return [...(row.code?.cells ?? []), ...row.title.cells, ...own];
}

function sheetLine(cell: CellRef | undefined): string | null {
  const area = cell && parseArea(cell.address);
  return area ? `${cell.sheet}|${area.top}` : null;
}

function sheetOf(row: PegRow): string {
  return row.title.cells[0]?.sheet ?? '';
}

function fusedTable(table: PlanTable): LayoutFact[] {
  if (table.fusedByDesign.length === 0) return [];
  return [tableFact(table, 'fused-table', table.fusedByDesign.length, [...table.fusedByDesign])];
}

function blankHeader(table: PlanTable): LayoutFact[] {
  const blank = table.columns.filter((column) => column.field !== null && column.header === null);
  if (blank.length === 0 || table.header.length === 0) return [];
  return [tableFact(table, 'blank-header', table.rows, [...table.header])];
}

function soundTable(table: PlanTable): LayoutFact {
  return { ...tableFact(table, null, table.rows, [...table.header]), involved: [] };
}

function tableFact(table: PlanTable, problem: string | null, rows: number, cells: CellRef[]): LayoutFact {
  return {
    subject: tableSubject(table),
    values: {
      problem,
      sheet: table.sheet,
      cause: problem === 'blank-header' ? null : table.sheet,
      rows,
      codes: [],
      titles: [],
    },
    cells: { '*': cells },
    involved: [table.id],
  };
}
