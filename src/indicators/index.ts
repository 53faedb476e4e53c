export * from './types';
export { readFormula, MAX_LENGTH, MAX_DEPTH } from './language/reading';
export { percentUnit, yesNoUnit } from './language/units';
export { ratioOf, isRateName } from './language/flags';
export { quantitiesOf } from './language/resolve';
export { nameKey, type NameKey } from './language/names';
export { parsePlainNumber, parseYesNo, readText, type ReadText } from './data/numbers';
