import { format as formatNumber } from 'numfmt';
import { isDateFormat, type CellValue } from '../workbook';

/** The long date of the computer's language. */
const SYSTEM_LONG_DATE = /\[\$-[Ff]800\][^;]*/;

/**
 * A value with its format as the one text that carries meaning, the same for a file and for Excel, in every language
 * and on every computer. Dates are written as Italian Excel does (`gen-17`, `lunedì`); numbers keep point and comma of
 * the file format: `1234.5`, `1,234.50`, `45.3%`.
 * @param format undefined for General
 */
export function neutralText(value: CellValue, format: string | undefined, date1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'VERO' : 'FALSO';
  if (typeof value === 'string') {
    return format?.includes('@') && format !== '@' ? formatted(format, value, 'en') : value;
  }
  if (!format || format === '@') return general(value);
  if (!isDateFormat(format)) return numberText(value, format);
  const pattern = format.replace(SYSTEM_LONG_DATE, 'dddd d mmmm yyyy');
  return formatted(pattern, date1904 ? value + 1462 : value, 'it');
}

/** A currency or language in brackets: `[$€-410]`, `[$-409]`. */
const CURRENCY = /\[\$([^\]-]*)(?:-[^\]]*)?\]/g;
const ELAPSED = /\[(?:h+|m+|s+)\]/gi;
/** A section that shows under a condition what General shows. */
const GENERAL_WHEN = /^\s*\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]\s*(general)?/i;
const DECIMALS = /[0#?,]*\.([0#?]{7,})/g;
/** Below this JavaScript writes numbers with an exponent, which the formatter takes for digits. */
const TINY = 1e-6;

/** A number that is no date: in the notation of the file format, whatever language its currency is of. */
function numberText(value: number, format: string): string {
  if (isGeneralHere(value, format)) return general(value);
  const pattern = format
    .replace(CURRENCY, (_, symbol: string) => (symbol === '' ? '' : `"${symbol.replace(/"/g, '')}"`))
    .replace(ELAPSED, (token) => token.toLowerCase());
  const tiny = value !== 0 && Math.abs(value) < TINY && !/e[+-]/i.test(pattern);
  return formatted(tiny ? pattern.replace(DECIMALS, tinyDigits(value, pattern)) : pattern, value, 'en');
}

/** The digits of a tiny number as a text of the pattern, in place of its zeros and hashes. */
function tinyDigits(value: number, pattern: string): (run: string, decimals: string) => string {
  // a hair more: halves are rounded up as they are written, not as they are held
  const shown = Math.abs(value) * (pattern.includes('%') ? 100 : 1) * (1 + 2 ** -50);
  return (run, decimals) => {
    const whole = run.slice(0, run.indexOf('.')).includes('0') ? '0' : '';
    const [, digits = ''] = shown.toFixed(decimals.length).split('.');
    const needed = decimals.lastIndexOf('0') + 1;
    const kept = digits.slice(0, needed) + digits.slice(needed).replace(/0+$/, '');
    return `"${whole}.${kept}"`;
  };
}

/** Whether the section of a format that applies to a value is a condition followed by General. */
function isGeneralHere(value: number, format: string): boolean {
  for (const section of format.split(';', 2)) {
    const [whole, sign = '', limit = '', plain] = GENERAL_WHEN.exec(section) ?? [];
    if (whole === undefined) return false;
    if (holds(value, sign, Number(limit)))
      return plain !== undefined && whole.length === section.trimEnd().length;
  }
  return false;
}

function holds(value: number, sign: string, limit: number): boolean {
  switch (sign) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    default:
      return (value === limit) === (sign === '=');
  }
}

function general(value: number): string {
  const short = String(value);
  return short.length <= 10 && !short.includes('e') ? short : formatted('General', value, 'en');
}

/** A pattern Excel itself would refuse shows the plain value. */
function formatted(pattern: string, value: string | number, locale: string): string {
  const text = formatNumber(pattern, value, {
    locale,
    nbsp: false,
    throws: false,
    invalid: '\u0000',
    dateSpanLarge: false,
  });
  if (text !== '\u0000') return text;
  return typeof value === 'string' ? value : general(value);
}
