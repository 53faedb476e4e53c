import { views, type FieldSpec, type View } from './facts';
import { operators, setOperators, type FieldType, type Operator } from './operators';
import type { Problems } from './problems';
import type { FieldValue } from './rule';
import { isObject } from './rule-problem';

const MAX_CONDITIONS = 200;

/**
 * Walks a rule's conditions: every fact set, field, operator, option and operand must exist and fit. Keeps the
 * sets the findings come from, for whoever checks the names that depend on them.
 */
export class ConditionCheck {
  /** Fact sets whose facts become findings. */
  readonly sets = new Map<string, View>();
  /** A condition that is about the plan as a whole. */
  wholePlan = false;
  /** A fact set or an operator on it is misspelt: what the findings are made of is not known. */
  unclear = false;
  private count = 0;
  /** The views of the entry that a condition inside `related` may compare with. */
  private outer: readonly View[] = [];

  constructor(
    private readonly rule: Record<string, unknown>,
    private readonly problems: Problems,
  ) {}

  conditions(): void {
    if (isObject(this.rule['conditions'])) this.condition(this.rule['conditions'], '/conditions');
  }

  private condition(node: Record<string, unknown>, path: string, negated = false): void {
    const inner = this.group(node, path, ['fact', 'params', 'operator', 'value']);
    if (inner) {
      inner.forEach(([part, at]) => this.condition(part, at, negated || at === `${path}/not`));
      return;
    }
    const fact = views.get(String(node['fact']));
    if (!fact) {
      this.unclear = true;
      this.problems.unknown('unknown-fact', `${path}/fact`, node['fact'], [...views.keys()]);
      return;
    }
    const operator = setOperators.find((one) => one.name === node['operator']);
    if (!operator) {
      this.unclear = true;
      const names = setOperators.map((one) => one.name);
      this.problems.unknown('unknown-operator', `${path}/operator`, node['operator'], names);
    } else {
      // What is not there gives no facts: inside a not, or asked to be empty.
      if (operator.yieldsFacts && !negated && node['value'] !== false) this.sets.set(fact.name, fact);
      else this.wholePlan = true;
      const wanted = operator.operand === 'flag' ? 'boolean' : 'number';
      if (typeof node['value'] !== wanted) {
        this.problems.wrongOperand(`${path}/value`, wanted, operator.operand === 'flag' ? 'true' : '1');
      }
    }
    const params = node['params'];
    if (params === undefined) return;
    if (!isObject(params)) this.problems.wrongOperand(`${path}/params`, 'object', '{"where": {}}');
    else {
      this.problems.extraKeys(params, `${path}/params`, ['of', 'where', 'as']);
      for (const key of ['of', 'where']) {
        if (params[key] !== undefined) this.where(params[key], `${path}/params/${key}`, [fact]);
      }
      const name = params['as'];
      if (name !== undefined && (typeof name !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))) {
        this.problems.wrongOperand(`${path}/params/as`, 'text', '"nome-breve"');
      }
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

  private where(node: unknown, path: string, sets: readonly View[]): void {
    if (++this.count > MAX_CONDITIONS) {
      if (this.count === MAX_CONDITIONS + 1) {
        this.problems.add(
          'schema',
          path,
          'troppe condizioni in una regola',
          'too many conditions in one rule',
        );
      }
      return;
    }
    if (!isObject(node)) {
      this.problems.wrongOperand(path, 'object', '{"field": "title", "operator": "isPresent"}');
      return;
    }
    if (Object.hasOwn(node, 'related')) {
      this.related(node, path, sets);
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
      this.problems.unknown('unknown-operator', `${path}/operator`, node['operator'], [...operators.keys()]);
      return;
    }
    if (!field) return;
    if (!operator.accepts.includes(field.type)) {
      const fitting = [...operators.values()].filter((one) => one.accepts.includes(field.type));
      const names = fitting.map((one) => one.name).join(', ');
      this.problems.add(
        'wrong-operand',
        `${path}/operator`,
        `${operator.name} non si applica a un campo di tipo ${field.type}; si applicano: ${names}`,
        `${operator.name} does not apply to a field of type ${field.type}; these do: ${names}`,
      );
      return;
    }
    this.operand(operator, field, node['value'], `${path}/value`, sets);
  }

  /** `{"related": "indicators", "where": …, "sum": "weight", "operator": "moreThan", "value": 3}` */
  private related(node: Record<string, unknown>, path: string, sets: readonly View[]): void {
    this.problems.extraKeys(node, path, ['related', 'where', 'sum', 'operator', 'value']);
    const other = views.get(String(node['related']));
    if (!other) {
      this.problems.unknown('unknown-fact', `${path}/related`, node['related'], [...views.keys()]);
      return;
    }
    if (node['where'] !== undefined) {
      const around = this.outer;
      this.outer = sets;
      this.where(node['where'], `${path}/where`, [other]);
      this.outer = around;
    }
    if (node['sum'] !== undefined) {
      const field = this.field(node['sum'], `${path}/sum`, [other]);
      if (field && field.type !== 'number') this.problems.wrongOperand(`${path}/sum`, 'number', null);
    }
    const fitting = [...operators.values()].filter((one) => one.accepts.includes('number'));
    const operator = fitting.find((one) => one.name === node['operator']);
    const names = fitting.map((one) => one.name);
    if (!operator) this.problems.unknown('unknown-operator', `${path}/operator`, node['operator'], names);
    else {
      const counted: FieldSpec = { type: 'number', about: other.about };
      this.operand(operator, counted, node['value'], `${path}/value`, sets);
    }
  }

  private operand(
    operator: Operator,
    field: FieldSpec,
    value: unknown,
    path: string,
    sets: readonly View[],
  ): void {
    const type = operator.operand === 'same' ? field.type : operator.operand;
    if (type === 'none') {
      if (value !== undefined) {
        this.problems.add(
          'wrong-operand',
          path,
          `${operator.name} non vuole value`,
          `${operator.name} takes no value`,
        );
      }
      return;
    }
    if (isObject(value) && 'field' in value) {
      this.problems.extraKeys(value, path, ['field']);
      const other = this.field(value['field'], `${path}/field`, sets);
      if (other && plainType(other.type) !== plainType(type)) this.problems.wrongOperand(path, type, null);
      return;
    }
    if (isObject(value) && 'outer' in value) {
      this.problems.extraKeys(value, path, ['outer']);
      const other = this.field(value['outer'], `${path}/outer`, this.outer);
      if (other && plainType(other.type) !== plainType(type)) this.problems.wrongOperand(path, type, null);
      return;
    }
    let given = value;
    if (isObject(value) && 'option' in value) {
      this.problems.extraKeys(value, path, ['option']);
      if (!this.option(value['option'], `${path}/option`)) return;
      given = this.defaults()[String(value['option'])];
    }
    if (!fitsType(given, type)) {
      this.problems.wrongOperand(path, type, EXAMPLES[plainType(type)] ?? null);
      return;
    }
    const wrong = operator.problem?.(given as FieldValue) ?? null;
    if (wrong) this.problems.add('wrong-operand', path, wrong.it, wrong.en);
  }

  /** The parts of an all/any/not node; null when the node is a leaf. Says what is mixed, empty or unknown. */
  private group(
    node: Record<string, unknown>,
    path: string,
    leafKeys: readonly string[],
  ): [Record<string, unknown>, string][] | null {
    const present = ['all', 'any', 'not'].filter((key) => Object.hasOwn(node, key));
    if (present.length === 0) {
      this.problems.extraKeys(node, path, leafKeys);
      return null;
    }
    const others = Object.keys(node).filter((key) => !present.includes(key));
    if (present.length > 1 || others.length > 0) {
      const keys = [...present, ...others.map((key) => key.slice(0, 40))].join(', ');
      this.problems.add(
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
        this.problems.wrongOperand(`${path}/not`, 'object', '{"not": {…}}');
        return [];
      }
      if (!Array.isArray(value) || value.length === 0) {
        this.problems.add(
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
        this.problems.wrongOperand(`${path}/${key}/${at}`, 'object', '{…}');
        return [];
      });
    });
  }

  field(name: unknown, path: string, sets: readonly View[]): FieldSpec | null {
    const known = sets.find((set) => Object.hasOwn(set.fields, String(name)));
    if (known) return known.fields[String(name)] ?? null;
    const names = sets.flatMap((set) => Object.keys(set.fields));
    this.problems.unknown('unknown-field', path, name, [...new Set(names)]);
    return null;
  }

  private defaults(): Record<string, unknown> {
    const options = this.rule['options'];
    return isObject(options) && isObject(options['defaults']) ? options['defaults'] : {};
  }

  /** An option as if it were a field, typed by its default. */
  private option(name: unknown, path: string): FieldSpec | null {
    const defaults = this.defaults();
    if (!Object.hasOwn(defaults, String(name))) {
      this.problems.unknown('unknown-option', path, name, Object.keys(defaults));
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
