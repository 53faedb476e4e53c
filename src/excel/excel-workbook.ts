import { STORE_NAMESPACE, mergeStores } from '../plan';
import {
  WorkbookError,
  parseArea,
  type CellEdit,
  type CellMark,
  type CellRef,
  type ReportSheet,
  type Unsubscribe,
  type WorkbookChange,
  type WorkbookPort,
  type WorkbookSnapshot,
} from '../workbook';
import { CellReader } from './cell-reader';
import { MergeMemory } from './merge-memory';
import { readGrids } from './read-sheets';
import { readExcel } from './run';
import { survey } from './survey';
import { watchWorkbook } from './watch';

/** What a value says with its format: fetched while Excel is asked about its sheets. */
const formats = () => import(/* webpackChunkName: "formats" */ '../formats');

/** What only a check, a remedy or an acceptance needs. */
const writing = () => import(/* webpackChunkName: "writing" */ './writing');

/** What only a user at the pane asks for. */
const onDemand = () => import(/* webpackChunkName: "onDemand" */ './on-demand');

/**
 * The user's workbook open in Excel, through Office.js. Reading takes four round trips and one more for every
 * 8,000 cells; writing takes two. Works with ExcelApi 1.14; what is newer is used where it is there.
 */
export class ExcelWorkbook implements WorkbookPort {
  private readonly merges = new MergeMemory();
  /** Contents of our private parts as last read. */
  private stores: readonly string[] = [];

  snapshot(sheets?: readonly string[]): Promise<WorkbookSnapshot> {
    const options = { wanted: sheets && new Set(sheets), namespace: STORE_NAMESPACE, merges: this.merges };
    return readExcel(
      async (context) => {
        const [library, found] = await Promise.all([formats(), survey(context, options)]);
        const reader = new CellReader(library, found.date1904);
        const grids = await readGrids(context, found.sheets, reader);
        const { name, names, tables, date1904, stores } = found;
        this.stores = stores;
        return { name, sheets: grids, names, tables, date1904, store: mergeStores(stores) };
      },
      { patient: true },
    );
  }

  async watch(listener: (change: WorkbookChange) => void): Promise<Unsubscribe> {
    const stop = await watchWorkbook(listener, this.merges);
    this.merges.followed = true;
    return async () => {
      this.merges.followed = false;
      await stop();
    };
  }

  async select(ref: CellRef): Promise<void> {
    const details = { sheet: ref.sheet, address: ref.address };
    if (!parseArea(ref.address)) throw new WorkbookError('no-such-cell', details);
    await readExcel(
      async (context) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(ref.sheet).load('visibility');
        const range = sheet.getRange(ref.address).load('rowHidden,columnHidden');
        await context.sync();
        if (sheet.isNullObject) throw new WorkbookError('no-such-sheet', details);
        // Nothing is shown or unfiltered by us: the user decides what is hidden.
        if (sheet.visibility !== 'Visible' || range.rowHidden === true || range.columnHidden === true) {
          throw new WorkbookError('hidden-cell', details);
        }
        sheet.activate();
        range.select();
        await context.sync();
      },
      { sheet: ref.sheet },
    );
  }

  selection(): Promise<readonly CellRef[]> {
    return onDemand().then(({ readSelection }) => readSelection());
  }

  mark(marks: readonly CellMark[]): Promise<void> {
    return onDemand().then(({ writeMarks }) => writeMarks(marks));
  }

  marked(): Promise<boolean> {
    return onDemand().then(({ hasMarks }) => hasMarks());
  }

  write(edits: readonly CellEdit[]): Promise<void> {
    return writing().then(({ writeCells }) => writeCells(edits));
  }

  writeReport(report: ReportSheet): Promise<void> {
    return writing().then(({ writeReport }) => writeReport(report));
  }

  async writeStore(xml: string | null): Promise<void> {
    const { writeStorePart } = await writing();
    this.stores = await writeStorePart(STORE_NAMESPACE, xml, this.stores);
  }
}
