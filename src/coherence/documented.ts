import pages from './catalogue-pages.generated.json';
import { runningRules } from './catalogue';
import type { DocumentedRule, Rule, RuleDocumentation } from './rule';

/** What the page of a shipped rule says besides; null for a rule that is not shipped. */
function pageOf(id: string): RuleDocumentation | null {
  return (pages as unknown as Readonly<Record<string, RuleDocumentation>>)[id] ?? null;
}

/** A rule of a rule set with what its page says; null only where the catalogue was made without its page. */
export function documentedRule(setting: {
  readonly rule: Rule;
  readonly documentation: RuleDocumentation | null;
}): DocumentedRule | null {
  const page = setting.documentation ?? pageOf(setting.rule.id);
  return page && { ...setting.rule, ...page };
}

/** The shipped rules whole, as their files say them. Beside the catalogue: a check does not wait for pages. */
export function shippedRules(): readonly DocumentedRule[] {
  return runningRules().flatMap((rule) => documentedRule({ rule, documentation: null }) ?? []);
}
