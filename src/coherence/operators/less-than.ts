import { onNumber } from './operator';

export const lessThan = onNumber(
  'lessThan',
  { it: 'è minore di', en: 'is less than' },
  (value, operand) => value < operand,
);
