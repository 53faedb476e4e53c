import type { FieldValue, LocalisedText } from '../rule';
import type { Operator } from './operator';

const isDay = (value: FieldValue): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** An operator comparing two ISO days, which sort as texts. */
export function onDate(
  name: string,
  about: LocalisedText,
  test: (value: string, operand: string) => boolean,
): Operator {
  return {
    name,
    accepts: ['date'],
    operand: 'date',
    about,
    test: (value, right) => isDay(value) && isDay(right) && test(value, right),
  };
}
