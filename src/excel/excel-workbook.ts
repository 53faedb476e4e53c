import { STORE_NAMESPACE } from '../plan';
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
import { readGrids } from './read-sheets';
import { runExcel } from './run';
import { survey } from './survey';
import { watchWorkbook } from './watch';

/** What only a check, a remedy or an acceptance needs. */
const writing = () => import(/* webpackChunkName: "writing" */ './writing');

/** What only a user at the pane asks for. */
const onDemand = () => import(/* webpackChunkName: "onDemand" */ './on-demand');

/**
 * The user's workbook open in Excel, through Office.js. Reading takes three round trips and one more for every
 * 8,000 cells; writing takes two. Works with ExcelApi 1.5; what is newer is used where it is there.
 */
export class ExcelWorkbook implements WorkbookPort {
  snapshot(sheets?: readonly string[]): Promise<WorkbookSnapshot> {
    const wanted = sheets && new Set(sheets);
    return runExcel(
      async (context) => {
        const found = await survey(context, wanted, STORE_NAMESPACE);
        const grids = await readGrids(context, found.sheets);
        const { name, names, tables, date1904, store } = found;
        return { name, sheets: grids, names, tables, date1904, store };
      },
      { patient: true },
    );
  }

  watch(listener: (change: WorkbookChange) => void): Promise<Unsubscribe> {
    return watchWorkbook(listener);
  }

  async select(ref: CellRef): Promise<void> {
    const details = { sheet: ref.sheet, address: ref.address };
    if (!parseArea(ref.address)) throw new WorkbookError('no-such-cell', details);
    await runExcel(
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

  writeStore(xml: string | null): Promise<void> {
    return writing().then(({ writeStorePart }) => writeStorePart(STORE_NAMESPACE, xml));
  }
}
