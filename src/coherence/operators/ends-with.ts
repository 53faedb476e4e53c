import { fold } from '../../plan';
import { onText } from './operator';

/** Ends with the text; case and accents do not count. */
export const endsWith = onText(
  'endsWith',
  'text',
  { it: 'finisce con', en: 'ends with' },
  (value, operand) => typeof operand === 'string' && operand !== '' && fold(value).endsWith(fold(operand)),
);
