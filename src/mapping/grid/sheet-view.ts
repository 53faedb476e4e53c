import { readDate } from '../../plan';
import {
  cellAddress,
  cellAt,
  isoDateOf,
  mergeAt,
  parseArea,
  plainSpaces,
  refAt,
  usedArea,
  type Area,
  type Cell,
  type CellRef,
  type Grid,
  type WorkbookSnapshot,
} from '../../workbook';
import type { Field } from '../words/field';
import { LEXICON, type Words } from '../words/words';

/** A place in a sheet, zero-based. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Columns from `left` to `right`, both included: the width of a table. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** A rectangle with the name the workbook gives it. */
export interface NamedArea {
  readonly name: string;
  readonly area: Area;
}

/** Records that stand one below the other in a sheet, with the same labels in the same columns. */
export interface SheetForm {
  /** First row of each record. */
  readonly starts: readonly number[];
  /** Rows that head tables inside the records. */
  readonly headers: ReadonlySet<number>;
  /** Rows with labels. */
  readonly labels: ReadonlySet<number>;
}

/** Objectives that stand beside each other, each in a column of its own, and what their rows say. */
export interface SheetColumns {
  /** Column of the labels. */
  readonly left: number;
  /** Rows with a label, and the field of their values; null where they need no reading. */
  readonly rows: readonly { readonly row: number; readonly field: Field | null }[];
  /** Columns of the objectives. */
  readonly columns: readonly number[];
}

/** A cell that is looked at with another text, or as if it stood in another place. */
export interface Rewritten {
  readonly column: number;
  readonly text: string;
  /** Where the text really stands, where that is elsewhere. */
  readonly from?: Place;
}

/** A sheet that is looked at in another way than it is written. */
export type Looks = Pick<SheetHints, 'rewritten' | 'only'>;

/** What the workbook says of a sheet besides its cells. */
export interface SheetHints {
  readonly date1904?: boolean;
  readonly areas?: readonly Area[];
  readonly named?: readonly NamedArea[];
  /** What headers and labels mean in the workbook. */
  readonly words?: Words;
  /** The form its cards have. */
  readonly form?: SheetForm | null;
  /** Its objectives, where each has a column. */
  readonly transposed?: SheetColumns | null;
  /** The only rows to look at, where others are read by themselves. */
  readonly only?: ReadonlySet<number>;
  /** Cells that are looked at in another way, by row. */
  readonly rewritten?: ReadonlyMap<number, readonly Rewritten[]>;
}

/**
 * A sheet as the mapping looks at it: texts with plain spaces, filled columns of each row, merges and dates, each
 * worked out once however often it is asked for. Rows and columns are zero-based in the sheet.
 */
export class SheetView {
  readonly name: string;
  readonly used: Area | null;
  /** Rectangles the workbook itself marks as tables (Excel tables), left to right. */
  readonly areas: readonly Area[];
  /** Rectangles that bear a name. */
  readonly named: readonly NamedArea[];
  /** What headers and labels mean in the workbook. */
  readonly words: Words;
  /** The form its cards have, where the same labels come again and again; null elsewhere. */
  readonly form: SheetForm | null;
  /** Its objectives, where each has a column; null elsewhere. */
  readonly transposed: SheetColumns | null;
  private readonly date1904: boolean;
  /** By row and column, with holes where nothing stands. */
  private readonly lines: (readonly string[])[] = [];
  private readonly filledRows: (readonly number[])[] = [];
  private usedColumns: readonly number[] | null = null;
  private usedRows: readonly number[] | null = null;
  private usedBlocks: readonly Area[] | null = null;

  constructor(
    readonly grid: Grid,
    private readonly hints: SheetHints = {},
  ) {
    this.date1904 = hints.date1904 ?? false;
    this.areas = hints.areas ?? [];
    this.named = hints.named ?? [];
    this.words = hints.words ?? LEXICON;
    this.form = hints.form ?? null;
    this.transposed = hints.transposed ?? null;
    this.name = grid.name;
    this.used = withMoved(usedArea(grid), hints.rewritten);
    for (const { row, columns, cells } of grid.rows) {
      if (hints.only && !hints.only.has(row)) continue;
      const texts: string[] = [];
      const filled: number[] = [];
      columns.forEach((column, at) => {
        const text = shown(cells[at]?.text ?? '');
        texts[column] = text;
        if (text !== '') filled.push(column);
      });
      const rewritten = hints.rewritten?.get(row) ?? [];
      for (const { column, text } of rewritten) texts[column] = text;
      this.lines[row] = texts;
      this.filledRows[row] =
        rewritten.length === 0 ? filled : [...texts.keys()].filter((column) => (texts[column] ?? '') !== '');
    }
  }

  /**
   * Columns of a part of the sheet: those that hold something, and the blank ones between neighbours. A stray cell
   * far away adds one column, not thousands.
   */
  columns(span: Span): number[] {
    this.usedColumns ??= withGaps([...new Set(this.filledRows.flat())].sort((a, b) => a - b));
    return this.usedColumns.filter((column) => column >= span.left && column <= span.right);
  }

  /**
   * The used rectangle in pieces: what stands more than {@link FAR} blank rows below the rest is not part of it, so
   * that a stray cell in the last row makes no table of a million rows.
   */
  blocks(): readonly Area[] {
    return (this.usedBlocks ??= this.used ? blocksOf(this.used, this.rows()) : []);
  }

  /** Rows that hold something and the blank ones between neighbours, top to bottom. */
  rows(): readonly number[] {
    const filled = () => this.grid.rows.map(({ row }) => row).filter((row) => this.filled(row).length > 0);
    return (this.usedRows ??= withGaps(filled()));
  }

  /** The same sheet with some of its rows alone. */
  only(rows: ReadonlySet<number>): SheetView {
    return new SheetView(this.grid, { ...this.hints, only: rows });
  }

  /** How it is looked at, where that is not as it is written. */
  get looks(): Looks {
    const { only, rewritten } = this.hints;
    return { ...(only ? { only } : {}), ...(rewritten ? { rewritten } : {}) };
  }

  /** The same sheet with some cells looked at in another way. */
  withRewritten(rewritten: ReadonlyMap<number, readonly Rewritten[]>): SheetView {
    if (rewritten.size === 0) return this;
    const rows = new Map(this.hints.rewritten ?? []);
    for (const [row, cells] of rewritten) rows.set(row, [...(rows.get(row) ?? []), ...cells]);
    return new SheetView(this.grid, { ...this.hints, rewritten: rows });
  }

  /** Displayed text with its line breaks; '' when empty. */
  text(row: number, column: number): string {
    return this.lines[row]?.[column] ?? '';
  }

  /** Displayed text in one line: a break inside a name is only how it was typed. */
  line(row: number, column: number): string {
    return oneLine(this.text(row, column));
  }

  cell(row: number, column: number): Cell | null {
    const place = this.placeOf(row, column);
    return cellAt(this.grid, place.row, place.column);
  }

  ref(row: number, column: number): CellRef {
    const place = this.placeOf(row, column);
    return refAt(this.grid, place.row, place.column);
  }

  /** Where a text really stands. */
  placeOf(row: number, column: number): Place {
    const moved = this.hints.rewritten?.get(row)?.find((one) => one.column === column);
    return moved?.from ?? { row, column };
  }

  address(row: number, column: number): string {
    return cellAddress(row, column);
  }

  /** The merged rectangle a cell belongs to, or null. */
  merge(row: number, column: number): Area | null {
    return mergeAt(this.grid, row, column);
  }

  /** Whether a cell is merged over several columns. */
  isWide(row: number, column: number): boolean {
    const area = this.merge(row, column);
    return area !== null && area.right > area.left;
  }

  /** Columns with something to read in a row; a merged cell counts once, at its left. */
  filled(row: number, span?: Span): readonly number[] {
    const columns = this.filledRows[row] ?? [];
    return span ? columns.filter((column) => column >= span.left && column <= span.right) : columns;
  }

  /** A date as ISO: Excel's own, else an Italian date text with the plan's year where it names none. */
  date(row: number, column: number, year: number | null): string | null {
    return isoDateOf(this.cell(row, column), this.date1904) ?? readDate(this.text(row, column), year);
  }

  /** The number Excel holds in a cell, or null. */
  number(row: number, column: number): number | null {
    const value = this.cell(row, column)?.value;
    return typeof value === 'number' ? value : null;
  }
}

/** The view of a workbook's sheet, with its Excel tables and the names of its rectangles. */
export function viewOf(
  book: WorkbookSnapshot,
  grid: Grid,
  hints: Pick<SheetHints, 'words' | 'form' | 'transposed' | keyof Looks> = {},
): SheetView {
  const here = (ref: CellRef) => (ref.sheet === grid.name ? parseArea(ref.address) : null);
  return new SheetView(grid, {
    ...hints,
    date1904: book.date1904,
    areas: book.tables.filter((table) => table.hasHeader).flatMap((table) => here(table.ref) ?? []),
    named: book.names.flatMap(({ name, ref }) => {
      const area = here(ref);
      return area ? [{ name, area }] : [];
    }),
  });
}

/** The used rectangle with the cells that are looked at right of it. */
function withMoved(used: Area | null, rewritten: SheetHints['rewritten']): Area | null {
  if (!used || !rewritten) return used;
  const columns = [...rewritten.values()].flatMap((cells) => cells.map(({ column }) => column));
  return { ...used, right: columns.reduce((right, column) => Math.max(right, column), used.right) };
}

/** A text in one line, words divided at a line's end whole again. */
export function oneLine(text: string): string {
  return text.includes('\n') ? text.replace(/(\p{L})-\n(?=\p{Ll})/gu, '$1').replace(/\n/g, ' ') : text;
}

/** Text with plain spaces; letters typed one below the other are a word. */
function shown(text: string): string {
  const plain = plainSpaces(text);
  return /^(?:\S\n){2,}\S$/.test(plain) ? plain.replace(/\n/g, '') : plain;
}

/** Row numbers from the first to the last, both included. */
export function rowsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** Blank rows after which a sheet is taken to begin anew. */
const FAR = 1000;

function blocksOf(used: Area, rows: readonly number[]): Area[] {
  const starts = rows.filter((row, at) => at === 0 || row - (rows[at - 1] ?? row) > FAR);
  return starts.map((top, at) => {
    const next = starts[at + 1];
    const bottom = next === undefined ? used.bottom : (rows[rows.indexOf(next) - 1] ?? top);
    return { ...used, top, bottom };
  });
}

/** Blank columns or rows between two filled ones belong to a table when they are this few. */
const WIDEST_GAP = 32;

function withGaps(filled: readonly number[]): number[] {
  return filled.flatMap((column, i) => {
    const next = filled[i + 1] ?? column;
    const gap = next - column <= WIDEST_GAP ? next - column : 1;
    return [column, ...Array.from({ length: Math.max(0, gap - 1) }, (_, at) => column + 1 + at)];
  });
}
