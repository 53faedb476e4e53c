/** The Workbook port on Office.js. */
export { ExcelWorkbook } from './excel-workbook';
export { CELLS_PER_SYNC } from './read-sheets';
