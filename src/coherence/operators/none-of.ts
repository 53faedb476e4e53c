import { isBlankValue, isList, type Operator } from './operator';

/** Written, and none of the listed values. */
export const noneOf: Operator = {
  name: 'noneOf',
  accepts: ['text', 'token', 'number'],
  operand: 'list',
  about: { it: 'è scritto e non è nessuno di', en: 'is written and is none of' },
  test: (value, operand) => !isBlankValue(value) && isList(operand) && !operand.includes(String(value)),
};
