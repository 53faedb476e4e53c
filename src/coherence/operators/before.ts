import { onDate } from './on-date';

/** An earlier day. Days that cannot be read compare with nothing. */
export const before = onDate(
  'before',
  { it: 'è una data prima di', en: 'is a day before' },
  (value, operand) => value < operand,
);
