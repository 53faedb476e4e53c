import { onNumber } from './operator';

export const atLeast = onNumber(
  'atLeast',
  { it: 'è maggiore o uguale a', en: 'is at least' },
  (value, operand) => value >= operand,
);
