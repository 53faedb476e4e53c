import { isBlankValue, type Operator } from './operator';

/** Both are written and they differ. An empty field differs from nothing. */
export const differs: Operator = {
  name: 'differs',
  accepts: ['text', 'token', 'number', 'date'],
  operand: 'same',
  about: { it: 'è scritto e diverso da', en: 'is written and differs from' },
  test: (value, operand) => !isBlankValue(value) && !isBlankValue(operand) && value !== operand,
};
