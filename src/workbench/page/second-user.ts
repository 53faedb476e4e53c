import { cellAddress, formatRef } from '../../workbook';
import type { SpreadsheetEngine } from '../host/engine/port';

/** What the other user adds to a text and takes away again. */
const MARK = ' (bozza)';
/** Cells looked at for one with text, from the selection on. */
const SEARCH = 2_000;

/** Another user of the same workbook: changes a text of the sheet on screen, and changes it back the next time. */
export class SecondUser {
  private timer: ReturnType<typeof setInterval> | null = null;
  private changed: { sheetId: string; row: number; column: number; before: string } | null = null;

  constructor(
    private readonly engine: SpreadsheetEngine,
    /** Told before every edit, with the sheet's id and the address: the event is to say that it came from elsewhere. */
    private readonly wrote: (sheetId: string, address: string, ref: string) => void,
  ) {}

  start(every = 4_000): void {
    this.timer ??= setInterval(() => this.edit(), every);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  edit(): void {
    const { changed } = this;
    this.changed = null;
    if (changed) this.write(changed.sheetId, changed.row, changed.column, changed.before);
    else this.mark();
  }

  private mark(): void {
    const sheetId = this.engine.activeSheet();
    const area = this.engine.usedArea(sheetId, true);
    if (!area) return;
    const width = area.right - area.left + 1;
    const cells = width * (area.bottom - area.top + 1);
    const start = Math.floor(Math.random() * cells);
    for (let step = 0; step < Math.min(cells, SEARCH); step++) {
      const index = (start + step) % cells;
      const [row, column] = [area.top + Math.floor(index / width), area.left + (index % width)];
      const cell = this.engine.cell(sheetId, row, column);
      if (typeof cell?.value !== 'string' || cell.formula !== null || cell.value.length < 3) continue;
      this.changed = { sheetId, row, column, before: cell.value };
      this.write(sheetId, row, column, cell.value + MARK);
      return;
    }
  }

  private write(sheetId: string, row: number, column: number, value: string): void {
    const sheet = this.engine.sheets().find(({ id }) => id === sheetId);
    if (!sheet) return;
    const address = cellAddress(row, column);
    this.wrote(sheetId, address, formatRef({ sheet: sheet.name, address }));
    this.engine.patch(sheetId, [{ row, column, content: { value } }]);
  }
}
