import { onNumber } from './operator';

export const moreThan = onNumber(
  'moreThan',
  { it: 'è maggiore di', en: 'is more than' },
  (value, operand) => value > operand,
);
