import type { Language } from '../../application';
import {
  checkedSettings,
  type OptionValue,
  type Rule,
  type RuleSettings,
  type Severity,
} from '../../coherence';
import { fromJson } from './reading';

/** One option of a rule as a field of a form, made from the rule's own schema. */
export interface OptionField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'number' | 'boolean' | 'text' | 'list' | 'choice';
  readonly choices: readonly string[];
  readonly minimum: number | null;
  readonly maximum: number | null;
}

interface OptionSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The options of a rule as fields. Descriptions hold both languages, `italiano / English`. */
export function optionFields(rule: Rule, language: Language): OptionField[] {
  const properties = (rule.options?.schema['properties'] ?? {}) as Readonly<Record<string, OptionSchema>>;
  return Object.keys(rule.options?.defaults ?? {}).map((name) => {
    const schema = properties[name] ?? {};
    const [it = name, en = it] = (schema.description ?? name).split(' / ');
    return {
      name,
      label: language === 'it' ? it : en,
      kind: kindOf(schema),
      choices: (schema.enum ?? []).map(String),
      minimum: schema.minimum ?? null,
      maximum: schema.maximum ?? null,
    };
  });
}

function kindOf(schema: OptionSchema): OptionField['kind'] {
  if (schema.enum) return 'choice';
  switch (schema.type) {
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return 'list';
    default:
      return 'text';
  }
}

/** An option's value as the text of its field. */
export function optionText(value: OptionValue | undefined, language: Language): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return language === 'it' ? String(value).replace('.', ',') : String(value);
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** A message of a rule as its page shows it: what differs from case to case becomes an ellipsis. */
export function messagePattern(message: string): string {
  return message.replace(/\{[^{}]*\}/g, '…');
}

/** The text of a field as an option's value; null when it is none. Decimal commas are welcome. */
export function optionFromText(field: OptionField, text: string): OptionValue | null {
  switch (field.kind) {
    case 'number': {
      const number = Number(text.trim().replace(',', '.'));
      const fits =
        text.trim() !== '' &&
        Number.isFinite(number) &&
        number >= (field.minimum ?? -Infinity) &&
        number <= (field.maximum ?? Infinity);
      return fits ? number : null;
    }
    case 'boolean':
      return text === 'true';
    case 'list':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    default:
      return text;
  }
}

/** Settings with a rule on or off. */
export function withRule(settings: RuleSettings, rule: Rule, on: boolean): RuleSettings {
  const without = (list: readonly string[] = []): string[] => list.filter((id) => id !== rule.id);
  return {
    ...settings,
    off: on ? without(settings.off) : [...without(settings.off), rule.id],
    on: on && !rule.recommended ? [...without(settings.on), rule.id] : without(settings.on),
  };
}

/** Settings with another severity for a rule; null = as the rule says. */
export function withSeverity(settings: RuleSettings, rule: Rule, severity: Severity | null): RuleSettings {
  const { [rule.id]: _old, ...others } = settings.severity ?? {};
  return { ...settings, severity: severity === null ? others : { ...others, [rule.id]: severity } };
}

/** Settings with another value for an option; the rule's own value leaves no trace. */
export function withOption(
  settings: RuleSettings,
  rule: Rule,
  name: string,
  value: OptionValue,
): RuleSettings {
  const { [rule.id]: own = {}, ...others } = settings.options ?? {};
  const { [name]: _old, ...rest } = own;
  const usual = JSON.stringify(rule.options?.defaults[name]) === JSON.stringify(value);
  const next = usual ? rest : { ...rest, [name]: value };
  return {
    ...settings,
    options: Object.keys(next).length === 0 ? others : { ...others, [rule.id]: next },
  };
}

/**
 * Settings from the text of a file; null when it holds none. Unknown rules are kept: the check names them. A file with
 * a rule of the office's own adds it to the settings there are, in place of one of the same code.
 */
export function settingsFromText(text: string, before: RuleSettings = {}): RuleSettings | null {
  const content = fromJson(text);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return null;
  if ('id' in content && 'conditions' in content) {
    const others = (before.rules ?? []).filter(({ id }) => id !== content.id);
    return { ...before, rules: [...others, content as Readonly<Record<string, unknown>>] };
  }
  return checkedSettings(content).problems.length === 0 ? (content as RuleSettings) : null;
}
