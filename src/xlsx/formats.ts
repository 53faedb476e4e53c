import { format as formatNumber } from 'numfmt';
import { isDateFormat, type CellValue } from '../workbook';
import type { OpcPackage } from './package';

/**
 * Number formats Excel knows without a definition (ECMA-376 part 1, 18.8.30). Where they follow the language
 * of the computer (dates and money) they are given as Italian Excel shows them.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0 "€"',
  6: '#,##0 "€"',
  7: '#,##0.00 "€"',
  8: '#,##0.00 "€"',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'dd-mmm-yy',
  16: 'dd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0',
  42: '#,##0 "€"',
  43: '#,##0.00',
  44: '#,##0.00 "€"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Dates of the East Asian formats 27–36 and 50–58, in the form of format 14. */
const SHORT_DATE = 'dd/mm/yyyy';
const SYSTEM_LONG_DATE = /\[\$-[Ff]800\][^;]*/;

/** Per cell style (index in `cellXfs`): its number format, undefined for General, and whether it is locked. */
export interface CellStyle {
  readonly format?: string;
  readonly locked: boolean;
}

/** The cell styles of a workbook, by index; empty when there is no styles part. */
export function readStyles(source: OpcPackage, part: string | null): CellStyle[] {
  if (!part || !source.has(part)) return [];
  const cursor = source.cursor(part);
  const codes = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inside = false;
  while (cursor.next()) {
    if (cursor.name === 'cellXfs') inside = cursor.kind === 'open' && !cursor.empty;
    else if (cursor.kind !== 'open') continue;
    else if (cursor.name === 'numFmt') {
      codes.set(Number(cursor.attribute('numFmtId')), cursor.attribute('formatCode') ?? '');
    } else if (inside && cursor.name === 'xf') {
      const format = formatCode(Number(cursor.attribute('numFmtId') ?? 0), codes);
      styles.push({ ...(format ? { format } : {}), locked: true });
    } else if (inside && cursor.name === 'protection' && isFalse(cursor.attribute('locked'))) {
      const last = styles.pop();
      if (last) styles.push({ ...last, locked: false });
    } else if (cursor.name === 'dxf') cursor.skip();
  }
  return styles;
}

/** `0` and `false` of an XML boolean; missing is not false. */
export function isFalse(attribute: string | null): boolean {
  return attribute === '0' || attribute === 'false';
}

/** `1` and `true` of an XML boolean. */
export function isTrue(attribute: string | null): boolean {
  return attribute === '1' || attribute === 'true' || attribute === 'on';
}

function formatCode(id: number, codes: ReadonlyMap<number, string>): string | undefined {
  const code = codes.get(id) ?? BUILT_IN[id];
  if (code === undefined) return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? SHORT_DATE : undefined;
  return /^(general)?$/i.test(code) ? undefined : code;
}

/**
 * What the screen shows for a value. Dates are written as Italian Excel does (`gen-17`, `lunedì`); numbers
 * keep point and comma of the file format, so that the same file gives the same text on every computer:
 * `1234.5`, `1,234.50`, `45.3%`. Columns too narrow (`####`) are not imitated.
 */
export function displayText(value: CellValue, format: string | undefined, date1904: boolean): string {
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
