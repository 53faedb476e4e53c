/** Fetched when a user asks for it at the pane or the ribbon: the value of a function does not wait for it. */
export { freezeFormulas, type Frozen } from './freeze';
export { insertFormula, type InsertedFormula } from './insert-formula';
export { hasMarks, writeMarks } from './marks';
export { rewriteFormulas, type FormulaCell } from './rewrite-formulas';
export { readSelection } from './selection';
