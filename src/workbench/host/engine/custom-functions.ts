import { areaAddress, formatRef, type Area } from '../../../workbook';
import { areaOf } from './events';
import type { FunctionArgument, FunctionCaller, FunctionResult, Scalar } from './port';
import * as u from './univer';

type Injector = ReturnType<u.Univer['__getInjector']>;
type Cells = readonly { readonly sheetId: string; readonly row: number; readonly column: number }[];

const BUSY = '#BUSY!';
/** A command of our own whose only effect is that Univer calculates the named cells again. */
const TICK = 'peg.mutation.function-result';

/**
 * The add-in's functions inside Univer's formulas. Univer's own asynchronous functions run one after another and an
 * exception stops its calculation for good; so these answer at once, with the known result or `#BUSY!`.
 */
export class CustomFunctionCells {
  private readonly data: u.FormulaDataModel;

  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
    private readonly nameOf: (sheetId: string) => string,
  ) {
    this.data = injector.get(u.FormulaDataModel);
    injector
      .get(u.ICommandService)
      .registerCommand({ id: TICK, type: u.CommandType.MUTATION, handler: () => true });
    injector.get(u.IActiveDirtyManagerService).register(TICK, {
      commandId: TICK,
      getDirtyData: (command) => command.params as object,
    });
  }

  register(names: readonly string[], call: FunctionCaller, late: boolean): void {
    const service = this.injector.get(u.IFunctionService);
    for (const name of names) {
      service.registerExecutors(
        new HostFunction(name, (args, row, column, sheetId) => {
          // A function is not called with an error, nor with a value that is still being worked out.
          const failed = args.map(errorIn).find((error) => error !== null);
          if (failed) return failed;
          const known = call({
            name,
            args: args.map((arg) => this.argument(arg)),
            caller: { sheetId, row, column },
          });
          return known ? toUniver(known) : u.ErrorValueObject.create(BUSY as u.ErrorType);
        }),
      );
      service.deleteFormulaAstCacheKey(name);
    }
    if (late) return;
    this.injector.get(u.ICommandService).syncExecuteCommand(u.SetTriggerFormulaCalculationStartMutation.id, {
      commands: [],
      forceCalculation: true,
    });
  }

  markDirty(cells: Cells): void {
    const dirtyRanges = cells.map(({ sheetId, row, column }) => ({
      unitId: this.unitId,
      sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
    }));
    this.injector.get(u.ICommandService).syncExecuteCommand(TICK, { dirtyRanges }, { onlyLocal: true });
  }

  /** The value that an array formula elsewhere put into this cell. */
  spilled(sheetId: string, row: number, column: number): u.ICellData | null {
    return this.data.getArrayFormulaCellData()[this.unitId]?.[sheetId]?.[row]?.[column] ?? null;
  }

  /** The rectangle of the array formula in this cell, itself included. */
  spillArea(sheetId: string, row: number, column: number): Area | null {
    const range = this.data.getArrayFormulaRange()[this.unitId]?.[sheetId]?.[row]?.[column];
    return range ? areaOf(range) : null;
  }

  forEachSpilled(sheetId: string, visit: (row: number, column: number) => void): void {
    const cells = this.data.getArrayFormulaCellData()[this.unitId]?.[sheetId];
    if (cells) new u.ObjectMatrix(cells).forValue((row, column, cell) => void (cell && visit(row, column)));
  }

  private argument(arg: u.FunctionVariantType): FunctionArgument {
    if (!arg.isReferenceObject()) return { value: plain(arg as u.BaseValueObject), address: '' };
    const reference = arg as u.BaseReferenceObject;
    const area: Area = areaOf(reference.getRangePosition());
    const rows: Scalar[][] = [];
    reference.iterator((value, row, column) => {
      const line = (rows[row - area.top] ??= []);
      line[column - area.left] = value ? scalar(value) : null;
      return true;
    });
    const sheet = this.nameOf(reference.getSheetId());
    const width = area.right - area.left + 1;
    const matrix = Array.from({ length: area.bottom - area.top + 1 }, (_row, r) =>
      Array.from({ length: width }, (_cell, c) => rows[r]?.[c] ?? null),
    );
    return { value: matrix, address: formatRef({ sheet, address: areaAddress(area) }) };
  }
}

/** The error that an argument is: by itself, or as the one cell it refers to. */
function errorIn(arg: u.FunctionVariantType): u.BaseValueObject | null {
  if (arg.isError()) return arg as u.BaseValueObject;
  if (!arg.isReferenceObject()) return null;
  const reference = arg as u.BaseReferenceObject;
  const { top, bottom, left, right } = areaOf(reference.getRangePosition());
  if (top !== bottom || left !== right) return null;
  let error: u.BaseValueObject | null = null;
  reference.iterator((value) => {
    if (value?.isError()) error = value;
    return true;
  });
  return error;
}

type Calculate = (
  args: readonly u.FunctionVariantType[],
  row: number,
  column: number,
  sheetId: string,
) => u.BaseValueObject;

class HostFunction extends u.BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0;
  override maxParams = 255;

  constructor(
    name: string,
    private readonly work: Calculate,
  ) {
    super(name);
  }

  override calculate(...args: u.BaseValueObject[]): u.BaseValueObject {
    return this.work(args, this.row, this.column, this.subUnitId ?? '');
  }
}

function plain(value: u.BaseValueObject): unknown {
  if (!value.isArray()) return scalar(value);
  const rows: Scalar[][] = [];
  (value as u.ArrayValueObject).iterator((cell, row, column) => {
    (rows[row] ??= [])[column] = cell ? scalar(cell) : null;
  });
  return rows;
}

function scalar(value: u.BaseValueObject): Scalar {
  if (value.isNull()) return null;
  return value.getValue() as Scalar;
}

function toUniver(result: FunctionResult): u.BaseValueObject {
  if ('error' in result) return u.ErrorValueObject.create(result.error as u.ErrorType);
  const { value } = result;
  if (!Array.isArray(value)) return valueObject(value as Scalar);
  const rows = value as readonly (readonly Scalar[])[];
  return u.ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(valueObject)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

function valueObject(value: Scalar): u.BaseValueObject {
  if (value === null) return u.NullValueObject.create();
  if (typeof value === 'number') return u.NumberValueObject.create(value);
  if (typeof value === 'boolean') return u.BooleanValueObject.create(value);
  return u.StringValueObject.create(value);
}
