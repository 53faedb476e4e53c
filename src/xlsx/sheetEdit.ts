import { WorkbookError, areaAddress, cellAddress, contains, type Area, type CellValue } from '../workbook';
import { cellXml, needsQuotePrefix } from './cellXml';
import { moveFormula } from './formulas';
import { indexSheet, type RowSpan, type SheetIndex } from './sheetIndex';
import { XmlCursor, escapeXml, splice, type Splice } from './xml';
import { attributeChange } from './xmlEdit';

/** What changing the cells of a sheet needs from the rest of the workbook. */
export interface EditContext {
  readonly sheet: string;
  readonly part: string;
  /** Header rows of tables: their text is also the name of the table's column. */
  readonly headerRows: readonly Area[];
  /** Whether a cell style lets a protected sheet be written. */
  isLocked(style: number): boolean;
  /** Whether a cell style keeps what is typed as text. */
  isText(style: number): boolean;
  /** The same style with the quote prefix. */
  quoted(style: number): number;
}

/** New content for one cell, zero-based. */
export interface PlacedEdit {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** A worksheet part after a change. */
export interface EditedSheet {
  readonly text: string;
  /** Addresses whose formula is gone: the calculation chain must not name them any longer. */
  readonly withoutFormula: readonly string[];
}

/**
 * Changes cells in the text of a worksheet part; all the rest of the text stays as it is. A cell keeps its
 * style, a new one takes that of its row or column.
 * @throws WorkbookError `cannot-write`, `hidden-cell` or `protected-sheet` with sheet and address.
 */
export function editSheet(text: string, edits: readonly PlacedEdit[], context: EditContext): EditedSheet {
  const byRow = new Map<number, Map<number, PlacedEdit>>();
  for (const edit of edits) {
    const row = byRow.get(edit.row) ?? new Map<number, PlacedEdit>();
    row.set(edit.column, edit);
    byRow.set(edit.row, row);
  }
  const cursor = new XmlCursor(text, context.part);
  const wanted = new Map([...byRow].map(([row, columns]) => [row, new Set(columns.keys())]));
  const index = indexSheet(cursor, wanted);
  const writer = new SheetWriter(text, cursor.prefix, index, context);
  for (const [row, columns] of [...byRow].sort(([a], [b]) => a - b)) {
    writer.writeRow(
      row,
      [...columns.values()].sort((a, b) => a.column - b.column),
    );
  }
  return writer.finish();
}

class SheetWriter {
  private readonly changes: Splice[] = [];
  private readonly withoutFormula: string[] = [];
  private readonly overwritten = new Set<string>();
  private readonly newRows: Splice[] = [];
  private grown: Area | null;

  constructor(
    private readonly text: string,
    private readonly prefix: string,
    private readonly index: SheetIndex,
    private readonly context: EditContext,
  ) {
    this.grown = index.dimension?.area ?? null;
  }

  writeRow(row: number, edits: readonly PlacedEdit[]): void {
    const known = this.index.rows.get(row);
    const added: { at: number; xml: string; column: number }[] = [];
    for (const edit of edits) {
      const cell = known?.cells.get(edit.column);
      if (!cell && isBlankValue(edit.value)) continue;
      const style = cell?.style ?? known?.style ?? this.columnStyle(edit.column);
      this.refuse(edit, style);
      if (cell?.bare && isBlankValue(edit.value)) continue;
      const address = cellAddress(row, edit.column);
      const xml = cellXml(this.prefix, address, this.styleFor(edit.value, style), edit.value);
      if (cell) {
        this.changes.push({ from: cell.start, to: cell.end, text: xml });
        if (cell.hasFormula) {
          this.withoutFormula.push(address);
          this.overwritten.add(address);
        }
      } else {
        const at = known?.insertAt.get(edit.column) ?? known?.closeStart ?? -1;
        added.push({ at, xml, column: edit.column });
        this.grow(row, edit.column);
      }
    }
    if (added.length === 0) return;
    if (known) this.addCells(known, added);
    else this.addRow(row, added.map(({ xml }) => xml).join(''));
  }

  finish(): EditedSheet {
    this.placeNewRows();
    this.releaseSharedFormulas();
    const { dimension } = this.index;
    if (dimension && this.grown && this.grown !== dimension.area) {
      const ref = areaAddress(this.grown);
      const change = attributeChange(this.text, this.context.part, dimension.start, 'ref', ref);
      if (change) this.changes.push(change);
    }
    return { text: splice(this.text, this.changes), withoutFormula: this.withoutFormula };
  }

  /** The cells nobody should write: said here, before Excel calls the file damaged or hides the text. */
  private refuse({ row, column }: PlacedEdit, style: number): void {
    const { sheet, headerRows, isLocked } = this.context;
    const where = { sheet, address: cellAddress(row, column) };
    const inside = (areas: readonly Area[]) => areas.find((area) => contains(area, row, column));
    if (this.index.protected && isLocked(style)) throw new WorkbookError('protected-sheet', where);
    if (inside(this.index.filled.filter((area) => area.top < area.bottom || area.left < area.right))) {
      throw new WorkbookError('cannot-write', { reason: 'array-formula', ...where });
    }
    if (inside(headerRows)) throw new WorkbookError('cannot-write', { reason: 'table-header', ...where });
    const merge = inside(this.index.merges);
    if (merge && (merge.top !== row || merge.left !== column)) {
      throw new WorkbookError('hidden-cell', { reason: 'merged', merge: areaAddress(merge), ...where });
    }
  }

  private styleFor(value: CellValue, style: number): number {
    const quote = typeof value === 'string' && needsQuotePrefix(value) && !this.context.isText(style);
    return quote ? this.context.quoted(style) : style;
  }

  private columnStyle(column: number): number {
    return this.index.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? 0;
  }

  private addCells(row: RowSpan, added: readonly { at: number; xml: string; column: number }[]): void {
    const spans = this.wideSpans(
      row,
      added.map(({ column }) => column),
    );
    if (!row.empty) {
      if (spans) this.changes.push(spans);
      for (const { at, xml } of added) this.changes.push({ from: at, to: at, text: xml });
      return;
    }
    const tag = this.text.slice(row.start, row.openEnd);
    const open = spans
      ? splice(tag, [{ from: spans.from - row.start, to: spans.to - row.start, text: spans.text }])
      : tag;
    const cells = added.map(({ xml }) => xml).join('');
    this.changes.push({
      from: row.start,
      to: row.openEnd,
      text: `${open.replace(/\s*\/>$/, '>')}${cells}</${this.prefix}row>`,
    });
  }

  /** `spans="1:5"` of a row is only a hint, but a wrong one misleads readers that trust it. */
  private wideSpans(row: RowSpan, columns: readonly number[]): Splice | null {
    const match = /\sspans=["'](\d+):(\d+)["']/.exec(this.text.slice(row.start, row.openEnd));
    if (!match) return null;
    const from = Math.min(Number(match[1]), ...columns.map((column) => column + 1));
    const to = Math.max(Number(match[2]), ...columns.map((column) => column + 1));
    if (from === Number(match[1]) && to === Number(match[2])) return null;
    return attributeChange(this.text, this.context.part, row.start, 'spans', `${from}:${to}`);
  }

  private addRow(row: number, cells: string): void {
    const tag = `${this.prefix}row`;
    const at = this.index.insertRowAt.get(row) ?? this.index.data?.closeStart ?? -1;
    this.newRows.push({ from: at, to: at, text: `<${tag} r="${row + 1}">${cells}</${tag}>` });
  }

  private placeNewRows(): void {
    if (this.newRows.length === 0) return;
    const { data } = this.index;
    if (!data) throw new WorkbookError('damaged', { reason: 'xml', part: this.context.part });
    if (!data.empty) {
      this.changes.push(...this.newRows);
      return;
    }
    const open = this.text.slice(data.start, data.openEnd).replace(/\s*\/>$/, '>');
    const rows = this.newRows.map(({ text }) => text).join('');
    this.changes.push({
      from: data.start,
      to: data.openEnd,
      text: `${open}${rows}</${this.prefix}sheetData>`,
    });
  }

  private grow(row: number, column: number): void {
    const area = this.grown;
    if (!area || contains(area, row, column)) return;
    this.grown = {
      top: Math.min(area.top, row),
      bottom: Math.max(area.bottom, row),
      left: Math.min(area.left, column),
      right: Math.max(area.right, column),
    };
  }

  /** When the cell that holds the formula of a group is overwritten, the others get the formula for themselves. */
  private releaseSharedFormulas(): void {
    for (const first of this.index.shared) {
      if (first.formula === null || !this.overwritten.has(cellAddress(first.row, first.column))) continue;
      for (const cell of this.index.shared) {
        if (cell.group !== first.group || cell.formula !== null) continue;
        if (this.overwritten.has(cellAddress(cell.row, cell.column))) continue;
        const { text } = this;
        const open = /^<([^\s/>]+)/.exec(text.slice(cell.start, cell.end))?.[1] ?? `${this.prefix}f`;
        const own = moveFormula(first.formula, cell.row - first.row, cell.column - first.column);
        this.changes.push({ from: cell.start, to: cell.end, text: `<${open}>${escapeXml(own)}</${open}>` });
      }
    }
  }
}

function isBlankValue(value: CellValue): boolean {
  return value === null || value === '';
}
