import type { Area } from '../../../workbook';
import { Calculation, groupUndo } from './calc';
import { GENERAL, contentData, sameContent, styleData, toCellStyle, toEngineCell } from './cells';
import { EventSource, FORMAT_TRIGGER, areaOf } from './events';
import { CustomFunctionCells } from './custom-functions';
import { ensureMessageChannel } from './message-channel';
import type * as port from './port';
import * as u from './univer';

/** A workbook to open: Univer's own shape, made by `blankWorkbook` or from a file. */
export type EngineWorkbook = u.IWorkbookData;

const UNIT = 'workbook';
/** Univer's scope of names that belong to no sheet. */
const WHOLE_WORKBOOK = 'AllDefaultWorkbook';
/** New sheets; they grow when something is written outside. */
const ROWS = 1000;
const COLUMNS = 40;

const rangeOf = (area: Area): u.IRange => ({
  startRow: area.top,
  startColumn: area.left,
  endRow: area.bottom,
  endColumn: area.right,
});

/** An empty workbook with these sheets. */
export function blankWorkbook(sheetNames: readonly string[] = ['Foglio1']): Partial<EngineWorkbook> {
  const ids = sheetNames.map((_name, index) => `s${index + 1}`);
  return {
    id: UNIT,
    name: 'Cartel1',
    sheetOrder: ids,
    sheets: Object.fromEntries(
      sheetNames.map((name, index) => [
        ids[index] ?? '',
        { id: ids[index] ?? '', name, rowCount: ROWS, columnCount: COLUMNS, cellData: {} },
      ]),
    ),
  };
}

/** Starts Univer without a page: the plugins a calculating workbook needs, nothing that paints. */
export function startUniver(): u.Univer {
  ensureMessageChannel();
  const univer = new u.Univer({
    locale: u.LocaleType.IT_IT,
    locales: { [u.LocaleType.IT_IT]: {} },
    logLevel: u.LogLevel.ERROR,
  });
  univer.registerPlugin(u.UniverFormulaEnginePlugin);
  univer.registerPlugin(u.UniverSheetsPlugin);
  univer.registerPlugin(u.UniverSheetsFormulaPlugin);
  univer.registerPlugin(u.UniverSheetsNumfmtPlugin);
  return univer;
}

/** The stand-in's spreadsheet on Univer: commands and raw cells, never the facade (it returns displayed text). */
export class UniverEngine implements port.SpreadsheetEngine {
  private readonly workbook: u.Workbook;
  private readonly injector: ReturnType<u.Univer['__getInjector']>;
  private readonly commands: CommandService;
  private readonly calculation: Calculation;
  private readonly functions: CustomFunctionCells;
  private valueFormat: port.ValueFormat = () => null;
  /** Transactions that are open, one inside another. */
  private depth = 0;
  private readonly listeners = new Set<(event: port.EngineEvent) => void>();
  private selected: { sheetId: string; area: Area };

  /** `univer` may already run (a page with a grid); otherwise it is started without one. */
  constructor(
    data: Partial<EngineWorkbook> = blankWorkbook(),
    private readonly univer: u.Univer = startUniver(),
  ) {
    this.workbook = univer.createUnit<u.IWorkbookData, u.Workbook>(u.UniverInstanceType.UNIVER_SHEET, {
      ...data,
      id: UNIT,
    });
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(u.ICommandService) as CommandService;
    // Undo belongs to the focused unit.
    this.injector.get(u.IUniverInstanceService).focusUnit(UNIT);
    this.calculation = new Calculation(this.injector);
    this.functions = new CustomFunctionCells(this.injector, UNIT, (id) => this.nameOf(id));
    this.selected = { sheetId: this.activeSheet(), area: { top: 0, left: 0, bottom: 0, right: 0 } };
    const source = new EventSource(this.workbook, (event) => this.emit(event));
    this.commands.beforeCommandExecuted((command) => source.note(command));
    this.commands.onCommandExecuted((command, options) =>
      source.tell(command, options?.fromFormula === true),
    );
  }

  sheets(): readonly port.EngineSheet[] {
    return this.workbook.getSheets().map((sheet) => ({
      id: sheet.getSheetId(),
      name: sheet.getName(),
      hidden: sheet.isSheetHidden() === 1,
    }));
  }

  addSheet(name: string): string {
    const active = this.activeSheet();
    const id = `s${Math.max(0, ...this.sheets().map((sheet) => Number(sheet.id.slice(1)) || 0)) + 1}`;
    const sheet = { id, name, rowCount: ROWS, columnCount: COLUMNS, cellData: {} };
    this.run(u.InsertSheetCommand.id, { sheet, index: this.workbook.getSheetSize() });
    // Excel adds a sheet without showing it; Univer shows it.
    this.activate(active);
    return id;
  }

  removeSheet(id: string): void {
    this.run(u.RemoveSheetCommand.id, { subUnitId: id });
  }

  renameSheet(id: string, name: string): void {
    this.run(u.SetWorksheetNameCommand.id, { subUnitId: id, name });
  }

  setSheetHidden(id: string, hidden: boolean): void {
    this.run(hidden ? u.SetWorksheetHideCommand.id : u.SetWorksheetShowCommand.id, { subUnitId: id });
  }

  activeSheet(): string {
    return this.workbook.ensureActiveSheet().getSheetId();
  }

  activate(id: string): void {
    if (id !== this.activeSheet()) this.run(u.SetWorksheetActiveOperation.id, { subUnitId: id });
  }

  select(id: string, area: Area): void {
    this.activate(id);
    const range = rangeOf(area);
    const primary = {
      ...range,
      actualRow: area.top,
      actualColumn: area.left,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.run(u.SetSelectionsOperation.id, {
      subUnitId: id,
      selections: [{ range, primary: { ...primary, endRow: area.top, endColumn: area.left }, style: null }],
      reveal: true,
    });
  }

  selection(): { sheetId: string; area: Area } {
    return this.selected;
  }

  cell(id: string, row: number, column: number): port.EngineCell | null {
    const sheet = this.sheet(id);
    const style = sheet.getCellStyle(row, column);
    const own = toEngineCell(sheet.getCellRaw(row, column), style);
    const found = own ?? toEngineCell(this.functions.spilled(id, row, column), style);
    if (found?.format !== GENERAL || typeof found.value !== 'number') return found;
    return { ...found, format: this.valueFormat(id, row, column) ?? GENERAL };
  }

  style(id: string, row: number, column: number): port.CellStyle {
    const sheet = this.sheet(id);
    // The cell's own looks, without what is only drawn over them.
    return toCellStyle(sheet.getComposedCellStyleByCellData(row, column, sheet.getCellRaw(row, column)));
  }

  usedArea(id: string, valuesOnly: boolean): Area | null {
    let area: Area | null = null;
    const include = (row: number, column: number): void => {
      area = {
        top: Math.min(area?.top ?? row, row),
        left: Math.min(area?.left ?? column, column),
        bottom: Math.max(area?.bottom ?? row, row),
        right: Math.max(area?.right ?? column, column),
      };
    };
    this.sheet(id)
      .getCellMatrix()
      .forValue((row, column, raw) => {
        if (!raw) return;
        const filled = (raw.v !== undefined && raw.v !== null && raw.v !== '') || Boolean(raw.f);
        if (filled || (!valuesOnly && raw.s)) include(row, column);
      });
    this.functions.forEachSpilled(id, include);
    return area;
  }

  patch(id: string, cells: readonly port.CellPatch[]): void {
    if (!cells.length) return;
    const sheet = this.sheet(id);
    this.grow(sheet, cells);
    const matrix = new u.ObjectMatrix<u.ICellData>();
    let content = false;
    for (const cell of cells) {
      content ||= cell.content !== undefined;
      const data = cell.content
        ? contentData(cell.content)
        : sameContent(sheet.getCellRaw(cell.row, cell.column));
      matrix.setValue(cell.row, cell.column, cell.style ? { ...data, s: styleData(cell.style) } : data);
    }
    const params = {
      unitId: UNIT,
      subUnitId: id,
      cellValue: matrix.getMatrix(),
      ...(content ? {} : { trigger: FORMAT_TRIGGER }),
    };
    const undo = u.SetRangeValuesUndoMutationFactory(this.injector, params);
    this.runUndoable(u.SetRangeValuesMutation.id, params, u.SetRangeValuesMutation.id, undo);
  }

  merges(id: string): readonly Area[] {
    return this.sheet(id).getMergeData().map(areaOf);
  }

  merge(id: string, area: Area): void {
    const params = { unitId: UNIT, subUnitId: id, ranges: [rangeOf(area)] };
    this.runUndoable(u.AddWorksheetMergeMutation.id, params, u.RemoveWorksheetMergeMutation.id, params);
  }

  unmerge(id: string, area: Area): void {
    const params = { unitId: UNIT, subUnitId: id, ranges: [rangeOf(area)] };
    this.runUndoable(u.RemoveWorksheetMergeMutation.id, params, u.AddWorksheetMergeMutation.id, params);
  }

  isHidden(id: string, what: 'row' | 'column', index: number): boolean {
    const sheet = this.sheet(id);
    return what === 'row' ? !sheet.getRowVisible(index) : !sheet.getColVisible(index);
  }

  setHidden(id: string, what: 'row' | 'column', first: number, last: number, hidden: boolean): void {
    const sheet = this.sheet(id);
    const all = { top: 0, left: 0, bottom: sheet.getRowCount() - 1, right: sheet.getColumnCount() - 1 };
    const area = what === 'row' ? { ...all, top: first, bottom: last } : { ...all, left: first, right: last };
    const commands = {
      row: [u.SetSpecificRowsVisibleCommand.id, u.SetRowHiddenCommand.id],
      column: [u.SetSpecificColsVisibleCommand.id, u.SetColHiddenCommand.id],
    }[what];
    this.run(commands[hidden ? 1 : 0] ?? '', { subUnitId: id, ranges: [rangeOf(area)] });
  }

  columnWidth(id: string, column: number): number {
    return this.sheet(id).getColumnWidth(column);
  }

  setColumnWidth(id: string, first: number, last: number, pixels: number): void {
    const range = rangeOf({ top: 0, left: first, bottom: this.sheet(id).getRowCount() - 1, right: last });
    this.run(u.SetColWidthCommand.id, { subUnitId: id, ranges: [range], value: pixels });
  }

  insert(id: string, what: 'row' | 'column', first: number, count: number): void {
    const command = what === 'row' ? u.InsertRowByRangeCommand.id : u.InsertColByRangeCommand.id;
    const direction = what === 'row' ? u.Direction.UP : u.Direction.LEFT;
    this.run(command, { subUnitId: id, range: this.band(id, what, first, count), direction });
  }

  remove(id: string, what: 'row' | 'column', first: number, count: number): void {
    const command = what === 'row' ? u.RemoveRowByRangeCommand.id : u.RemoveColByRangeCommand.id;
    this.run(command, { subUnitId: id, range: this.band(id, what, first, count) });
  }

  names(): readonly port.EngineName[] {
    const map = this.injector.get(u.IDefinedNamesService).getDefinedNameMap(UNIT) ?? {};
    return Object.values(map).map((name) => ({
      name: name.name,
      refersTo: name.formulaOrRefString,
      ...(name.hidden ? { hidden: true } : {}),
      ...(name.localSheetId && name.localSheetId !== WHOLE_WORKBOOK ? { sheetId: name.localSheetId } : {}),
    }));
  }

  setName(name: port.EngineName): void {
    this.run(u.SetDefinedNameCommand.id, {
      id: `${name.sheetId ?? ''}!${name.name}`,
      name: name.name,
      localSheetId: name.sheetId ?? WHOLE_WORKBOOK,
      formulaOrRefString: name.refersTo.replace(/^=/, ''),
      hidden: name.hidden ?? false,
    });
  }

  registerFunctions(
    names: readonly string[],
    call: port.FunctionCaller,
    { formatOf = () => null, late = false }: { formatOf?: port.ValueFormat; late?: boolean } = {},
  ): void {
    this.valueFormat = formatOf;
    this.functions.register(names, call, late);
  }

  spillArea(id: string, row: number, column: number): Area | null {
    return this.functions.spillArea(id, row, column);
  }

  recalculate(cells: readonly { sheetId: string; row: number; column: number }[]): void {
    this.functions.markDirty(cells);
  }

  settle(): Promise<void> {
    return this.calculation.settle();
  }

  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const group = this.depth === 0 ? groupUndo(this.injector, UNIT) : null;
    this.depth += 1;
    try {
      return await work();
    } finally {
      this.depth -= 1;
      group?.dispose();
    }
  }

  undo(): boolean {
    return this.commands.syncExecuteCommand('univer.command.undo');
  }

  redo(): boolean {
    return this.commands.syncExecuteCommand('univer.command.redo');
  }

  clearUndo(): void {
    this.injector.get(u.IUndoRedoService).clearUndoRedo(UNIT);
  }

  onEvent(listener: (event: port.EngineEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  dispose(): void {
    this.listeners.clear();
    this.univer.dispose();
  }

  private band(id: string, what: 'row' | 'column', first: number, count: number): u.IRange {
    const sheet = this.sheet(id);
    const last = first + count - 1;
    return what === 'row'
      ? rangeOf({ top: first, left: 0, bottom: last, right: sheet.getColumnCount() - 1 })
      : rangeOf({ top: 0, left: first, bottom: sheet.getRowCount() - 1, right: last });
  }

  private grow(sheet: u.Worksheet, cells: readonly port.CellPatch[]): void {
    let [row, column] = [0, 0];
    for (const cell of cells) {
      row = Math.max(row, cell.row);
      column = Math.max(column, cell.column);
    }
    if (row >= sheet.getRowCount()) sheet.setRowCount(row + 100);
    if (column >= sheet.getColumnCount()) sheet.setColumnCount(column + 10);
  }

  private sheet(id: string): u.Worksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (!sheet) throw new EngineError(`no sheet ${id}`);
    return sheet;
  }

  private nameOf(id: string): string {
    return this.sheet(id).getName();
  }

  private run(command: string, params: object): void {
    if (!this.commands.syncExecuteCommand(command, { unitId: UNIT, ...params })) {
      throw new EngineError(`refused: ${command}`);
    }
  }

  private runUndoable(command: string, params: object, back: string, backParams: object): void {
    this.run(command, params);
    this.injector.get(u.IUndoRedoService).pushUndoRedo({
      unitID: UNIT,
      undoMutations: [{ id: back, params: backParams }],
      redoMutations: [{ id: command, params }],
    });
  }

  private emit(event: port.EngineEvent): void {
    if (event.kind === 'selected') this.selected = { sheetId: event.sheetId, area: event.area };
    for (const listener of [...this.listeners]) listener(event);
  }
}

interface CommandService {
  syncExecuteCommand(id: string, params?: object): boolean;
  beforeCommandExecuted(listener: (command: Readonly<u.ICommandInfo>) => void): unknown;
  onCommandExecuted(
    listener: (command: Readonly<u.ICommandInfo>, options?: { fromFormula?: boolean }) => void,
  ): unknown;
}

/** The engine refused something that the stand-in's model should have prevented. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
