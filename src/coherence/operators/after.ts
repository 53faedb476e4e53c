import { onDate } from './on-date';

/** A later day. Days that cannot be read compare with nothing. */
export const after = onDate(
  'after',
  { it: 'è una data dopo', en: 'is a day after' },
  (value, operand) => value > operand,
);
