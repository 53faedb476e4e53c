import { onNumber } from './operator';

export const atMost = onNumber(
  'atMost',
  { it: 'è minore o uguale a', en: 'is at most' },
  (value, operand) => value <= operand,
);
