import { cellAddress, type CellEdit } from '../../workbook';
import type { EngineCell, EngineEvent, SpreadsheetEngine } from '../host/engine/port';

/** A workbook file in the browser. */
export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What cannot be saved by rewriting cells of the original file. */
export type Lost =
  | { readonly kind: 'moved' | 'added' | 'removed' | 'looks'; readonly sheet: string }
  | { readonly kind: 'renamed'; readonly sheet: string; readonly after: string }
  | { readonly kind: 'formulas'; readonly sheet: string; readonly count: number };

interface OriginalSheet {
  readonly id: string;
  readonly name: string;
  readonly cells: ReadonlyMap<string, string>;
}

/** The workbook as it was opened, to tell later what to change in the file. It outlives a change of language. */
export class Baseline {
  private readonly sheets: readonly OriginalSheet[];
  private readonly moved = new Set<string>();
  private readonly looks = new Set<string>();

  constructor(
    readonly file: WorkbookFile,
    engine: SpreadsheetEngine,
  ) {
    this.sheets = engine.sheets().map(({ id, name }) => ({ id, name, cells: contentsOf(engine, id) }));
  }

  /** Hears what happens in the workbook. */
  note(event: EngineEvent): void {
    if (event.kind === 'shifted') this.moved.add(event.sheetId);
    if (event.kind === 'formatted') this.looks.add(event.sheetId);
  }

  /** The cells to rewrite in the original file, and what a copy made so will not contain. */
  compare(engine: SpreadsheetEngine): {
    readonly edits: readonly CellEdit[];
    readonly lost: readonly Lost[];
  } {
    const edits: CellEdit[] = [];
    const lost: Lost[] = [];
    const now = engine.sheets();
    for (const { id, name } of now) {
      if (!this.sheets.some((sheet) => sheet.id === id)) lost.push({ kind: 'added', sheet: name });
    }
    for (const sheet of this.sheets) {
      const current = now.find(({ id }) => id === sheet.id);
      if (!current) {
        lost.push({ kind: 'removed', sheet: sheet.name });
        continue;
      }
      if (current.name !== sheet.name) lost.push({ kind: 'renamed', sheet: sheet.name, after: current.name });
      if (this.looks.has(sheet.id)) lost.push({ kind: 'looks', sheet: sheet.name });
      if (this.moved.has(sheet.id)) lost.push({ kind: 'moved', sheet: sheet.name });
      else this.compareCells(engine, sheet, edits, lost);
    }
    return { edits, lost };
  }

  private compareCells(
    engine: SpreadsheetEngine,
    sheet: OriginalSheet,
    edits: CellEdit[],
    lost: Lost[],
  ): void {
    const current = contentsOf(engine, sheet.id);
    let formulas = 0;
    for (const address of new Set([...sheet.cells.keys(), ...current.keys()])) {
      if (sheet.cells.get(address) === current.get(address)) continue;
      const [row = 0, column = 0] = address.split(',').map(Number);
      const cell = engine.cell(sheet.id, row, column);
      if (cell?.formula) formulas++;
      edits.push({ sheet: sheet.name, address: cellAddress(row, column), value: cell?.value ?? null });
    }
    if (formulas) lost.push({ kind: 'formulas', sheet: sheet.name, count: formulas });
  }
}

function contentsOf(engine: SpreadsheetEngine, id: string): ReadonlyMap<string, string> {
  const contents = new Map<string, string>();
  const area = engine.usedArea(id, true);
  if (!area) return contents;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const key = keyOf(engine.cell(id, row, column));
      if (key !== null) contents.set(`${row},${column}`, key);
    }
  }
  return contents;
}

/** A formula is its text, whatever it computes. */
const keyOf = (cell: EngineCell | null): string | null =>
  cell === null ? null : JSON.stringify(cell.formula ?? [cell.value]);
