export { readWorkbook } from './reader';
export { patchWorkbook, type WorkbookPatch } from './patch';
export { XlsxWorkbook } from './xlsxWorkbook';
export { newWorkbook, type NewCell, type NewSheet } from './newWorkbook';
export type { Look } from './looks';
export type { Validation } from './sheetXml';
export { READ_LIMITS, type ReadLimits } from './limits';
export { plainWorkbook } from './plainWorkbook';
