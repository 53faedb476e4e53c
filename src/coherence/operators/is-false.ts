import type { Operator } from './operator';

/** A flag that is not set. */
export const isFalse: Operator = {
  name: 'isFalse',
  accepts: ['flag'],
  operand: 'none',
  about: { it: 'è falso', en: 'is false' },
  test: (value) => value === false,
};
