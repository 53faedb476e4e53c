import { isBlankValue, type Operator } from './operator';

/** Something is written. */
export const isPresent: Operator = {
  name: 'isPresent',
  accepts: ['text', 'token', 'number', 'list', 'date'],
  operand: 'none',
  about: { it: 'il campo non è vuoto', en: 'the field is not empty' },
  test: (value) => !isBlankValue(value),
};
