/**
 * Rules, their engine, the report and the attestation: fetched with the first check, because the value of a function
 * does not need them. Only `rule-sets.ts` imports this file, and only when a check is asked for.
 */
export { attest, attestationState, reportOf, reportSheet, verdictOf } from '../approval';
export { AnswerMemo, judge, shippedRuleSet } from '../coherence';
export { monitoringAt } from './monitoring';
