import { settledFormat } from '../formats';
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
  return settledFormat(code);
}
