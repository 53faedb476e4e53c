import { percentUnit } from '../indicators';

/** A number that brings its own format along (Excel's FormattedNumberCellValue): a cell of format General shows it so. */
export interface FormattedNumber {
  readonly type: 'FormattedNumber';
  readonly basicValue: number;
  readonly numberFormat: string;
}

export type CellContent = number | boolean | string | FormattedNumber;

/** What a formula shows: one value, a table that spills from its cell, or an error with its sentence. */
export type CellAnswer = CellContent | readonly (readonly CellContent[])[] | CustomFunctions.Error;

/** Values of functions can be data types since CustomFunctionsRuntime 1.4; older ones get the bare number. */
const hasDataTypes = (): boolean =>
  Office.context.requirements.isSetSupported('CustomFunctionsRuntime', '1.4');

const formatted = (basicValue: number, numberFormat: string): CellContent =>
  hasDataTypes() ? { type: 'FormattedNumber', basicValue, numberFormat } : basicValue;

/**
 * A value as its words show it, which are those of the pane: `45,3 %` is a percentage with one decimal, `1.284,50 €`
 * an amount, `35,5 gg` days. A cell of format General then shows the same number in the same unit.
 * @param display the value in words, Italian notation
 */
export function shownAs(value: number | boolean, display: string): CellContent {
  if (typeof value === 'boolean') return value;
  if (/^\d\d\/\d\d\/\d{4}$/.test(display)) return formatted(value, 'dd/mm/yyyy');
  const words = /^−?[\d.]+(?:,(\d+))?(?: (.+))?$/.exec(display);
  if (!words) return value;
  const [, decimals = '', unit = ''] = words;
  const digits = `#,##0${decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`}`;
  if (unit === '%') return formatted(value, percentFormat(Math.max(1, decimals.length)));
  return formatted(value, unit === '' ? digits : `${digits} "${unit.replace(/"/g, '')}"`);
}

/** A target: percentages without decimals they do not need. */
export function target(value: number, percent: boolean, unit: string | null): CellContent {
  if (percent || percentUnit(unit)) {
    const decimals = [0, 1, 2].find(
      (one) => Math.abs(value * 10 ** (one + 2) - Math.round(value * 10 ** (one + 2))) < 1e-9,
    );
    return formatted(value, percentFormat(decimals ?? 2));
  }
  return value;
}

/** A degree between 0 and 1. */
export const degree = (value: number): CellContent => formatted(value, percentFormat(1));

const percentFormat = (decimals: number): string => `0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}%`;
