import { runningRules } from './catalogue';
import { sha256Hex } from './fingerprint';
import type { Alias } from './facts/context';
import type { LocalisedText, DocumentedRule, OptionValue, Rule, RuleDocumentation, Severity } from './rule';
import type { RuleProblem } from './rule-problem';
import { parseRuleFile } from './validate';
import type { RuleSettings } from './rule-settings';
import { checkedSettings } from './validate-settings';

export type { RuleSettings } from './rule-settings';
import { optionProblems } from './validate-options';

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

/**
 * The shipped rules with the office's settings and own rule files. Whatever is wrong with a file or a setting
 * is in `problems`, all at once; everything else works.
 */
export function loadRuleSet(
  given: RuleSettings = {},
  ownFiles: readonly RuleFile[] = [],
): { ruleSet: RuleSet; problems: RuleProblem[] } {
  const { settings, problems } = checkedSettings(given);
  const shipped = runningRules();
  const known = new Set(shipped.map((rule) => rule.id));
  const own: DocumentedRule[] = [];
  const stored = (settings.rules ?? []).map((rule, at) => ({
    name: `rules[${at}]`,
    text: JSON.stringify(rule),
  }));
  for (const file of [...stored, ...ownFiles]) {
    const parsed = parseRuleFile(file, known);
    problems.push(...parsed.problems);
    for (const rule of parsed.rules) {
      own.push(rule);
      known.add(rule.id);
    }
  }
  problems.push(...own.flatMap((rule) => strangeNames(rule, known)));
  problems.push(...unknownRules(settings, known));
  const withPage = [
    ...shipped.map((rule) => ({ rule, documentation: null })),
    ...own.map(({ whenFine, limits, examples, ...rule }) => ({
      rule,
      documentation: { whenFine, ...(limits ? { limits } : {}), examples },
    })),
  ];
  const all = withPage.map(({ rule, documentation }) => {
    const chosen = settings.options?.[rule.id] ?? {};
    const wrong = optionProblems(rule, chosen);
    problems.push(...wrong);
    return settingOf(rule, documentation, settings, wrong.length > 0 ? {} : chosen);
  });
  const aliases = settings.aliases ?? [];
  const content = all.map(({ rule, options, severity, off }) => [rule, options, severity, off !== null]);
  return {
    ruleSet: { id: `sha256:${sha256Hex(JSON.stringify([content, aliases]))}`, settings: all, aliases },
    problems,
  };
}

/** Rules a rule says it follows or is replaced by, and that nobody knows: the rule runs, the name is said. */
function strangeNames(rule: Rule, known: ReadonlySet<string>): RuleProblem[] {
  const named = [
    ...(rule.follows ?? []).map((one, at) => [`/follows/${at}/rule`, one.rule] as const),
    ...(rule.deprecated?.replacedBy ?? []).map((id, at) => [`/deprecated/replacedBy/${at}`, id] as const),
  ];
  return named
    .filter(([, id]) => !known.has(id))
    .map(([path, id]) => ({
      file: null,
      rule: rule.id,
      path,
      code: 'unknown-rule' as const,
      message: {
        it: `la regola ${rule.id} nomina ${id}, che non esiste: togliere la voce o correggere il codice`,
        en: `rule ${rule.id} names ${id}, which does not exist: remove the entry or correct the id`,
      },
      example: '"STR-01"',
    }));
}

function settingOf(
  rule: Rule,
  documentation: RuleDocumentation | null,
  settings: RuleSettings,
  chosen: Readonly<Record<string, OptionValue>>,
): RuleSetting {
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

function unknownRules(settings: RuleSettings, known: ReadonlySet<string>): RuleProblem[] {
  const named = [
    ...(settings.off ?? []),
    ...(settings.on ?? []),
    ...Object.keys(settings.severity ?? {}),
    ...Object.keys(settings.options ?? {}),
  ];
  return [...new Set(named)]
    .filter((id) => !known.has(id))
    .map((id) => ({
      file: null,
      rule: id,
      path: '',
      code: 'unknown-rule' as const,
      message: {
        it: `Le impostazioni nominano la regola ${id}, che non esiste: togliere la voce o correggere il codice.`,
        en: `The settings name rule ${id}, which does not exist: remove the entry or correct the id.`,
      },
    }));
}
