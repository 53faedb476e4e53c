/** The Workbook port on Office.js, and the one session of the open workbook. */
export { ExcelWorkbook } from './excel-workbook';
export { CELLS_PER_SYNC } from './read-sheets';
export {
  freezeFormulas,
  insertFormula,
  rewriteFormulas,
  type FormulaCell,
  type Frozen,
  type InsertedFormula,
} from './formulas-later';
export { ENGLISH_LOCALES, sharedSession, closeSession, isoDay, userLanguage } from './session';
