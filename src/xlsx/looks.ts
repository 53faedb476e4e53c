import type { CellValue } from '../workbook';
import { needsQuotePrefix } from './cellXml';
import { escapeXml } from './xml';
import type { StyleSpec } from './styleBook';

/** How a cell of ours looks; colours as `RRGGBB`. */
export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points more than the workbook's default font. */
  readonly bigger?: number;
  readonly text?: string;
  readonly fill?: string;
  /** A line below, or all around. */
  readonly line?: 'below' | 'around';
  readonly wrap?: boolean;
  readonly vertical?: 'top' | 'center';
  readonly horizontal?: 'left' | 'center' | 'right';
  /** One of the formats every workbook knows: `@`, `0`, `0%`, `dd/mm/yyyy`. */
  readonly format?: '@' | '0' | '0%' | 'dd/mm/yyyy';
  readonly quotePrefix?: boolean;
}

const LINE = '<color rgb="FFBFBFBF"/>';
const BORDERS = {
  below: `<border><left/><right/><top/><bottom style="hair">${LINE}</bottom><diagonal/></border>`,
  around: `<border>${['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${LINE}</${side}>`).join('')}<diagonal/></border>`,
};

/** A look as the pieces of a style, in the default font of the workbook. */
export function styleOfLook(look: Look, font: { name: string; size: number }): StyleSpec {
  const { line, fill, format, quotePrefix, wrap, vertical = 'top', horizontal } = look;
  return {
    font:
      `<font>${look.bold ? '<b/>' : ''}${look.italic ? '<i/>' : ''}${look.underline ? '<u/>' : ''}` +
      `<sz val="${font.size + (look.bigger ?? 0)}"/>${look.text ? `<color rgb="FF${look.text}"/>` : ''}` +
      `<name val="${escapeXml(font.name)}"/><family val="2"/></font>`,
    alignment: `<alignment${horizontal ? ` horizontal="${horizontal}"` : ''} vertical="${vertical}"${wrap ? ' wrapText="1"' : ''}/>`,
    ...(fill ? { fill: solid(fill) } : {}),
    ...(line ? { border: BORDERS[line] } : {}),
    ...(format ? { numberFormat: format } : {}),
    ...(quotePrefix ? { quotePrefix } : {}),
  };
}

/** The look of a cell whose text Excel would otherwise read again as something else. */
export function quoted<T extends Look | undefined>(value: CellValue, look: T): T | Look {
  if (typeof value !== 'string' || look?.format === '@' || !needsQuotePrefix(value)) return look;
  return { ...look, quotePrefix: true };
}

function solid(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}
