import { onText } from './operator';

/** More characters than the number. */
export const longerThan = onText(
  'longerThan',
  'number',
  { it: 'ha più caratteri di', en: 'has more characters than' },
  (value, operand) => typeof operand === 'number' && [...value].length > operand,
);
