import { normaliseCode } from '../../plan';
import { rowsBetween, type SheetView } from '../grid/sheet-view';
import type { Column } from '../tables/column';
import { namesPartOfYear } from '../tables/months';
import type { FoundTable } from '../tables/find-tables';
import { field } from '../words/field';
import { readHeader } from '../words/lexicon';
import { KNOWN } from '../words/meaning';

/** A matrix has so many columns, side by side. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;
const MOST_SIGNS = 4;
const SURE = 0.85;
const MAX_MARK = 3;
const MARKED = 0.95;
const MARKS = /^(?:[x×✓✔•●■]|sì|si|no|[a-z])$/i;
/** Answers that stand in every row, not marks. */
const YES_OR_NO = /^(?:s|n|y|sì|si|no)$/;
const SHARE = /^\d{1,3}(?:[.,]\d+)?\s*%?$/;

/** A column with its heading, and what it was taken for so far. */
type Headed = Pick<Column, 'column' | 'text'> & Partial<Pick<Column, 'field' | 'origin'>>;

/**
 * Columns side by side that hold nothing but marks or shares of a hundred, under headings that are no words of the
 * plan, say who takes part in what each row names: the office or person that heads them.
 */
export function withOffices(columns: readonly Column[], table: FoundTable): Column[] {
  const names = columns.some(
    ({ field: own }) => own?.subject === 'pegObjective' && own.attribute === 'title',
  );
  const offices = names ? officeColumns(columns, table) : [];
  return columns.map((column): Column => {
    if (!offices.includes(column.column)) return column;
    const marks = textsIn(table, column.column).map(normaliseCode);
    const own = field('pegObjective', 'participants');
    const codes = new Map(marks.map((mark) => [mark, column.text] as const));
    return { ...column, field: own, ignored: null, confidence: SURE, origin: 'content', codes };
  });
}

/** The columns of a table that offices or people head, with marks or shares in them; empty where there are none. */
export function officeColumns(
  columns: readonly Headed[],
  table: Pick<FoundTable, 'sheet' | 'headerBottom' | 'lastRow'>,
): number[] {
  const runs: number[][] = [[]];
  for (const column of columns) {
    if (isOffice(column, table)) runs.at(-1)?.push(column.column);
    else if ((runs.at(-1) ?? []).length > 0) runs.push([]);
  }
  const [run = []] = runs.sort((a, b) => b.length - a.length);
  const marks = run.flatMap((column) => textsIn(table, column));
  const enough = run.length >= LEAST_COLUMNS && marks.length >= LEAST_ROWS;
  return enough && agrees(run, table, marks) ? run : [];
}

type Rows = Pick<FoundTable, 'sheet' | 'headerBottom' | 'lastRow'>;

function textsIn({ sheet, headerBottom, lastRow }: Rows, column: number): string[] {
  return rowsBetween(headerBottom + 1, lastRow)
    .map((row) => sheet.text(row, column).trim())
    .filter((text) => text !== '');
}

function isOffice({ column, text, field: own, origin }: Headed, table: Rows): boolean {
  if (origin === 'profile' || own?.attribute === 'month' || !/\p{L}{2}/u.test(text) || namesPartOfYear(text))
    return false;
  const { confidence, attribute, subject } = readHeader(text);
  const ofPlan = subject !== null || (attribute !== null && attribute !== 'centre');
  if (confidence >= KNOWN && ofPlan) return false;
  const texts = textsIn(table, column);
  const marks = texts.filter((one) => isMark(one) || SHARE.test(one)).length;
  return texts.length > 0 && marks >= texts.length * MARKED;
}

function isMark(text: string): boolean {
  return text.length <= MAX_MARK && MARKS.test(text);
}

/** Shares add up to the whole in most rows; marks are few different signs. */
function agrees(
  run: readonly number[],
  { sheet, headerBottom, lastRow }: Rows,
  marks: readonly string[],
): boolean {
  if (marks.every(isMark)) {
    const signs = [...new Set(marks.map((mark) => mark.toLowerCase()))];
    return signs.length <= MOST_SIGNS && !(signs.length > 1 && signs.every((sign) => YES_OR_NO.test(sign)));
  }
  const sums = rowsBetween(headerBottom + 1, lastRow)
    .map((row) => run.reduce((sum, column) => sum + shareOf(sheet, row, column), 0))
    .filter((sum) => sum > 0);
  return sums.filter((sum) => Math.abs(sum - 100) < 1).length * 2 > sums.length;
}

function shareOf(sheet: SheetView, row: number, column: number): number {
  const text = sheet.text(row, column);
  const number = Number(text.replace('%', '').replace(',', '.').trim());
  if (text === '' || Number.isNaN(number)) return 0;
  return !text.includes('%') && number <= 1 ? number * 100 : number;
}
