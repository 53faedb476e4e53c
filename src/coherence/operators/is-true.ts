import type { Operator } from './operator';

/** A flag that is set. */
export const isTrue: Operator = {
  name: 'isTrue',
  accepts: ['flag'],
  operand: 'none',
  about: { it: 'è vero', en: 'is true' },
  test: (value) => value === true,
};
