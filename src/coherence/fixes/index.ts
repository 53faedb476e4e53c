import { completeWeights } from './complete-weights';
import { dupWording } from './dup-wording';
import type { Fixer } from './fixer';
import { moveBack } from './move-back';
import { nextFreeNumber } from './next-free-number';
import { percentUnit } from './percent-unit';
import { removeDuplicate } from './remove-duplicate';
import { restoreCode } from './restore-code';
import { swapTerms } from './swap-terms';

export type { Fixer } from './fixer';

/** The proposals a rule may name in `fix.proposal`. */
export const fixers: ReadonlyMap<string, Fixer> = new Map<string, Fixer>([
  ['complete-weights', completeWeights],
  ['dup-wording', dupWording],
  ['move-back', moveBack],
  ['next-free-number', nextFreeNumber],
  ['percent-unit', percentUnit],
  ['remove-duplicate', removeDuplicate],
  ['restore-code', restoreCode],
  ['swap-terms', swapTerms],
]);
