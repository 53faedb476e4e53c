import { runningRules } from './catalogue';
import type { DocumentedRule, Rule } from './rule';
import type { RuleProblem } from './rule-problem';
import type { RuleSettings } from './rule-settings';
import { ruleSetOf, type GivenRule, type RuleFile, type RuleSet } from './ruleset';
import { parseRuleFile } from './validate';
import { optionProblems } from './validate-options';
import { checkedSettings } from './validate-settings';

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
  const rules = withPage.map(({ rule, documentation }): GivenRule => {
    const chosen = settings.options?.[rule.id] ?? {};
    const wrong = optionProblems(rule, chosen);
    problems.push(...wrong);
    return { rule, documentation, chosen: wrong.length > 0 ? {} : chosen };
  });
  return { ruleSet: ruleSetOf(rules, settings), problems };
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
