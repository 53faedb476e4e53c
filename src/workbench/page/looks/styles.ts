import {
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IStyleData,
} from '@univerjs/core';
import { colourOf } from './colours';

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  justify: VerticalAlign.TOP,
  distributed: VerticalAlign.MIDDLE,
};
const LINES: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};
const SIDES = { left: 'l', right: 'r', top: 't', bottom: 'b' } as const;
/** Pixels of one step of indentation, about three spaces. */
const INDENT = 9;

/** The looks of every cell format of the file, without number formats: the position is the `s` of a cell. */
export function cellLooks(styles: Document | null, theme: readonly string[]): IStyleData[] {
  if (!styles) return [];
  const list = (tag: string): Element[] => [...(styles.getElementsByTagNameNS('*', tag)[0]?.children ?? [])];
  const fonts = list('fonts').map((font) => fontLook(font, theme));
  const fills = list('fills').map((fill) => fillLook(fill, theme));
  const borders = list('borders').map((border) => borderLook(border, theme));
  const at = (format: Element, name: string): number => Number(format.getAttribute(name) ?? 0);
  return list('cellXfs').map((format) => ({
    ...fonts[at(format, 'fontId')],
    ...fills[at(format, 'fillId')],
    ...borders[at(format, 'borderId')],
    ...alignmentLook(child(format, 'alignment')),
  }));
}

const child = (parent: Element | null, tag: string): Element | null =>
  [...(parent?.children ?? [])].find(({ localName }) => localName === tag) ?? null;
const value = (parent: Element, tag: string): string | null =>
  child(parent, tag)?.getAttribute('val') ?? null;
const isOn = (parent: Element, tag: string): boolean =>
  child(parent, tag) !== null && !['0', 'false', 'none'].includes(value(parent, tag) ?? '1');

function fontLook(font: Element, theme: readonly string[]): IStyleData {
  const colour = colourOf(child(font, 'color'), theme);
  const name = value(font, 'name');
  const raised = { superscript: 3, subscript: 2 }[value(font, 'vertAlign') ?? ''];
  return {
    ...(name ? { ff: name } : {}),
    fs: Number(value(font, 'sz') ?? 11),
    ...(isOn(font, 'b') ? { bl: 1 } : {}),
    ...(isOn(font, 'i') ? { it: 1 } : {}),
    ...(isOn(font, 'u') ? { ul: { s: 1 } } : {}),
    ...(isOn(font, 'strike') ? { st: { s: 1 } } : {}),
    ...(colour && colour !== '#000000' ? { cl: { rgb: colour } } : {}),
    ...(raised ? { va: raised } : {}),
  };
}

/** Patterns are shown as their colour: the grid has none. */
function fillLook(fill: Element, theme: readonly string[]): IStyleData {
  const pattern = child(fill, 'patternFill');
  const kind = pattern?.getAttribute('patternType');
  if (!pattern || !kind || kind === 'none' || kind === 'gray125') return {};
  const colour = colourOf(child(pattern, 'fgColor'), theme) ?? colourOf(child(pattern, 'bgColor'), theme);
  return colour ? { bg: { rgb: colour } } : {};
}

function borderLook(border: Element, theme: readonly string[]): IStyleData {
  const lines = Object.entries(SIDES).flatMap(([side, key]): [string, IBorderStyleData][] => {
    const line = child(border, side);
    const style = LINES[line?.getAttribute('style') ?? ''];
    if (!line || style === undefined) return [];
    return [[key, { s: style, cl: { rgb: colourOf(child(line, 'color'), theme) ?? '#000000' } }]];
  });
  return lines.length ? { bd: Object.fromEntries(lines) } : {};
}

function alignmentLook(alignment: Element | null): IStyleData {
  const of = (name: string): string => alignment?.getAttribute(name) ?? '';
  const horizontal = HORIZONTAL[of('horizontal')];
  const turn = Number(of('textRotation') || 0);
  const indent = Number(of('indent') || 0);
  return {
    ...(horizontal === undefined ? {} : { ht: horizontal }),
    vt: VERTICAL[of('vertical')] ?? VerticalAlign.BOTTOM,
    tb: ['1', 'true'].includes(of('wrapText')) ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW,
    // Upwards 1 to 90, downwards 91 to 180, 255 letters below each other; the grid counts clockwise.
    ...(turn === 0 ? {} : { tr: turn === 255 ? { a: 0, v: 1 } : { a: turn > 90 ? turn - 90 : -turn } }),
    ...(indent === 0
      ? {}
      : { pd: horizontal === HorizontalAlign.RIGHT ? { r: indent * INDENT } : { l: indent * INDENT } }),
  };
}
