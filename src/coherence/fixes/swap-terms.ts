import { readFormulas } from '../facts/formula-reading';
import type { Fixer } from './fixer';
import { edit } from './cells';

/** Swaps what stands above and below the slash, leaving the rest of the formula as written. */
export const swapTerms: Fixer = (finding, context) => {
  const read = readFormulas(context).find((one) => one.indicator.id === finding.subject.id);
  const cell = read?.indicator.formula?.cells[0];
  const { numerator, denominator, reading } = read ?? {};
  if (!cell || !numerator || !denominator || !reading) return null;
  const { text } = reading;
  if (numerator.end > denominator.start || reading.flags.elisions.length > 0) return null;
  const swapped =
    text.slice(0, numerator.start) +
    text.slice(denominator.start, denominator.end) +
    text.slice(numerator.end, denominator.start) +
    text.slice(numerator.start, numerator.end) +
    text.slice(denominator.end);
  return [edit(cell, swapped, context)];
};
