import { PlanSession } from '../../src/application';
import { ExcelWorkbook } from '../../src/excel';
import { XlsxWorkbook } from '../../src/xlsx';
import { MemoryWorkbook, cellAt, type Grid, type WorkbookSnapshot } from '../../src/workbook';
import { openXlsx } from '../../src/workbench/host';
import { openExcel } from './office';

/** Where the two ports differ: the path inside the reading and what each says there. */
export interface Difference {
  readonly where: string;
  readonly file: unknown;
  readonly excel: unknown;
}

const TODAY = '2017-06-30';

/** Plan, questions and findings as other programs would get them: maps, sets and undefined fields made plain. */
async function readingOf(book: WorkbookSnapshot): Promise<unknown> {
  const session = await PlanSession.open(new MemoryWorkbook(book), { today: TODAY });
  const { plan, mapping, judgement } = await session.check();
  const reading = { plan, questions: mapping.reading, findings: judgement.findings };
  return JSON.parse(
    JSON.stringify(reading, (_key, value: unknown) =>
      value instanceof Map || value instanceof Set ? [...value] : value,
    ),
  );
}

/** A file's sheet with the values of formulas that its program never calculated: Excel does so when it opens it. */
function calculated(grid: Grid, excel: WorkbookSnapshot): Grid {
  const other = excel.sheets.find(({ name }) => name === grid.name);
  const rows = grid.rows.map((line) => ({
    ...line,
    cells: line.cells.map((cell, at) => {
      const open = cell.formula !== undefined && cell.value === null && cell.error !== true;
      return (open && other && cellAt(other, line.row, line.columns[at] ?? 0)) || cell;
    }),
  }));
  return { ...grid, rows };
}

/**
 * Reads a workbook as a file and as the pretended Excel opens it, through unmodified office.js.
 * @returns the first differences of plan, questions and findings, at most `most`; none when both say the same
 */
export async function differencesOf(bytes: Uint8Array, name: string, most = 20): Promise<Difference[]> {
  await openExcel(openXlsx(bytes, name));
  const excel = await new ExcelWorkbook().snapshot();
  const read = await new XlsxWorkbook(bytes, name).snapshot();
  const file = { ...read, sheets: read.sheets.map((grid) => calculated(grid, excel)) };
  const found: Difference[] = [];
  compare(await readingOf(file), await readingOf(excel), '', (difference) => {
    if (found.length < most) found.push(difference);
  });
  return found;
}

function compare(file: unknown, excel: unknown, where: string, tell: (one: Difference) => void): void {
  if (Object.is(file, excel)) return;
  if (isRecord(file) && isRecord(excel)) {
    for (const key of new Set([...Object.keys(file), ...Object.keys(excel)]))
      compare(file[key], excel[key], where === '' ? key : `${where}.${key}`, tell);
  } else tell({ where, file, excel });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
