import type { CellStyle, Content, EngineCell } from './port';
import {
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type Nullable,
} from './univer';

/** Between Univer's cells and styles and the port's. */

const ERRORS = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]);

export const GENERAL = 'General';

export function toEngineCell(raw: Nullable<ICellData>, style: Nullable<IStyleData>): EngineCell | null {
  const formula = raw?.f ? raw.f : null;
  const value = raw ? valueOf(raw) : null;
  const format = style?.n?.pattern ?? GENERAL;
  if (value === null && formula === null) return null;
  return {
    value,
    formula,
    format,
    error: typeof value === 'string' && formula !== null && ERRORS.has(value),
  };
}

function valueOf(raw: ICellData): string | number | boolean | null {
  const value = raw.v;
  if (value === null || value === undefined) return raw.f ? '' : null;
  if (raw.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === 'TRUE';
  if (raw.t === CellValueType.NUMBER) return Number(value);
  if (raw.t === CellValueType.STRING || raw.t === CellValueType.FORCE_STRING) return String(value);
  return value;
}

/** Text that Univer would turn into something else at the next touch of its format. */
const looksLikeSomethingElse = (text: string): boolean =>
  /^\s*[-+(.,\d€$%=@'#]/.test(text) || /^(true|false|vero|falso)$/i.test(text.trim());

/** The cell data that stores exactly this content: value and type are always said, so that nothing is guessed. */
export function contentData(content: Content): ICellData {
  const blank = { f: null, si: null, p: null };
  if ('formula' in content) return { ...blank, f: content.formula, v: null, t: null };
  const { value } = content;
  if (value === null || value === '') return { ...blank, v: null, t: null };
  if (typeof value === 'number') return { ...blank, v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { ...blank, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return {
    ...blank,
    v: value,
    t: looksLikeSomethingElse(value) ? CellValueType.FORCE_STRING : CellValueType.STRING,
  };
}

/** The same content again, for a change of format that must not reinterpret it. */
export function sameContent(raw: Nullable<ICellData>): ICellData {
  if (!raw) return {};
  return raw.f || raw.si ? {} : { v: raw.v ?? null, t: raw.t ?? null };
}

const HORIZONTAL = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  General: 0,
};
const VERTICAL = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM };
const SIDES = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;
type Side = keyof typeof SIDES;

const keyOf = <T extends object>(table: T, value: unknown): keyof T | undefined =>
  (Object.keys(table) as (keyof T)[]).find((key) => table[key] === value);

/** Thin solid line. */
const THIN = 1;

export function styleData(style: CellStyle): IStyleData {
  const data: IStyleData = {};
  if (style.format !== undefined) data.n = style.format === GENERAL ? null : { pattern: style.format };
  if (style.fill !== undefined) data.bg = style.fill === null ? null : { rgb: style.fill };
  if (style.color !== undefined) data.cl = { rgb: style.color };
  if (style.bold !== undefined) data.bl = style.bold ? 1 : 0;
  if (style.italic !== undefined) data.it = style.italic ? 1 : 0;
  if (style.underline !== undefined) data.ul = { s: style.underline ? 1 : 0 };
  if (style.size !== undefined) data.fs = style.size;
  if (style.font !== undefined) data.ff = style.font;
  if (style.wrap !== undefined) data.tb = style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (style.horizontal !== undefined) data.ht = HORIZONTAL[style.horizontal] as HorizontalAlign;
  if (style.vertical !== undefined) data.vt = VERTICAL[style.vertical];
  if (style.borders) {
    data.bd = Object.fromEntries(
      Object.entries(style.borders).map(([side, color]) => [
        SIDES[side as Side],
        color ? { s: THIN, cl: { rgb: color } } : null,
      ]),
    );
  }
  return data;
}

export function toCellStyle(style: Nullable<IStyleData>): CellStyle {
  if (!style) return {};
  const borders = Object.fromEntries(
    (Object.keys(SIDES) as Side[]).flatMap((side) => {
      const line = style.bd?.[SIDES[side]];
      return line ? [[side, line.cl.rgb ?? '#000000']] : [];
    }),
  );
  return {
    ...(style.n ? { format: style.n.pattern } : {}),
    ...(style.bg?.rgb ? { fill: style.bg.rgb } : {}),
    ...(style.cl?.rgb ? { color: style.cl.rgb } : {}),
    ...(style.bl ? { bold: true } : {}),
    ...(style.it ? { italic: true } : {}),
    ...(style.ul?.s ? { underline: true } : {}),
    ...(style.fs ? { size: style.fs } : {}),
    ...(style.ff ? { font: style.ff } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
    ...(style.ht ? { horizontal: keyOf(HORIZONTAL, style.ht) } : {}),
    ...(style.vt ? { vertical: keyOf(VERTICAL, style.vt) } : {}),
    ...(Object.keys(borders).length ? { borders } : {}),
  };
}
