import type { Fact } from './facts/fact';
import { operators } from './operators';
import type { RelatedFacts } from './related';
import type { FieldValue, OptionValue, Operand, RelatedCondition, Where } from './rule';
import { UnknownNameError } from './unknown-name';

/** The flat fields of a fact, as conditions see them. */
export type FactValues = Readonly<Record<string, FieldValue>>;
/** The fact itself is needed only where a condition asks about what is related to it. */
export type FactPredicate = (values: FactValues, fact?: Fact) => boolean;
export type RuleOptions = Readonly<Record<string, OptionValue>>;

/** A value of options or rule files as a field value: lists become lists of texts. */
export function plainValue(value: OptionValue | Operand): FieldValue {
  if (Array.isArray(value)) return value.map(String);
  return value as FieldValue;
}

/**
 * Turns a condition into a function, once per run: names are looked up and options filled in here, so that
 * judging a fact is only comparisons.
 */
export function compileWhere(
  where: Where | undefined,
  options: RuleOptions,
  related?: RelatedFacts,
): FactPredicate {
  if (!where) return () => true;
  if ('all' in where) {
    const parts = where.all.map((part) => compileWhere(part, options, related));
    return (values, fact) => parts.every((part) => part(values, fact));
  }
  if ('any' in where) {
    const parts = where.any.map((part) => compileWhere(part, options, related));
    return (values, fact) => parts.some((part) => part(values, fact));
  }
  if ('not' in where) {
    const part = compileWhere(where.not, options, related);
    return (values, fact) => !part(values, fact);
  }
  if ('related' in where) return compileRelated(where, options, related);
  const operator = operators.get(where.operator);
  if (!operator) throw new UnknownNameError('operator', where.operator);
  const right = compileOperand(where.value, options);
  if ('option' in where) {
    const left = compileOperand({ option: where.option }, options);
    return (values) => operator.test(left(values), right(values));
  }
  const { field } = where;
  return (values) => {
    const value = Object.hasOwn(values, field) ? values[field] : undefined;
    if (value === undefined) throw new UnknownNameError('field', field);
    return operator.test(value, right(values));
  };
}

function compileRelated(
  { related: set, where, sum, operator: name, value }: RelatedCondition,
  options: RuleOptions,
  related: RelatedFacts | undefined,
): FactPredicate {
  const operator = operators.get(name);
  if (!operator) throw new UnknownNameError('operator', name);
  const holds = compileWhere(where, options, related);
  const right = compileOperand(value, options);
  return (values, fact) => {
    if (!fact || !related) throw new UnknownNameError('fact', set);
    const found = related(fact, set).filter((one) => holds(one.values, one));
    const left = sum === undefined ? found.length : found.reduce((all, one) => all + numberIn(one, sum), 0);
    return operator.test(left, right(values));
  };
}

/** What cannot be read adds nothing. */
function numberIn({ values }: Fact, field: string): number {
  const value = values[field];
  if (value === undefined) throw new UnknownNameError('field', field);
  return typeof value === 'number' ? value : 0;
}

function compileOperand(
  operand: Operand | undefined,
  options: RuleOptions,
): (values: FactValues) => FieldValue {
  if (operand === undefined) return () => null;
  if (typeof operand === 'object' && 'option' in operand) {
    if (!Object.hasOwn(options, operand.option)) throw new UnknownNameError('option', operand.option);
    const value = plainValue(options[operand.option] ?? '');
    return () => value;
  }
  if (typeof operand === 'object' && 'field' in operand) {
    const { field } = operand;
    return (values) => {
      const value = Object.hasOwn(values, field) ? values[field] : undefined;
      if (value === undefined) throw new UnknownNameError('field', field);
      return value;
    };
  }
  const value = plainValue(operand);
  return () => value;
}
