import { GENERAL } from './engine/cells';
import type { CellStyle, Content } from './engine/port';

/**
 * What Excel makes of written and typed content (our reading of Microsoft's documentation, see docs/fedelta.md):
 * text that looks like a number becomes one, unless the cell is formatted as text or the text starts with `'`.
 */
export interface Interpreted {
  readonly content: Content;
  /** Format that the input brings along: percentages and dates. */
  readonly style?: CellStyle;
}

const DAY = 86_400_000;
/** Day 0 of Excel's calendar, as it counts after February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * `format` is the cell's number format. Values written by an add-in are read in English, what a user types in the
 * user's own language (`comma`: decimals with a comma).
 */
export function interpret(input: unknown, format: string, comma: boolean): Interpreted {
  if (typeof input === 'number' || typeof input === 'boolean') return { content: { value: input } };
  if (typeof input !== 'string' || input === '') return { content: { value: null } };
  if (format === '@') return { content: { value: input } };
  if (input.startsWith("'")) return { content: { value: input.slice(1) } };
  if (input.startsWith('=') && input.length > 1)
    return { content: { formula: comma ? toEnglish(input) : input } };
  const number = numberIn(input, comma);
  if (number)
    return number.format && format === GENERAL
      ? { content: { value: number.value }, style: { format: number.format } }
      : { content: { value: number.value } };
  if (/^[+-](?=[A-Za-z($])/.test(input)) return { content: { formula: `=${input}` } };
  if (/^@[A-Za-z]/.test(input)) return { content: { formula: `=${input.slice(1)}` } };
  const truth = /^(true|vero)$/i.test(input) ? true : /^(false|falso)$/i.test(input) ? false : null;
  if (truth !== null) return { content: { value: truth } };
  return { content: { value: input } };
}

function numberIn(input: string, comma: boolean): { value: number; format?: string } | null {
  const text = input.trim();
  const plain = comma
    ? text.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.')
    : text.replace(/,(?=\d{3}(\D|$))/g, '');
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain)) return { value: Number(plain) };
  const percent = /^([-+]?(?:\d+\.?\d*|\.\d+)) ?%$/.exec(plain);
  if (percent) {
    const digits = percent[1] ?? '';
    return { value: Number(`${digits}e-2`), format: digits.includes('.') ? '0.00%' : '0%' };
  }
  return dateIn(text, comma);
}

/** Day/month(/year) where decimals have a comma, month/day(/year) in English; a year of two digits is 19xx or 20xx. */
function dateIn(text: string, dayFirst: boolean): { value: number; format: string } | null {
  const match = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text);
  if (!match) return null;
  const [, first = '', second = '', third] = match;
  const [day, month] = dayFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
  const short = third === undefined ? new Date().getFullYear() : Number(third);
  const year = short < 30 ? 2000 + short : short < 100 ? 1900 + short : short;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const format = third === undefined ? 'd-mmm' : dayFirst ? 'dd/mm/yyyy' : 'm/d/yyyy';
  return { value: (time - EPOCH) / DAY, format };
}

/** Names of functions as an Italian types them; only what the stand-in's users meet. */
const ENGLISH: Readonly<Record<string, string>> = {
  SOMMA: 'SUM',
  SE: 'IF',
  MEDIA: 'AVERAGE',
  CONTA: 'COUNT',
  'CONTA.SE': 'COUNTIF',
  'CONTA.VALORI': 'COUNTA',
  'CERCA.VERT': 'VLOOKUP',
  'SE.ERRORE': 'IFERROR',
  ARROTONDA: 'ROUND',
  OGGI: 'TODAY',
};

/** `=SOMMA(A1;1,5)` → `=SUM(A1,1.5)`; texts in quotes stay. */
function toEnglish(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, position) =>
      position % 2
        ? part
        : part
            .replace(/(\d),(\d)/g, '$1.$2')
            .replace(/;/g, ',')
            .replace(/[A-ZÀ-Ù.]+(?=\()/gi, (name) => ENGLISH[name.toUpperCase()] ?? name),
    )
    .join('');
}
