/** The pretended Excel: for trying, developing and testing. Never part of the shipped add-in. */
export { StandInExcel, CURRENT_EXCEL, type Fault, type StandInOptions } from './stand-in';
export { UniverEngine, blankWorkbook, startUniver, type EngineWorkbook } from './engine/univer-engine';
export { installNative, hostInfo } from './native-win32';
export { installWebkit } from './native-webkit';
export type { FunctionMetadata } from './custom-functions';
export { openXlsx, type OpenedWorkbook } from './open-xlsx';
export { BridgeStatus } from './protocol';
