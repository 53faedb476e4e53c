import type { RuleFile, RuleProblem, RuleSet, RuleSettings } from '../coherence';

/** What only a check needs, fetched with the first one. */
export const checking = () => import(/* webpackChunkName: "check" */ './checking');

/** What only own rules and settings need. */
const ownRules = () => import(/* webpackChunkName: "ownRules" */ './own-rules');

/** The rules an office checks by: the shipped ones, with its settings and own rules where there are some. */
export async function rulesOf(
  settings: RuleSettings,
  files: readonly RuleFile[] = [],
): Promise<{ readonly ruleSet: RuleSet; readonly problems: readonly RuleProblem[] }> {
  if (files.length > 0 || Object.keys(settings).length > 0)
    return (await ownRules()).loadRuleSet(settings, files);
  const { shippedRuleSet } = await checking();
  return { ruleSet: shippedRuleSet(), problems: [] };
}
