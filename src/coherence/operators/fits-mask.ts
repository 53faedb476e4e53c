import { fitsMask as fits } from '../../plan';
import { onText } from './operator';

/** Fits a code mask: `A` and `0` a digit, `L` a letter, `[…]` optional, the rest as written. No regular expressions. */
export const fitsMask = onText(
  'fitsMask',
  'text',
  {
    it: 'rispetta la maschera (0 o A = cifra, L = lettera, […] = facoltativo)',
    en: 'fits the mask (0 or A = digit, L = letter, […] = optional)',
  },
  (value, operand) => typeof operand === 'string' && fits(operand, value),
);
