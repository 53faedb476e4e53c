export * from './session';
export * from './session-types';
export { StoreError } from './live-workbook';
export * from './check-json';
export { findIndicator, lookUp, type IndicatorRow, type Lookup } from './indicators';
export { annexOf, type AnnexTable } from './annex';
export { evaluateFormula, type NamedValue } from './evaluate';
export { VERSION } from './version';
export { planFix, type FixPlan } from './fix';
export { frozenFormulas, newYear, type NewYear } from './copies';
export { isPegFormula, unknownFormulas } from './peg-formulas';
export { monitoringAt } from './monitoring';
export {
  hierarchyOf,
  type Hierarchy,
  type Objective,
  type ObjectiveKind,
  type ObjectiveLookup,
} from './objectives';
export { achievementIn, progressOf, targetOf, targetPeriods, type TargetReading } from './achievement';
export { Confirmations, type Confirmation } from './confirmations';
export { objectivesAsRead, readFrom, type ObjectiveAsRead } from './as-read';
export { MEANINGS, meaningMarks, meaningOf } from './meanings';
export { findingsAbout } from './findings-about';
export { anonymised, knownBy, type Dice, type Known } from './anonymise';
