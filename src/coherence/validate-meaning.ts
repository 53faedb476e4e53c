import { factSets } from './facts';
import type { AnyFactSet, FieldSpec } from './facts/fact';
import { fixers } from './fixes';
import { placeholders } from './messages';
import { operators, setOperators, type FieldType, type Operator } from './operators';
import { FIELD_NAMES } from './vocabulary';
import { isObject, type LocalProblem } from './rule-problem';

const MAX_CONDITIONS = 200;
const NOT_READ: readonly string[] = ['not read', 'not-read', 'unread', 'non letto', 'non-letto'];

/** What a schema cannot say: names that must exist, operators that fit their fields, messages that fit their facts. */
export function semanticProblems(rule: Record<string, unknown>): LocalProblem[] {
  const check = new MeaningCheck(rule);
  check.conditions();
  check.cases();
  check.names();
  return check.problems;
}

class MeaningCheck {
  readonly problems: LocalProblem[] = [];
  private readonly sets = new Map<string, AnyFactSet>();
  private wholePlan = false;
  private count = 0;

  constructor(private readonly rule: Record<string, unknown>) {}

  conditions(): void {
    if (isObject(this.rule['conditions'])) this.condition(this.rule['conditions'], '/conditions');
  }

  private condition(node: Record<string, unknown>, path: string): void {
    const inner = this.group(node, path, ['fact', 'params', 'operator', 'value']);
    if (inner) {
      inner.forEach(([part, at]) => this.condition(part, at));
      return;
    }
    const fact = factSets.get(String(node['fact']));
    if (!fact) {
      this.unknown('unknown-fact', `${path}/fact`, node['fact'], [...factSets.keys()]);
      return;
    }
    const operator = setOperators.find((one) => one.name === node['operator']);
    if (!operator) {
      const names = setOperators.map((one) => one.name);
      this.unknown('unknown-operator', `${path}/operator`, node['operator'], names);
    } else {
      if (operator.yieldsFacts) this.sets.set(fact.name, fact);
      else this.wholePlan = true;
      const wanted = operator.operand === 'flag' ? 'boolean' : 'number';
      if (typeof node['value'] !== wanted) {
        this.wrongOperand(`${path}/value`, wanted, operator.operand === 'flag' ? 'true' : '1');
      }
    }
    const params = node['params'];
    if (params === undefined) return;
    if (!isObject(params)) this.wrongOperand(`${path}/params`, 'object', '{"where": {}}');
    else {
      this.extraKeys(params, `${path}/params`, ['where']);
      if (params['where'] !== undefined) this.where(params['where'], `${path}/params/where`, [fact]);
    }
  }

  cases(): void {
    const list = this.rule['cases'];
    if (!Array.isArray(list)) return;
    const sets = [...this.sets.values()];
    list.forEach((one: unknown, at) => {
      if (isObject(one) && one['when'] !== undefined) this.where(one['when'], `/cases/${at}/when`, sets);
    });
  }

  private where(node: unknown, path: string, sets: readonly AnyFactSet[]): void {
    if (++this.count > MAX_CONDITIONS) {
      if (this.count === MAX_CONDITIONS + 1) {
        this.add('schema', path, 'troppe condizioni in una regola', 'too many conditions in one rule');
      }
      return;
    }
    if (!isObject(node)) {
      this.wrongOperand(path, 'object', '{"field": "title", "operator": "isPresent"}');
      return;
    }
    const left = Object.hasOwn(node, 'option') ? 'option' : 'field';
    const inner = this.group(node, path, [left, 'operator', 'value']);
    if (inner) {
      inner.forEach(([part, at]) => this.where(part, at, sets));
      return;
    }
    const field =
      left === 'option'
        ? this.option(node['option'], `${path}/option`)
        : this.field(node['field'], `${path}/field`, sets);
    const operator = operators.get(String(node['operator']));
    if (!operator) {
      this.unknown('unknown-operator', `${path}/operator`, node['operator'], [...operators.keys()]);
      return;
    }
    if (!field) return;
    if (!operator.accepts.includes(field.type)) {
      const fitting = [...operators.values()].filter((one) => one.accepts.includes(field.type));
      const names = fitting.map((one) => one.name).join(', ');
      this.add(
        'wrong-operand',
        `${path}/operator`,
        `${operator.name} non si applica a un campo di tipo ${field.type}; si applicano: ${names}`,
        `${operator.name} does not apply to a field of type ${field.type}; these do: ${names}`,
      );
      return;
    }
    this.operand(operator, field, node['value'], `${path}/value`, sets);
  }

  private operand(
    operator: Operator,
    field: FieldSpec,
    value: unknown,
    path: string,
    sets: readonly AnyFactSet[],
  ): void {
    const type = operator.operand === 'same' ? field.type : operator.operand;
    if (type === 'none') {
      if (value !== undefined) {
        this.add(
          'wrong-operand',
          path,
          `${operator.name} non vuole value`,
          `${operator.name} takes no value`,
        );
      }
      return;
    }
    if (isObject(value) && 'field' in value) {
      this.extraKeys(value, path, ['field']);
      const other = this.field(value['field'], `${path}/field`, sets);
      if (other && plainType(other.type) !== plainType(type)) this.wrongOperand(path, type, null);
      return;
    }
    let given = value;
    if (isObject(value) && 'option' in value) {
      this.extraKeys(value, path, ['option']);
      if (!this.option(value['option'], `${path}/option`)) return;
      given = this.defaults()[String(value['option'])];
    }
    if (!fitsType(given, type)) this.wrongOperand(path, type, EXAMPLES[plainType(type)] ?? null);
  }

  /** Names outside the conditions: fields of evidence and grouping, messages, placeholders, fixes, citations. */
  names(): void {
    const sets = [...this.sets.values()];
    for (const key of ['evidence', 'groupBy']) {
      const list = this.rule[key];
      if (Array.isArray(list) && sets.length > 0) {
        list.forEach((name: unknown, at) => this.field(name, `/${key}/${at}`, sets));
      }
    }
    this.messages(sets);
    const { id, group, fix, requires, references } = this.rule;
    if (typeof id === 'string' && typeof group === 'string' && !id.startsWith(`${group}-`)) {
      this.add(
        'id-group',
        '/group',
        `il gruppo deve essere quello del codice ${id}`,
        `the group must be that of id ${id}`,
      );
    }
    if (isObject(fix)) {
      const { kind, proposal } = fix;
      if (proposal !== undefined && !fixers.has(String(proposal))) {
        this.unknown('unknown-proposal', '/fix/proposal', proposal, [...fixers.keys()]);
      }
      if (kind === 'automatic' && proposal === undefined) {
        this.unknown('unknown-proposal', '/fix/proposal', '', [...fixers.keys()]);
      }
    }
    if (Array.isArray(requires)) {
      requires.forEach((requirement: unknown, at) => {
        const any = isObject(requirement) ? requirement['anyOf'] : [requirement];
        for (const name of Array.isArray(any) ? any : []) {
          if (!Object.hasOwn(FIELD_NAMES, String(name))) {
            this.unknown('unknown-field', `/requires/${at}`, name, Object.keys(FIELD_NAMES));
          }
        }
      });
    }
    if (Array.isArray(references)) {
      references.forEach((reference: unknown, at) => {
        if (isObject(reference) && NOT_READ.includes(String(reference['status']).toLowerCase())) {
          this.add(
            'not-read-source',
            `/references/${at}`,
            'una fonte non letta non si cita come autorità: toglierla o leggerla',
            'a source that was not read cannot be cited as authority: remove it or read it',
          );
        }
      });
    }
  }

  private messages(sets: readonly AnyFactSet[]): void {
    const { messages, cases } = this.rule;
    if (!isObject(messages)) return;
    const list = Array.isArray(cases) ? cases.filter(isObject) : [];
    const used = new Set(list.map((one) => String(one['message'])));
    list.forEach((one, at) => {
      if (!Object.hasOwn(messages, String(one['message']))) {
        this.unknown('unknown-message', `/cases/${at}/message`, one['message'], Object.keys(messages));
      }
    });
    const fields = [...new Set(sets.flatMap((set) => Object.keys(set.fields)))];
    const allowed = this.wholePlan && sets.length === 0 ? [] : fields;
    for (const [name, message] of Object.entries(messages)) {
      if (!used.has(name)) {
        this.add(
          'unused-message',
          `/messages/${name}`,
          'nessun caso usa questo messaggio',
          'no case uses this message',
        );
      }
      for (const language of ['it', 'en']) {
        const text = isObject(message) ? message[language] : null;
        if (typeof text !== 'string' || text.length > 2000) continue;
        for (const placeholder of placeholders(text)) {
          if (!allowed.includes(placeholder)) {
            this.unknown('unknown-placeholder', `/messages/${name}/${language}`, placeholder, allowed);
          }
        }
      }
    }
  }

  /** The parts of an all/any/not node; null when the node is a leaf. Says what is mixed, empty or unknown. */
  private group(
    node: Record<string, unknown>,
    path: string,
    leafKeys: readonly string[],
  ): [Record<string, unknown>, string][] | null {
    const present = ['all', 'any', 'not'].filter((key) => Object.hasOwn(node, key));
    if (present.length === 0) {
      this.extraKeys(node, path, leafKeys);
      return null;
    }
    const others = Object.keys(node).filter((key) => !present.includes(key));
    if (present.length > 1 || others.length > 0) {
      const keys = [...present, ...others.map((key) => key.slice(0, 40))].join(', ');
      this.add(
        'mixed-condition',
        path,
        `insieme nello stesso punto: ${keys}. Uno solo fra all, any, not: annidare gli altri`,
        `together in one place: ${keys}. Only one of all, any, not: nest the others`,
        '{"all": [{"any": […]}, …]}',
      );
    }
    return present.flatMap((key) => {
      const value = node[key];
      if (key === 'not') {
        if (isObject(value)) return [[value, `${path}/not`] as [Record<string, unknown>, string]];
        this.wrongOperand(`${path}/not`, 'object', '{"not": {…}}');
        return [];
      }
      if (!Array.isArray(value) || value.length === 0) {
        this.add(
          'empty-condition',
          `${path}/${key}`,
          `«${key}» deve essere una lista con almeno una condizione`,
          `“${key}” must be a list with at least one condition`,
          `{"${key}": [{…}]}`,
        );
        return [];
      }
      return value.flatMap((part: unknown, at) => {
        if (isObject(part)) return [[part, `${path}/${key}/${at}`] as [Record<string, unknown>, string]];
        this.wrongOperand(`${path}/${key}/${at}`, 'object', '{…}');
        return [];
      });
    });
  }

  private field(name: unknown, path: string, sets: readonly AnyFactSet[]): FieldSpec | null {
    const missing = sets.find((set) => !Object.hasOwn(set.fields, String(name)));
    if (missing) {
      this.unknown('unknown-field', path, name, Object.keys(missing.fields));
      return null;
    }
    return sets[0]?.fields[String(name)] ?? null;
  }

  private defaults(): Record<string, unknown> {
    const options = this.rule['options'];
    return isObject(options) && isObject(options['defaults']) ? options['defaults'] : {};
  }

  /** An option as if it were a field, typed by its default. */
  private option(name: unknown, path: string): FieldSpec | null {
    const defaults = this.defaults();
    if (!Object.hasOwn(defaults, String(name))) {
      this.unknown('unknown-option', path, name, Object.keys(defaults));
      return null;
    }
    const value = defaults[String(name)];
    const type: FieldType =
      typeof value === 'boolean'
        ? 'flag'
        : typeof value === 'number'
          ? 'number'
          : Array.isArray(value)
            ? 'list'
            : 'text';
    return { type, about: { it: String(name), en: String(name) } };
  }

  private extraKeys(node: Record<string, unknown>, path: string, allowed: readonly string[]): void {
    for (const key of Object.keys(node)) {
      if (!allowed.includes(key)) this.unknown('unknown-key', `${path}/${key.slice(0, 40)}`, key, allowed);
    }
  }

  private unknown(code: LocalProblem['code'], path: string, name: unknown, allowed: readonly string[]): void {
    const shown = String(name ?? '').slice(0, 60) || '(vuoto)';
    const list = allowed.slice(0, 60).join(', ') || '–';
    this.add(
      code,
      path,
      `«${shown}» non esiste; ci sono: ${list}`,
      `“${shown}” does not exist; there are: ${list}`,
      allowed[0] === undefined ? undefined : JSON.stringify(allowed[0]),
    );
  }

  private wrongOperand(path: string, wanted: string, example: string | null): void {
    this.add(
      'wrong-operand',
      path,
      `atteso un valore di tipo ${wanted}`,
      `expected a value of type ${wanted}`,
      example ?? undefined,
    );
  }

  private add(code: LocalProblem['code'], path: string, it: string, en: string, example?: string): void {
    this.problems.push({ code, path, message: { it, en }, ...(example === undefined ? {} : { example }) });
  }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  text: '"testo"',
  number: '100',
  list: '["uno", "due"]',
  date: '"2025-12-31"',
  flag: 'true',
};

function plainType(type: FieldType | Operator['operand']): string {
  return type === 'token' ? 'text' : type;
}

function fitsType(value: unknown, type: FieldType | Operator['operand']): boolean {
  switch (plainType(type)) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    default:
      return (
        Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')
      );
  }
}
