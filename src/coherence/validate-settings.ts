import { normalise } from '../plan';
import type { RuleProblem } from './rule-problem';
import { isObject } from './rule-problem';
import type { RuleSettings } from './rule-settings';

const SEVERITIES = ['error', 'warning', 'info'];
const EXAMPLES: Readonly<Record<string, string>> = {
  off: '["STR-04"]',
  on: '["LNK-08"]',
  severity: '{"STR-04": "info"}',
  options: '{"WGT-02": {"tolerance": 1}}',
  aliases: '[{"from": "Vecchio nome", "to": "Nome nel DUP"}]',
  rules: '[{"id": "LOC-01", "name": "…"}]',
};
const KEYS = Object.keys(EXAMPLES);

/**
 * The settings as they may be used: what has the wrong form is left out and said, all at once; the rest counts.
 * Settings come from a workbook that may have been written by another version or by hand.
 */
export function checkedSettings(value: unknown): { settings: RuleSettings; problems: RuleProblem[] } {
  const check = new SettingsCheck();
  return { settings: check.settings(value), problems: check.problems };
}

class SettingsCheck {
  readonly problems: RuleProblem[] = [];

  settings(value: unknown): RuleSettings {
    if (value === undefined) return {};
    if (!isObject(value)) {
      this.wrong('', 'un oggetto', 'an object', '{"off": ["STR-04"]}');
      return {};
    }
    for (const key of Object.keys(value)) {
      if (!KEYS.includes(key)) {
        const shown = key.slice(0, 40);
        this.wrong(`/${shown}`, `una voce fra: ${KEYS.join(', ')}`, `one of ${KEYS.join(', ')}`, '"off"');
      }
    }
    return {
      off: this.texts(value, 'off'),
      on: this.texts(value, 'on'),
      severity: this.record(value, 'severity', (one): one is 'error' | 'warning' | 'info' =>
        SEVERITIES.includes(String(one)),
      ),
      options: this.record(value, 'options', isObject) as RuleSettings['options'] & object,
      aliases: this.list(value, 'aliases', isAlias),
      rules: this.list(value, 'rules', isObject),
    };
  }

  private texts(value: Record<string, unknown>, key: string): string[] {
    return this.list(value, key, (one): one is string => typeof one === 'string');
  }

  private list<T>(value: Record<string, unknown>, key: string, fits: (one: unknown) => one is T): T[] {
    const list = Object.hasOwn(value, key) ? value[key] : undefined;
    if (list === undefined) return [];
    if (!Array.isArray(list)) {
      this.wrong(`/${key}`, 'una lista', 'a list', EXAMPLES[key]);
      return [];
    }
    return list.flatMap((one: unknown, at) => {
      if (fits(one)) return [one];
      this.wrong(`/${key}/${at}`, 'una voce come nell’esempio', 'an entry as in the example', EXAMPLES[key]);
      return [];
    });
  }

  private record<T>(
    value: Record<string, unknown>,
    key: string,
    fits: (one: unknown) => one is T,
  ): Record<string, T> {
    const node = Object.hasOwn(value, key) ? value[key] : undefined;
    if (node === undefined) return {};
    if (!isObject(node)) {
      this.wrong(`/${key}`, 'un oggetto con i codici delle regole', 'an object with rule ids', EXAMPLES[key]);
      return {};
    }
    const fitting = Object.entries(node).filter((entry): entry is [string, T] => {
      if (fits(entry[1])) return true;
      const [it, en] =
        key === 'severity'
          ? [`una gravità fra: ${SEVERITIES.join(', ')}`, `a severity, one of: ${SEVERITIES.join(', ')}`]
          : ['un oggetto con le opzioni', 'an object with the options'];
      this.wrong(`/${key}/${entry[0].slice(0, 40)}`, it, en, EXAMPLES[key]);
      return false;
    });
    return Object.fromEntries(fitting);
  }

  private wrong(path: string, it: string, en: string, example: string | undefined): void {
    this.problems.push({
      file: null,
      rule: null,
      path,
      code: 'bad-setting',
      message: {
        it: `Impostazioni delle regole, «${path || '/'}»: qui va ${it}; la voce non conta.`,
        en: `Rule settings, “${path || '/'}”: ${en} belongs here; the entry does not count.`,
      },
      ...(example === undefined ? {} : { example }),
    });
  }
}

function isAlias(one: unknown): one is { from: string; to: string } {
  return (
    isObject(one) &&
    [one['from'], one['to']].every((name) => typeof name === 'string' && normalise(name) !== '')
  );
}
