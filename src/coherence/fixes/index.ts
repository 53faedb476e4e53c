import type { Fixer } from './fixer';

const later: Fixer = () => null;

/** The proposals a rule may name in `fix.proposal`. */
export const fixers: ReadonlyMap<string, Fixer> = new Map<string, Fixer>([
  ['next-free-number', later],
  ['restore-code', later],
  ['remove-duplicate', later],
  ['move-back', later],
  ['dup-wording', later],
  ['complete-weights', later],
]);
