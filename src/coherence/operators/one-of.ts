import { isBlankValue, isList, type Operator } from './operator';

/** One of the listed values, as written. */
export const oneOf: Operator = {
  name: 'oneOf',
  accepts: ['text', 'token', 'number'],
  operand: 'list',
  about: { it: 'è uno di', en: 'is one of' },
  test: (value, operand) => !isBlankValue(value) && isList(operand) && operand.includes(String(value)),
};
