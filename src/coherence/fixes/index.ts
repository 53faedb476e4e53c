import type { Fixer } from './fixer';

/** The proposals a rule may name in `fix.proposal`. */
export const fixers: ReadonlyMap<string, Fixer> = new Map<string, Fixer>();
