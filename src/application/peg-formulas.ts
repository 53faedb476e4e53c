import {
  cellAddress,
  forEachCell,
  type Cell,
  type CellRef,
  type Grid,
  type GridRow,
  type WorkbookSnapshot,
} from '../workbook';

/**
 * A call of one of our functions: `PEG.INDICATOR(`; in files, and where the add-in is not there, Excel writes
 * `_xldudf_PEG_INDICATOR(` (github.com/OfficeDev/office-js/issues/5611).
 */
const PEG_CALL = /(?:^|[^A-Z0-9_.])(?:_xldudf_PEG_|(?:_xlfn\.|_xludf\.)?PEG\.)[A-Z][A-Z0-9_.]*\s*\(/i;

/** Whether a formula (without its equals sign) uses one of our functions; texts and names of sheets do not count. */
export function isPegFormula(formula: string): boolean {
  if (!/PEG[._]/i.test(formula)) return false;
  return PEG_CALL.test(formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, ''));
}

/** What Excel shows where it does not know a function, in Italian and in English. */
const UNKNOWN_NAME = /^#(?:NOME|NAME)\?$/i;

/**
 * Cells with one of our functions that Excel did not know when it opened the workbook; each with its formula as it has
 * to be written again (no equals sign). They come right by that, once the add-in is there.
 */
export function unknownFormulas(book: WorkbookSnapshot): (CellRef & { readonly formula: string })[] {
  const cells: (CellRef & { readonly formula: string })[] = [];
  for (const grid of book.sheets)
    forEachCell(grid, ({ formula, error, text }, row, column) => {
      if (formula === undefined || error !== true || !UNKNOWN_NAME.test(text) || !isPegFormula(formula))
        return;
      cells.push({ sheet: grid.name, address: cellAddress(row, column), formula: readable(formula) });
    });
  return cells;
}

/** `_xldudf_PEG_INDICATOR(…)`, as files have it, → `PEG.INDICATOR(…)`; texts and names of sheets stay. */
const readable = (formula: string): string =>
  formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?:_xldudf_PEG_|_xlfn\.PEG\.|(?:_xlfn\.)?_xludf\.PEG\.)(?=[A-Z])/gi,
    (piece) => (/^["']/.test(piece) ? piece : 'PEG.'),
  );

const plain = new WeakMap<Grid, Grid>();

/** A grid without the cells that show what we say of the plan; the very same grid where it has none. */
function withoutOurs(grid: Grid): Grid {
  const known = plain.get(grid);
  if (known) return known;
  const isOurs = (cell: Cell): boolean => cell.formula !== undefined && isPegFormula(cell.formula);
  const cleaned = grid.rows.some(({ cells }) => cells.some(isOurs))
    ? { ...grid, rows: grid.rows.flatMap((line) => lineWithout(line, isOurs)) }
    : grid;
  plain.set(grid, cleaned);
  return cleaned;
}

function lineWithout(line: GridRow, isOurs: (cell: Cell) => boolean): GridRow[] {
  if (!line.cells.some(isOurs)) return [line];
  const columns = line.columns.filter((_, at) => line.cells[at] && !isOurs(line.cells[at]));
  const cells = line.cells.filter((cell) => !isOurs(cell));
  return cells.length > 0 ? [{ row: line.row, columns, cells }] : [];
}

/**
 * A workbook as the plan is read from it: a cell with one of our functions says what we say of the plan, and is no
 * content of it wherever it stands.
 */
export function withoutPegFormulas(book: WorkbookSnapshot): WorkbookSnapshot {
  const sheets = book.sheets.map(withoutOurs);
  return sheets.every((grid, at) => grid === book.sheets[at]) ? book : { ...book, sheets };
}
