/** The Workbook port on Office.js, and the one session of the open workbook. */
export { ExcelWorkbook } from './excel-workbook';
export { CELLS_PER_SYNC } from './read-sheets';
export { freezeFormulas, type Frozen } from './freeze-later';
export { insertFormula } from './insert-formula';
export { sharedSession, closeSession, isoDay, userLanguage } from './session';
