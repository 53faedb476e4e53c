import { views, type Entry, type View } from './facts';
import { operators } from './operators';
import type { RelatedEntries } from './related';
import type { FieldValue, OptionValue, Operand, RelatedCondition, Where } from './rule';
import { UnknownNameError } from './unknown-name';

/** Whether a condition holds for an entry; inside `related`, also beside the entry it is related to. */
export type Predicate = (entry: Entry, outer?: Entry) => boolean;
export type RuleOptions = Readonly<Record<string, OptionValue>>;

/** What a condition is compiled with: the view its fields are looked up in (any, where there is none). */
export interface Scope {
  readonly options: RuleOptions;
  readonly related: RelatedEntries;
  readonly view?: View;
  readonly outer?: Scope;
}

/** A value of options or rule files as a field value: lists become lists of texts. */
export function plainValue(value: OptionValue | Operand): FieldValue {
  if (Array.isArray(value)) return value.map(String);
  return value as FieldValue;
}

/**
 * Turns a condition into a function, once per run: names are looked up and options filled in here, so that
 * judging an entry is only comparisons.
 */
export function compileWhere(where: Where | undefined, scope: Scope): Predicate {
  if (!where) return () => true;
  if ('all' in where) {
    const parts = where.all.map((part) => compileWhere(part, scope));
    return (entry, outer) => parts.every((part) => part(entry, outer));
  }
  if ('any' in where) {
    const parts = where.any.map((part) => compileWhere(part, scope));
    return (entry, outer) => parts.some((part) => part(entry, outer));
  }
  if ('not' in where) {
    const part = compileWhere(where.not, scope);
    return (entry, outer) => !part(entry, outer);
  }
  const operator = operators.get(where.operator);
  if (!operator) throw new UnknownNameError('operator', where.operator);
  const right = compileOperand(where.value, scope);
  const left = compileLeft(where, scope);
  return (entry, outer) => operator.test(left(entry, outer), right(entry, outer));
}

type Value = (entry: Entry, outer?: Entry) => FieldValue;

function compileLeft(
  where: Exclude<Where, { all: unknown } | { any: unknown } | { not: unknown }>,
  scope: Scope,
): Value {
  if ('related' in where) return compileRelated(where, scope);
  return compileOperand('option' in where ? { option: where.option } : { field: where.field }, scope);
}

/** How many related entries the condition holds for, or what one of their fields adds up to. */
function compileRelated({ related: name, where, sum }: RelatedCondition, scope: Scope): Value {
  const view = views.get(name);
  if (!view) throw new UnknownNameError('fact', name);
  const inner: Scope = { ...scope, view, outer: scope };
  const holds = compileWhere(where, inner);
  const added = sum === undefined ? null : compileOperand({ field: sum }, inner);
  return (entry) => {
    const found = scope.related(entry, name).filter((one) => holds(one, entry));
    // What cannot be read adds nothing.
    return added ? found.reduce((all, one) => all + Number(added(one) ?? 0), 0) : found.length;
  };
}

function compileOperand(operand: Operand | undefined, scope: Scope): Value {
  if (operand === undefined) return () => null;
  if (typeof operand === 'object' && 'option' in operand) {
    if (!Object.hasOwn(scope.options, operand.option)) throw new UnknownNameError('option', operand.option);
    const value = plainValue(scope.options[operand.option] ?? '');
    return () => value;
  }
  if (typeof operand === 'object' && 'field' in operand) {
    const field = knownField(operand.field, scope);
    return (entry) => entry.value(field);
  }
  if (typeof operand === 'object' && 'outer' in operand) {
    const field = knownField(operand.outer, scope.outer ?? scope);
    return (_entry, outer) => outer?.value(field) ?? null;
  }
  const value = plainValue(operand);
  return () => value;
}

function knownField(field: string, { view }: Scope): string {
  if (view && !Object.hasOwn(view.fields, field)) throw new UnknownNameError('field', field);
  return field;
}
