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

/** The proposals a rule may name in `fix.proposal`, with the fields of the finding they read. */
export const fixers: ReadonlyMap<string, { readonly propose: Fixer; readonly reads: readonly string[] }> =
  new Map([
    [
      'complete-weights',
      { propose: completeWeights, reads: ['level', 'sum', 'expected', 'missing', 'outOfRange'] },
    ],
    ['dup-wording', { propose: dupWording, reads: ['dupName', 'label'] }],
    ['move-back', { propose: moveBack, reads: [] }],
    ['next-free-number', { propose: nextFreeNumber, reads: ['nextFree'] }],
    ['percent-unit', { propose: percentUnit, reads: ['share', 'hundred', 'unlike'] }],
    ['remove-duplicate', { propose: removeDuplicate, reads: [] }],
    ['restore-code', { propose: restoreCode, reads: [] }],
    ['swap-terms', { propose: swapTerms, reads: [] }],
  ]);
