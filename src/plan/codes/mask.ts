import { plainSpaces } from '../../workbook';

/**
 * Codes of objectives. A scheme is data: a mask whose signs are `A` (year digit), `L` (letter), `0` (digit),
 * `[…]` (optional) and literals; a backslash makes the next sign literal. Users may override the mask:
 * it is never run as a regular expression of theirs.
 */

export const MAX_MASK_LENGTH = 60;
/** Longer words are not codes. */
export const MAX_CODE_LENGTH = 24;

type MaskSign =
  | { readonly kind: 'year' | 'letter' | 'digit' }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'optional'; readonly signs: readonly MaskSign[] };

/** Code for comparing: upper case, one kind of dash, no spaces around separators. Never changes digits. */
export function normaliseCode(code: string): string {
  return plainSpaces(code)
    .toUpperCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s*([-._/])\s*/g, '$1')
    .replace(/[.:;,)°-]+$/, '');
}

/** Reads a mask; null when it is too long, empty or its brackets do not close. */
export function parseMask(mask: string): readonly MaskSign[] | null {
  if (mask.length === 0 || mask.length > MAX_MASK_LENGTH) return null;
  const open: MaskSign[][] = [[]];
  for (let i = 0; i < mask.length; i++) {
    const sign = mask[i] ?? '';
    const signs = open.at(-1) ?? [];
    if (sign === '[') open.push([]);
    else if (sign === ']') {
      const inner = open.pop();
      const outer = open.at(-1);
      if (!inner || !outer) return null;
      outer.push({ kind: 'optional', signs: inner });
    } else if (sign === 'A') signs.push({ kind: 'year' });
    else if (sign === 'L') signs.push({ kind: 'letter' });
    else if (sign === '0') signs.push({ kind: 'digit' });
    else if (sign === '\\') signs.push({ kind: 'literal', text: mask[++i] ?? '\\' });
    else signs.push({ kind: 'literal', text: sign });
  }
  return open.length === 1 ? (open[0] ?? null) : null;
}

/** Ends reachable after matching the signs from a position: at most one per position, so work stays linear. */
function ends(signs: readonly MaskSign[], code: string, from: ReadonlySet<number>): Set<number> {
  let here = new Set(from);
  for (const sign of signs) {
    const next = new Set<number>();
    for (const at of here) {
      const letter = code[at] ?? '';
      if (sign.kind === 'literal') {
        if (letter === sign.text.toUpperCase()) next.add(at + 1);
      } else if (sign.kind === 'letter') {
        if (/^\p{L}$/u.test(letter)) next.add(at + 1);
      } else if (sign.kind !== 'optional') {
        if (/^\d$/.test(letter)) next.add(at + 1);
      }
    }
    if (sign.kind === 'optional') {
      for (const at of here) next.add(at);
      for (const at of ends(sign.signs, code, here)) next.add(at);
    }
    here = next;
  }
  return here;
}

/** Whether a code fits a mask, after {@link normaliseCode}. */
export function fitsMask(mask: string, code: string): boolean {
  const signs = parseMask(mask);
  const text = normaliseCode(code);
  return signs !== null && text.length <= MAX_CODE_LENGTH && ends(signs, text, new Set([0])).has(text.length);
}
