import { fold } from '../../plan';
import { onText } from './operator';

/** Begins with the text; case and accents do not count. */
export const startsWith = onText(
  'startsWith',
  'text',
  { it: 'comincia con', en: 'starts with' },
  (value, operand) => typeof operand === 'string' && operand !== '' && fold(value).startsWith(fold(operand)),
);
