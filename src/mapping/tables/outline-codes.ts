import { looksLikeCode, normaliseCode, splitCode } from '../../plan';
import { rowsBetween } from '../grid/sheet-view';
import type { Column } from './column';
import type { FoundTable } from './find-tables';

/** A code in front of a name in the same cell, taken apart. */
export interface FusedName {
  readonly code: string;
  readonly text: string;
}

/** The codes of a list whose rows stand under each other. */
export interface OutlineCodes {
  /** How deep each row's code stands, 0 at the top. */
  readonly depths: ReadonlyMap<number, number>;
  readonly deepest: number;
  /** Codes in front of names, where the list has no column for them. */
  readonly fused: ReadonlyMap<number, FusedName>;
}

/** Share of rows with a code, and of codes below the top with a parent above them in the list. */
const CODED = 0.8;
const NESTED = 0.6;
/** Codes below the top are at least this share of an outline. */
const BELOW = 0.5;
/** A number, a letter or a Roman number alone, as the top of an outline bears it. */
const TOP_CODE = /^(?:\d{1,3}|[A-Z]|[IVX]{1,4})[.)]?$/;
const TOP_NAME = /^(\d{1,3}|[A-Z]|[IVX]{1,4})[.)]?\s*(?:[-–—:]\s*|\s)(?=\p{L}{2})(.+)$/u;
/** `III` does not stand under `II`. */
const ROMAN = /^[IVXL]+$/;
const SEPARATOR = /[.\-_/]/;

/** Reads the codes of a list, in their column or in front of the names; null when they do not stand under each other. */
export function outlineCodes(
  columns: readonly Column[],
  name: Column,
  table: FoundTable,
): OutlineCodes | null {
  const subject = name.field?.subject;
  const coded = columns.find(
    ({ field }) => field?.subject === subject && /^(?:code|ordinal)$/.test(field?.attribute ?? ''),
  );
  const codes = new Map<number, string>();
  const fused = new Map<number, FusedName>();
  let named = 0;
  for (const row of rowsBetween(table.headerBottom + 1, table.lastRow)) {
    const text = table.sheet.line(row, name.column);
    if (text === '') continue;
    named += 1;
    if (coded) {
      const code = table.sheet.line(row, coded.column);
      if (looksLikeCode(code) || TOP_CODE.test(code)) codes.set(row, bare(code));
    } else {
      const split = splitName(text);
      if (!split) continue;
      fused.set(row, split);
      codes.set(row, bare(split.code));
    }
  }
  if (codes.size < 3 || codes.size < named * CODED) return null;
  const depths = depthsOf(codes);
  return depths && { depths, deepest: Math.max(...depths.values()), fused };
}

/** `1.2.` is `1.2`. */
function bare(code: string): string {
  return normaliseCode(code).replace(/[.)]+$/, '');
}

/** How many levels deep the codes of a column stand under each other; 0 where they do not. */
export function depthOfCodes(texts: readonly string[]): number {
  const filled = texts.filter((text) => text !== '');
  const codes = filled.filter((text) => looksLikeCode(text) || TOP_CODE.test(text));
  if (codes.length < 6 || codes.length < filled.length * CODED) return 0;
  const depths = depthsOf(new Map(codes.map((code, at) => [at, bare(code)])));
  return depths === null ? 0 : Math.max(...depths.values()) + 1;
}

/** A code in front of a name, also one of a single number or letter; null without any. */
export function splitName(text: string): FusedName | null {
  const split = splitCode(text);
  if (split) return split;
  const [, code, rest] = TOP_NAME.exec(text) ?? [];
  return code !== undefined && rest !== undefined ? { code, text: rest } : null;
}

/** Depths by parts (`1.2.3`) or, in codes without separators, by the codes that others begin with; null when flat. */
function depthsOf(codes: ReadonlyMap<number, string>): Map<number, number> | null {
  const whole = withZeros([...new Set(codes.values())]);
  const keys = [...codes].map(([row, code]) => [row, whole.get(code) ?? code] as const);
  const known = new Set(keys.map(([, key]) => key));
  const parted = [...known].filter((key) => SEPARATOR.test(key)).length >= known.size * BELOW;
  if (!parted && ([...known].every((key) => ROMAN.test(key)) || isSequence([...known]))) return null;
  const parents = new Map([...known].map((key) => [key, parentOf(key, known, parted)]));
  const depth = (key: string): number => {
    if (parted)
      return key.split(SEPARATOR).length + Number(letterAbove(key.split(SEPARATOR)[0] ?? '', known) !== null);
    const parent = parents.get(key) ?? null;
    return parent === null ? 1 : depth(parent) + 1;
  };
  const all = keys.map(([row, key]) => [row, depth(key), key] as const);
  const top = Math.min(...all.map(([, own]) => own));
  const first = new Map<string, number>();
  for (const [row, , key] of all) if (!first.has(key)) first.set(key, row);
  const below = all.filter(([, own]) => own > top);
  const nested = below.filter(([row, , key]) => (first.get(parents.get(key) ?? '') ?? Infinity) < row);
  if (below.length < all.length * BELOW || nested.length < below.length * NESTED) return null;
  return new Map(all.map(([row, own]) => [row, own - top]));
}

function parentOf(key: string, known: ReadonlySet<string>, parted: boolean): string | null {
  if (parted) {
    const parent = key.replace(/[.\-_/][^.\-_/]*$/, '');
    if (parent === key) return letterAbove(key, known);
    return known.has(parent) ? parent : null;
  }
  for (let length = key.length - 1; length > 0; length--) {
    const start = key.slice(0, length);
    if (known.has(start)) return start;
  }
  return null;
}

/** `A` above `A1`, where codes go on as `A1.1`; null where no letter alone is a code. */
function letterAbove(key: string, known: ReadonlySet<string>): string | null {
  const letter = /^(\p{Lu})\d/u.exec(key)?.[1];
  return letter !== undefined && known.has(letter) ? letter : null;
}

/** `1`, `2` … `14`, `OB1` … `OB14`: numbers that follow one another, none of which stands under another. */
function isSequence(codes: readonly string[]): boolean {
  const numbers = codes.flatMap((code) => /(\d+)$/.exec(code)?.[1] ?? []).map(Number);
  const distinct = new Set(numbers);
  const span = Math.max(...numbers) - Math.min(...numbers) + 1;
  return distinct.size === codes.length && distinct.size >= span * CODED;
}

/** Codes with the zeros that some of them lost: every part as wide as those that begin with a zero. */
function withZeros(codes: readonly string[]): Map<string, string> {
  const widths = new Map<number, number>();
  for (const code of codes) {
    const parts = code.split(SEPARATOR);
    for (const [at, part] of parts.entries()) {
      if (/^0\d/.test(part)) widths.set(at, Math.min(widths.get(at) ?? Infinity, part.length));
    }
  }
  const single = codes.every((code) => /^\d+$/.test(code));
  const pad = (part: string, width: number | undefined): string => {
    if (width === undefined || !/^\d+$/.test(part)) return part;
    return part.padStart(single ? Math.ceil(part.length / width) * width : width, '0');
  };
  return new Map(
    codes.map((code) => [
      code,
      code
        .split(/([.\-_/])/)
        .map((part, i) => (i % 2 === 0 ? pad(part, widths.get(i / 2)) : part))
        .join(''),
    ]),
  );
}
