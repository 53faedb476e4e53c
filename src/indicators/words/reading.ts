import type { Bilingual, Comparator, Formula, FormulaFunction, Operator } from '../types';
import { percentUnit } from '../units/units';
import { italianNumber } from './numbers';

/** A formula read aloud in Italian and English: `Titolo I diviso Popolazione, in %`. */
export function readAloud(tree: Formula | null, unit: string | null): Bilingual {
  if (!tree) return { it: '', en: '' };
  const inPercent = percentUnit(unit) && tree.kind !== 'quantity';
  const body = withoutHundred(tree, inPercent);
  const make = (lang: 'it' | 'en'): string =>
    `${say(body, lang, 0)}${inPercent ? (lang === 'it' ? ', in %' : ', as %') : ''}`;
  return { it: make('it'), en: make('en') };
}

/** `x 100` in a percentage is only its notation. */
function withoutHundred(tree: Formula, inPercent: boolean): Formula {
  if (!inPercent || tree.kind !== 'operation' || tree.operator !== '*') return tree;
  if (tree.right.kind === 'number' && tree.right.value === 100) return tree.left;
  return tree.left.kind === 'number' && tree.left.value === 100 ? tree.right : tree;
}

const SIGNS: Readonly<Record<Operator, { it: string; en: string; level: number }>> = {
  '+': { it: 'più', en: 'plus', level: 1 },
  '-': { it: 'meno', en: 'minus', level: 1 },
  '*': { it: 'per', en: 'times', level: 2 },
  '/': { it: 'diviso', en: 'divided by', level: 2 },
  '^': { it: 'elevato a', en: 'to the power of', level: 4 },
};

/** 100, 1000 …: `per 100` is how a factor of that sort is said. */
function isFactor(node: Formula): boolean {
  return node.kind === 'number' && node.value >= 10 && Number.isInteger(Math.log10(node.value));
}

/** Between quantities `per` alone would be read as a division (`spesa per abitante`). */
const TIMES = { it: 'moltiplicato per', en: 'times', level: 2 } as const;

const COMPARED: Readonly<Record<Comparator, Bilingual>> = {
  '<': { it: 'minore di', en: 'less than' },
  '<=': { it: 'minore o uguale a', en: 'at most' },
  '>': { it: 'maggiore di', en: 'greater than' },
  '>=': { it: 'maggiore o uguale a', en: 'at least' },
  '=': { it: 'uguale a', en: 'equal to' },
  '<>': { it: 'diverso da', en: 'different from' },
};

const CALLED: Readonly<Record<Exclude<FormulaFunction, 'if'>, Bilingual>> = {
  mean: { it: 'media di', en: 'mean of' },
  sum: { it: 'somma di', en: 'sum of' },
  min: { it: 'minimo tra', en: 'smallest of' },
  max: { it: 'massimo tra', en: 'largest of' },
  round: { it: 'arrotondamento di', en: 'rounding of' },
};

type Lang = 'it' | 'en';

function say(node: Formula, lang: Lang, level: number): string {
  switch (node.kind) {
    case 'number':
      return `${italianNumber(node.value, 6)}${node.unit ? ` ${node.unit}` : ''}`;
    case 'percent':
      return `${italianNumber(node.value * 100, 6)}%`;
    case 'quantity':
      return sayQuantity(node, lang);
    case 'negation':
      return `${lang === 'it' ? 'meno' : 'minus'} ${say(node.operand, lang, 3)}`;
    case 'aggregate':
      return sayAggregate(node, lang);
    case 'rate': {
      const join = lang === 'it' ? `ogni ${italianNumber(node.per)}` : `per ${italianNumber(node.per)}`;
      return bracket(`${say(node.numerator, lang, 2)} ${join} ${say(node.denominator, lang, 3)}`, level > 2);
    }
    case 'comparison':
      return bracket(
        `${say(node.left, lang, 1)} ${COMPARED[node.operator][lang]} ${say(node.right, lang, 1)}`,
        level > 0,
      );
    case 'call':
      return sayCall(node, lang);
    default: {
      const sign = node.operator === '*' && !isFactor(node.right) ? TIMES : SIGNS[node.operator];
      const text = `${say(node.left, lang, sign.level)} ${sign[lang]} ${say(node.right, lang, sign.level + 1)}`;
      return bracket(text, level > sign.level);
    }
  }
}

function sayQuantity(node: Formula & { kind: 'quantity' }, lang: Lang): string {
  const name = node.match?.name ?? node.name;
  const { period } = node;
  if (!period || (period.kind === 'shift' && period.years === 0)) return name;
  if (period.kind === 'year')
    return `${node.match ? name : node.core} ${lang === 'it' ? 'del' : 'of'} ${period.year}`;
  const base = node.match ? name : node.core;
  if (period.years === -1) return `${base} ${lang === 'it' ? "dell'anno precedente" : 'of the year before'}`;
  const count = Math.abs(period.years);
  const when =
    period.years < 0
      ? { it: `di ${count} anni prima`, en: `${count} years before` }
      : { it: `di ${count} anni dopo`, en: `${count} years later` };
  return `${base} ${when[lang]}`;
}

function sayAggregate(node: Formula & { kind: 'aggregate' }, lang: Lang): string {
  const body = say(node.body, lang, 3);
  if (node.group === null) return lang === 'it' ? `somma di ${body}` : `sum of ${body}`;
  const over = lang === 'it' ? `su ${node.group}` : `over ${node.group}`;
  return `${CALLED[node.function][lang]} ${body} ${over}`;
}

function sayCall(node: Formula & { kind: 'call' }, lang: Lang): string {
  const [a, b, c] = node.arguments;
  if (node.function === 'if' && a && b && c) {
    return lang === 'it'
      ? `se ${say(a, lang, 0)} allora ${say(b, lang, 0)}, altrimenti ${say(c, lang, 0)}`
      : `if ${say(a, lang, 0)} then ${say(b, lang, 0)}, otherwise ${say(c, lang, 0)}`;
  }
  if (node.function === 'round' && a) {
    const digits = b ? say(b, lang, 0) : '0';
    return lang === 'it'
      ? `${say(a, lang, 3)} arrotondato a ${digits} decimali`
      : `${say(a, lang, 3)} rounded to ${digits} decimals`;
  }
  const name = node.function === 'if' ? CALLED.sum : CALLED[node.function];
  return `${name[lang]} (${node.arguments.map((one) => say(one, lang, 0)).join('; ')})`;
}

function bracket(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}
