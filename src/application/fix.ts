import type { Finding } from '../coherence';
import {
  cellAt,
  parseArea,
  plainSpaces,
  type CellEdit,
  type CellRef,
  type WorkbookSnapshot,
} from '../workbook';

/** What applying the fixes of some findings writes, worked out before anything is written. */
export interface FixPlan {
  /** Cells to write, each once. */
  readonly edits: readonly CellEdit[];
  /** Puts back what was there; null when a cell holds a formula, which only Excel's own undo restores. */
  readonly undo: readonly CellEdit[] | null;
  /** Cells left alone: they no longer hold what the finding saw, or two fixes disagree about them. */
  readonly left: readonly CellRef[];
}

const key = (edit: CellRef): string => `${edit.sheet}\u0000${edit.address}`;

/** The edits of several findings as one change of the workbook as last read: each finding's whole, or not at all. */
export function planFix(findings: readonly Finding[], book: WorkbookSnapshot): FixPlan {
  const chosen = new Map<string, CellEdit>();
  const left = new Map<string, CellRef>();
  for (const { edits: proposed } of findings) {
    const cells = proposed ?? [];
    const blocked = cells.some((edit) => {
      const other = chosen.get(key(edit));
      const stale = plainSpaces(cellOf(book, edit)?.text ?? '') !== plainSpaces(edit.before ?? '');
      // another office's file, or the DUP's: not ours to write
      const elsewhere = edit.file !== undefined && edit.file !== book.name;
      return elsewhere || stale || (other !== undefined && other.value !== edit.value);
    });
    for (const { sheet, address, value } of cells) {
      if (blocked) left.set(key({ sheet, address }), { sheet, address });
      else chosen.set(key({ sheet, address }), { sheet, address, value });
    }
  }
  const edits = [...chosen.values()];
  const formula = edits.some((edit) => cellOf(book, edit)?.formula !== undefined);
  return {
    edits,
    undo: formula ? null : edits.map((edit) => ({ ...edit, value: cellOf(book, edit)?.value ?? null })),
    left: [...left.values()],
  };
}

function cellOf(book: WorkbookSnapshot, ref: CellRef) {
  const grid = book.sheets.find((sheet) => sheet.name === ref.sheet);
  const area = parseArea(ref.address);
  return grid && area ? cellAt(grid, area.top, area.left) : null;
}
