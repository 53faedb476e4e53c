import type { FieldValue, LocalisedText } from '../rule';

/** Types of a fact's field: `token` is a word of the vocabulary, `list` a list of texts, `date` an ISO day. */
export type FieldType = 'text' | 'token' | 'number' | 'flag' | 'list' | 'date';

/** What stands on the right of an operator. */
export type OperandType = 'none' | 'text' | 'number' | 'list' | 'date' | 'same';

/** A question about one field of one fact. On an empty field every operator but
 * `isBlank` (and the counts of an empty list) answers no. */
export interface Operator {
  readonly name: string;
  readonly accepts: readonly FieldType[];
  /** `same` = as the field's own type. */
  readonly operand: OperandType;
  readonly about: LocalisedText;
  /** What is wrong with an operand of the right type; null or absent where nothing is. */
  readonly problem?: (operand: FieldValue) => LocalisedText | null;
  test(value: FieldValue, operand: FieldValue): boolean;
}

/** Whether a field says nothing. */
export function isBlankValue(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** An operator on texts (text, token): anything else answers no. */
export function onText(
  name: string,
  operand: OperandType,
  about: LocalisedText,
  test: (value: string, operand: FieldValue) => boolean,
): Operator {
  return {
    name,
    accepts: ['text', 'token'],
    operand,
    about,
    test: (value, right) => typeof value === 'string' && !isBlankValue(value) && test(value, right),
  };
}

/** An operator comparing two numbers: texts never pass for numbers. */
export function onNumber(
  name: string,
  about: LocalisedText,
  test: (value: number, operand: number) => boolean,
): Operator {
  return {
    name,
    accepts: ['number'],
    operand: 'number',
    about,
    test: (value, right) => typeof value === 'number' && typeof right === 'number' && test(value, right),
  };
}

/** An operator on lists. */
export function onList(
  name: string,
  operand: OperandType,
  about: LocalisedText,
  test: (value: readonly string[], operand: FieldValue) => boolean,
): Operator {
  return {
    name,
    accepts: ['list'],
    operand,
    about,
    test: (value, right) => isList(value) && test(value, right),
  };
}

/** A field's value as a list of texts. */
export function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}
