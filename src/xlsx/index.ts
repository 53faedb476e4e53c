export { readWorkbook } from './reader';
