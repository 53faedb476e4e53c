/**
 * Every member of Univer that the stand-in uses, through one door: Jest replaces this file by a ready bundle
 * (Univer's CommonJS build requires ES modules), and a change of engine is visible at one glance.
 */
export {
  CellValueType,
  CommandType,
  Direction,
  HorizontalAlign,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  numfmt,
  ObjectMatrix,
  Univer,
  UniverInstanceType,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
export type {
  ICellData,
  ICommandInfo,
  IRange,
  IStyleData,
  IWorkbookData,
  Nullable,
  Workbook,
  Worksheet,
} from '@univerjs/core';
export {
  ArrayValueObject,
  BaseFunction,
  BaseReferenceObject,
  BooleanValueObject,
  ErrorValueObject,
  ErrorType,
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDefinedNamesService,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
  StringValueObject,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';
export type { BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula';
export {
  AddWorksheetMergeMutation,
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  InsertSheetCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveSheetCommand,
  RemoveWorksheetMergeMutation,
  SetColHiddenCommand,
  SetColWidthCommand,
  SetDefinedNameCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetRowHiddenCommand,
  SetSelectionsOperation,
  SetSpecificColsVisibleCommand,
  SetSpecificRowsVisibleCommand,
  SetWorksheetActiveOperation,
  SetWorksheetHideCommand,
  SetWorksheetNameCommand,
  SetWorksheetShowCommand,
  UniverSheetsPlugin,
} from '@univerjs/sheets';
export { TriggerCalculationController, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
export { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
