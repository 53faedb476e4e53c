import type { LocalisedText } from '../rule';

/** A question about a set of facts: the leaf of a rule's conditions. */
export interface SetOperator {
  readonly name: string;
  readonly operand: 'flag' | 'number';
  /** Whether the facts found are the findings (else the finding is about the plan as a whole). */
  readonly yieldsFacts: boolean;
  readonly about: LocalisedText;
  test(size: number, operand: boolean | number): boolean;
}

/** The operators of the leaves, by name. */
export const setOperators: readonly SetOperator[] = [
  {
    name: 'isNotEmpty',
    operand: 'flag',
    yieldsFacts: true,
    about: { it: 'ce ne sono: ciascuno è una segnalazione', en: 'there are some: each is a finding' },
    test: (size, operand) => size > 0 === operand,
  },
  {
    name: 'isEmpty',
    operand: 'flag',
    yieldsFacts: false,
    about: { it: 'non ce n’è nessuno', en: 'there are none' },
    test: (size, operand) => (size === 0) === operand,
  },
  {
    name: 'hasAtLeast',
    operand: 'number',
    yieldsFacts: false,
    about: { it: 'ce ne sono almeno', en: 'there are at least' },
    test: (size, operand) => size >= Number(operand),
  },
  {
    name: 'hasAtMost',
    operand: 'number',
    yieldsFacts: false,
    about: { it: 'ce ne sono al massimo', en: 'there are at most' },
    test: (size, operand) => size <= Number(operand),
  },
];
