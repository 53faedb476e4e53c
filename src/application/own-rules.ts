/**
 * Reading of the office's own rules and settings: fetched only where there are some. Only the session imports this
 * file.
 */
export { loadRuleSet } from '../coherence';
