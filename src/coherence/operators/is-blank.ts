import { isBlankValue, type Operator } from './operator';

/** Nothing written: empty text, empty list, unreadable number or date. */
export const isBlank: Operator = {
  name: 'isBlank',
  accepts: ['text', 'token', 'number', 'list', 'date'],
  operand: 'none',
  about: { it: 'il campo è vuoto', en: 'the field is empty' },
  test: (value) => isBlankValue(value),
};
