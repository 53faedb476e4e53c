import type { Place, SheetView } from '../grid/sheet-view';
import { commonKind, kindOfText } from '../relation/content';
import { isKnown } from '../words/meaning';
import { isTotalRow } from '../words/texts';
import { isLabelText } from './labels-by-looks';

/** Objectives that stand beside each other, each in a column of its own, the labels of their rows in one column. */
export interface TransposedBlock {
  readonly sheet: SheetView;
  /** Column of the labels. */
  readonly left: number;
  /** Rows with a label, also those that have no value here. */
  readonly rows: readonly number[];
  /** Columns of the objectives. */
  readonly columns: readonly number[];
}

/** Fewer rows of labels, or fewer objectives, are something else. */
const MIN_ROWS = 4;
const MIN_COLUMNS = 2;
/** Columns on the left in which labels may stand; groups of rows may stand before them. */
const LABEL_COLUMNS = 3;
/** How much more alike the cells of a row must be than those of a column. */
const CONTRAST = 0.2;
/** Share of the cells of a row or column that a kind of text must have. */
const SAME = 0.75;
/** Rows without a label that may part the block. */
const GAP = 2;

/** The block of a sheet whose rows are attributes and whose columns are objectives; null without one. */
export function transposedIn(sheet: SheetView): TransposedBlock | null {
  const rows = sheet.rows();
  for (let left = sheet.used?.left ?? 0, tried = 0; tried < LABEL_COLUMNS; left++, tried++) {
    const block = blockAt(sheet, rows, left);
    if (block) return block;
  }
  return null;
}

function blockAt(sheet: SheetView, all: readonly number[], left: number): TransposedBlock | null {
  const labelled = together(all.filter((row) => isLabel(sheet, row, left)));
  const rows = labelled.filter((row) => hasValues(sheet, row, left));
  if (rows.length < MIN_ROWS) return null;
  const counts = new Map<number, number>();
  for (const row of rows)
    for (const column of sheet.filled(row))
      if (column > left) counts.set(column, (counts.get(column) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const columns = [...counts].filter(([, count]) => count * 2 >= most).map(([column]) => column);
  if (columns.length < MIN_COLUMNS || !areLabels(sheet, rows, left)) return null;
  columns.sort((a, b) => a - b);
  const texts = (row: number) => columns.map((column) => textAt(sheet, row, column));
  const byRow = alike(rows.map(texts));
  if (rows.filter((row) => holdsLabels(sheet, row, left)).length > 1) return null;
  if (!isWhole(sheet, rows) || severalKinds(rows.map(texts)) < MIN_KINDS) return null;
  const byColumn = alike(columns.map((column) => rows.map((row) => textAt(sheet, row, column))));
  const [first = 0, last = 0] = [rows[0], rows.at(-1)];
  const within = labelled.filter((row) => row >= first && row <= last);
  return byRow - byColumn >= CONTRAST ? { sheet, left, rows: within, columns } : null;
}

/** Blocks with the same labels, without the labels that have values in none of them: headings of what follows. */
export function withoutHeadings(blocks: readonly TransposedBlock[]): TransposedBlock[] {
  const rows = blocks[0]?.rows ?? [];
  const used = rows.map((_, at) =>
    blocks.some(({ sheet, left, rows: own }) => hasValues(sheet, own[at] ?? 0, left)),
  );
  return blocks.map((block) => ({ ...block, rows: block.rows.filter((_, at) => used[at]) }));
}

/** Attributes are of several kinds: names, dates, people, numbers. */
const MIN_KINDS = 3;

function severalKinds(lines: readonly (readonly string[])[]): number {
  return new Set(
    lines
      .flatMap((texts) => texts.find((text) => text !== '') ?? [])
      .flatMap((text) => kindOfText(text) ?? []),
  ).size;
}

/** Most rows of the sheet that hold more than one text are of the block. */
function isWhole(sheet: SheetView, rows: readonly number[]): boolean {
  const several = sheet.rows().filter((row) => sheet.filled(row).length > 1);
  return several.filter((row) => rows.includes(row)).length >= several.length * SAME;
}

function isLabel(sheet: SheetView, row: number, left: number): boolean {
  const text = sheet.line(row, left);
  return /\p{L}/u.test(text) && !isTotalRow([text]);
}

function hasValues(sheet: SheetView, row: number, left: number): boolean {
  return sheet.filled(row).some((column) => column > left);
}

/** More labels stand beside the first: they head what stands below them. */
function holdsLabels(sheet: SheetView, row: number, left: number): boolean {
  const values = sheet.filled(row).filter((column) => column > left);
  return values.every((column) => isLabelOf(sheet, row, column));
}

function isLabelOf(sheet: SheetView, row: number, column: number): boolean {
  const text = sheet.line(row, column);
  return text.length > 3 && isKnown(sheet.words.header(text));
}

/** The longest run of rows with few others between them. */
function together(rows: readonly number[]): number[] {
  let best: number[] = [];
  let own: number[] = [];
  for (const row of rows) {
    own = row - (own.at(-1) ?? row) > GAP ? [row] : [...own, row];
    if (own.length > best.length) best = own;
  }
  return best;
}

/** Nearly all of them short words, and hardly one twice. */
function areLabels(sheet: SheetView, rows: readonly number[], left: number): boolean {
  const texts = rows.map((row) => sheet.line(row, left));
  const plain = texts.filter((text) => isLabelText(text) || /^\p{L}[\p{L}\s.]{1,30}\d{0,4}$/u.test(text));
  return plain.length >= texts.length * 0.85 && new Set(texts).size >= texts.length * 0.6;
}

/** Share of the lines whose texts are nearly all of one kind. */
function alike(lines: readonly (readonly string[])[]): number {
  const told = lines.map((texts) => texts.filter((text) => text !== '')).filter((texts) => texts.length > 1);
  if (told.length === 0) return 0;
  return told.filter((texts) => commonKind(texts, SAME) !== null).length / told.length;
}

/** The cell that speaks for a column: one merged over several columns speaks for each of them. */
export function placeAt(sheet: SheetView, row: number, column: number): Place {
  const area = sheet.merge(row, column);
  return area ? { row: area.top, column: area.left } : { row, column };
}

export function textAt(sheet: SheetView, row: number, column: number): string {
  const place = placeAt(sheet, row, column);
  return sheet.line(place.row, place.column);
}
