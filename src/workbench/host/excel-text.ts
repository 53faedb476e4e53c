import { GENERAL } from './engine/cells';
import { numfmt } from './engine/univer';
import type { EngineCell } from './engine/port';

/** What Excel shows of a value: number formats by the same library that paints the grid, General by our own rules. */

const LOCAL_ERRORS: Readonly<Record<string, string>> = {
  '#N/A': '#N/D',
  '#NAME?': '#NOME?',
  '#REF!': '#RIF!',
  '#VALUE!': '#VALORE!',
  '#NULL!': '#NULLO!',
  '#SPILL!': '#ESPANSIONE!',
  '#BUSY!': '#OCCUPATO!',
};

const italian = (locale: string): boolean => locale.toLowerCase().startsWith('it');
export const decimalComma = italian;

/** A number in a General cell: at most 11 characters, exponent where it does not fit (Microsoft, "Number format codes"). */
export function generalText(value: number, comma: boolean): string {
  const text = generalInEnglish(value);
  return comma ? text.replace('.', ',') : text;
}

function generalInEnglish(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || (size < 1e-4 && size > 0 && String(value).length > 11)) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const power = Number(exponent);
    const digits = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    return `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const whole = String(Math.trunc(size)).length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

/** The text of a cell. */
export function textOf(cell: EngineCell | null, locale: string): string {
  const value = cell?.value ?? null;
  if (cell === null || value === null) return '';
  if (typeof value === 'boolean')
    return italian(locale) ? (value ? 'VERO' : 'FALSO') : value ? 'TRUE' : 'FALSE';
  if (cell.error && typeof value === 'string')
    return italian(locale) ? (LOCAL_ERRORS[value] ?? value) : value;
  if (typeof value === 'string') return value;
  if (cell.format === GENERAL || cell.format === '@') return generalText(value, italian(locale));
  return numfmt.format(cell.format, value, { locale: italian(locale) ? 'it' : 'en', throws: false });
}
