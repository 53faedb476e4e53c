export { readWorkbook } from './reader';
export { patchWorkbook, type WorkbookPatch } from './patch';
export { XlsxWorkbook } from './xlsxWorkbook';
export { READ_LIMITS, type ReadLimits } from './limits';
export { STORE_NAMESPACE } from './store';
