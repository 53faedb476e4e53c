export { readWorkbook } from './reader';
export { READ_LIMITS, type ReadLimits } from './limits';
export { STORE_NAMESPACE } from './store';
