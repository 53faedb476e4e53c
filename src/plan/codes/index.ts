export { fitsMask, normaliseCode, parseMask, MAX_MASK_LENGTH } from './mask';
export { bareCode, looksLikeCode, splitCode, type CodedText } from './shape';
export { inferScheme } from './scheme';
export { baseCode, codeCentre, codeNumber, codeYear, isUnder } from './parts';
export { codeProblem, misread } from './problems';
