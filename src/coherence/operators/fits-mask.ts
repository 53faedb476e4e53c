import { fitsMask as fits, MAX_MASK_LENGTH, parseMask } from '../../plan';
import { onText, type Operator } from './operator';

/** Fits a code mask: `A` and `0` a digit, `L` a letter, `[…]` optional, the rest as written. No regular expressions. */
export const fitsMask: Operator = {
  ...onText(
    'fitsMask',
    'text',
    {
      it: 'rispetta la maschera (0 o A = cifra, L = lettera, […] = facoltativo)',
      en: 'fits the mask (0 or A = digit, L = letter, […] = optional)',
    },
    (value, operand) => typeof operand === 'string' && fits(operand, value),
  ),
  problem: (operand) =>
    typeof operand === 'string' && parseMask(operand) === null
      ? {
          it: `la maschera deve avere le parentesi quadre chiuse e da 1 a ${MAX_MASK_LENGTH} segni`,
          en: `the mask must close its square brackets and have 1 to ${MAX_MASK_LENGTH} signs`,
        }
      : null,
};
