import type { PegRow, PlanTable } from '../../plan';
import { parseArea, type CellRef } from '../../workbook';
import { rowSubject, tableSubject, type FactContext } from './context';
import { list, number, text, token, view } from './view';

type Run = [PegRow, ...PegRow[]];
const subjectsOf = (rows: Run): readonly string[] => rows.map((row) => rowSubject(row).id);

/** Rows that are not laid out as the others of their table, neighbours of one kind together. */
export const shiftedRows = view<Run>({
  name: 'shiftedRows',
  about: {
    it: 'Le righe slittate o fuse, a differenza delle altre della loro tabella; le vicine insieme',
    en: 'Rows shifted or fused, other than the rest of their table; neighbours together',
  },
  items: runsOf,
  subject: (rows) => ({ ...rowSubject(rows[0]), kind: 'row', id: [...subjectsOf(rows)].sort().join(' ') }),
  involved: (rows) => rows.flatMap(({ id, pegId }) => [id, pegId]),
  cells: (rows) => rows.flatMap(writtenCells),
  fields: {
    problem: token('che cosa non va / what is wrong', ([first], context) => layoutOf(first, context)),
    sheet: text('foglio / sheet', ([first]) => first.title.cells[0]?.sheet),
    cause: text('che cosa hanno in comune le celle / what the cells have in common', (rows) =>
      subjectsOf(rows).join(' '),
    ),
    rows: number('quante righe / how many rows', (rows) => rows.length),
    codes: list('codici delle righe / codes of the rows', (rows) =>
      rows.flatMap(({ code }) => code?.value ?? []),
    ),
    titles: list('titoli delle righe / titles of the rows', (rows) => rows.map(({ title }) => title.value)),
  },
});

interface Seen {
  readonly table: PlanTable;
  readonly problem: 'fused-table' | 'blank-header' | null;
}

/** The tables of the plan, once for each thing that is wrong with one. */
export const tables = view<Seen>({
  name: 'tables',
  about: {
    it: 'Le tabelle del piano, ciascuna una volta per ogni cosa che non va',
    en: 'The tables of the plan, each once for everything that is wrong with it',
  },
  items: ({ plan }) =>
    plan.tables.flatMap((table) => problemsOf(table).map((problem): Seen => ({ table, problem }))),
  subject: ({ table }) => tableSubject(table),
  involved: ({ table }) => [table.id],
  cells: ({ table, problem }) => (problem === 'fused-table' ? table.fusedByDesign : table.header),
  fields: {
    role: token('che cosa contiene / what it holds', ({ table }) => table.role),
    sheet: text('foglio / sheet', ({ table }) => table.sheet),
    cause: text('foglio, dove codice e titolo sono fusi / sheet, where code and title are fused', (one) =>
      one.problem === 'fused-table' ? one.table.sheet : null,
    ),
    problem: token(
      'codice e titolo nella stessa cella (fused-table), o dati senza intestazione (blank-header) / code and title in one cell (fused-table), or data without a header (blank-header)',
      ({ problem }) => problem,
    ),
    rows: number('quante righe / how many rows', ({ table, problem }) =>
      problem === 'fused-table' ? table.fusedByDesign.length : table.rows,
    ),
  },
});

function problemsOf(table: PlanTable): readonly Seen['problem'][] {
  const fused = table.fusedByDesign.length > 0 ? (['fused-table'] as const) : [];
  const blank = hasBlankHeader(table) ? (['blank-header'] as const) : [];
  return fused.length + blank.length > 0 ? [...fused, ...blank] : [null];
}

function hasBlankHeader({ columns, header }: PlanTable): boolean {
  return header.length > 0 && columns.some((column) => column.field !== null && column.header === null);
}

/** Neighbouring rows that slid the same way are one cause. */
function runsOf(context: FactContext): readonly Run[] {
  const runs: Run[] = [];
  for (const row of context.plan.pegRows) {
    const kind = layoutOf(row, context);
    if (kind === null) continue;
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && layoutOf(before, context) === kind && areNeighbours(before, row)) last.push(row);
    else runs.push([row]);
  }
  return runs;
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
