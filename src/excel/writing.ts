/** What writes into the workbook: fetched with the first writing, because the value of a function needs none of it. */
export { writeReport } from './report';
export { writeStorePart } from './store';
export { writeCells } from './write-cells';
