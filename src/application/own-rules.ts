/**
 * Reading of the office's own rules and settings: fetched only where there are some. Only `rule-sets.ts` imports this
 * file.
 */
export { loadRuleSet } from '../coherence';
