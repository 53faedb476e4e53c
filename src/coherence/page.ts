import type { CellValue } from '../workbook';
import { citation } from './findings';
import type { ExamplePlan } from './example-plan';
import type { DocumentedRule, Language, LocalisedText, Rule } from './rule';
import { CLASS_NAMES, FIELD_NAMES, PAGE_WORDS, SEVERITY_NAMES } from './vocabulary';

/**
 * A rule's page in Markdown, made from its file: what it checks, why, an example that is right, one that is
 * wrong with what is said about it, when it is fine, how to settle it, options, references, known limits.
 */
export function rulePage(rule: DocumentedRule, language: Language): string {
  const say = (text: LocalisedText): string => text[language];
  const word = (key: keyof typeof PAGE_WORDS): string => say(PAGE_WORDS[key]);
  const [good] = rule.examples.coherent;
  const sections: (readonly [keyof typeof PAGE_WORDS, string])[] = [
    ['checks', checks(rule, language)],
    ['why', say(rule.rationale)],
    ['good', good ? exampleTables(good.plan as ExamplePlan) : ''],
    [
      'bad',
      rule.examples.incoherent
        .slice(0, 2)
        .map((one) => wrong(rule, one, language))
        .join('\n\n'),
    ],
    ['fine', say(rule.whenFine)],
    ['fix', fix(rule, language)],
    ['options', options(rule, language)],
    ['references', references(rule, language)],
    ['limits', [word(rule.reliability), rule.limits ? say(rule.limits) : ''].filter(Boolean).join('\n\n')],
  ];
  const body = sections
    .filter(([, content]) => content !== '')
    .map(([title, content]) => `## ${word(title)}\n\n${content}`);
  return `${[`# ${rule.id} ${say(rule.title)}`, header(rule, language), ...body].join('\n\n')}\n`;
}

function header(rule: Rule, language: Language): string {
  const facts = [
    `${PAGE_WORDS.class[language]}: ${CLASS_NAMES[rule.class][language]}`,
    rule.recommended ? PAGE_WORDS.on[language] : PAGE_WORDS.off[language],
    ...(rule.inForce?.from ? [`${PAGE_WORDS.from[language]} ${rule.inForce.from}`] : []),
    ...(rule.deprecated
      ? [`${PAGE_WORDS.deprecated[language]} ${rule.deprecated.replacedBy.join(', ')}`]
      : []),
  ];
  return `\`${rule.name}\` · ${facts.join(' · ')}`;
}

function checks(rule: Rule, language: Language): string {
  const lines = rule.cases.map((one) => {
    const message = rule.messages[one.message]?.[language] ?? '';
    return `- **${SEVERITY_NAMES[one.severity][language]}**: ${plainPlaceholders(message)}`;
  });
  const needs = rule.requires.map((requirement) =>
    typeof requirement === 'string'
      ? FIELD_NAMES[requirement][language]
      : requirement.anyOf.map((field) => FIELD_NAMES[field][language]).join(` ${PAGE_WORDS.or[language]} `),
  );
  const needed = needs.length > 0 ? `\n\n${PAGE_WORDS.needs[language]} ${needs.join(', ')}.` : '';
  return [...new Set(lines)].join('\n') + needed;
}

/** `{title}` → `…`: a page shows the shape of the message, an example its words. */
function plainPlaceholders(message: string): string {
  return message.replace(/\{[a-zA-Z0-9]+\}/g, '…');
}

function wrong(
  rule: Rule,
  example: DocumentedRule['examples']['incoherent'][number],
  language: Language,
): string {
  const found = example.findings.map((finding) => {
    const about = finding.subject ? ` (${finding.subject})` : '';
    const severity = finding.severity ? SEVERITY_NAMES[finding.severity][language] : rule.id;
    return `→ **${severity}**${about}`;
  });
  return `${exampleTables(example.plan as ExamplePlan)}\n\n${found.join('\n\n')}`;
}

function fix(rule: Rule, language: Language): string {
  if (rule.fix.kind === 'none') return PAGE_WORDS.noFix[language];
  const how =
    rule.fix.kind === 'automatic' ? PAGE_WORDS.automatic[language] : PAGE_WORDS.suggestion[language];
  return `${rule.fix.label?.[language] ?? ''} (${how}).`;
}

function options(rule: Rule, language: Language): string {
  if (!rule.options) return '';
  const properties = (rule.options.schema['properties'] ?? {}) as Record<string, { description?: string }>;
  return Object.entries(rule.options.defaults)
    .map(([name, value]) => {
      const [it = '', en = it] = (properties[name]?.description ?? '').split(' / ');
      return `- \`${name}\` (${PAGE_WORDS.default[language]} \`${JSON.stringify(value)}\`): ${language === 'it' ? it : en}`;
    })
    .join('\n');
}

function references(rule: Rule, language: Language): string {
  return rule.references
    .map((reference) => {
      const note = reference.status === 'read' ? '' : ` (${PAGE_WORDS[reference.status][language]})`;
      return `- ${citation(reference)}${note}`;
    })
    .join('\n');
}

/** The sheets of an example as tables. */
export function exampleTables(example: ExamplePlan): string {
  return Object.entries(example)
    .map(([sheet, rows]) => {
      const width = Math.max(...rows.map((row) => row.length), 1);
      const [first = [], ...rest] = rows;
      const line = (row: readonly CellValue[]): string =>
        `| ${Array.from({ length: width }, (_, at) => cellText(row[at] ?? null)).join(' | ')} |`;
      const rule = `|${' --- |'.repeat(width)}`;
      return [`**${sheet}**`, '', line(first), rule, ...rest.map(line)].join('\n');
    })
    .join('\n\n');
}

function cellText(value: CellValue): string {
  return value === null ? '' : String(value).replace(/\|/g, '\\|').replace(/\n/g, '<br>');
}

/** The list of the rules, by group, with a link to each page. */
export function ruleIndex(rules: readonly Rule[], language: Language): string {
  const groups = [...new Set(rules.map((rule) => rule.group))].map((group) => {
    const lines = rules
      .filter((rule) => rule.group === group)
      .map((rule) => `- [${rule.id}](${rule.id}.md) ${rule.title[language]}`);
    return `## ${group}\n\n${lines.join('\n')}`;
  });
  return `${[`# ${PAGE_WORDS.index[language]}`, ...groups, PAGE_WORDS.writing[language]].join('\n\n')}\n`;
}
