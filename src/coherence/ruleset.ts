import { runningRules } from './catalogue';
import { sha256Hex } from './fingerprint';
import type { Alias } from './facts/context';
import type { LocalisedText, OptionValue, Rule, RuleDocumentation, Severity } from './rule';
import type { RuleSettings } from './rule-settings';

export type { RuleSettings } from './rule-settings';

/** A rule file of the office's own. */
export interface RuleFile {
  /** File name, for the messages. */
  readonly name: string;
  readonly text: string;
}

/** A rule as it runs. */
export interface RuleSetting {
  readonly rule: Rule;
  /** What the page of an own rule says; null for a shipped one, whose page is kept apart ({@link documentedRule}). */
  readonly documentation: RuleDocumentation | null;
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Severity that replaces the one of its cases; null = as the rule says. */
  readonly severity: Severity | null;
  /** Why it is off; null when it runs. */
  readonly off: LocalisedText | null;
  readonly own: boolean;
}

export interface RuleSet {
  /** `sha256:…` of everything below. */
  readonly id: string;
  readonly settings: readonly RuleSetting[];
  readonly aliases: readonly Alias[];
}

/** A rule before the office's settings. */
export interface GivenRule {
  readonly rule: Rule;
  readonly documentation: RuleDocumentation | null;
  /** Option values of the office that fit the rule. */
  readonly chosen: Readonly<Record<string, OptionValue>>;
}

/** The shipped rules as they are, for an office that has decided nothing about them. */
export function shippedRuleSet(): RuleSet {
  return ruleSetOf(runningRules().map((rule) => ({ rule, documentation: null, chosen: {} })));
}

/** A rule set of rules and settings that were checked before. */
export function ruleSetOf(rules: readonly GivenRule[], settings: RuleSettings = {}): RuleSet {
  const all = rules.map((given) => settingOf(given, settings));
  const aliases = settings.aliases ?? [];
  const content = all.map(({ rule, options, severity, off }) => [rule, options, severity, off !== null]);
  return { id: `sha256:${sha256Hex(JSON.stringify([content, aliases]))}`, settings: all, aliases };
}

function settingOf({ rule, documentation, chosen }: GivenRule, settings: RuleSettings): RuleSetting {
  return {
    rule,
    documentation,
    options: { ...rule.options?.defaults, ...chosen },
    severity: settings.severity?.[rule.id] ?? null,
    off: offReason(rule, settings),
    own: documentation !== null,
  };
}

function offReason(rule: Rule, settings: RuleSettings): LocalisedText | null {
  if (settings.off?.includes(rule.id)) {
    return { it: 'Spenta nelle impostazioni delle regole.', en: 'Switched off in the rule settings.' };
  }
  if (rule.deprecated) {
    const other = rule.deprecated.replacedBy.join(', ') || '–';
    return { it: `Superata, sostituita da ${other}.`, en: `Deprecated, replaced by ${other}.` };
  }
  if (!rule.recommended && !settings.on?.includes(rule.id)) {
    return { it: 'Spenta nel profilo predefinito.', en: 'Off in the default profile.' };
  }
  return null;
}
