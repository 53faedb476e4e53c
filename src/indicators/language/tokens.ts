import type { Comparator, Span } from '../types';
import { fold } from '../../plan';
import { parsePlainNumber } from '../data/numbers';
import type { SourceText } from './source';

/** Sorts of tokens. */
export type TokenKind =
  | 'number'
  | 'word'
  | 'operator'
  | 'open'
  | 'close'
  | 'semicolon'
  | 'comma'
  | 'colon'
  | 'percent'
  | 'quote'
  | 'comparator'
  | 'bar'
  | 'sum'
  | 'lost'
  | 'junk';

/** A piece of the formula. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** Folded word, sign, or digits. */
  readonly key: string;
  /** As in the plain text, case kept (roman numerals). */
  readonly text: string;
  readonly value: number;
  /** White space stands before it. */
  readonly spaced: boolean;
  /** A line break stands before it. */
  readonly line: boolean;
  /** A dot or ° follows directly (`n.`, `tot.`). */
  readonly dotted: boolean;
}

const WORD = /^[\p{L}€][\p{L}\p{N}_]*/u;
const NUMBER = /^\d+(?:[.,]\d+)*/;
const DATE = /^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/-]\d{2,4})(?![\d.,/-])/;
const DAY = /^(0?[1-9]|[12]\d|3[01])[/](0?[1-9]|1[0-2])(?!\d|[.,]\d)/;
const ORDINAL = /^\d{1,3}[°ª]/;
const EARLIER = /^[ntNT]\s?[-+]\s?\d(?![\d\p{L}])/u;

/** Splits plain text into tokens. Linear in the text's length. */
export function tokenise(source: SourceText): Token[] {
  const { chars } = source;
  const tokens: Token[] = [];
  let spaced = false;
  let line = false;
  let at = 0;
  const push = (kind: TokenKind, length: number, key: string, value = 0, dotted = 0): void => {
    const end = at + length + dotted;
    tokens.push({
      kind,
      key,
      text: chars.slice(at, at + length),
      value,
      start: source.from[at] ?? 0,
      end: source.to[end - 1] ?? 0,
      spaced,
      line,
      dotted: dotted > 0,
    });
    at = end;
    spaced = false;
    line = false;
  };
  while (at < chars.length) {
    const char = chars[at] ?? '';
    if (/\s/.test(char)) {
      spaced = true;
      line ||= char === '\n';
      at++;
      continue;
    }
    const rest = chars.slice(at, at + 80);
    if (line && isNumerator(tokens) && /[\p{L}(]/u.test(char)) push('bar', 0, '/');
    if (/\d/.test(char)) number(rest, tokens.at(-1), push);
    else if (/[\p{L}€\uD800-\uDFFF]/u.test(char)) word(rest, tokens.at(-1), push);
    else if (!sign(rest, push)) at++;
  }
  return tokens;
}

/** `Titolo I x 100` at the end of a line: what stands on the next one divides it. */
function isNumerator(tokens: readonly Token[]): boolean {
  const [sign, number] = tokens.slice(-2);
  return number?.key === '100' && /^(?:\*|x|per)$/.test(sign?.key ?? '');
}

type Push = (kind: TokenKind, length: number, key: string, value?: number, dotted?: number) => void;

function number(rest: string, previous: Token | undefined, push: Push): void {
  const date = DATE.exec(rest) ?? (isWordBefore(previous) ? DAY.exec(rest) : null);
  if (date && isDateOrYears(date[0])) return push('word', date[0].length, date[0]);
  const ordinal = ORDINAL.exec(rest);
  if (ordinal) return push('word', ordinal[0].length, ordinal[0]);
  const whole = NUMBER.exec(rest)?.[0] ?? rest[0] ?? '';
  for (let text = whole; ; text = text.slice(0, Math.max(text.lastIndexOf(','), text.lastIndexOf('.')))) {
    const value = parsePlainNumber(text);
    if (value !== null) return push('number', text.length, text, value);
    if (!/[.,]/.test(text)) return push('junk', text.length, text);
  }
}

/** A word that can carry a date: not `x`, `per`, `diviso`, after which a number is a number. */
function isWordBefore(token: Token | undefined): boolean {
  return token?.kind === 'word' && !/^(?:x|per|diviso|fratto|e|piu|meno)$/.test(token.key);
}

/** Dates, and two years in a row (`2016/2017`, `2016/17`); not every pair of numbers. */
function isDateOrYears(text: string): boolean {
  const parts = text.split(/[/.-]/).map(Number);
  const [a = 0, b = 0] = parts;
  if (a > 1000) return b === a + 1 || b === (a + 1) % 100;
  return a >= 1 && a <= 31 && b >= 1 && b <= 12;
}

function word(rest: string, previous: Token | undefined, push: Push): void {
  const earlier = EARLIER.exec(rest);
  if (earlier && (!/\s/.test(earlier[0]) || previous?.key === 'anno')) {
    return push('word', earlier[0].length, earlier[0].toLowerCase().replace(/\s/g, ''));
  }
  if (/^[xX]\d/.test(rest) && previous) return push('operator', 1, '*');
  const text = WORD.exec(rest)?.[0];
  if (!text) return push('junk', rest[0] === undefined ? 1 : wholeCharacter(rest), rest[0] ?? '');
  if (text === 'Σ') return push('sum', 1, text);
  const after = rest.slice(text.length, text.length + 2);
  const dots = /^[.°'][.°]/.test(after) ? 2 : /^[.°']/.test(after) ? 1 : 0;
  push('word', text.length, fold(text), 0, dots);
}

function wholeCharacter(rest: string): number {
  return (rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
}

/** Signs; false for signs that mean nothing (stray dots), which are skipped. */
function sign(rest: string, push: Push): boolean {
  const char = rest[0] ?? '';
  const bar = /^(?:_{3,}|-{3,})/.exec(rest);
  if (bar) {
    push('bar', bar[0].length, '/');
    return true;
  }
  const compared = /^(?:<=|>=|<>|=>|=<|==|!=|[<>=])/.exec(rest);
  if (compared) {
    push('comparator', compared[0].length, comparator(compared[0]));
    return true;
  }
  if ('+-*/^'.includes(char)) push('operator', 1, char);
  else if ('([{'.includes(char)) push('open', 1, char);
  else if (')]}'.includes(char)) push('close', 1, char);
  else if (char === ';') push('semicolon', 1, char);
  else if (char === ',') push('comma', 1, char);
  else if (char === ':') push('colon', 1, char);
  else if (char === '%' || char === '‰') push('percent', 1, char);
  else if (char === '"') push('quote', 1, char);
  else if (char === '?') push('lost', 1, char);
  else if ("._'°&".includes(char)) return false;
  else push('junk', 1, char);
  return true;
}

function comparator(text: string): Comparator {
  if (text === '=>' || text === '>=') return '>=';
  if (text === '=<' || text === '<=') return '<=';
  if (text === '!=' || text === '<>') return '<>';
  return text === '==' ? '=' : (text as Comparator);
}
