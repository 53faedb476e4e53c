import { contentWords, fitsMask, fold, MAX_MASK_LENGTH, normalise, parseMask, stem, words } from '../plan';
import type { FieldValue, LocalisedText } from './rule';

/** Types of a field: `token` is a word of the vocabulary, `list` a list of texts, `date` an ISO day. */
export type FieldType = 'text' | 'token' | 'number' | 'flag' | 'list' | 'date';

/** What stands on the right of an operator; `same` = as the field's own type. */
export type OperandType = 'none' | 'text' | 'number' | 'list' | 'date' | 'same';

/** A question about one field. On an empty field every operator but `isBlank` (and counts of a list) answers no. */
export interface Operator {
  readonly name: string;
  readonly accepts: readonly FieldType[];
  readonly operand: OperandType;
  readonly about: LocalisedText;
  /** What is wrong with an operand of the right type; null or absent where nothing is. */
  readonly problem?: (operand: FieldValue) => LocalisedText | null;
  test(value: FieldValue, operand: FieldValue): boolean;
}

/** A question about the entries of a view: the leaf of a rule's conditions. */
export interface SetOperator {
  readonly name: string;
  readonly operand: 'flag' | 'number';
  /** Whether what is found are the findings (else the finding is about the plan as a whole). */
  readonly yieldsFacts: boolean;
  readonly about: LocalisedText;
  test(size: number, operand: boolean | number): boolean;
}

const isText = (value: FieldValue): value is string => typeof value === 'string' && value.trim() !== '';
const isNumber = (value: FieldValue): value is number => typeof value === 'number';
const isList = (value: FieldValue): value is readonly string[] => Array.isArray(value);
const isDay = (value: FieldValue): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isFlag = (value: FieldValue): value is boolean => typeof value === 'boolean';
const isAny = (value: FieldValue): value is FieldValue => value !== undefined;
const isBlank = (value: FieldValue | undefined = null): boolean =>
  value === null || (isList(value) ? value.length === 0 : typeof value === 'string' && !isText(value));

const TEXTS: readonly FieldType[] = ['text', 'token'];
const ORDERED: readonly FieldType[] = [...TEXTS, 'number', 'date'];

type Is<T extends FieldValue> = (value: FieldValue) => value is T;

/** An operator that answers no where the field or the operand is not of its kind: texts never pass for numbers. */
function operator<V extends FieldValue, O extends FieldValue>(
  about: readonly [name: string, it: string, en: string],
  accepts: readonly FieldType[],
  operand: readonly [OperandType, Is<O>],
  is: Is<V>,
  test: (value: V, operand: O) => boolean,
): Operator {
  const [name, it, en] = about;
  const [type, fits] = operand;
  return {
    name,
    accepts,
    operand: type,
    about: { it, en },
    test: (value, right) => is(value) && fits(right) && test(value, right),
  };
}

const NONE = ['none', isAny] as const;
const TEXT = ['text', isText] as const;
const NUMBER = ['number', isNumber] as const;
const LIST = ['list', isList] as const;
const DAY = ['date', isDay] as const;

const phraseIn = (padded: string, phrase: string): boolean => {
  const wanted = words(phrase).join(' ');
  return wanted !== '' && padded.includes(` ${wanted} `);
};

/** Each word of the phrase in any number and gender, or a word that begins with it. */
const stemsIn = (present: readonly string[], phrase: string): boolean =>
  contentWords(phrase).every((part) =>
    present.some((other) => other.startsWith(part) || stem(other) === stem(part)),
  );

/** Every operator a rule may use on a field, by name. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  [
    operator(['after', 'è una data dopo', 'is a day after'], ['date'], DAY, isDay, (a, b) => a > b),
    operator(
      ['atLeast', 'è maggiore o uguale a', 'is at least'],
      ['number'],
      NUMBER,
      isNumber,
      (a, b) => a >= b,
    ),
    operator(['atMost', 'è minore o uguale a', 'is at most'], ['number'], NUMBER, isNumber, (a, b) => a <= b),
    operator(['before', 'è una data prima di', 'is a day before'], ['date'], DAY, isDay, (a, b) => a < b),
    operator(
      [
        'containsStem',
        'contiene una delle parole, al singolare o al plurale, o una parola che comincia così',
        'contains one of the words in any number and gender, or a word that begins with it',
      ],
      TEXTS,
      LIST,
      isText,
      (value, list) => list.some((phrase) => stemsIn(contentWords(value), phrase)),
    ),
    // Word by word: `gas` is not in `gasolio`.
    operator(
      ['containsWord', 'contiene una delle parole o espressioni', 'contains one of the words or phrases'],
      TEXTS,
      LIST,
      isText,
      (value, list) => list.some((phrase) => phraseIn(` ${words(value).join(' ')} `, phrase)),
    ),
    // An empty field differs from nothing.
    operator(
      ['differs', 'è scritto e diverso da', 'is written and differs from'],
      ORDERED,
      ['same', isAny],
      isAny,
      (value, other) => !isBlank(value) && !isBlank(other) && value !== other,
    ),
    operator(['endsWith', 'finisce con', 'ends with'], [...TEXTS, 'date'], TEXT, isText, (value, end) =>
      fold(value).endsWith(fold(end)),
    ),
    // Codes stay texts: `1.10` is not `1.1`.
    operator(
      ['equals', 'è esattamente uguale a', 'is exactly'],
      ORDERED,
      ['same', isAny],
      isAny,
      (value, other) => !isBlank(value) && value === other,
    ),
    {
      ...operator(
        [
          'fitsMask',
          'rispetta la maschera (0 o A = cifra, L = lettera, […] = facoltativo)',
          'fits the mask (0 or A = digit, L = letter, […] = optional)',
        ],
        TEXTS,
        TEXT,
        isText,
        (value, mask) => fitsMask(mask, value),
      ),
      problem: (operand: FieldValue) =>
        typeof operand === 'string' && parseMask(operand) === null
          ? {
              it: `la maschera deve avere le parentesi quadre chiuse e da 1 a ${MAX_MASK_LENGTH} segni`,
              en: `the mask must close its square brackets and have 1 to ${MAX_MASK_LENGTH} signs`,
            }
          : null,
    },
    operator(
      ['hasAtLeast', 'ha almeno tanti elementi', 'has at least so many items'],
      ['list'],
      NUMBER,
      isList,
      (value, count) => value.length >= count,
    ),
    operator(
      ['hasAtMost', 'ha al massimo tanti elementi', 'has at most so many items'],
      ['list'],
      NUMBER,
      isList,
      (value, count) => value.length <= count,
    ),
    operator(
      ['includes', "contiene l'elemento", 'contains the item'],
      ['list'],
      TEXT,
      isList,
      (value, item) => value.some((one) => normalise(one) === normalise(item)),
    ),
    operator(
      ['isBlank', 'il campo è vuoto', 'the field is empty'],
      [...ORDERED, 'list'],
      NONE,
      isAny,
      isBlank,
    ),
    operator(['isFalse', 'è falso', 'is false'], ['flag'], NONE, isFlag, (value) => !value),
    operator(
      ['isPresent', 'il campo non è vuoto', 'the field is not empty'],
      [...ORDERED, 'list'],
      NONE,
      isAny,
      (value) => !isBlank(value),
    ),
    operator(['isTrue', 'è vero', 'is true'], ['flag'], NONE, isFlag, (value) => value),
    operator(['lessThan', 'è minore di', 'is less than'], ['number'], NUMBER, isNumber, (a, b) => a < b),
    operator(
      ['longerThan', 'ha più caratteri di', 'has more characters than'],
      TEXTS,
      NUMBER,
      isText,
      (value, length) => [...value].length > length,
    ),
    operator(['moreThan', 'è maggiore di', 'is more than'], ['number'], NUMBER, isNumber, (a, b) => a > b),
    operator(
      ['noneOf', 'è scritto e non è nessuno di', 'is written and is none of'],
      [...TEXTS, 'number'],
      LIST,
      isAny,
      (value, list) => !isBlank(value) && !list.includes(String(value)),
    ),
    operator(
      ['oneOf', 'è uno di', 'is one of'],
      [...TEXTS, 'number'],
      LIST,
      isAny,
      (value, list) => !isBlank(value) && list.includes(String(value)),
    ),
    // Case, accents, articles, leading ordinals and final dots are no difference.
    operator(
      [
        'sameText',
        'è lo stesso nome di (maiuscole, accenti, articoli e punteggiatura non contano)',
        'is the same name as (case, accents, articles and punctuation do not count)',
      ],
      TEXTS,
      TEXT,
      isText,
      (value, other) => normalise(value) === normalise(other),
    ),
    operator(
      ['startsWith', 'comincia con', 'starts with'],
      [...TEXTS, 'date'],
      TEXT,
      isText,
      (value, start) => fold(value).startsWith(fold(start)),
    ),
  ].map((one) => [one.name, one]),
);

/** The operators of the leaves. */
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
