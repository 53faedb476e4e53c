import { isBlankValue, type Operator } from './operator';

/** Exactly the same value: codes stay texts, `1.10` is not `1.1`. */
export const equals: Operator = {
  name: 'equals',
  accepts: ['text', 'token', 'number', 'date'],
  operand: 'same',
  about: { it: 'è esattamente uguale a', en: 'is exactly' },
  test: (value, operand) => !isBlankValue(value) && value === operand,
};
